// How long what is said can grow, on each network, after the longest substitutions.
#include <algorithm>
#include <array>
#include <cmath>
#include <map>

#include "base/text.hpp"
#include "language/reader.hpp"
#include "rulefile/check_parts.hpp"
#include "rulefile/cohort_parts.hpp"
#include "rulefile/known_names.hpp"
#include "rulefile/read_options.hpp"
#include "rules/ruleset.hpp"

namespace rulefile {
namespace {

using domain::NetworkKind;

// The longest that the rules' wordings let through (rules/wording.cpp cuts names and questions there).
constexpr std::size_t longest_name = 40;
constexpr std::size_t longest_handle = 30;
constexpr std::size_t longest_question = 120;
constexpr std::string_view long_link =
    "https://social.example.org/@somebody-with-a-long-name/112233445566778899";

using Values = std::map<std::string, std::string>;

// Every {{name}} replaced; what has no value becomes nothing. The course's own texts may hold placeholders
// too.
std::string filled(const std::string& text, const Values& values) {
  std::string out;
  std::size_t at = 0;
  while (at < text.size()) {
    const std::size_t open = text.find("{{", at);
    const std::size_t close = open == std::string::npos ? open : text.find("}}", open);
    if (close == std::string::npos) break;
    out += text.substr(at, open - at);
    const auto value = values.find(base::trim(text.substr(open + 2, close - open - 2)));
    if (value != values.end()) out += value->second;
    at = close + 2;
  }
  return out + text.substr(at);
}

bool holds(const std::string& text, const std::string& placeholder) {
  return text.find("{{") != std::string::npos && filled(text, {{placeholder, "x"}}) != filled(text, {});
}

// A text with its place, in the file of its own; shipped ones have no place of the teacher's.
struct Placed {
  const WordingAt* wording = nullptr;
  Findings* findings = nullptr;  // null: shipped
};

class LengthCheck {
 public:
  LengthCheck(CohortParts& parts, const ReadOptions& options) : options_(options) {
    networks_ = options.networks;
    if (networks_.empty()) networks_ = {NetworkKind::mastodon, NetworkKind::bluesky, NetworkKind::x};
    if (const CoursePart* course = parts.course()) {
      first_ = course->course.languages.front();
      usual_["course.name"] = course->course.name;
      usual_["course.site"] = course->course.site;
      usual_["contact"] = course->course.contact;
    }
    usual_["name"] = std::string(longest_name, 'n');
    usual_["handle"] = std::string(longest_handle, 'h');
    usual_["question"] = std::string(longest_question, 'q');
    usual_["post.link"] = long_link;
    gather(parts);
  }

  void run() const {
    for (const Placed& one : frames_) {
      if (one.findings != nullptr) check_frame(one);
    }
    for (const Placed& answer : answers_) check_inside(answer, "answer");
    for (const Placed& meaning : meanings_) check_inside(meaning, "definition");
  }

 private:
  void gather(CohortParts& parts) {
    gather_words(parts);
    const auto take = [&](FilePart& file, bool own) {
      Findings* findings = own ? &file.findings : nullptr;
      for (RulePart& rule : file.rules) add(rule.wordings, findings, frames_);
      for (FaqPart& entry : file.faq) add(entry.wordings, findings, answers_);
      for (TermPart& term : file.glossary) {
        add(term.wordings, findings, meanings_);
        if (term.term.term.size() > usual_["term"].size()) usual_["term"] = term.term.term;
      }
    };
    for (const auto& file : parts.own) take(*file, true);
    if (!parts.uses_starter) return;
    for (const auto& file : parts.shipped) take(*file, false);
  }

  // Only words that some rule of this cohort uses; the course's own ones hide the shipped ones.
  void gather_words(CohortParts& parts) {
    std::set<std::string> used;
    for (const FilePart* file : active_files(parts)) {
      for (const RulePart& rule : file->rules) {
        for (const Reference& reference : rule.references) used.insert(reference.name);
      }
    }
    std::set<std::string> hidden;
    for (const auto& part : parts.own_words) {
      hidden.insert(part->language + "/" + part->name);
      if (used.contains(part->name)) add(part->variants, &part->findings, frames_);
    }
    for (const auto& part : parts.shipped_words) {
      const bool shown = used.contains(part->name) && !hidden.contains(part->language + "/" + part->name);
      if (shown) add(part->variants, nullptr, frames_);
    }
  }

  static void add(const std::vector<WordingAt>& wordings, Findings* findings, std::vector<Placed>& out) {
    for (const WordingAt& one : wordings) out.push_back({&one, findings});
  }

  std::string language_of(const WordingAt& wording) const {
    return wording.language.empty() ? first_ : wording.language;
  }

  // The longest text of this language among those without a place of their own.
  std::string longest_shipped(const std::vector<Placed>& texts, const std::string& language) const {
    std::string longest;
    for (const Placed& one : texts) {
      if (one.findings != nullptr || language_of(*one.wording) != language) continue;
      if (one.wording->text.size() > longest.size()) longest = one.wording->text;
    }
    return filled(longest, usual_);
  }

  void check_frame(const Placed& one) const {
    Values values = usual_;
    const std::string language = language_of(*one.wording);
    if (holds(one.wording->text, "answer")) values["answer"] = longest_shipped(answers_, language);
    if (holds(one.wording->text, "definition")) values["definition"] = longest_shipped(meanings_, language);
    tell(one, filled(one.wording->text, values), std::nullopt);
  }

  // An answer of the course's own inside the longest wording that holds answers.
  void check_inside(const Placed& text, const std::string& placeholder) const {
    if (text.findings == nullptr) return;
    const std::string inner = filled(text.wording->text, usual_);
    std::string longest = inner;
    for (const Placed& frame : frames_) {
      const bool same_language = language_of(*frame.wording) == language_of(*text.wording);
      if (!same_language || !holds(frame.wording->text, placeholder)) continue;
      Values values = usual_;
      values[placeholder] = inner;
      const std::string whole = filled(frame.wording->text, values);
      if (whole.size() > longest.size()) longest = whole;
    }
    const bool framed = longest.size() > inner.size();
    tell(text, longest, framed ? std::optional(Phrase::counted_with_frame) : std::nullopt);
  }

  int length_on(NetworkKind network, const std::string& text, domain::ActionKind kind) const {
    const language::Lengths lengths = language::lengths_of(text);
    const int mention = kind == domain::ActionKind::reply ? static_cast<int>(longest_handle) + 2 : 0;
    switch (policy(network).measure) {
      case rules::NetworkPolicy::Measure::x_weighted:
        return lengths.x_weighted;
      case rules::NetworkPolicy::Measure::graphemes:
        return lengths.graphemes;
      case rules::NetworkPolicy::Measure::mastodon:
        break;
    }
    return lengths.mastodon + mention;
  }

  const rules::NetworkPolicy& policy(NetworkKind network) const {
    return options_.policies.at(static_cast<std::size_t>(network));
  }

  // At most one diagnostic a text: of the network on which the most is too much.
  void tell(const Placed& one, const std::string& text, std::optional<Phrase> how) const {
    std::optional<NetworkKind> worst;
    int most_over = 0;
    for (const NetworkKind network : networks_) {
      const int over = length_on(network, text, one.wording->kind) - policy(network).max_length;
      if (over <= most_over) continue;
      most_over = over;
      worst = network;
    }
    if (worst) {
      const int limit = policy(*worst).max_length;
      const bool grows = one.wording->text.find("{{") != std::string::npos;
      if (!how && grows) how = Phrase::counted_at_longest;
      one.findings->add(Message::too_long, one.wording->spot,
                        {*worst, std::to_string(limit + most_over), std::to_string(limit),
                         how ? Argument(*how) : "", std::to_string(most_over)});
    } else {
      tell_cost(one, text);
    }
  }

  // Only where X is really among the cohort's networks: elsewhere a link costs nothing.
  void tell_cost(const Placed& one, const std::string& text) const {
    const auto& on = options_.networks;
    const double cost = policy(NetworkKind::x).link_cost;
    const bool paid = cost > 0 && std::find(on.begin(), on.end(), NetworkKind::x) != on.end();
    if (!options_.advise || !paid || language::entities_of(text).urls.empty()) return;
    const long cents = std::lround(cost * 100);
    const std::string digits = std::to_string(cents % 100);
    one.findings->add(Message::link_costs, one.wording->spot,
                      {std::to_string(cents / 100) + "." + (digits.size() == 1 ? "0" : "") + digits});
  }

  const ReadOptions& options_;
  std::vector<NetworkKind> networks_;
  std::string first_ = "en";
  Values usual_;
  std::vector<Placed> frames_;  // texts of rules and templates in use
  std::vector<Placed> answers_;
  std::vector<Placed> meanings_;
};

}  // namespace

void check_lengths(CohortParts& parts, const ReadOptions& options) {
  LengthCheck(parts, options).run();
}

}  // namespace rulefile
