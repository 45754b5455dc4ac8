// The grammar's part on inline cases and stories.
#include "rulefile/grammar.hpp"

namespace rulefile {

std::vector<Key> case_keys();

std::vector<Key> case_keys() {
  using enum Type;
  constexpr Where one = Where::inline_case;
  constexpr Where want = Where::expectation;
  constexpr Where story = Where::story;
  constexpr Where step = Where::step;
  constexpr std::string_view networks = "practice|mastodon|bluesky|x";
  return {
      {one, "post", text, "", "\"Where do I find the slides? #flockcourse\"", "What a learner writes."},
      {one, "at", moment, "", "\"2026-01-26 09:00\"",
       "A moment instead of a post, for rules with `every`; beside a post: when it is written."},
      {one, "from", word, "learner|newcomer|facilitator|guest|joined", "facilitator",
       "Who writes it; without this line a newcomer's first post."},
      {one, "posts_so_far", number, "", "5", "How many posts they have written, this one included."},
      {one, "language", language, "", "fr", "The language the network says it is in."},
      {one, "network", word, networks, "mastodon", "Where it is written."},
      {one, "mentions_bot", yes_no, "", "yes", "Whether it mentions the bot."},
      {one, "in_reply_to", text, "", "\"Week 3 starts today.\"", "The text it replies to."},
      {one, "answered_by", word, "learner|facilitator|nobody|anyone", "learner",
       "Who has answered it by now."},
      {one, "label", name, "", "intro-done", "A label it carries."},
      {one, "some_day", yes_no, "", "yes", "Allowed to fail for now."},
      {one, "expect", expectation, "", "silent", "What the rule should do.", true},

      {want, "rule", name, "", "point-to-faq", "The rule that acts."},
      {want, "route", word, "reply|post|digest|draft", "reply", "How it travels."},
      {want, "with", text, "", "\"slides are at\"", "Words that stand in what is said."},
      {want, "does", names, "", "[save_question]", "All that is done."},
      {want, "held_until", clock, "", "\"07:00\"", "Until when it waits."},

      {story, "story", text, "", "quiet hours hold the answer until morning", "What it tells.", true},
      {story, "start", moment, "", "2026-03-03 21:50", "When it starts, in the course's time.", true},
      {story, "network", word, networks, "mastodon", "Where it takes place."},
      {story, "consent", word, "hashtag|mention", "mention", "What counts as consent in it."},
      {story, "some_day", yes_no, "", "yes", "Allowed to fail for now."},
      {story, "steps", maps, "", "", "What happens, one after the other.", true, true, step},

      {step, "wait", delay, "", "20 minutes", "Time passes."},
      {step, "in_reply_to", number, "", "1", "The number of the step it replies to, counted from 1."},
      {step, "expect", expectation, "", "silent", "What the bot should do about it."},
  };
}

}  // namespace rulefile
