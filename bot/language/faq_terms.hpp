// The words of a text as FAQ matching counts them.
#pragma once

#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

struct sb_stemmer;

namespace language {

// Folded words, in order; at most `limit`. What starts with an underscore is a marker of ours, no word.
std::vector<std::string_view> words_of(std::string_view folded, std::size_t limit);

// Words without their endings (English suffixes; other languages lose little by it), as hashes.
class Stemmer {
 public:
  std::uint64_t stem_of(std::string_view word);

 private:
  struct Free {
    void operator()(sb_stemmer* stemmer) const;
  };
  std::unique_ptr<sb_stemmer, Free> stemmer_;  // made when the first word comes
};

}  // namespace language
