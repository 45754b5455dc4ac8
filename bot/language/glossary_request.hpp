// Does a post ask what a word means? "what is a RT?", "c'est quoi un tweetchat", "boost = ?".
#pragma once

#include <re2/re2.h>

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "domain/content.hpp"
#include "language/cues.hpp"
#include "language/glossary_frames.hpp"
#include "language/plain_text.hpp"
#include "language/reading.hpp"

namespace language {

class GlossaryRequests {
 public:
  explicit GlossaryRequests(const std::vector<domain::GlossaryTerm>& glossary);

  // The best request of the post, or none. A known term is found by its name, its other names and each
  // network's word for it, in the plural and with a slip of the finger. A term the glossary lacks counts only
  // where the wording leaves no doubt that a meaning is asked ("what does X mean", "what is a X"; not "what
  // is the deadline").
  std::optional<GlossaryRequest> find_in(const PlainText& post) const;

 private:
  struct Known {
    std::size_t term = 0;
    double closeness = 1;  // 1: as written in the glossary
  };
  std::optional<GlossaryRequest> find_in_sentence(const Sentence& sentence) const;
  std::optional<GlossaryRequest> judge(const GlossaryFrame& frame, std::string_view asked) const;
  std::optional<Known> look_up(std::string_view asked) const;
  void add_name(std::string_view name, std::size_t term);

  Cues frames_;                                // which frames may apply, in one pass
  std::vector<std::unique_ptr<RE2>> cutters_;  // the same frames, giving the words asked about
  RE2 already_knows_;
  std::unordered_map<std::string, std::size_t> names_;
  std::vector<std::pair<std::string, std::size_t>>
      long_names_;  // long enough to hold slips; in glossary order
};

}  // namespace language
