// The grammar's part on the FAQ and the glossary.
#include "rulefile/grammar.hpp"

namespace rulefile {

std::vector<Key> content_keys();

std::vector<Key> content_keys() {
  using enum Type;
  constexpr Where faq = Where::faq_entry;
  constexpr Where term = Where::glossary_term;
  constexpr Where word_on = Where::own_words;
  return {
      {faq, "id", name, "", "slides", "A short name for the entry.", true},
      {faq, "asks", texts, "", "[\"Where are the slides?\", \"Is there a slide deck?\"]",
       "The question in learners' words, several ways, any language.", true},
      {faq, "answer", local_text, "", "{en: \"Here: {{course.site}}/slides\"}", "What the bot says.", true},
      {faq, "until", date, "", "2026-03-31", "The last day on which it is true."},
      {faq, "then", name, "", "slides-archive", "The entry that answers after that day."},

      {term, "term", name, "", "Retweet", "The word.", true},
      {term, "also", texts, "", "[RT, retweeting]", "Other spellings and forms."},
      {term, "called", map, "", "{mastodon: Boost, bluesky: Repost}", "What a network itself calls it.",
       false, true, word_on},
      {term, "means", local_text, "", "{en: \"Passing a post on to your own followers.\"}",
       "What it means, in one plain sentence or two.", true},

      {word_on, "mastodon", text, "", "Boost", "Mastodon's own word."},
      {word_on, "bluesky", text, "", "Repost", "Bluesky's own word."},
      {word_on, "x", text, "", "Repost", "X's own word."},
      {word_on, "practice", text, "", "Boost", "The practice room's word."},
  };
}

}  // namespace rulefile
