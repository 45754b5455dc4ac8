// What stands around a request for a meaning: sentences that ask about the words before them, and those that
// show that nobody asks.
#pragma once

#include <string_view>

#include "language/plain_text.hpp"

namespace language {

// Whoever tells what he knows does not ask: "finally I know what a hashtag is".
bool knows_already(std::string_view sentence);
// What stands before the words asked about ends within a quoted question: 'the quiz asked "what is'.
bool quotes_a_question(std::string_view before);
// Leads a chat ("Q2 What is scaffolding?") or announces an answer ("What is a MOOC? Find out tonight").
bool asks_others(const PlainText& post);
// "What is that?", "ça veut dire quoi": all of it asks for the meaning of what was said just before.
bool asks_what_was_said(std::string_view sentence);
// May follow a word alone with a question mark: not "LMS? never again".
bool is_at_a_loss(const Sentence& sentence);
// The words said, read, heard or quoted in what comes before such a question; empty where none are.
std::string_view words_spoken_of(std::string_view said);

}  // namespace language
