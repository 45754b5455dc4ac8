#include <unistd.h>

#include <iostream>
#include <nlohmann/json.hpp>

#include "cli/cohorts.hpp"
#include "cli/commands.hpp"
#include "cli/lines.hpp"
#include "cli/reading_json.hpp"
#include "language/reader.hpp"
#include "rules/ruleset.hpp"

namespace cli {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t longest_line = std::size_t{64} * 1024 * 1024;

// A post as one line gives it.
struct Asked {
  std::string id;  // a JSON value, as it came in
  std::string text;
  std::string language;
  bool addressed = false;
};

base::Error refusal(const char* why) {
  return {base::ErrorKind::invalid, why};
}

// Brackets within brackets outside of strings: writing them back takes the stack's room.
bool is_nested_deeply(std::string_view line) {
  constexpr int deepest = 100;
  int depth = 0;
  bool quoted = false;
  for (std::size_t i = 0; i < line.size(); ++i) {
    const char c = line[i];
    if (quoted && c == '\\') {
      ++i;
    } else if (c == '"') {
      quoted = !quoted;
    } else if (!quoted && (c == '[' || c == '{')) {
      if (++depth > deepest) return true;
    } else if (!quoted && (c == ']' || c == '}')) {
      --depth;
    }
  }
  return false;
}

// What one line asks for, or why it cannot be read.
base::Result<Asked> asked_by(const std::string& line) {
  if (is_nested_deeply(line)) return refusal("this line has more than 100 brackets within brackets");
  Json json = Json::parse(line, nullptr, false);
  if (json.is_discarded()) return refusal("this line is not JSON");
  if (!json.is_object()) return refusal("this line is not a JSON object");
  const auto take = [&json](const char* key) {
    const auto found = json.find(key);
    return found == json.end() ? Json(nullptr) : std::move(*found);
  };
  Json text = take("text");
  const Json language = take("language");
  const Json addressed = take("addressed");
  if (!text.is_string()) return refusal("\"text\" is missing or not a string");
  if (!language.is_null() && !language.is_string()) return refusal("\"language\" is not a string");
  if (!addressed.is_null() && !addressed.is_boolean())
    return refusal("\"addressed\" is neither true nor false");
  Asked asked;
  asked.id = take("id").dump(-1, ' ', false, Json::error_handler_t::replace);
  asked.text = std::move(text.get_ref<std::string&>());
  if (language.is_string()) asked.language = language.get_ref<const std::string&>();
  asked.addressed = addressed.is_boolean() && addressed.get<bool>();
  return asked;
}

}  // namespace

int understand(const Arguments& arguments) {
  const auto cohort = load_one_cohort(arguments, base::SystemClock().now());
  if (!cohort) return complain(cohort.error().message, cannot_start);
  std::ios::sync_with_stdio(false);
  int exit_code = fine;
  std::size_t number = 0;
  std::string out;
  const auto tell = [&](const std::string& line, bool too_long) {
    ++number;
    out.clear();
    const base::Result<Asked> asked = too_long ? refusal("this line is longer than 64 MiB") : asked_by(line);
    if (asked) {
      // A post that mentions the bot is addressed to it: the reader sees that for itself.
      append_reading(out, asked->id, *cohort->ruleset,
                     cohort->ruleset->reader().read({asked->text, asked->language, asked->addressed}));
    } else {
      exit_code = findings;
      out = Json{{"line", number}, {"error", asked.error().message}}.dump();
    }
    std::cout << out << '\n';
  };
  each_line(STDIN_FILENO, longest_line, tell, [] { std::cout.flush(); });
  return exit_code;
}

}  // namespace cli
