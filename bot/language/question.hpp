// Does a post want an answer? English and French; with or without a question mark.
#pragma once

#include <re2/re2.h>

#include "language/cues.hpp"
#include "language/plain_text.hpp"
#include "language/reading.hpp"

namespace language {

class QuestionDetector {
 public:
  QuestionDetector();
  // Sentences are judged one by one, the post by its best one; headlines, prompts ("Q1: …"), quotations,
  // rhetoric and retweets count against.
  Score judge(const PlainText& post) const;

 private:
  double judge_sentence(const Sentence& sentence, bool last) const;

  Cues asking_;   // within a sentence
  Cues context_;  // over the whole post
  RE2 lead_in_;   // greetings and fillers before the question proper
};

}  // namespace language
