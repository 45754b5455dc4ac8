// Is somebody presenting themselves, and what do they tell? English and French.
#pragma once

#include <string>
#include <vector>

#include "language/plain_text.hpp"
#include "language/reading.hpp"
#include "language/tokens.hpp"

namespace language {

class IntroductionDetector {
 public:
  explicit IntroductionDetector(const std::vector<std::string>& branches);
  // `tokens` are those of `points`, the text. What is told is looked for only where somebody introduces
  // themselves. `to_the_bot`: the bot is the only one whom the post mentions.
  Introduction judge(const PlainText& post, std::u32string_view points, const std::vector<Token>& tokens,
                     bool to_the_bot = false) const;

 private:
  std::vector<std::vector<std::string>> branches_;  // folded words of each
};

}  // namespace language
