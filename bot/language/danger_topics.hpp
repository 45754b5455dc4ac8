// What a word is about, where that has to do with danger or with what only sounds like it: family, weapons,
// the end of something, courses, films. Words of one topic are heard alike, in both languages.
#pragma once

#include <cstdint>

namespace language {

// From 1; 0 for a word that is about nothing of that kind. The hash is that of word_hash.hpp.
std::uint8_t danger_topic_of(std::uint64_t hash_of_word);

}  // namespace language
