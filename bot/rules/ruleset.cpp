#include "rules/ruleset.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "language/reader.hpp"
#include "rules/expiry.hpp"
#include "rules/fingerprint.hpp"
#include "rules/word_index.hpp"

namespace rules {

struct Ruleset::Index {
  WordIndex words;
};

Ruleset::Ruleset(RulesetSource source) : source_(std::move(source)) {}

base::Result<std::shared_ptr<const Ruleset>> Ruleset::compile(RulesetSource source, base::Instant now) {
  std::shared_ptr<Ruleset> ruleset(new Ruleset(std::move(source)));
  const RulesetSource& parts = ruleset->source_;
  auto calendar = Calendar::of(parts.course);
  if (!calendar) return calendar.error();
  ruleset->calendar_ = std::move(*calendar);

  LiveFaq live = live_faq(parts.content.faq, ruleset->calendar_.local(now).date);
  ruleset->content_ = {std::move(live.entries), parts.content.glossary};
  ruleset->live_ids_ = std::move(live.ids);

  auto index = std::make_shared<Index>();
  index->words = WordIndex(parts.rules);
  auto reader =
      language::Reader::build({ruleset->content_, index->words.phrases(), index->words.patterns(),
                               parts.course.branches, parts.bot_handle, parts.course.understanding});
  if (!reader) return reader.error();
  ruleset->reader_ = std::move(*reader);
  ruleset->index_ = std::move(index);
  for (std::size_t i = 0; i < parts.rules.size(); ++i) ruleset->by_name_.emplace(parts.rules[i].name, i);
  ruleset->version_ = fingerprint(parts, ruleset->content_);
  return std::shared_ptr<const Ruleset>(std::move(ruleset));
}

base::Result<std::shared_ptr<const Ruleset>> Ruleset::with_policy(const NetworkPolicy& policy,
                                                                  base::Instant now) const {
  RulesetSource source = source_;
  source.policies.at(static_cast<std::size_t>(policy.network)) = policy;
  return compile(std::move(source), now);
}

const Rule* Ruleset::find(const std::string& name) const {
  const auto place = index_of(name);
  return place ? &source_.rules[*place] : nullptr;
}

std::optional<std::size_t> Ruleset::index_of(const std::string& name) const {
  const auto found = by_name_.find(name);
  if (found == by_name_.end()) return std::nullopt;
  return found->second;
}

const Variants* Ruleset::wording(const std::string& template_name) const {
  const auto found = source_.templates.find(template_name);
  return found == source_.templates.end() ? nullptr : &found->second;
}

std::string Ruleset::live_id(const std::string& faq_id) const {
  const auto found = live_ids_.find(faq_id);
  return found == live_ids_.end() ? std::string() : found->second;
}

std::vector<std::uint32_t> Ruleset::candidates(const language::Reading& reading) const {
  return index_->words.candidates(reading);
}

const std::vector<std::uint32_t>& Ruleset::phrase_ids(std::size_t rule, std::size_t condition,
                                                      bool in_unless) const {
  return index_->words.ids(rule, condition, in_unless);
}

}  // namespace rules
