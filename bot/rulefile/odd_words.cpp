#include "rulefile/odd_words.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "base/text.hpp"

namespace rulefile {
namespace {

// All that is no sign of ASCII: letters of every script, digits.
bool is_letter(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte >= 0x80 || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool letter_at(const std::string& text, std::size_t at) {
  return at < text.size() && is_letter(text[at]);
}

bool letter_before(const std::string& text, std::size_t at) {
  return at > 0 && letter_at(text, at - 1);
}

std::string replaced(std::string text, std::string_view what, std::string_view by) {
  for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + by.size()))
    text.replace(at, what.size(), by);
  return text;
}

// A star at one end of a word; not one inside it ("f*ck").
std::size_t star_at_a_word(const std::string& text) {
  for (std::size_t at = text.find('*'); at != std::string::npos; at = text.find('*', at + 1)) {
    if (letter_before(text, at) != letter_at(text, at + 1)) return at;
  }
  return std::string::npos;
}

std::optional<AsTyped> line_break(const std::string& text) {
  if (text.find(":\\") != std::string::npos) return std::nullopt;  // C:\notes
  for (std::size_t at = text.find("\\n"); at != std::string::npos; at = text.find("\\n", at + 1)) {
    const bool goes_on = at + 2 < text.size() && text[at + 2] >= 'a' && text[at + 2] <= 'z';  // \nabla
    if (!goes_on) return AsTyped{"\\n", Phrase::line_break_in_quotes};
  }
  return std::nullopt;
}

std::optional<AsTyped> framed_link(const std::string& text) {
  const std::size_t middle = std::min(text.find("](http://"), text.find("](https://"));
  if (middle == std::string::npos) return std::nullopt;
  const std::size_t open = text.rfind('[', middle);
  const std::size_t close = text.find(')', middle);
  if (open == std::string::npos || close == std::string::npos) return std::nullopt;
  const std::string words = text.substr(open + 1, middle - open - 1);
  const std::string address = text.substr(middle + 2, close - middle - 2);
  return AsTyped{text.substr(open, close + 1 - open),
                 Argument(Phrase::write_instead, {words + ": " + address})};
}

std::optional<AsTyped> stars(const std::string& text) {
  const std::size_t open = text.find("**");
  if (open == std::string::npos || !letter_at(text, open + 2) || letter_before(text, open))
    return std::nullopt;
  const std::size_t close = text.find("**", open + 2);
  if (close == std::string::npos || text[close - 1] == ' ' || letter_at(text, close + 2)) return std::nullopt;
  const std::string words = text.substr(open + 2, close - open - 2);
  return AsTyped{text.substr(open, close + 2 - open), Argument(Phrase::write_instead, {words})};
}

// "Hi [name], ...": behind one word at most. Further back it may be what learners should fill in themselves.
std::optional<AsTyped> other_placeholder(const std::string& text) {
  constexpr std::array<std::string_view, 5> frames{"[name]", "<name>", "%name%", "${name}", "$name"};
  for (const std::string_view frame : frames) {
    const std::size_t at = text.find(frame);
    if (at == std::string::npos || letter_at(text, at + frame.size())) continue;
    if (std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(at), ' ') > 1) continue;
    if (text.find('[', at + 1) != std::string::npos || text.find('<', at + 1) != std::string::npos) continue;
    return AsTyped{std::string(frame), Argument(Phrase::write_instead, {"{{name}}"})};
  }
  return std::nullopt;
}

std::optional<AsTyped> torn_address(const std::string& text) {
  for (const std::string_view start : {"https:// ", "http:// "}) {
    const std::size_t at = text.find(start);
    if (at == std::string::npos || !letter_at(text, at + start.size())) continue;
    const std::size_t end = std::min(text.find(' ', at + start.size()), text.size());
    const std::string piece = text.substr(at, end - at);
    if (piece.find('.') == std::string::npos) continue;
    return AsTyped{piece, Argument(Phrase::write_instead, {replaced(piece, " ", "")})};
  }
  return std::nullopt;
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

std::optional<AsTyped> seen_as_typed(const std::string& text) {
  for (const auto look : {line_break, framed_link, stars, other_placeholder, torn_address}) {
    if (auto found = look(text)) return found;
  }
  return std::nullopt;
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
