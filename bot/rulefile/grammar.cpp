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

Phrase noun(Where where) {
  switch (where) {
    case Where::file:
      return Phrase::a_file;
    case Where::course:
      return Phrase::the_course;
    case Where::facilitator:
      return Phrase::a_facilitator;
    case Where::understanding:
      return Phrase::understanding;
    case Where::budgets:
      return Phrase::replies;
    case Where::rule:
      return Phrase::a_rule;
    case Where::condition:
      return Phrase::a_condition;
    case Where::action:
      return Phrase::an_action;
    case Where::inline_case:
      return Phrase::a_test_case;
    case Where::expectation:
      return Phrase::an_expectation;
    case Where::faq_entry:
      return Phrase::an_faq_entry;
    case Where::glossary_term:
      return Phrase::a_glossary_term;
    case Where::own_words:
      return Phrase::called;
    case Where::story:
      return Phrase::a_story;
    case Where::step:
      return Phrase::a_step;
    case Where::service:
      return Phrase::the_service_file;
    case Where::listen:
      return Phrase::listen;
    case Where::service_networks:
      return Phrase::networks;
    case Where::practice_account:
      return Phrase::practice_account;
    case Where::mastodon_account:
      return Phrase::mastodon_account;
    case Where::bluesky_account:
      return Phrase::bluesky_account;
    case Where::x_account:
      return Phrase::x_account;
    case Where::policy:
      return Phrase::a_policy;
    case Where::place_to_listen:
      return Phrase::a_place_to_listen;
    case Where::prices:
      return Phrase::prices;
    case Where::alerts:
      return Phrase::alerts;
  }
  return Phrase::a_file;
}

namespace {

// "a, b or c", and that a list of them may stand there too.
Argument one_of(const Key& key, Phrase phrase) {
  std::vector<std::string> words = allowed_words(key);
  if (words.size() < 2) return base::join(words, "");
  const std::string last = words.back();
  words.pop_back();
  return {phrase, {base::join(words, ", "), last}};
}

Phrase shape_of(Type type) {
  switch (type) {
    case Type::text:
      return Phrase::text;
    case Type::texts:
      return Phrase::texts;
    case Type::local_text:
      return Phrase::local_text;
    case Type::variants:
      return Phrase::variants;
    case Type::name:
      return Phrase::name;
    case Type::names:
      return Phrase::names;
    case Type::tags:
      return Phrase::tags;
    case Type::yes_no:
      return Phrase::yes_or_no;
    case Type::number:
      return Phrase::number;
    case Type::share:
      return Phrase::share;
    case Type::dollars:
      return Phrase::dollars;
    case Type::date:
      return Phrase::date;
    case Type::dates:
      return Phrase::dates;
    case Type::hours:
      return Phrase::hours;
    case Type::zone:
      return Phrase::zone;
    case Type::languages:
      return Phrase::language_codes;
    case Type::language:
      return Phrase::language_code;
    case Type::days:
      return Phrase::days;
    case Type::delay:
      return Phrase::delay;
    case Type::limit:
      return Phrase::limit;
    case Type::schedule:
      return Phrase::schedule;
    case Type::posts_so_far:
      return Phrase::posts_so_far;
    case Type::during:
      return Phrase::during;
    case Type::between:
      return Phrase::between;
    case Type::moment:
      return Phrase::moment;
    case Type::clock:
      return Phrase::clock;
    case Type::pattern:
      return Phrase::pattern;
    case Type::topic:
      return Phrase::topic;
    case Type::expectation:
      return Phrase::expectation;
    case Type::map:
      return Phrase::lines_below;
    case Type::maps:
      return Phrase::list;
    case Type::word:
    case Type::words:
    case Type::anything:
      break;
  }
  return Phrase::text;
}

}  // namespace

Argument expected(const Key& key) {
  if (key.type == Type::word) return one_of(key, Phrase::one_of);
  if (key.type == Type::words) return one_of(key, Phrase::one_or_list_of);
  const Phrase shape = shape_of(key.type);
  const bool says_it_all = key.type == Type::yes_no || key.type == Type::map || key.type == Type::maps;
  if (says_it_all) return shape;
  return {Phrase::such_as, {shape, std::string(key.example)}};
}

}  // namespace rulefile
