// People who agreed beforehand stand on the course's roster with their handles, and handles change: whoever
// was seen under one of them is that person from then on, for as long as the roster has it.
#pragma once

#include <string>
#include <vector>

namespace domain {
struct Post;
struct Tables;
}  // namespace domain

namespace app {

class Flock;

// When a post is heard: its author may be on the roster.
void note_on_roster(domain::Tables& tables, const Flock& flock, const std::string& cohort,
                    const std::vector<std::string>& roster, const domain::Post& post);

// By its author's handle, or by the labels they have from one they were seen under.
bool is_on_roster(const Flock& flock, const std::vector<std::string>& roster, const domain::Post& post,
                  const std::vector<std::string>& labels);
// Without those by which this is known.
std::vector<std::string> labels_by_rules(std::vector<std::string> labels);

}  // namespace app
