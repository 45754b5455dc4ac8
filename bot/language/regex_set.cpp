#include "language/regex_set.hpp"

#include <re2/re2.h>
#include <re2/set.h>

#include <algorithm>
#include <mutex>
#include <optional>
#include <utility>

namespace language {
namespace {

constexpr std::int64_t memory_of_one = std::int64_t{8} << 20;

RE2::Options options_with(std::int64_t memory) {
  RE2::Options options;
  options.set_log_errors(false);
  options.set_never_capture(true);
  options.set_max_mem(memory);
  return options;
}

}  // namespace

struct RegexSet::Compiled {
  Compiled(std::vector<std::string> list, std::int64_t memory)
      : expressions_(std::move(list)), together_(options_with(memory), RE2::UNANCHORED) {
    for (const std::string& one : expressions_) usable_ = together_.Add(one, nullptr) >= 0 && usable_;
    usable_ = usable_ && !expressions_.empty() && together_.Compile();
  }

  // None: out of memory.
  std::optional<std::vector<std::uint32_t>> find_together(re2::StringPiece text) const {
    if (!usable_) return std::nullopt;
    std::vector<int> ids;
    RE2::Set::ErrorInfo error{RE2::Set::kNoError};
    if (!together_.Match(text, &ids, &error) && error.kind != RE2::Set::kNoError) return std::nullopt;
    std::sort(ids.begin(), ids.end());
    return std::vector<std::uint32_t>(ids.begin(), ids.end());
  }

  std::vector<std::uint32_t> find_apart(re2::StringPiece text) {
    std::vector<std::uint32_t> found;
    std::uint32_t place = 0;
    for (const std::unique_ptr<RE2>& one : programs()) {
      if (one->ok() && RE2::PartialMatch(text, *one)) found.push_back(place);
      ++place;
    }
    return found;
  }

 private:
  // One program each, made when the set runs out of memory for the first time.
  const std::vector<std::unique_ptr<RE2>>& programs() {
    std::call_once(once_, [this] {
      for (const std::string& one : expressions_)
        programs_.push_back(std::make_unique<RE2>(one, options_with(memory_of_one)));
    });
    return programs_;
  }

  std::vector<std::string> expressions_;
  RE2::Set together_;
  bool usable_ = true;
  std::once_flag once_;
  std::vector<std::unique_ptr<RE2>> programs_;
};

RegexSet::RegexSet(std::vector<std::string> expressions, std::int64_t memory)
    : compiled_(std::make_unique<Compiled>(std::move(expressions), memory)) {}
RegexSet::RegexSet(RegexSet&&) noexcept = default;
RegexSet& RegexSet::operator=(RegexSet&&) noexcept = default;
RegexSet::~RegexSet() = default;

std::vector<std::uint32_t> RegexSet::find(std::string_view text) const {
  const re2::StringPiece piece(text.data(), text.size());
  if (auto found = compiled_->find_together(piece)) return std::move(*found);
  return compiled_->find_apart(piece);
}

}  // namespace language
