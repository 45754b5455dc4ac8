#include "rulefile/odd_words.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "base/text.hpp"
#include "rulefile/letters.hpp"

namespace rulefile {
namespace {

// A star at one end of a word; not one inside it ("f*ck").
std::size_t star_at_a_word(const std::string& text) {
  for (std::size_t at = text.find('*'); at != std::string::npos; at = text.find('*', at + 1)) {
    if (letter_before(text, at) != letter_at(text, at + 1)) return at;
  }
  return std::string::npos;
}

std::vector<std::string> between(const std::string& text, std::string_view sign) {
  std::vector<std::string> out;
  std::size_t from = 0;
  for (std::size_t at = 0; at != std::string::npos; from = at + sign.size()) {
    at = text.find(sign, from);
    const std::string piece = base::trim(text.substr(from, at == std::string::npos ? at : at - from));
    if (piece.empty()) return {};
    out.push_back(piece);
    if (at == std::string::npos) break;
  }
  return out.size() > 1 ? out : std::vector<std::string>{};
}

// hi/hello: words of small letters. Not and/or, 24/7, I/O, km/h.
std::vector<std::string> between_slashes(const std::string& text) {
  std::vector<std::string> words = between(text, "/");
  const bool plain = std::all_of(words.begin(), words.end(), [](const std::string& word) {
    return word.size() > 1 && std::all_of(word.begin(), word.end(), [](char c) {
             return (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80;
           });
  });
  return plain && text != "and/or" && text != "et/ou" ? words : std::vector<std::string>{};
}

// "hi, hello, hey": single words, more of them than one sentence has in a row.
std::vector<std::string> enumerated(const std::string& text) {
  std::vector<std::string> words = between(text, ", ");
  const bool single = std::none_of(words.begin(), words.end(), [](const std::string& word) {
    return word.find(' ') != std::string::npos;
  });
  return words.size() > 2 && single ? words : std::vector<std::string>{};
}

}  // namespace

std::vector<std::string> words_meant(const std::string& text, bool quoted) {
  constexpr std::array<std::string_view, 3> always{" | ", "; ", " OR "};
  constexpr std::array<std::string_view, 5> without_quotes{", ", " or ", " ou ", " / ", "|"};
  std::string plain = text;
  while (!quoted && plain.ends_with(',')) plain.pop_back();
  std::vector<std::string> words;
  const auto split_at = [&](std::string_view sign) {
    std::vector<std::string> pieces;
    for (const std::string& word : words.empty() ? std::vector<std::string>{plain} : words) {
      const std::vector<std::string> more = between(word, sign);
      pieces.insert(pieces.end(), more.begin(), more.end());
      if (more.empty()) pieces.push_back(word);
    }
    words = pieces;
  };
  for (const std::string_view sign : always) split_at(sign);
  if (!quoted) {
    for (const std::string_view sign : without_quotes) split_at(sign);
  }
  return words.size() > 1 ? words : std::vector<std::string>{};
}

std::vector<std::string> words_in_a_row(const std::string& text, bool quoted) {
  return quoted ? enumerated(text) : between_slashes(text);
}

std::vector<std::string> all_words_meant(const std::string& text, bool quoted) {
  for (const std::string_view sign : {" AND ", " && "}) {
    if (auto words = between(text, sign); !words.empty()) return words;
  }
  if (quoted) return {};
  for (const std::string_view sign : {" and ", " et ", " + "}) {
    if (auto words = between(text, sign); !words.empty()) return words;
  }
  return {};
}

TermMeant term_meant(const std::string& text) {
  const std::size_t open = text.find('(');
  if (open == std::string::npos || open == 0 || text.back() != ')') return {};
  const std::string term = base::trim(text.substr(0, open));
  const std::string inside = base::trim(text.substr(open + 1, text.size() - open - 2));
  if (term.empty() || inside.empty() || inside.find('(') != std::string::npos) return {};
  return {term, text[open - 1] == ' ' ? inside : term + inside};
}

std::string term_asked_for(const std::string& text) {
  constexpr std::array<std::string_view, 7> questions{
      "what is ", "what's ", "what are ", "what does ", "qu'est-ce que ", "qu'est-ce qu'", "c'est quoi "};
  constexpr std::array<std::string_view, 5> with_mark{"what do ", "define ", "meaning of ", "que veut dire ",
                                                      "que signifie "};
  constexpr std::array<std::string_view, 9> small{"meant by ", "a ",  "an ", "the ", "un ",
                                                  "une ",      "le ", "la ", "l'"};
  constexpr std::array<std::string_view, 4> endings{" mean", " means", " stand for", " stands for"};
  std::string rest = replaced(replaced(text, "\xE2\x80\x99", "'"), "\xC2\xA0", " ");
  const auto take = [&](const auto& openers) {
    const auto* found = std::find_if(openers.begin(), openers.end(),
                                     [&](std::string_view one) { return base::fold(rest).starts_with(one); });
    if (found != openers.end()) rest.erase(0, found->size());
    return found != openers.end();
  };
  if (!take(questions) && !(rest.ends_with('?') && take(with_mark))) return "";
  while (take(small)) continue;
  while (!rest.empty() && (rest.back() == '?' || rest.back() == ' ')) rest.pop_back();
  for (const std::string_view one : endings) {
    if (rest.ends_with(one)) rest.erase(rest.size() - one.size());
  }
  return base::trim(rest);
}

std::vector<std::string> questions_meant(const std::string& text) {
  constexpr std::ptrdiff_t shortest = 2;  // spaces: "Where is it?"; "Why? ..." asks nothing yet
  std::vector<std::string> questions;
  std::size_t from = 0;
  for (std::size_t at = text.find('?'); at != std::string::npos; at = text.find('?', from)) {
    questions.push_back(base::trim(text.substr(from, at + 1 - from)));
    if (std::count(questions.back().begin(), questions.back().end(), ' ') < shortest) return {};
    from = at + 1;
  }
  const bool rest = !base::trim(text.substr(from)).empty();
  return questions.size() > 1 && !rest ? questions : std::vector<std::string>{};
}

std::optional<OddSign> odd_sign_in(const std::string& text) {
  for (const std::string_view escape : {"\\b", "\\w", "\\d", "\\s", ".*"}) {
    if (text.find(escape) != std::string::npos) return OddSign{std::string(escape), ""};
  }
  if (star_at_a_word(text) != std::string::npos) return OddSign{"*", replaced(text, "*", "")};
  const bool framed = text.size() > 2 && text.front() == '%' && text.back() == '%';
  if (framed) return OddSign{"%", text.substr(1, text.size() - 2)};
  if (text.front() == '^' && letter_at(text, 1)) {
    return OddSign{"^", text.substr(1, text.back() == '$' ? text.size() - 2 : std::string::npos)};
  }
  return std::nullopt;
}

std::string within_slashes(const std::string& pattern) {
  const std::size_t end = pattern.find_last_of('/');
  if (pattern.size() < 3 || pattern.front() != '/' || end < 2) return "";
  const std::string flags = pattern.substr(end + 1);
  const std::string inside = pattern.substr(1, end - 1);
  const bool path = inside.find('/') != std::string::npos && inside.find("\\/") == std::string::npos;
  if (path || flags.find_first_not_of("gimsu") != std::string::npos) return "";
  return replaced(inside, "\\/", "/");
}

std::string handle_meant(const std::string& network, const std::string& text) {
  const std::size_t scheme = text.find("://");
  if (scheme == std::string::npos) {
    const bool half = network == "bluesky" && text.find('.') == std::string::npos;
    const std::string name = text.starts_with('@') ? text.substr(1) : text;
    return half && !name.empty() ? "\"@" + name + ".bsky.social\"" : "";
  }
  std::vector<std::string> parts = base::split(text.substr(scheme + 3), '/');
  while (!parts.empty() && parts.back().empty()) parts.pop_back();
  if (parts.size() < 2) return "\"@dana\"";
  std::string name = parts.back();
  if (name.starts_with('@')) name.erase(0, 1);
  return "\"@" + name + (network == "mastodon" && name.find('@') == std::string::npos ? "@" + parts[0] : "") +
         "\"";
}

}  // namespace rulefile
