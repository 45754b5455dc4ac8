#include "rulefile/typed_text.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "base/text.hpp"
#include "language/reader.hpp"
#include "rulefile/letters.hpp"

namespace rulefile {
namespace {

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

constexpr std::array<std::string_view, 5> tag_talk{"html", " tag", "balise", "element", "code"};

// Who writes about HTML means its tags as they stand.
bool is_about_tags(const std::string& text) {
  const std::string folded = base::fold(text);
  return std::any_of(tag_talk.begin(), tag_talk.end(),
                     [&](std::string_view word) { return folded.find(word) != std::string::npos; });
}

// <a href="https://...">words</a>
std::optional<AsTyped> html_link(const std::string& text) {
  const std::size_t open = text.find("<a href=");
  const std::size_t start = open == std::string::npos ? open : text.find('>', open);
  const std::size_t end = start == std::string::npos ? start : text.find("</a>", start);
  if (end == std::string::npos) return std::nullopt;
  std::string address = text.substr(open + 8, start - open - 8);
  std::erase_if(address, [](char c) { return c == '"' || c == '\''; });
  address = address.substr(0, address.find(' '));
  const std::string words = text.substr(start + 1, end - start - 1);
  return AsTyped{text.substr(open, end + 4 - open),
                 Argument(Phrase::write_instead, {words == address ? address : words + ": " + address})};
}

// <b>words</b>
std::optional<AsTyped> html_pair(const std::string& text) {
  constexpr std::array<std::string_view, 10> tags{"b", "i", "u", "p", "em", "strong", "li", "ul", "h1", "h2"};
  for (const std::string_view tag : tags) {
    const std::string opening = "<" + std::string(tag) + ">";
    const std::string closing = "</" + std::string(tag) + ">";
    const std::size_t open = text.find(opening);
    const std::size_t close = open == std::string::npos ? open : text.find(closing, open);
    if (close == std::string::npos) continue;
    const std::size_t inside = open + opening.size();
    const std::string words = base::trim(text.substr(inside, close - inside));
    return AsTyped{text.substr(open, close + closing.size() - open),
                   Argument(Phrase::write_instead, {words})};
  }
  return std::nullopt;
}

std::optional<AsTyped> html_sign(const std::string& text) {
  for (const std::string_view sign : {"<br>", "<br/>", "<br />"}) {
    if (text.find(sign) != std::string::npos) return AsTyped{std::string(sign), Phrase::new_line};
  }
  constexpr std::array<std::array<std::string_view, 2>, 4> letters{
      {{"&amp;", "&"}, {"&quot;", "\""}, {"&lt;", "<"}, {"&gt;", ">"}}};
  for (const auto& [written, meant] : letters) {
    if (text.find(written) == std::string::npos) continue;
    return AsTyped{std::string(written), Argument(Phrase::write_instead, {std::string(meant)})};
  }
  if (text.find("&nbsp;") != std::string::npos) return AsTyped{"&nbsp;", Phrase::plain_space};
  return std::nullopt;
}

std::optional<AsTyped> html(const std::string& text) {
  const bool none = text.find('<') == std::string::npos && text.find('&') == std::string::npos;
  if (none || is_about_tags(text)) return std::nullopt;
  for (const auto look : {html_link, html_pair, html_sign}) {
    if (auto found = look(text)) return found;
  }
  return std::nullopt;
}

}  // namespace

std::optional<AsTyped> seen_as_typed(const std::string& text) {
  for (const auto look : {line_break, framed_link, stars, html, other_placeholder, torn_address}) {
    if (auto found = look(text)) return found;
  }
  return std::nullopt;
}

std::string half_link_in(const std::string& text) {
  if (text.find('.') == std::string::npos) return "";
  for (const language::Entity& url : language::entities_of(text).urls) {
    const bool half = url.text.find("://") == std::string::npos;
    const bool meant = url.text.starts_with("www.") || url.text.find('/') != std::string::npos;
    if (half && meant) return url.text;
  }
  return "";
}

std::string whole_link(const std::string& address) {
  const std::size_t scheme = address.find(":/");
  const std::size_t start = scheme == std::string::npos ? 0 : address.find_first_not_of(":/", scheme);
  const std::string rest = start == std::string::npos ? "" : address.substr(start);
  const bool plain = rest.find('.') != std::string::npos && rest.find_first_of(" @") == std::string::npos;
  return plain ? "https://" + rest : "";
}

std::string at_before_handle(const std::string& text) {
  for (std::size_t at = text.find("@{{"); at != std::string::npos; at = text.find("@{{", at + 1)) {
    const std::size_t close = text.find("}}", at);
    if (close == std::string::npos) return "";
    if (base::trim(text.substr(at + 3, close - at - 3)) == "handle") return text.substr(at, close + 2 - at);
  }
  return "";
}

}  // namespace rulefile
