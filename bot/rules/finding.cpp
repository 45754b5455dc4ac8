#include "rules/finding.hpp"

#include <algorithm>
#include <cstdio>
#include <optional>

#include "base/text.hpp"
#include "language/reading.hpp"
#include "rules/reasons.hpp"
#include "rules/ruleset.hpp"
#include "rules/topics.hpp"

namespace rules {
namespace {

using domain::Role;

std::string two_decimals(double value) {
  std::array<char, 16> text{};
  std::snprintf(text.data(), text.size(), "%.2f", value);
  return text.data();
}

std::optional<Reason> only_if(bool is, Reason reason) {
  return is ? std::optional(reason) : std::nullopt;
}

bool contains_id(const std::vector<std::uint32_t>& ascending, std::uint32_t id) {
  return std::binary_search(ascending.begin(), ascending.end(), id);
}

// The reasons of a list: any of its members will do.
class Finder {
 public:
  Finder(const Situation& situation, const std::vector<std::uint32_t>& ids)
      : situation_(situation), ids_(ids) {}

  Finding operator()(const Says& says) const {
    const std::size_t known = std::min(says.phrases.size(), ids_.size());
    for (std::size_t i = 0; i < known; ++i) {
      const bool said = contains_id(reading().phrases, ids_[i]);
      if (said && !says.all) return holds(Reason::says, {says.phrases[i]});
      if (!said && says.all) return fails(Reason::says_not, {says.phrases[i]});
    }
    if (says.all && known > 0) return holds(Reason::says_all);
    return fails(Reason::says_none);
  }

  Finding operator()(const Matches&) const {
    const bool found = !ids_.empty() && contains_id(reading().patterns, ids_.front());
    return yes_or_no(true, found, Reason::has_pattern, Reason::lacks_pattern);
  }

  Finding operator()(const HasHashtag& has) const {
    for (const std::string& tag : has.tags) {
      const std::string folded = base::fold(tag);
      const auto& tags = reading().hashtags;
      if (std::find(tags.begin(), tags.end(), folded) != tags.end()) return holds(Reason::has_tag, {tag});
    }
    return fails(Reason::lacks_tag);
  }

  Finding operator()(const InLanguage& in) const {
    const std::string& code = reading().language.code;
    if (code == "und") return unknown_because(say(Reason::language_unknown));
    const bool found = std::find(in.codes.begin(), in.codes.end(), code) != in.codes.end();
    return either(found, say(Reason::language_is, {code}));
  }

  Finding operator()(const Has& has) const {
    for (const Feature feature : has.features) {
      if (const auto what = present(feature)) return holds(*what);
    }
    return fails(Reason::has_none);
  }

  Finding operator()(const AsksQuestion& asks) const {
    return yes_or_no(asks.wanted, reading().question.is, Reason::asks, Reason::asks_nothing);
  }
  Finding operator()(const IntroducesSelf& introduces) const {
    return yes_or_no(introduces.wanted, reading().introduction.is, Reason::introduces_self,
                     Reason::introduces_nobody);
  }
  Finding operator()(const MentionsBot& mentions) const {
    const bool is = situation_.facts.addressed && !situation_.facts.only_answers_bot;
    return yes_or_no(mentions.wanted, is, Reason::mentions_bot, Reason::mentions_no_bot);
  }
  Finding operator()(const AnswersPrompt& answers) const {
    return either(!answers.wanted, say(Reason::no_prompts));
  }

  Finding operator()(const AsksAbout& asks) const {
    Finding first = asks_about(asks);
    for (const AsksAbout& other : asks.or_else) {
      if (first.verdict == domain::Verdict::yes) break;
      Finding next = asks_about(other);
      if (next.verdict == domain::Verdict::yes) return next;
    }
    return first;
  }

  Finding operator()(const Answers& answers) const {
    if (situation_.facts.replies_to_unknown) return unknown_because(say(Reason::answered_post_unseen));
    const auto& to = situation_.facts.replies_to;
    const auto is = [&](Answers::What what) {
      switch (what) {
        case Answers::What::nobody:
          return !to;
        case Answers::What::learner:
          return to == Role::learner;
        case Answers::What::facilitator:
          return to == Role::facilitator;
        case Answers::What::guest:
          return to == Role::guest;
        case Answers::What::bot:
          return to == Role::bot;
      }
      return false;
    };
    return either(std::any_of(answers.what.begin(), answers.what.end(), is), say(answered(to)));
  }

  Finding operator()(const AnsweredBy& answered) const { return find_answer(situation_, answered); }
  Finding operator()(const From& from) const { return find_author(situation_, from); }

  Finding operator()(const PostsSoFar& posts) const {
    const int number = situation_.facts.posts_so_far;
    return either(posts.least <= number && number <= posts.most,
                  say(number == 1 ? Reason::one_post : Reason::posts, {std::to_string(number)}));
  }

  Finding operator()(const During& during) const { return find_time(situation_, during); }

  Finding operator()(const Between& between) const {
    const std::chrono::sys_days today{situation_.ruleset.calendar().local(situation_.now).date};
    const bool inside =
        std::chrono::sys_days{between.first} <= today && today <= std::chrono::sys_days{between.last};
    return either(inside, say(Reason::time_is, {situation_.ruleset.calendar().show_time(situation_.now)}));
  }

  Finding operator()(const HasLabel& has) const {
    for (const std::string& label : has.labels) {
      const std::string folded = base::fold(label);
      for (const std::string& set : situation_.facts.labels) {
        if (base::fold(set) == folded) return holds(Reason::has_label, {label});
      }
    }
    return fails(Reason::lacks_label);
  }

 private:
  const language::Reading& reading() const { return *situation_.reading; }

  std::string say(Reason reason, const std::vector<std::string>& arguments = {}) const {
    return in_words(situation_, reason, arguments);
  }
  Finding holds(Reason reason, const std::vector<std::string>& arguments = {}) const {
    return holds_because(say(reason, arguments));
  }
  Finding fails(Reason reason, const std::vector<std::string>& arguments = {}) const {
    return fails_because(say(reason, arguments));
  }
  Finding yes_or_no(bool wanted, bool is, Reason why_is, Reason why_is_not) const {
    return either(wanted == is, say(is ? why_is : why_is_not));
  }

  static Reason answered(const std::optional<Role>& whom) {
    if (!whom) return Reason::answers_nobody;
    switch (*whom) {
      case Role::learner:
        return Reason::answers_learner;
      case Role::facilitator:
        return Reason::answers_facilitator;
      case Role::guest:
        return Reason::answers_guest;
      case Role::bot:
        break;
    }
    return Reason::answers_bot;
  }

  std::optional<Reason> present(Feature feature) const {
    const domain::Post& post = *situation_.post;
    const language::Entities& entities = reading().entities;
    switch (feature) {
      case Feature::link:
        return only_if(!post.links.empty() || !entities.urls.empty(), Reason::has_link);
      case Feature::image:
        return only_if(post.has_image, Reason::has_image);
      case Feature::poll:
        return only_if(post.has_poll, Reason::has_poll);
      case Feature::mention:
        return only_if(!post.mentions.empty() || !entities.mentions.empty(), Reason::has_mention);
    }
    return std::nullopt;
  }

  Finding asks_about(const AsksAbout& asks) const {
    switch (asks.topic) {
      case Topic::faq:
        return asks_faq(asks);
      case Topic::glossary:
        return asks_glossary(asks);
      case Topic::chats:
        break;
    }
    return fails(Reason::no_chats);
  }

  Finding asks_faq(const AsksAbout& asks) const {
    const FaqAnswer answer = faq_answer(situation_, asks.entry);
    if (answer.closest.empty()) return fails(Reason::no_entries);
    if (answer.entries.empty())
      return fails(Reason::no_entry_fits, {answer.closest, two_decimals(answer.closest_score)});
    std::string ids;
    for (const domain::FaqEntry* entry : answer.entries)
      ids = ids.empty() ? entry->id : say(Reason::both, {ids, entry->id});
    return holds(Reason::asks_about, {ids, two_decimals(answer.score)});
  }

  Finding asks_glossary(const AsksAbout& asks) const {
    if (const domain::GlossaryTerm* term = glossary_answer(situation_, asks.entry)) {
      return holds(Reason::asks_meaning, {term->term});
    }
    if (!reading().glossary) return fails(Reason::asks_no_meaning);
    if (!reading().glossary->term) return fails(Reason::asks_missing_term);
    return fails(Reason::asks_other_term);
  }

  const Situation& situation_;
  const std::vector<std::uint32_t>& ids_;
};

bool is_about_time(const Test& test) {
  return std::holds_alternative<During>(test) || std::holds_alternative<Between>(test);
}

}  // namespace

Finding find_out(const Situation& situation, const Test& test, const std::vector<std::uint32_t>& ids) {
  if (situation.post == nullptr && !is_about_time(test))
    return unknown_because(in_words(situation, Reason::no_post_to_ask));
  return std::visit(Finder(situation, ids), test);
}

}  // namespace rules
