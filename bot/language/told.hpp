// What an introduction tells: name, role, place, branch, interests, as spans of the post.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "language/reading.hpp"
#include "language/tokens.hpp"

namespace language {

// `branches`: the folded words of each branch of the course. In the order of the text, each thing once.
std::vector<Told> told_in(std::u32string_view text, const std::vector<Token>& tokens,
                          const std::vector<std::vector<std::string>>& branches);

// Which of these the writer gives as their own: a name ("I'm Dana", "sam here"), a place where people say
// where they are from ("from Oslo", "teacher in Lima"), a branch of the course.
struct TellsOf {
  bool name = false;
  bool place = false;
  bool branch = false;
};
TellsOf tells_of(std::u32string_view text, const std::vector<Token>& tokens,
                 const std::vector<std::vector<std::string>>& branches);

// Is there an occupation ("teacher", "formatrice")?
bool has_role(const std::vector<Token>& tokens);
// The same among the first words after a greeting, with nobody doing anything before it.
bool role_opens(const std::vector<Token>& tokens);

}  // namespace language
