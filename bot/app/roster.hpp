// People who agreed beforehand stand on the course's roster with their handles, and handles change: whoever
// was seen under one of them is that person from then on, for as long as the roster has it.
#pragma once

#include <string>
#include <vector>

namespace domain {
struct AccountKey;
struct Post;
struct Tables;
}  // namespace domain

namespace app {

// When a post is heard: its author may be on the roster.
void note_on_roster(domain::Tables& tables, const std::string& cohort, const std::vector<std::string>& roster,
                    const domain::Post& post);
bool is_on_roster(domain::Tables& tables, const std::string& cohort, const std::vector<std::string>& roster,
                  const domain::Post& post);

// A person's labels without the one by which this is known.
std::vector<std::string> labels_by_rules(domain::Tables& tables, const std::string& cohort,
                                         const domain::AccountKey& person);

}  // namespace app
