// Where a facilitator answers a learner from an account of their own: what a draft leads to when the bot may
// not speak.
#pragma once

#include <string>
#include <vector>

namespace app {
class Flock;
}  // namespace app
namespace domain {
struct Course;
struct Draft;
struct Post;
}  // namespace domain

namespace console {

struct WayByHand {
  std::string label;           // "Answer on social.example"
  std::string link;            // https only
  bool carries_words = false;  // the link holds the wording; elsewhere it is pasted
};

// X: its compose window with the post to answer. Mastodon: the post on each of the facilitators' own servers
// (at most three), else where it was written. Bluesky: the post. None in practice, and where a post has no
// address.
std::vector<WayByHand> ways_by_hand(const app::Flock& flock, const domain::Course& course,
                                    const domain::Draft& draft, const domain::Post& post);

}  // namespace console
