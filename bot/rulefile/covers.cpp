#include "rulefile/covers.hpp"

#include <algorithm>
#include <string>
#include <type_traits>
#include <vector>

#include "base/text.hpp"
#include "rules/rule.hpp"

namespace rulefile {
namespace {

template <typename T>
bool holds(const std::vector<T>& list, const T& one) {
  return std::find(list.begin(), list.end(), one) != list.end();
}

template <typename T>
bool contains_all(const std::vector<T>& larger, const std::vector<T>& smaller) {
  return std::all_of(smaller.begin(), smaller.end(), [&](const T& one) { return holds(larger, one); });
}

std::vector<std::string> folded(const std::vector<std::string>& words) {
  std::vector<std::string> out;
  out.reserve(words.size());
  for (const std::string& word : words) out.push_back(" " + base::fold(word) + " ");
  return out;
}

// Whoever says all of `said` says what `wide` looks for: "the slide deck" holds "deck".
bool is_said(const rules::Says& wide, const std::vector<std::string>& said) {
  const auto found = [&](const std::string& wanted) {
    return std::any_of(said.begin(), said.end(),
                       [&](const std::string& words) { return words.find(wanted) != std::string::npos; });
  };
  const auto wanted = folded(wide.phrases);
  return wide.all ? std::all_of(wanted.begin(), wanted.end(), found)
                  : std::any_of(wanted.begin(), wanted.end(), found);
}

bool takes_in(const rules::Says& wide, const rules::Says& narrow) {
  const auto said = folded(narrow.phrases);
  if (narrow.all) return is_said(wide, said);
  return std::all_of(said.begin(), said.end(),
                     [&](const std::string& words) { return is_said(wide, {words}); });
}

bool takes_in(const rules::From& wide, const rules::From& narrow) {
  using Who = rules::From::Who;
  return std::all_of(narrow.who.begin(), narrow.who.end(), [&](Who who) {
    const bool as_learner = who == Who::newcomer && holds(wide.who, Who::learner);
    return as_learner || holds(wide.who, who) || holds(wide.who, Who::anyone);
  });
}

bool takes_in(const rules::AnsweredBy& wide, const rules::AnsweredBy& narrow) {
  using Who = rules::AnsweredBy::Who;
  return std::all_of(narrow.who.begin(), narrow.who.end(), [&](Who who) {
    return holds(wide.who, who) || (who != Who::nobody && holds(wide.who, Who::anyone));
  });
}

bool is_about(const rules::AsksAbout& wide, const rules::AsksAbout& narrow) {
  return wide.topic == narrow.topic && (wide.entry.empty() || wide.entry == narrow.entry);
}

std::vector<rules::AsksAbout> topics_of(const rules::AsksAbout& asks) {
  std::vector<rules::AsksAbout> topics = asks.or_else;
  topics.push_back({asks.topic, asks.entry, {}});
  return topics;
}

bool takes_in(const rules::AsksAbout& wide, const rules::AsksAbout& narrow) {
  const auto wanted = topics_of(wide);
  const auto topics = topics_of(narrow);
  return std::all_of(topics.begin(), topics.end(), [&](const rules::AsksAbout& topic) {
    return std::any_of(wanted.begin(), wanted.end(),
                       [&](const rules::AsksAbout& one) { return is_about(one, topic); });
  });
}

bool takes_in(const rules::During& wide, const rules::During& narrow) {
  using Span = rules::During::Span;
  return std::all_of(narrow.spans.begin(), narrow.spans.end(), [&](const Span& inner) {
    return std::any_of(wide.spans.begin(), wide.spans.end(), [&](const Span& outer) {
      return outer.what == inner.what && outer.first_week <= inner.first_week &&
             outer.last_week >= inner.last_week;
    });
  });
}

bool takes_in(const rules::HasHashtag& wide, const rules::HasHashtag& narrow) {
  return contains_all(folded(wide.tags), folded(narrow.tags));
}
bool takes_in(const rules::Matches& wide, const rules::Matches& narrow) {
  return wide.pattern == narrow.pattern;
}
bool takes_in(const rules::InLanguage& wide, const rules::InLanguage& narrow) {
  return contains_all(wide.codes, narrow.codes);
}
bool takes_in(const rules::Has& wide, const rules::Has& narrow) {
  return contains_all(wide.features, narrow.features);
}
bool takes_in(const rules::Answers& wide, const rules::Answers& narrow) {
  return contains_all(wide.what, narrow.what);
}
bool takes_in(const rules::HasLabel& wide, const rules::HasLabel& narrow) {
  return contains_all(wide.labels, narrow.labels);
}
bool takes_in(const rules::PostsSoFar& wide, const rules::PostsSoFar& narrow) {
  return wide.least <= narrow.least && wide.most >= narrow.most;
}
bool takes_in(const rules::Between& wide, const rules::Between& narrow) {
  return wide.first <= narrow.first && wide.last >= narrow.last;
}
// Yes or no.
template <typename T>
bool takes_in(const T& wide, const T& narrow) {
  return wide.wanted == narrow.wanted;
}

}  // namespace

bool covers(const rules::Condition& wide, const rules::Condition& narrow) {
  return std::visit(
      [&](const auto& test) {
        const auto* other = std::get_if<std::decay_t<decltype(test)>>(&narrow.test);
        return other != nullptr && takes_in(test, *other);
      },
      wide.test);
}

}  // namespace rulefile
