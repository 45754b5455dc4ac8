// Which aspects of a post's reading rules look at. Words, entities and danger are in every reading.
#pragma once

#include "language/aspects.hpp"

namespace language {
struct Reading;
}  // namespace language

namespace rules {

class Ruleset;
struct Rule;

// What its conditions ask for and, where it says something, the language to say it in.
void add_looks_of(const Rule& rule, language::Aspects& aspects);

// What has to be read of a post, besides the words that were found in it, to decide about it for the first
// time: what its candidates look at and what its trace tells.
language::Aspects wanted_of(const Ruleset& ruleset, const language::Reading& words);

}  // namespace rules
