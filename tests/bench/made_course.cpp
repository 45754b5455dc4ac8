#include "tests/bench/made_course.hpp"

#include <array>
#include <cstdint>
#include <cstdio>
#include <fstream>
#include <nlohmann/json.hpp>
#include <set>

#include "base/text.hpp"
#include "tests/language/labelled_posts.hpp"

namespace made {
namespace {

class Dice {
 public:
  std::size_t below(std::size_t count) {
    state_ = state_ * 6364136223846793005U + 1442695040888963407U;
    return (state_ >> 33U) % count;
  }
  const std::string& one_of(const std::vector<std::string>& list) { return list[below(list.size())]; }

 private:
  std::uint64_t state_ = 1;
};

std::vector<std::string> labelled_texts() {
  std::vector<std::string> texts;
  for (const char* kind : {"questions", "introductions", "glossary", "safety", "language"}) {
    for (const char* split : {"dev", "held"}) {
      for (const auto& row : labelled::rows_of(kind, split)) texts.push_back(row.text());
    }
  }
  return texts;
}

std::vector<std::string> vocabulary() {
  std::set<std::string> words;
  for (const std::string& text : labelled_texts()) {
    for (const std::string& word : base::split(base::fold(text), ' ')) {
      const bool plain = word.find_first_not_of("abcdefghijklmnopqrstuvwxyz") == std::string::npos;
      if (plain && word.size() > 1) words.insert(word);
    }
  }
  return {words.begin(), words.end()};
}

std::string rule_of(std::size_t place, Words kind, Dice& dice, const std::vector<std::string>& words) {
  const std::string number = std::to_string(place);
  const std::string when =
      kind == Words::phrases
          ? "      says: [\"" + dice.one_of(words) + " " + dice.one_of(words) + "\", \"" +
                dice.one_of(words) + " word" + number + "\"]\n"
          : "      matches: '\\b" + dice.one_of(words) + " (of|for) x" + number + "\\d+'\n";
  return "  - rule: r" + number + "\n    when:\n" + when + "    then:\n      - label: l" +
         std::to_string(place % 50) + "\n";
}

// Wordings of one entry share most of their words, as wordings of people do.
std::string entry_of(std::size_t place, Dice& dice, const std::vector<std::string>& words) {
  const std::string topic = dice.one_of(words) + " " + dice.one_of(words) + " topic" + std::to_string(place);
  std::string entry = "  - id: entry" + std::to_string(place) + "\n    asks:\n";
  for (const char* frame :
       {"where do i find the ", "how does the ", "can anyone explain the ", "when is the "}) {
    entry += "      - \"" + std::string(frame) + topic + " " + dice.one_of(words) + "?\"\n";
  }
  return entry + "    answer: \"" + topic + " is on the course page, under " + dice.one_of(words) + ".\"\n";
}

std::string padded(std::size_t number) {
  return (number < 10 ? "0" : "") + std::to_string(number);
}

// Posts half a minute apart.
std::string time_of(std::size_t place) {
  const std::size_t minute = place / 2;
  return "2026-03-" + padded(1 + minute / 1440 % 28) + "T" + padded(minute / 60 % 24) + ":" +
         padded(minute % 60) + (place % 2 == 0 ? ":00Z" : ":30Z");
}

}  // namespace

void write_course(const std::filesystem::path& folder, const Size& size) {
  std::filesystem::create_directories(folder);
  Dice dice;
  const std::vector<std::string> words = vocabulary();
  std::ofstream(folder / "course.yaml") << "course:\n  name: Bench\n  hashtags: [\"#flockcourse\"]\n"
                                           "  languages: [en, fr]\n  time_zone: UTC\n  contact: \"@dana\"\n";
  std::ofstream rules(folder / "rules.yaml");
  rules << "rules:\n";
  for (std::size_t i = 0; i < size.rules; ++i) rules << rule_of(i, size.words, dice, words);
  if (size.faq == 0) return;
  std::ofstream faq(folder / "faq.yaml");
  faq << "faq:\n";
  for (std::size_t i = 0; i < size.faq; ++i) faq << entry_of(i, dice, words);
}

std::vector<std::string> posts(std::size_t count) {
  constexpr std::array<const char*, 4> ends{" #flockcourse", " #flockcourse https://example.org/a/b?c=1",
                                            " #flockcourse", " @dana #flockcourse 👍"};
  Dice dice;
  const std::vector<std::string> texts = labelled_texts();
  std::vector<std::string> made;
  for (std::size_t i = 0; i < count; ++i) made.push_back(dice.one_of(texts) + ends[dice.below(ends.size())]);
  return made;
}

std::string understand_lines(const std::vector<std::string>& posts) {
  std::string lines;
  for (std::size_t i = 0; i < posts.size(); ++i) {
    lines += nlohmann::json{{"id", std::to_string(i)}, {"text", posts[i]}}.dump() + "\n";
  }
  return lines;
}

std::string archive_lines(const std::vector<std::string>& posts) {
  std::string lines;
  for (std::size_t i = 0; i < posts.size(); ++i) {
    const std::string who = "u" + std::to_string(i % 200);
    lines += nlohmann::json{{"id", std::to_string(i)},
                            {"network", "practice"},
                            {"author", {{"id", who}, {"handle", who}, {"name", who}}},
                            {"text", posts[i]},
                            {"created_at", time_of(i)}}
                 .dump() +
             "\n";
  }
  return lines;
}

}  // namespace made
