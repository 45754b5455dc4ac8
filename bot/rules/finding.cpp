#include "rules/finding.hpp"

#include <algorithm>
#include <cstdio>

#include "base/text.hpp"
#include "language/reading.hpp"
#include "rules/ruleset.hpp"
#include "rules/topics.hpp"

namespace rules {
namespace {

using domain::Role;

Finding yes_or_no(bool wanted, bool is, const char* why_is, const char* why_is_not) {
  return either(wanted == is, is ? why_is : why_is_not);
}

std::string two_decimals(double value) {
  std::array<char, 16> text{};
  std::snprintf(text.data(), text.size(), "%.2f", value);
  return text.data();
}

std::string count_of(int number, const char* what) {
  return std::to_string(number) + " " + what + (number == 1 ? "" : "s");
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
      if (said && !says.all) return holds_because("it says \"" + says.phrases[i] + "\"");
      if (!said && says.all) return fails_because("it does not say \"" + says.phrases[i] + "\"");
    }
    if (says.all && known > 0) return holds_because("it says all of it");
    return fails_because("its words are not in the post");
  }

  Finding operator()(const Matches&) const {
    const bool found = !ids_.empty() && contains_id(reading().patterns, ids_.front());
    return either(found, found ? "the pattern is in the post" : "the pattern is not in the post");
  }

  Finding operator()(const HasHashtag& has) const {
    for (const std::string& tag : has.tags) {
      const std::string folded = base::fold(tag);
      const auto& tags = reading().hashtags;
      if (std::find(tags.begin(), tags.end(), folded) != tags.end())
        return holds_because("it carries #" + tag);
    }
    return fails_because("the hashtag is not in the post");
  }

  Finding operator()(const InLanguage& in) const {
    const std::string& code = reading().language.code;
    if (code == "und") return unknown_because("its language could not be told");
    const bool found = std::find(in.codes.begin(), in.codes.end(), code) != in.codes.end();
    return either(found, "it is written in \"" + code + "\"");
  }

  Finding operator()(const Has& has) const {
    for (const Feature feature : has.features) {
      if (const char* what = present(feature)) return holds_because(what);
    }
    return fails_because("there is none in the post");
  }

  Finding operator()(const AsksQuestion& asks) const {
    return yes_or_no(asks.wanted, reading().question.is, "it asks something", "it asks nothing");
  }
  Finding operator()(const IntroducesSelf& introduces) const {
    return yes_or_no(introduces.wanted, reading().introduction.is, "somebody introduces themselves",
                     "nobody introduces themselves");
  }
  Finding operator()(const MentionsBot& mentions) const {
    const bool is = situation_.facts.addressed && !situation_.facts.only_answers_bot;
    return yes_or_no(mentions.wanted, is, "it mentions the bot", "it does not mention the bot");
  }
  Finding operator()(const AnswersPrompt& answers) const {
    return either(!answers.wanted, "there are no tweetchats with prompts yet");
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
    if (situation_.facts.replies_to_unknown)
      return unknown_because("the post it answers has never been seen");
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
    const std::string why = !to               ? "it answers nobody"
                            : to == Role::bot ? "it answers the bot"
                                              : "it answers a " + std::string(to_word(*to));
    return either(std::any_of(answers.what.begin(), answers.what.end(), is), why);
  }

  Finding operator()(const AnsweredBy& answered) const { return find_answer(situation_, answered); }
  Finding operator()(const From& from) const { return find_author(situation_, from); }

  Finding operator()(const PostsSoFar& posts) const {
    const int number = situation_.facts.posts_so_far;
    return either(posts.least <= number && number <= posts.most, count_of(number, "post") + " so far");
  }

  Finding operator()(const During& during) const { return find_time(situation_, during); }

  Finding operator()(const Between& between) const {
    const std::chrono::sys_days today{situation_.ruleset.calendar().local(situation_.now).date};
    const bool inside =
        std::chrono::sys_days{between.first} <= today && today <= std::chrono::sys_days{between.last};
    return either(inside, "it is " + situation_.ruleset.calendar().show_time(situation_.now));
  }

  Finding operator()(const HasLabel& has) const {
    for (const std::string& label : has.labels) {
      const std::string folded = base::fold(label);
      for (const std::string& set : situation_.facts.labels) {
        if (base::fold(set) == folded) return holds_because("labelled \"" + label + "\"");
      }
    }
    return fails_because("there is no such label");
  }

 private:
  const language::Reading& reading() const { return *situation_.reading; }

  const char* present(Feature feature) const {
    const domain::Post& post = *situation_.post;
    const language::Entities& entities = reading().entities;
    switch (feature) {
      case Feature::link:
        return post.links.empty() && entities.urls.empty() ? nullptr : "there is a link";
      case Feature::image:
        return post.has_image ? "there is an image" : nullptr;
      case Feature::poll:
        return post.has_poll ? "there is a poll" : nullptr;
      case Feature::mention:
        return post.mentions.empty() && entities.mentions.empty() ? nullptr : "somebody is mentioned";
    }
    return nullptr;
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
    return fails_because("there are no chats yet");
  }

  Finding asks_faq(const AsksAbout& asks) const {
    const FaqAnswer answer = faq_answer(situation_, asks.entry);
    if (answer.closest.empty()) return fails_because("there are no answers to choose from");
    const std::string closest = answer.closest + ", " + two_decimals(answer.closest_score);
    if (answer.entries.empty()) return fails_because("no answer fits well enough (closest: " + closest + ")");
    std::string ids;
    for (const domain::FaqEntry* entry : answer.entries) ids += (ids.empty() ? "" : " and ") + entry->id;
    return holds_because("it asks about " + ids + " (" + two_decimals(answer.score) + ")");
  }

  Finding asks_glossary(const AsksAbout& asks) const {
    if (const domain::GlossaryTerm* term = glossary_answer(situation_, asks.entry)) {
      return holds_because("it asks what \"" + term->term + "\" means");
    }
    if (!reading().glossary) return fails_because("it does not ask what a word means");
    if (!reading().glossary->term) return fails_because("it asks for a word that the glossary does not have");
    return fails_because("it asks for another word");
  }

  const Situation& situation_;
  const std::vector<std::uint32_t>& ids_;
};

bool is_about_time(const Test& test) {
  return std::holds_alternative<During>(test) || std::holds_alternative<Between>(test);
}

}  // namespace

Finding find_out(const Situation& situation, const Test& test, const std::vector<std::uint32_t>& ids) {
  if (situation.post == nullptr && !is_about_time(test)) return unknown_because("there is no post to ask");
  return std::visit(Finder(situation, ids), test);
}

}  // namespace rules
