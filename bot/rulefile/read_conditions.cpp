#include <array>
#include <utility>

#include "base/text.hpp"
#include "language/reader.hpp"
#include "rulefile/fields.hpp"
#include "rulefile/odd_words.hpp"
#include "rulefile/parts.hpp"
#include "rulefile/values.hpp"

namespace rulefile {
namespace {

// The place of a word in its key's allowed words is the value of its enumeration: both follow rules.md's
// order.
template <typename Enum>
std::vector<Enum> read_enums(const Fields& fields, std::string_view name) {
  std::vector<Enum> out;
  const std::vector<std::string> allowed = allowed_words(*find_key(Where::condition, name));
  for (const std::string& word : fields.words(name)) {
    for (std::size_t i = 0; i < allowed.size(); ++i) {
      if (allowed[i] == word) out.push_back(static_cast<Enum>(i));
    }
  }
  return out;
}

// A value as the teacher typed it, on one line.
std::string shown(const Node& node) {
  if (node.is_scalar()) return node.text;
  std::vector<std::string> parts;
  for (const Node& item : node.items) parts.push_back(shown(item));
  for (const Entry& entry : node.entries) parts.push_back(entry.key.text + ": " + shown(entry.value));
  return base::join(parts, ", ");
}

// What the pattern compiler's sentence says, as a phrase.
Argument pattern_trouble(std::string_view message) {
  constexpr std::array<Phrase, 8> reasons{
      Phrase::round_bracket,     Phrase::square_bracket, Phrase::not_a_range, Phrase::nothing_to_repeat,
      Phrase::repeats_too_often, Phrase::backslash,      Phrase::group_name,  Phrase::pattern_too_large};
  for (const Phrase reason : reasons) {
    if (message.find(in_words(reason, Language::english)) != std::string_view::npos) return reason;
  }
  return Phrase::pattern_unusable;
}

class ConditionReader {
 public:
  ConditionReader(const Fields& fields, Conditions& out) : fields_(fields), out_(out) {}

  void read(const Entry& entry, bool in_unless) {
    key_ = entry.key.text;
    entry_ = &entry;
    if (entry.value.is_list() && entry.value.items.empty()) return nothing_listed();
    if (key_ == "every" || key_ == "at_event") return trigger(in_unless);
    if (key_ == "says" || key_ == "says_all") return says();
    if (key_ == "matches") return matches();
    if (key_ == "hashtag") return hashtag();
    if (key_ == "language") return language();
    if (key_ == "asks_about") return asks_about(entry.value);
    if (key_ == "during") return during();
    if (key_ == "posts_so_far") return with(fields_.value<rules::PostsSoFar>(key_, read_posts_so_far));
    if (key_ == "between") return between();
    if (key_ == "label") return label();
    if (key_ == "from" || key_ == "answers") tell_of_guests();
    if (key_ == "has") return listed<rules::Has>(read_enums<rules::Feature>(fields_, key_));
    if (key_ == "answers") return listed<rules::Answers>(read_enums<rules::Answers::What>(fields_, key_));
    if (key_ == "answered_by")
      return listed<rules::AnsweredBy>(read_enums<rules::AnsweredBy::Who>(fields_, key_));
    if (key_ == "from") return listed<rules::From>(read_enums<rules::From::Who>(fields_, key_));
    yes_or_no();
  }

 private:
  void add(rules::Test test) { out_.conditions.push_back({key_, shown(entry_->value), std::move(test)}); }

  template <typename T>
  void with(std::optional<T> test) {
    if (test) add(*test);
  }
  template <typename T, typename List>
  void listed(List list) {
    if (!list.empty()) add(T{std::move(list)});
  }

  // Nobody is one yet.
  void tell_of_guests() {
    for (const Node* node : fields_.nodes(key_)) {
      if (node->text == "guest")
        fields_.findings().add(Message::not_available, node->spot, {key_ + ": guest"});
    }
  }

  void trigger(bool in_unless) {
    if (in_unless) {
      fields_.findings().add(Message::only_in_when, entry_->key.spot, {key_});
    } else if (key_ == "every") {
      out_.every = fields_.value<rules::Schedule>(key_, read_schedule);
    } else {
      out_.waits_for_event = true;
      fields_.words(key_);  // a wrong word is told now, not when the feature comes
    }
  }

  void says() {
    rules::Says says{{}, key_ == "says_all"};
    for (const Node* node : fields_.nodes(key_)) {
      if (base::fold(node->text).empty()) {
        fields_.refuse(key_, *node);
      } else {
        advise_on_words(*node, *entry_, fields_.findings());
        says.phrases.push_back(node->text);
      }
    }
    if (!says.phrases.empty()) add(std::move(says));
  }

  void matches() {
    const auto pattern = fields_.text(key_);
    if (!pattern) return;
    const base::Status usable = language::check_pattern(*pattern);
    if (!usable) {
      fields_.findings().add(Message::wrong_pattern, fields_.spot(key_),
                             {pattern_trouble(usable.error().message)});
      return;
    }
    if (const std::string inside = within_slashes(*pattern); !inside.empty()) {
      fields_.findings().add(Message::slashes_around, fields_.spot(key_), {inside});
    }
    out_.patterns.push_back({*pattern, fields_.spot(key_)});
    add(rules::Matches{*pattern});
  }

  void between() {
    const auto days = fields_.value<rules::Between>(key_, read_between);
    if (days) out_.between = BetweenAt{days->first, days->last, fields_.spot(key_)};
    with(days);
  }

  void hashtag() {
    rules::HasHashtag test;
    for (const Node* node : fields_.nodes(key_)) {
      const std::string tag = node->text.starts_with('#') ? node->text.substr(1) : node->text;
      if (tag.empty() || tag.find_first_of(" #@,") != std::string::npos) {
        fields_.refuse(key_, *node);
      } else {
        test.tags.push_back(tag);
      }
    }
    if (!test.tags.empty()) add(std::move(test));
  }

  void nothing_listed() {
    fields_.findings().add(Message::missing_value, entry_->key.spot,
                           {key_, expected(*find_key(Where::condition, key_))});
  }

  void label() {
    for (const Node* node : fields_.nodes(key_)) {
      out_.references.push_back({Reference::To::label, node->text, node->spot});
    }
    listed<rules::HasLabel>(fields_.texts(key_));
  }

  void language() {
    rules::InLanguage test;
    for (const Node* node : fields_.nodes(key_)) {
      if (is_language_code(node->text)) {
        test.codes.push_back(node->text);
      } else {
        fields_.refuse(key_, *node);
      }
    }
    if (!test.codes.empty()) add(std::move(test));
  }

  std::optional<rules::Topic> topic_of(const Node& node) {
    if (node.text == "faq") return rules::Topic::faq;
    if (node.text == "glossary") return rules::Topic::glossary;
    if (node.text == "chats") {
      fields_.findings().add(Message::not_available, node.spot, {"asks_about: chats"});
      return rules::Topic::chats;
    }
    return std::nullopt;
  }

  // `faq`, `faq: slides`, or a list of such.
  void asks_about(const Node& value) {
    std::vector<rules::AsksAbout> topics;
    std::vector<const Node*> nodes;
    if (value.is_list()) {
      for (const Node& item : value.items) nodes.push_back(&item);
    } else {
      nodes.push_back(&value);
    }
    for (const Node* node : nodes) {
      const bool one_entry =
          node->is_map() && node->entries.size() == 1 && node->entries[0].value.is_scalar();
      const Node& word = one_entry ? node->entries[0].key : *node;
      if (!word.is_scalar()) {
        fields_.refuse(key_, *node);
        continue;
      }
      const auto topic = topic_of(word);
      if (!topic) {  // mostly an entry: told where the entries are known
        out_.references.push_back({Reference::To::topic, word.text, word.spot});
        topics.push_back({rules::Topic::faq, ""});
        continue;
      }
      const std::string entry = one_entry ? node->entries[0].value.text : "";
      if (one_entry && *topic != rules::Topic::chats) {
        const bool faq = *topic == rules::Topic::faq;
        out_.references.push_back(
            {faq ? Reference::To::faq_entry : Reference::To::term, entry, node->entries[0].value.spot});
      }
      if (!one_entry && *topic != rules::Topic::chats) {
        const bool faq = *topic == rules::Topic::faq;
        out_.references.push_back(
            {faq ? Reference::To::any_faq_entry : Reference::To::any_term, word.text, word.spot});
      }
      topics.push_back({*topic, entry});
    }
    if (topics.empty()) return;
    rules::AsksAbout test = topics.front();
    test.or_else.assign(topics.begin() + 1, topics.end());
    add(std::move(test));
  }

  void during() {
    rules::During test;
    for (const Node* node : fields_.nodes(key_)) {
      const auto span = read_during(node->text);
      if (!span) {
        fields_.refuse(key_, *node);
        continue;
      }
      using What = rules::During::What;
      if (span->what == What::tweetchat || span->what == What::guest_session) {
        fields_.findings().add(Message::not_available, node->spot, {key_ + ": " + node->text});
      }
      if (span->what == What::weeks) {
        out_.references.push_back({Reference::To::week, std::to_string(span->first_week), node->spot});
      }
      test.spans.push_back(*span);
    }
    if (!test.spans.empty()) add(std::move(test));
  }

  void yes_or_no() {
    const auto wanted = fields_.value<bool>(key_, read_yes_no);
    if (!wanted) return;
    if (key_ == "asks_question") add(rules::AsksQuestion{*wanted});
    if (key_ == "introduces_self") add(rules::IntroducesSelf{*wanted});
    if (key_ == "mentions_bot") add(rules::MentionsBot{*wanted});
    if (key_ == "answers_prompt") add(rules::AnswersPrompt{*wanted});
  }

  const Fields& fields_;
  Conditions& out_;
  std::string key_;
  const Entry* entry_ = nullptr;
};

}  // namespace

Conditions read_conditions(const Node& node, bool in_unless, Findings& findings) {
  const Fields fields(node, Where::condition, findings);
  Conditions out;
  ConditionReader reader(fields, out);
  for (const Entry& entry : node.entries) {
    const bool first = fields.find(entry.key.text) == &entry;
    if (first && find_key(Where::condition, entry.key.text) != nullptr) reader.read(entry, in_unless);
  }
  return out;
}

}  // namespace rulefile
