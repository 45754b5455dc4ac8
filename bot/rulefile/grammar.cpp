#include "rulefile/grammar.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace rulefile {
namespace {

std::vector<Key> join_tables();

}  // namespace

// Each part of the table has a source of its own.
std::vector<Key> course_keys();
std::vector<Key> rule_keys();
std::vector<Key> content_keys();
std::vector<Key> case_keys();
std::vector<Key> service_keys();

namespace {

std::vector<Key> join_tables() {
  std::vector<Key> all;
  for (const auto& part : {course_keys(), rule_keys(), content_keys(), case_keys(), service_keys()}) {
    all.insert(all.end(), part.begin(), part.end());
  }
  return all;
}

}  // namespace

const std::vector<Key>& grammar() {
  static const std::vector<Key> table = join_tables();
  return table;
}

const Key* find_key(Where where, std::string_view name) {
  for (const Key& key : grammar()) {
    if (key.where == where && key.name == name) return &key;
  }
  return nullptr;
}

std::vector<std::string> key_names(Where where) {
  std::vector<std::string> names;
  for (const Key& key : grammar()) {
    if (key.where == where) names.emplace_back(key.name);
  }
  return names;
}

std::vector<std::string> allowed_words(const Key& key) {
  if (key.allowed.empty()) return {};
  return base::split(key.allowed, '|');
}

std::string_view noun(Where where) {
  switch (where) {
    case Where::file:
      return "a file";
    case Where::course:
      return "the course";
    case Where::facilitator:
      return "a facilitator";
    case Where::understanding:
      return "understanding";
    case Where::budgets:
      return "replies";
    case Where::rule:
      return "a rule";
    case Where::condition:
      return "a condition";
    case Where::action:
      return "an action";
    case Where::inline_case:
      return "a test case";
    case Where::expectation:
      return "an expectation";
    case Where::faq_entry:
      return "an FAQ entry";
    case Where::glossary_term:
      return "a glossary term";
    case Where::own_words:
      return "called";
    case Where::story:
      return "a story";
    case Where::step:
      return "a step";
    case Where::service:
      return "the service's file";
    case Where::listen:
      return "listen";
    case Where::service_networks:
      return "networks";
    case Where::account:
      return "a network's account";
    case Where::policy:
      return "a policy";
  }
  return "this";
}

namespace {

std::string one_of(const Key& key) {
  std::vector<std::string> words = allowed_words(key);
  if (words.size() < 2) return base::join(words, "");
  const std::string last = words.back();
  words.pop_back();
  return base::join(words, ", ") + " or " + last;
}

std::string_view shape_of(Type type) {
  switch (type) {
    case Type::text:
      return "a text";
    case Type::texts:
      return "a text or a list of texts";
    case Type::local_text:
      return "a text, or one for each language";
    case Type::variants:
      return "a text, a list of texts, or one for each language";
    case Type::name:
      return "a name";
    case Type::names:
      return "a name or a list of names";
    case Type::tags:
      return "a hashtag in quotes, or a list of them";
    case Type::yes_no:
      return "yes or no";
    case Type::number:
      return "a whole number";
    case Type::share:
      return "a number from 0 to 1";
    case Type::date:
      return "a date";
    case Type::dates:
      return "a date or a list of dates";
    case Type::hours:
      return "hours of the day";
    case Type::zone:
      return "a time zone";
    case Type::languages:
      return "a list of language codes";
    case Type::language:
      return "a language code";
    case Type::days:
      return "a day of the week or a list of days";
    case Type::delay:
      return "a length of time";
    case Type::limit:
      return "a limit";
    case Type::schedule:
      return "a time that comes back";
    case Type::posts_so_far:
      return "a number of posts";
    case Type::during:
      return "a time of the course";
    case Type::between:
      return "two dates";
    case Type::moment:
      return "a day and a time";
    case Type::clock:
      return "a time of the day";
    case Type::pattern:
      return "a regular expression in single quotes";
    case Type::topic:
      return "a topic";
    case Type::expectation:
      return "what should happen";
    case Type::map:
      return "lines of its own below it";
    case Type::maps:
      return "a list";
    case Type::word:
    case Type::words:
    case Type::anything:
      break;
  }
  return "";
}

}  // namespace

std::string expected(const Key& key) {
  if (key.type == Type::word) return one_of(key);
  if (key.type == Type::words) return one_of(key) + ", or a list of these";
  if (key.type == Type::yes_no || key.type == Type::map || key.type == Type::maps) {
    return std::string(shape_of(key.type));
  }
  return std::string(shape_of(key.type)) + ", such as " + std::string(key.example);
}

}  // namespace rulefile
