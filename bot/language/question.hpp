// Does a post want an answer? English and French; with or without a question mark.
#pragma once

#include "language/plain_text.hpp"
#include "language/reading.hpp"

namespace language {

// Sentences are judged one by one, the post by its best one; headlines, prompts ("Q1: …"), quotations,
// rhetoric and retweets count against.
Score question_in(const PlainText& post);

}  // namespace language
