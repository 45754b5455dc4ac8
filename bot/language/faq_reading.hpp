// FAQ matching for whole posts: what the post asks as a whole, and sentence by sentence.
#pragma once

#include <vector>

#include "domain/content.hpp"
#include "domain/course.hpp"
#include "language/faq_index.hpp"
#include "language/plain_text.hpp"
#include "language/reading.hpp"

namespace language {

class FaqReading {
 public:
  FaqReading(const std::vector<domain::FaqEntry>& entries, domain::Thresholds thresholds);

  // Fills reading.faq and reading.faq_asked. "Hi all! Loved it. Where are the slides?" is as clear as its
  // last sentence. A post that only praises asks for an entry only if one of its wordings praises, too.
  void read(const PlainText& post, Reading& reading) const;

 private:
  FaqIndex index_;
  std::vector<bool> asked_by_praise_;  // of each entry
  domain::Thresholds thresholds_;
};

}  // namespace language
