#include "language/small_words.hpp"

#include <array>

#include "language/hashed_words.hpp"

namespace language {
namespace {

constexpr auto small = std::to_array<std::string_view>({
    "a",     "about", "actually", "again",  "all",     "also", "am",    "an",     "and",    "any",
    "are",   "as",    "at",       "be",     "because", "been", "being", "both",   "but",    "by",
    "can",   "could", "d",        "did",    "didn",    "do",   "does",  "doesn",  "don",    "done",
    "dont",  "down",  "each",     "even",   "few",     "for",  "from",  "get",    "got",    "had",
    "has",   "have",  "having",   "he",     "hello",   "her",  "here",  "hey",    "hi",     "him",
    "his",   "how",   "i",        "if",     "im",      "in",   "into",  "is",     "isn",    "it",
    "its",   "just",  "know",     "let",    "like",    "ll",   "lol",   "m",      "madam",  "many",
    "may",   "me",    "might",    "mine",   "more",    "most", "much",  "must",   "my",     "need",
    "no",    "nor",   "not",      "now",    "of",      "off",  "oh",    "ok",     "okay",   "on",
    "one",   "only",  "or",       "other",  "our",     "out",  "over",  "own",    "please", "pls",
    "plz",   "r",     "re",       "really", "s",       "same", "shall", "she",    "should", "sir",
    "so",    "some",  "still",    "such",   "t",       "than", "thank", "thanks", "that",   "the",
    "their", "them",  "then",     "there",  "these",   "they", "this",  "those",  "to",     "too",
    "u",     "up",    "ur",       "us",     "ve",      "very", "want",  "was",    "we",     "well",
    "were",  "what",  "when",     "where",  "which",   "who",  "whom",  "whose",  "why",    "will",
    "with",  "would", "yes",      "you",    "your",
});
constexpr HashedWords<room_for(small.size())> small_hashes(small);

constexpr auto polite = std::to_array<std::string_view>(
    {"bjr", "bonjour", "bonsoir", "cheers", "coucou", "everybody", "everyone", "folks", "guys", "hello",
     "hey", "hi",      "hiya",    "madam",  "mci",    "merci",     "please",   "pls",   "plz",  "salut",
     "sir", "slt",     "stp",     "svp",    "thank",  "thanks",    "thx",      "ty"});
constexpr HashedWords<room_for(polite.size())> polite_hashes(polite);

}  // namespace

bool is_small_word(std::string_view folded_word) {
  return small_hashes.hold(folded_word);
}

bool is_courtesy(std::string_view folded_word) {
  return polite_hashes.hold(folded_word);
}

std::vector<std::string_view> small_words() {
  return {small.begin(), small.end()};
}

std::vector<std::string_view> courtesies() {
  return {polite.begin(), polite.end()};
}

}  // namespace language
