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

// Does a name the writer gives as theirs stand there ("I'm Dana", "moi c'est Luc", "sam here")?
bool names_itself(std::u32string_view text, const std::vector<Token>& tokens);

// Does a place stand where people say where they are from ("from Oslo", "teacher in Lima")?
bool places_itself(std::u32string_view text, const std::vector<Token>& tokens);

// Is there an occupation ("teacher", "formatrice")?
bool has_role(const std::vector<Token>& tokens);
// The same among the first words after a greeting, with nobody doing anything before it.
bool role_opens(const std::vector<Token>& tokens);

}  // namespace language
