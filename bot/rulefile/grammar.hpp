// The one table of everything a facilitator can write. It feeds validation, did-you-mean, the JSON Schema,
// `help` and the reference page; a key that is not here does not exist.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "rulefile/phrase.hpp"

namespace rulefile {

// The kinds of map in the files: a key means something only where it stands.
enum class Where {
  file,
  course,
  facilitator,
  understanding,
  budgets,
  rule,
  condition,
  action,
  inline_case,
  expectation,
  faq_entry,
  glossary_term,
  own_words,
  story,
  step,
  service,
  listen,
  service_networks,
  practice_account,
  mastodon_account,
  bluesky_account,
  x_account,
  policy,
  place_to_listen,
  prices,
  alerts
};

enum class Type {
  text,        // one line or block of words
  texts,       // one or a list
  local_text,  // a text, or one by language
  variants,    // a text, a list of them, or either by language
  name,        // a short name: of a rule, an entry, a template, a person
  names,       // one or a list
  tags,        // hashtags, one or a list
  yes_no,
  word,   // one of `allowed`
  words,  // one or a list of `allowed`
  number,
  share,    // 0 to 1
  dollars,  // 0.005
  date,
  dates,
  hours,
  zone,
  languages,
  language,
  days,
  delay,
  limit,
  schedule,
  posts_so_far,
  during,
  between,
  moment,
  clock,
  pattern,
  topic,  // faq, glossary, chats, or `faq: entry`
  expectation,
  map,      // of `inner`
  maps,     // a list of `inner`
  anything  // of a later version: not looked into
};

struct Key {
  Where where;
  std::string_view name;
  Type type;
  std::string_view allowed;  // words, separated by '|'
  std::string_view example;  // as it stands after "key: "
  std::string_view help;     // one line
  bool required = false;
  bool available = true;  // false: accepted, does nothing yet
  Where inner = Where::file;
};

const std::vector<Key>& grammar();
const Key* find_key(Where where, std::string_view name);
std::vector<std::string> key_names(Where where);
std::vector<std::string> allowed_words(const Key& key);
// "a rule", "the course", …
Phrase noun(Where where);
// What a value of the key looks like: "a date such as 2026-01-12".
Argument expected(const Key& key);

}  // namespace rulefile
