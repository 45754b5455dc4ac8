// Does a post ask what a word means? "what is a RT?", "c'est quoi un tweetchat", "boost = ?".
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "domain/content.hpp"
#include "language/glossary_frames.hpp"
#include "language/plain_text.hpp"
#include "language/reading.hpp"

namespace re2 {
class RE2;
}

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
  std::optional<GlossaryRequest> find_alone(const std::vector<Sentence>& sentences, std::size_t place) const;
  std::optional<GlossaryRequest> find_before(const std::vector<Sentence>& sentences, std::size_t place) const;
  std::optional<GlossaryRequest> find_spoken_of(std::string_view said) const;
  std::optional<GlossaryRequest> find_at_end(std::string_view said) const;
  std::optional<GlossaryRequest> judge_at(const GlossaryFrame& frame, const re2::RE2& pattern,
                                          const std::string& sentence) const;
  std::optional<GlossaryRequest> judge(const GlossaryFrame& frame, std::string_view asked) const;
  std::optional<Known> look_up(std::string_view asked) const;
  std::optional<Known> look_up_within(std::string_view said, bool at_end) const;
  std::optional<Known> look_up_with_noun(std::string_view asked) const;
  std::optional<Known> look_up_verb(const std::string& key) const;
  void add_name(std::string_view name, std::size_t term);

  std::unordered_map<std::string, std::size_t> names_;
  std::vector<std::pair<std::string, std::size_t>>
      long_names_;  // long enough to hold slips; in glossary order
};

}  // namespace language
