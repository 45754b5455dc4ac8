#include "app/wrong_reply.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <optional>

#include "base/text.hpp"
#include "language/reading.hpp"
#include "rules/decide.hpp"
#include "rules/ruleset.hpp"

namespace app {
namespace {

using language::Span;

constexpr std::size_t longest_words = 500;  // characters
constexpr std::size_t shortest_name = 3;    // a shorter part of a name may be any word
constexpr int shortest_number = 6;          // digits; a shorter one calls nobody
constexpr std::chrono::days newcomers_stay_new{7};
constexpr const char* made_up_name = "Sam";

struct Change {
  std::size_t begin = 0;  // bytes
  std::size_t end = 0;
  std::string instead;
};

// Where code points begin, and the end.
std::vector<std::size_t> code_point_starts(const std::string& text) {
  std::vector<std::size_t> starts;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if ((static_cast<unsigned char>(text[i]) & 0xC0U) != 0x80U) starts.push_back(i);
  }
  starts.push_back(text.size());
  return starts;
}

bool is_space(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

bool in_word(char c) {
  return std::isalnum(static_cast<unsigned char>(c)) != 0 || static_cast<unsigned char>(c) >= 0x80;
}

template <typename Visit>
void each_run(const std::string& text, bool (*belongs)(char), const Visit& visit) {
  for (std::size_t begin = 0; begin < text.size(); ++begin) {
    if (!belongs(text[begin])) continue;
    std::size_t end = begin;
    while (end < text.size() && belongs(text[end])) ++end;
    visit(begin, end);
    begin = end;
  }
}

bool in_address(char c) {
  return in_word(c) || c == '@' || c == '.' || c == '_' || c == '-' || c == '+';
}

bool in_number(char c) {
  return std::isdigit(static_cast<unsigned char>(c)) != 0 ||
         std::string_view(" +-.()/").find(c) != std::string_view::npos;
}

// "@ana", "@ana@social.example", "ana@example.org".
void change_addresses(const std::string& text, const std::string& bot_handle, std::vector<Change>& changes) {
  const std::string bot = "@" + base::fold(bot_handle);
  each_run(text, in_address, [&](std::size_t begin, std::size_t end) {
    const std::string address = text.substr(begin, end - begin);
    const std::size_t at = address.find('@');
    if (at == std::string::npos) return;
    const std::string folded = base::fold(address.substr(at));
    const bool is_bot =
        at == 0 && folded.starts_with(bot) && (folded.size() == bot.size() || !in_word(folded[bot.size()]));
    if (is_bot) return;
    changes.push_back({begin, end, at == 0 ? "@someone" : "someone@example.org"});
  });
}

void change_numbers(const std::string& text, std::vector<Change>& changes) {
  each_run(text, in_number, [&](std::size_t begin, std::size_t end) {
    const auto is_digit = [](char c) { return std::isdigit(static_cast<unsigned char>(c)) != 0; };
    while (begin < end && !is_digit(text[begin])) ++begin;
    while (end > begin && !is_digit(text[end - 1])) --end;
    const auto count = std::count_if(text.begin() + static_cast<std::ptrdiff_t>(begin),
                                     text.begin() + static_cast<std::ptrdiff_t>(end), is_digit);
    if (count >= shortest_number) changes.push_back({begin, end, "000"});
  });
}

void change_names(const std::string& text, const domain::Author& author, std::vector<Change>& changes) {
  std::vector<std::string> names;
  for (const std::string* name : {&author.name, &author.handle}) {
    each_run(*name, in_word, [&](std::size_t begin, std::size_t end) {
      const std::string part = base::fold(name->substr(begin, end - begin));
      if (base::count_code_points(part) >= shortest_name) names.push_back(part);
    });
  }
  each_run(text, in_word, [&](std::size_t begin, std::size_t end) {
    const std::string word = base::fold(text.substr(begin, end - begin));
    if (std::find(names.begin(), names.end(), word) != names.end())
      changes.push_back({begin, end, made_up_name});
  });
}

void change_spans(const std::string& text, const language::Reading& reading, std::vector<Change>& changes) {
  const std::vector<std::size_t> starts = code_point_starts(text);
  const auto add = [&](const Span& span, const char* instead) {
    if (span.begin < span.end && span.end < starts.size())
      changes.push_back({starts[span.begin], starts[span.end], instead});
  };
  for (const language::Entity& url : reading.entities.urls) add(url.span, "https://example.org/link");
  for (const language::Told& told : reading.introduction.told) {
    if (told.kind == language::Told::Kind::name) add(told.span, made_up_name);
    if (told.kind == language::Told::Kind::place) add(told.span, "Sometown");
  }
}

// Of two that overlap, the one that begins first and takes more.
std::string with_changes(const std::string& text, std::vector<Change> changes) {
  std::sort(changes.begin(), changes.end(), [](const Change& a, const Change& b) {
    return a.begin != b.begin ? a.begin < b.begin : a.end > b.end;
  });
  std::string out;
  std::size_t done = 0;
  for (const Change& change : changes) {
    if (change.begin < done) continue;
    out.append(text, done, change.begin - done).append(change.instead);
    done = change.end;
  }
  return out.append(text, done);
}

std::string in_one_line(const std::string& text) {
  std::string line;
  each_run(
      text, [](char c) { return !is_space(c); },
      [&](std::size_t begin, std::size_t end) {
        if (!line.empty()) line += ' ';
        line.append(text, begin, end - begin);
      });
  return line;
}

rulefile::Case with_words(const rules::Ruleset& ruleset, const std::string& rule, const domain::Post& post,
                          const domain::Facts& facts) {
  rulefile::Case one;
  one.rule = rule;
  one.post = without_people(post, rules::read(ruleset, post, facts.addressed), ruleset.bot_handle());
  if (facts.addressed) one.mentions_bot = true;
  if (facts.role == domain::Role::facilitator) one.from = "facilitator";
  one.expect.silent = true;
  return one;
}

void add_circumstances(const domain::Post& post, const domain::Facts& facts, rulefile::Case& one) {
  one.posts_so_far = std::max(1, facts.posts_so_far);
  one.network = post.network;
  one.language = post.language;
  const bool is_new = facts.first_post_at && post.created_at - *facts.first_post_at < newcomers_stay_new;
  if (one.from.empty() && is_new) one.from = "newcomer";
  if (one.from.empty() && facts.consent == domain::Consent::joined) one.from = "joined";
  if (!post.in_reply_to.empty()) one.in_reply_to = "An earlier post.";
  if (!facts.labels.empty()) one.label = facts.labels.front();
}

// The hour, in the course's time; not the minute.
void add_hour(const rules::Ruleset& ruleset, const domain::Post& post, rulefile::Case& one) {
  const auto local = ruleset.calendar().local(post.created_at);
  one.at = base::to_date(local.date) + " " + base::two_digits(local.minute / std::chrono::hours{1}) + ":00";
}

bool is_answered(const rules::Ruleset& ruleset, const rulefile::Case& one) {
  return rulefile::ask(ruleset, one).outcome == rulefile::CaseResult::Outcome::failed;
}

}  // namespace

std::string without_people(const domain::Post& post, const language::Reading& reading,
                           const std::string& bot_handle) {
  std::vector<Change> changes;
  change_spans(post.text, reading, changes);
  change_addresses(post.text, bot_handle, changes);
  change_names(post.text, post.author, changes);
  change_numbers(post.text, changes);
  return base::shorten(in_one_line(with_changes(post.text, std::move(changes))), longest_words);
}

rulefile::Case test_of_wrong_reply(const rules::Ruleset& ruleset, const std::string& rule,
                                   const domain::Post& post, const domain::Facts& facts) {
  rulefile::Case words = with_words(ruleset, rule, post, facts);
  if (is_answered(ruleset, words)) return words;
  rulefile::Case more = words;
  add_circumstances(post, facts, more);
  if (is_answered(ruleset, more)) return more;
  rulefile::Case most = more;
  add_hour(ruleset, post, most);
  return is_answered(ruleset, most) ? most : words;
}

}  // namespace app
