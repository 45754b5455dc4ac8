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

void add_strings(const nlohmann::json& value, std::vector<std::string>& texts) {
  if (value.is_string()) texts.push_back(value.get<std::string>());
  if (!value.is_structured()) return;
  for (const auto& part : value) add_strings(part, texts);
}

// What real people asked elsewhere and the texts of Twitter's conformance suite, where the development sets
// are.
std::vector<std::string> development_texts() {
  const std::filesystem::path folder = FLOCKMATE_SOURCE_DIR "/../shared/data/dev";
  std::vector<std::string> texts;
  for (const char* set :
       {"clinc150-10shot-val", "hint3-curekart", "hwu64-10shot-val", "stackfaq-5-paraphrases"}) {
    std::ifstream file(folder / ("faq-" + std::string(set) + ".json"));
    if (file) add_strings(nlohmann::json::parse(file), texts);
  }
  std::ifstream suite(folder / "twitter-text" / "extract.yml");
  constexpr std::string_view key = "text: \"";
  for (std::string line; std::getline(suite, line);) {
    const std::size_t at = line.find(key);
    if (at != std::string::npos && line.back() == '"') {
      texts.push_back(line.substr(at + key.size(), line.size() - at - key.size() - 1));
    }
  }
  return texts;
}

std::vector<std::string> vocabulary(const std::vector<std::string>& texts) {
  std::set<std::string> words;
  for (const std::string& text : texts) {
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

std::string padded(std::size_t number) {
  return (number < 10 ? "0" : "") + std::to_string(number);
}

// Half of what one person wrote, half of what another did, and one word of a third.
std::string varied(Dice& dice, const std::vector<std::string>& texts, const std::vector<std::string>& words) {
  const std::vector<std::string> first = base::split(dice.one_of(texts), ' ');
  const std::vector<std::string> second = base::split(dice.one_of(texts), ' ');
  std::vector<std::string> mixed(first.begin(), first.begin() + static_cast<long>((first.size() + 1) / 2));
  mixed.insert(mixed.end(), second.begin() + static_cast<long>(second.size() / 2), second.end());
  mixed[dice.below(mixed.size())] = dice.one_of(words);
  return base::join(mixed, " ");
}

// Posts half a minute apart.
std::string time_of(std::size_t place) {
  const std::size_t minute = place / 2;
  return "2026-03-" + padded(1 + minute / 1440 % 28) + "T" + padded(minute / 60 % 24) + ":" +
         padded(minute % 60) + (place % 2 == 0 ? ":00Z" : ":30Z");
}

}  // namespace

// Wordings of one entry share most of their words, as wordings of people do.
std::vector<domain::FaqEntry> faq(std::size_t count) {
  Dice dice;
  const std::vector<std::string> words = vocabulary(labelled_texts());
  std::vector<domain::FaqEntry> entries(count);
  for (std::size_t place = 0; place < count; ++place) {
    domain::FaqEntry& entry = entries[place];
    const std::string number = std::to_string(place);
    const std::string topic = dice.one_of(words) + " " + dice.one_of(words) + " topic" + number;
    entry.id = "entry" + number;
    for (const char* frame :
         {"where do i find the ", "how does the ", "can anyone explain the ", "when is the "}) {
      entry.asks.push_back(frame + topic + " " + dice.one_of(words) + "?");
    }
    entry.answer["en"] = topic + " is on the course page, under " + dice.one_of(words) + ".";
  }
  return entries;
}

void write_course(const std::filesystem::path& folder, const Size& size) {
  std::filesystem::create_directories(folder);
  Dice dice;
  const std::vector<std::string> words = vocabulary(labelled_texts());
  std::ofstream(folder / "course.yaml") << "course:\n  name: Bench\n  hashtags: [\"#flockcourse\"]\n"
                                           "  languages: [en, fr]\n  time_zone: UTC\n  contact: \"@dana\"\n";
  std::ofstream rules(folder / "rules.yaml");
  rules << "rules:\n";
  for (std::size_t i = 0; i < size.rules; ++i) rules << rule_of(i, size.words, dice, words);
  if (size.faq == 0) return;
  std::ofstream file(folder / "faq.yaml");
  file << "faq:\n";
  for (const domain::FaqEntry& entry : faq(size.faq)) {
    file << "  - id: " << entry.id << "\n    asks:\n";
    for (const std::string& ask : entry.asks) file << "      - \"" << ask << "\"\n";
    file << "    answer: \"" << entry.answer.at("en") << "\"\n";
  }
}

std::vector<std::string> posts(std::size_t count) {
  constexpr std::array<const char*, 4> ends{" #flockcourse", " #flockcourse https://example.org/a/b?c=1",
                                            " #flockcourse", " @dana #flockcourse 👍"};
  Dice dice;
  std::vector<std::string> texts = labelled_texts();
  for (const std::string& text : development_texts()) {
    if (text.find(' ') != std::string::npos && text.size() < 250) texts.push_back(text);
  }
  const std::vector<std::string> words = vocabulary(texts);
  std::set<std::string> known;
  std::vector<std::string> made;
  while (made.size() < count) {
    std::string post = varied(dice, texts, words) + ends[dice.below(ends.size())];
    if (known.insert(post).second) made.push_back(std::move(post));
  }
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
