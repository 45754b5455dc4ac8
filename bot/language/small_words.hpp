// Words that say little of what a post is about.
#pragma once

#include <string_view>
#include <vector>

namespace language {

// The words that nearly every English post holds; the spellings of chats are among them. `folded_word` as
// words_of cuts it: "don't" comes as "don" and "t".
bool is_small_word(std::string_view folded_word);

// Greetings, thanks and calls to whoever reads, English and French.
bool is_courtesy(std::string_view folded_word);

// All of them.
std::vector<std::string_view> small_words();
std::vector<std::string_view> courtesies();

}  // namespace language
