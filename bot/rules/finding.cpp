#include "rules/finding.hpp"

#include <algorithm>
#include <cstdio>

#include "base/text.hpp"
#include "rules/topics.hpp"

namespace rules {
namespace {

using domain::Role;
using domain::Verdict;

Finding yes(std::string why) {
  return {Verdict::yes, std::move(why)};
}
Finding no(std::string why) {
  return {Verdict::no, std::move(why)};
}
Finding unknown(std::string why) {
  return {Verdict::unknown, std::move(why)};
}
Finding either(bool holds, std::string why) {
  return {holds ? Verdict::yes : Verdict::no, std::move(why)};
}
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
      if (said && !says.all) return yes("it says \"" + says.phrases[i] + "\"");
      if (!said && says.all) return no("it does not say \"" + says.phrases[i] + "\"");
    }
    if (says.all && known > 0) return yes("it says all of it");
    return no("its words are not in the post");
  }

  Finding operator()(const Matches&) const {
    const bool found = !ids_.empty() && contains_id(reading().patterns, ids_.front());
    return either(found, found ? "the pattern is in the post" : "the pattern is not in the post");
  }

  Finding operator()(const HasHashtag& has) const {
    for (const std::string& tag : has.tags) {
      const std::string folded = base::fold(tag);
      const auto& tags = reading().hashtags;
      if (std::find(tags.begin(), tags.end(), folded) != tags.end()) return yes("it carries #" + tag);
    }
    return no("the hashtag is not in the post");
  }

  Finding operator()(const InLanguage& in) const {
    const std::string& code = reading().language.code;
    if (code == "und") return unknown("its language could not be told");
    const bool found = std::find(in.codes.begin(), in.codes.end(), code) != in.codes.end();
    return either(found, "it is written in \"" + code + "\"");
  }

  Finding operator()(const Has& has) const {
    for (const Feature feature : has.features) {
      if (const char* what = present(feature)) return yes(what);
    }
    return no("there is none in the post");
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
    switch (asks.topic) {
      case Topic::faq:
        return asks_faq(asks);
      case Topic::glossary:
        return asks_glossary(asks);
      case Topic::chats:
        break;
    }
    return no("there are no chats yet");
  }

  Finding operator()(const Answers& answers) const {
    if (situation_.facts.replies_to_unknown) return unknown("the post it answers has never been seen");
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

  Finding operator()(const AnsweredBy& answered) const;
  Finding operator()(const From& from) const;

  Finding operator()(const PostsSoFar& posts) const {
    const int number = situation_.facts.posts_so_far;
    return either(posts.least <= number && number <= posts.most, count_of(number, "post") + " so far");
  }

  Finding operator()(const During& during) const;

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
        if (base::fold(set) == folded) return yes("labelled \"" + label + "\"");
      }
    }
    return no("there is no such label");
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

  Finding asks_faq(const AsksAbout& asks) const {
    const FaqAnswer answer = faq_answer(situation_, asks.entry);
    if (answer.closest.empty()) return no("there are no answers to choose from");
    const std::string closest = answer.closest + ", " + two_decimals(answer.closest_score);
    if (answer.entries.empty()) return no("no answer fits well enough (closest: " + closest + ")");
    std::string ids;
    for (const domain::FaqEntry* entry : answer.entries) ids += (ids.empty() ? "" : " and ") + entry->id;
    return yes("it asks about " + ids + " (" + two_decimals(answer.score) + ")");
  }

  Finding asks_glossary(const AsksAbout& asks) const {
    if (const domain::GlossaryTerm* term = glossary_answer(situation_, asks.entry)) {
      return yes("it asks what \"" + term->term + "\" means");
    }
    if (!reading().glossary) return no("it does not ask what a word means");
    if (!reading().glossary->term) return no("it asks for a word that the glossary does not have");
    return no("it asks for another word");
  }

  bool is_now(const During::Span& span, std::string& why) const;

  const Situation& situation_;
  const std::vector<std::uint32_t>& ids_;
};

struct Answered {
  bool by_learner = false;
  bool by_facilitator = false;
  bool by_guest = false;
  bool solved = false;  // the asker closed it
  bool at_all() const { return by_learner || by_facilitator || by_guest || solved; }
};

Answered answers_in(const std::vector<domain::ReplyFact>& replies) {
  Answered answered;
  for (const domain::ReplyFact& reply : replies) {
    if (reply.by_asker) {
      answered.solved = answered.solved || reply.closes;
    } else {
      answered.by_learner = answered.by_learner || reply.role == Role::learner;
      answered.by_facilitator = answered.by_facilitator || reply.role == Role::facilitator;
      answered.by_guest = answered.by_guest || reply.role == Role::guest;
    }
  }
  return answered;
}

Finding Finder::operator()(const AnsweredBy& condition) const {
  if (!situation_.facts.replies) return unknown("the conversation could not be read");
  const Answered answered = answers_in(*situation_.facts.replies);
  const auto holds = [&](AnsweredBy::Who who) {
    switch (who) {
      case AnsweredBy::Who::anyone:
        return answered.at_all();
      case AnsweredBy::Who::learner:
        return answered.by_learner;
      case AnsweredBy::Who::facilitator:
        return answered.by_facilitator;
      case AnsweredBy::Who::nobody:
        return !answered.at_all();
    }
    return false;
  };
  const char* why = answered.by_facilitator ? "a facilitator has answered"
                    : answered.by_guest     ? "a guest has answered"
                    : answered.by_learner   ? "a learner has answered"
                    : answered.solved       ? "its author says that it is solved"
                                            : "nobody has answered";
  return either(std::any_of(condition.who.begin(), condition.who.end(), holds), why);
}

constexpr std::chrono::hours newcomer_time{7 * 24};

// Whose first kept post is this one or less than 7 days old; unknown when that was never noted.
Verdict is_newcomer(const domain::Facts& facts, base::Instant posted) {
  if (facts.role != Role::learner) return Verdict::no;
  if (facts.posts_so_far <= 1) return Verdict::yes;
  if (!facts.first_post_at) return Verdict::unknown;
  return posted - *facts.first_post_at < newcomer_time ? Verdict::yes : Verdict::no;
}

Finding Finder::operator()(const From& from) const {
  const domain::Facts& facts = situation_.facts;
  const Verdict newcomer = is_newcomer(facts, situation_.post->created_at);
  const bool joined = facts.consent == domain::Consent::joined;
  bool missing = false;
  for (const From::Who who : from.who) {
    switch (who) {
      case From::Who::anyone:
        return yes("anyone will do");
      case From::Who::learner:
        if (facts.role == Role::learner) return yes("a learner wrote it");
        break;
      case From::Who::facilitator:
        if (facts.role == Role::facilitator) return yes("a facilitator wrote it");
        break;
      case From::Who::guest:
        if (facts.role == Role::guest) return yes("a guest wrote it");
        break;
      case From::Who::joined:
        if (joined) return yes("its author has joined");
        break;
      case From::Who::newcomer:
        if (newcomer == Verdict::yes) return yes("a newcomer wrote it");
        missing = missing || newcomer == Verdict::unknown;
        break;
    }
  }
  if (missing) return unknown("when its author first posted is not known");
  if (facts.role != Role::learner) return no("a " + std::string(to_word(facts.role)) + " wrote it");
  return no(joined                     ? "a learner who has joined wrote it"
            : newcomer == Verdict::yes ? "a newcomer wrote it"
                                       : "a learner wrote it, not a newcomer, not joined");
}

bool Finder::is_now(const During::Span& span, std::string& why) const {
  const Calendar& calendar = situation_.ruleset.calendar();
  const std::string time = calendar.show_time(situation_.now);
  const auto& event = situation_.facts.event;
  switch (span.what) {
    case During::What::working_hours:
      why = "it is " + time;
      return calendar.in_working_hours(situation_.now);
    case During::What::quiet_hours:
      why = "it is " + time;
      return calendar.in_quiet_hours(situation_.now);
    case During::What::tweetchat:
      why = event == "tweetchat" ? "a tweetchat is on" : "no tweetchat is on";
      return event == "tweetchat";
    case During::What::guest_session:
      why = event == "guest session" ? "a guest session is on" : "no guest session is on";
      return event == "guest session";
    case During::What::weeks:
      break;
  }
  const std::optional<int> week = calendar.week(situation_.now);
  why = "it is week " + std::to_string(week.value_or(0));
  return week && span.first_week <= *week && *week <= span.last_week;
}

Finding Finder::operator()(const During& during) const {
  std::string why = "there is no such time";
  bool missing = false;
  for (const During::Span& span : during.spans) {
    if (is_now(span, why)) return yes(why);
    missing = missing || (span.what == During::What::weeks && !situation_.ruleset.course().starts);
  }
  return missing ? unknown("the course has no first day (`starts`)") : no(why);
}

bool is_about_time(const Test& test) {
  return std::holds_alternative<During>(test) || std::holds_alternative<Between>(test);
}

}  // namespace

Finding find_out(const Situation& situation, const Test& test, const std::vector<std::uint32_t>& ids) {
  if (situation.post == nullptr && !is_about_time(test)) return unknown("there is no post to ask");
  return std::visit(Finder(situation, ids), test);
}

}  // namespace rules
