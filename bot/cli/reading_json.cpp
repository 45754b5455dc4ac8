#include "cli/reading_json.hpp"

#include "rules/ruleset.hpp"

#include <array>
#include <charconv>
#include <cmath>

namespace cli {
namespace {

void append_number(std::string& out, std::int64_t number) {
  std::array<char, 24> digits{};
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
  out.append(digits.data(), end);
}

// Four digits are more than a score means.
void append_score(std::string& out, double score) {
  const auto rounded = static_cast<std::int64_t>(std::round(score * 10'000));
  append_number(out, rounded / 10'000);
  std::int64_t rest = rounded % 10'000;
  out += '.';
  for (std::int64_t digit = 1'000; digit > 0; digit /= 10) {
    out += static_cast<char>('0' + rest / digit);
    rest %= digit;
    if (rest == 0) return;
  }
}

void append_bool(std::string& out, bool value) {
  out += value ? "true" : "false";
}

void append_word_or_null(std::string& out, std::string_view word) {
  if (word.empty()) {
    out += "null";
  } else {
    append_json_string(out, word);
  }
}

void append_indices(std::string& out, const language::Span& span) {
  out += ",\"indices\":[";
  append_number(out, span.begin);
  out += ',';
  append_number(out, span.end);
  out += "]}";
}

void append_entities(std::string& out, std::string_view kind, const std::vector<language::Entity>& entities) {
  out += kind;
  bool first = true;
  for (const language::Entity& entity : entities) {
    out += first ? "{\"text\":" : ",{\"text\":";
    first = false;
    append_json_string(out, entity.text);
    append_indices(out, entity.span);
  }
  out += ']';
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

void append_introduction(std::string& out, const language::Introduction& introduction) {
  out += ",\"introduction\":{\"is\":";
  append_bool(out, introduction.is);
  out += ",\"score\":";
  append_score(out, introduction.score);
  out += ",\"told\":[";
  bool first = true;
  for (const language::Told& told : introduction.told) {
    out += first ? "{\"kind\":" : ",{\"kind\":";
    first = false;
    append_json_string(out, told_kind(told.kind));
    out += ",\"text\":";
    append_json_string(out, told.text);
    append_indices(out, told.span);
  }
  out += "]}";
}

void append_glossary(std::string& out, const rules::Ruleset& ruleset,
                     const std::optional<language::GlossaryRequest>& request) {
  out += ",\"glossary\":";
  if (!request) {
    out += "null";
    return;
  }
  out += request->term ? "{\"term\":" : "{\"asked\":";
  append_json_string(out,
                     request->term ? ruleset.content().glossary.at(*request->term).term : request->asked);
  out += ",\"score\":";
  append_score(out, request->score);
  out += '}';
}

std::string_view faq_decision(const domain::Thresholds& thresholds, double score) {
  if (score >= thresholds.answer) return "answer";
  return score >= thresholds.draft ? "draft" : "silent";
}

void append_faq(std::string& out, const rules::Ruleset& ruleset, const std::vector<language::FaqHit>& hits) {
  if (hits.empty()) {
    out += ",\"faq\":{\"best\":null,\"score\":0,\"decision\":\"silent\",\"next\":[]}";
    return;
  }
  const std::vector<domain::FaqEntry>& entries = ruleset.content().faq;
  const double score = hits.front().score;
  out += ",\"faq\":{\"best\":";
  append_json_string(out, entries.at(hits.front().entry).id);
  out += ",\"score\":";
  append_score(out, score);
  out += ",\"decision\":\"";
  out += faq_decision(ruleset.course().understanding, score);
  out += "\",\"next\":[";
  for (std::size_t i = 1; i < hits.size(); ++i) {
    out += i == 1 ? "{\"id\":" : ",{\"id\":";
    append_json_string(out, entries.at(hits[i].entry).id);
    out += ",\"score\":";
    append_score(out, hits[i].score);
    out += '}';
  }
  out += "]}";
}

void append_lengths(std::string& out, const language::Lengths& lengths) {
  out += "},\"length\":{\"x_weighted\":";
  append_number(out, lengths.x_weighted);
  out += ",\"mastodon\":";
  append_number(out, lengths.mastodon);
  out += ",\"graphemes\":";
  append_number(out, lengths.graphemes);
  out += ",\"bytes\":";
  append_number(out, lengths.bytes);
}

void append_safety(std::string& out, const language::Safety& safety) {
  out += ",\"safety\":{\"human_needed\":";
  append_bool(out, safety.human_needed());
  out += ",\"kind\":";
  append_word_or_null(out, language::to_word(safety.danger));
  out += ",\"score\":";
  append_score(out, safety.score);
  out += '}';
}

}  // namespace

void append_json_string(std::string& out, std::string_view text) {
  constexpr std::string_view hex = "0123456789abcdef";
  out += '"';
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') {
      out += '\\';
      out += c;
    } else if (byte >= 0x20) {
      out += c;
    } else {
      out += "\\u00";
      out += hex[byte >> 4U];
      out += hex[byte & 0xFU];
    }
  }
  out += '"';
}

void append_reading(std::string& out, std::string_view id, const rules::Ruleset& ruleset,
                    const language::Reading& reading) {
  out += "{\"id\":";
  out += id;
  append_entities(out, ",\"entities\":{\"hashtags\":[", reading.entities.hashtags);
  append_entities(out, ",\"mentions\":[", reading.entities.mentions);
  append_entities(out, ",\"urls\":[", reading.entities.urls);
  append_entities(out, ",\"cashtags\":[", reading.entities.cashtags);
  append_lengths(out, reading.lengths);
  out += "},\"language\":{\"code\":";
  append_json_string(out, reading.language.code);
  out += ",\"confidence\":";
  append_score(out, reading.language.confidence);
  out += "},\"question\":{\"is\":";
  append_bool(out, reading.question.is);
  out += ",\"score\":";
  append_score(out, reading.question.score);
  out += '}';
  append_introduction(out, reading.introduction);
  append_safety(out, reading.safety);
  out += ",\"command\":";
  append_word_or_null(out, language::to_word(reading.command));
  append_glossary(out, ruleset, reading.glossary);
  append_faq(out, ruleset, reading.faq);
  out += '}';
}

}  // namespace cli
