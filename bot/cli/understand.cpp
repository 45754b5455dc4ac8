#include <unistd.h>

#include <algorithm>
#include <cmath>
#include <iostream>
#include <nlohmann/json.hpp>

#include "base/text.hpp"
#include "cli/cohorts.hpp"
#include "cli/commands.hpp"
#include "cli/lines.hpp"

namespace cli {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t longest_line = 64 * 1024 * 1024;

// Four digits are more than a score means.
double rounded(double score) {
  return std::round(score * 10'000) / 10'000;
}

Json entities_json(const std::vector<language::Entity>& entities) {
  Json list = Json::array();
  for (const language::Entity& entity : entities) {
    list.push_back({{"text", entity.text}, {"indices", {entity.span.begin, entity.span.end}}});
  }
  return list;
}

std::string_view told_kind(language::Told::Kind kind) {
  switch (kind) {
    case language::Told::Kind::place:
      return "place";
    case language::Told::Kind::branch:
      return "branch";
    case language::Told::Kind::role:
      return "role";
    case language::Told::Kind::interest:
      return "interest";
    case language::Told::Kind::name:
      return "name";
  }
  return "";
}

Json introduction_json(const language::Introduction& introduction) {
  Json told = Json::array();
  for (const language::Told& one : introduction.told) {
    told.push_back(
        {{"kind", told_kind(one.kind)}, {"text", one.text}, {"indices", {one.span.begin, one.span.end}}});
  }
  return {{"is", introduction.is}, {"score", rounded(introduction.score)}, {"told", std::move(told)}};
}

Json glossary_json(const rules::Ruleset& ruleset, const std::optional<language::GlossaryRequest>& request) {
  if (!request) return nullptr;
  if (!request->term) return {{"asked", request->asked}, {"score", rounded(request->score)}};
  return {{"term", ruleset.content().glossary.at(*request->term).term}, {"score", rounded(request->score)}};
}

Json faq_json(const rules::Ruleset& ruleset, const std::vector<language::FaqHit>& hits) {
  if (hits.empty()) return {{"best", nullptr}, {"score", 0}, {"decision", "silent"}, {"next", Json::array()}};
  const domain::Thresholds& thresholds = ruleset.course().understanding;
  const std::vector<domain::FaqEntry>& entries = ruleset.content().faq;
  const double score = hits.front().score;
  Json next = Json::array();
  for (std::size_t i = 1; i < hits.size(); ++i) {
    next.push_back({{"id", entries.at(hits[i].entry).id}, {"score", rounded(hits[i].score)}});
  }
  const char* decision = score >= thresholds.answer  ? "answer"
                         : score >= thresholds.draft ? "draft"
                                                     : "silent";
  return {{"best", entries.at(hits.front().entry).id},
          {"score", rounded(score)},
          {"decision", decision},
          {"next", next}};
}

Json word_or_null(std::string_view word) {
  return word.empty() ? Json(nullptr) : Json(word);
}

Json reading_json(const rules::Ruleset& ruleset, const language::Reading& reading) {
  return {
      {"entities",
       {{"hashtags", entities_json(reading.entities.hashtags)},
        {"mentions", entities_json(reading.entities.mentions)},
        {"urls", entities_json(reading.entities.urls)},
        {"cashtags", entities_json(reading.entities.cashtags)}}},
      {"length",
       {{"x_weighted", reading.lengths.x_weighted},
        {"mastodon", reading.lengths.mastodon},
        {"graphemes", reading.lengths.graphemes},
        {"bytes", reading.lengths.bytes}}},
      {"language", {{"code", reading.language.code}, {"confidence", rounded(reading.language.confidence)}}},
      {"question", {{"is", reading.question.is}, {"score", rounded(reading.question.score)}}},
      {"introduction", introduction_json(reading.introduction)},
      {"safety",
       {{"human_needed", reading.safety.human_needed()},
        {"kind", word_or_null(language::to_word(reading.safety.danger))},
        {"score", rounded(reading.safety.score)}}},
      {"command", word_or_null(language::to_word(reading.command))},
      {"glossary", glossary_json(ruleset, reading.glossary)},
      {"faq", faq_json(ruleset, reading.faq)},
  };
}

bool mentions_bot(const std::string& text, const std::string& handle) {
  if (text.find('@') == std::string::npos && text.find("＠") == std::string::npos) return false;
  const auto mentions = language::entities_of(text).mentions;
  return std::any_of(mentions.begin(), mentions.end(),
                     [&](const language::Entity& one) { return base::fold(one.text) == base::fold(handle); });
}

// What one line asks for, or why it cannot be read.
base::Result<Json> answer(const rules::Ruleset& ruleset, const std::string& line) {
  const Json asked = Json::parse(line, nullptr, false);
  if (asked.is_discarded()) return base::Error{base::ErrorKind::invalid, "this line is not JSON"};
  if (!asked.is_object()) return base::Error{base::ErrorKind::invalid, "this line is not a JSON object"};
  const auto text = asked.find("text");
  if (text == asked.end() || !text->is_string()) {
    return base::Error{base::ErrorKind::invalid, "\"text\" is missing or not a string"};
  }
  const auto given = [&asked](const char* key) {
    return asked.contains(key) ? asked.at(key) : Json(nullptr);
  };
  const Json language = given("language");
  const Json addressed = given("addressed");
  if (!language.is_null() && !language.is_string()) {
    return base::Error{base::ErrorKind::invalid, "\"language\" is not a string"};
  }
  if (!addressed.is_null() && !addressed.is_boolean()) {
    return base::Error{base::ErrorKind::invalid, "\"addressed\" is neither true nor false"};
  }
  const std::string& words = text->get_ref<const std::string&>();
  const std::string tag = language.is_string() ? language.get<std::string>() : "";
  const bool to_bot =
      addressed.is_boolean() ? addressed.get<bool>() : mentions_bot(words, ruleset.bot_handle());
  Json told = {{"id", given("id")}};
  told.update(reading_json(ruleset, ruleset.reader().read({words, tag, to_bot})));
  return told;
}

}  // namespace

int understand(const Arguments& arguments) {
  const auto cohort = load_one_cohort(arguments, base::SystemClock().now());
  if (!cohort) return complain(cohort.error().message, cannot_start);
  std::ios::sync_with_stdio(false);
  int exit_code = fine;
  std::size_t number = 0;
  const auto tell = [&](const std::string& line, bool too_long) {
    ++number;
    base::Result<Json> told = too_long
                                  ? base::Error{base::ErrorKind::invalid, "this line is longer than 64 MiB"}
                                  : answer(*cohort->ruleset, line);
    if (!told) {
      told = Json{{"line", number}, {"error", told.error().message}};
      exit_code = findings;
    }
    std::cout << told->dump(-1, ' ', false, Json::error_handler_t::replace) << '\n';
  };
  each_line(STDIN_FILENO, longest_line, tell, [] { std::cout.flush(); });
  return exit_code;
}

}  // namespace cli
