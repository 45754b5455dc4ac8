// An immutable snapshot of everything a decision needs: rules, content, course, wordings, network policies,
// and the reader compiled from them. Shared between threads; a reload swaps the whole.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "base/result.hpp"
#include "rules/calendar.hpp"
#include "rules/network_policy.hpp"
#include "rules/rule.hpp"

namespace language {
class Reader;
struct Reading;
}  // namespace language

namespace rules {

// Everything that goes in; all of it already checked by rulefile.
struct RulesetSource {
  domain::Course course;
  domain::Content content;
  std::vector<Rule> rules;                                     // in the order in which they are tried
  std::map<std::string, Variants> templates;                   // by name: variants by language
  std::array<NetworkPolicy, 4> policies = default_policies();  // by NetworkKind
  std::string bot_handle = "flockmate";
};

class Ruleset {
 public:
  // `today` (course time) decides which answers have expired. Error: invalid.
  static base::Result<std::shared_ptr<const Ruleset>> compile(RulesetSource source, base::Instant now);

  const domain::Course& course() const { return source_.course; }
  // What is answered now: expired answers are gone, their examples lead to the entry that follows them.
  const domain::Content& content() const { return content_; }
  // The id under which an answer is given now: its own, or that of the entry that follows it; "" when it has
  // expired.
  std::string live_id(const std::string& faq_id) const;
  const std::vector<Rule>& rules() const { return source_.rules; }
  const Rule* find(const std::string& name) const;
  std::optional<std::size_t> index_of(const std::string& name) const;
  const NetworkPolicy& policy(domain::NetworkKind network) const {
    return source_.policies.at(static_cast<std::size_t>(network));
  }
  const Variants* wording(const std::string& template_name) const;
  const Calendar& calendar() const { return calendar_; }
  const language::Reader& reader() const { return *reader_; }
  const std::string& bot_handle() const { return source_.bot_handle; }
  std::uint64_t version() const { return version_; }
  // The same with another consent policy for one network: the practice page's switch.
  base::Result<std::shared_ptr<const Ruleset>> with_policy(const NetworkPolicy& policy,
                                                           base::Instant now) const;
  const RulesetSource& source() const { return source_; }

  // Rules that could match a post in which these phrases and patterns were found, in order; all others have
  // words that the post lacks. Works in time of the result, not of the number of rules.
  std::vector<std::uint32_t> candidates(const language::Reading& reading) const;
  // Ids in the reader of a line's words: phrases of says / says_all in their order, pattern of matches.
  const std::vector<std::uint32_t>& phrase_ids(std::size_t rule, std::size_t condition, bool in_unless) const;

 private:
  explicit Ruleset(RulesetSource source);
  RulesetSource source_;
  domain::Content content_;
  std::map<std::string, std::string> live_ids_;
  Calendar calendar_;
  std::shared_ptr<const language::Reader> reader_;
  std::uint64_t version_ = 0;
  std::unordered_map<std::string, std::size_t> by_name_;
  struct Index;
  std::shared_ptr<const Index> index_;
};

}  // namespace rules
