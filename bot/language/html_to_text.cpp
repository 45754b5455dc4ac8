#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

#include "base/text.hpp"
#include "language/code_points.hpp"
#include "language/html_entities.hpp"
#include "language/reader.hpp"

namespace language {
namespace {

constexpr std::size_t npos = std::string_view::npos;

bool is_white(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

std::string lower(std::string_view text) {
  std::string small(text);
  for (char& c : small) c = static_cast<char>(to_ascii_lower(static_cast<unsigned char>(c)));
  return small;
}

template <std::size_t count>
bool is_one_of(const std::array<std::string_view, count>& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

constexpr std::array<std::string_view, 11> paragraphs{"p",  "blockquote", "pre", "ul", "ol", "h1",
                                                      "h2", "h3",         "h4",  "h5", "h6"};
constexpr std::array<std::string_view, 6> lines{"div", "li", "tr", "dt", "dd", "hr"};
constexpr std::array<std::string_view, 4> unseen{"script", "style", "template", "title"};

struct Tag {
  std::string name;  // lower case
  std::string_view attributes;
  bool closing = false;
};

// Text with line breaks where they are seen: white space collapses, lines are never more than one blank
// apart.
class Page {
 public:
  explicit Page(std::size_t size) { text_.reserve(size); }

  void write(char c) {
    begin_writing();
    text_ += c;
  }
  void write_entity(std::string_view html, std::size_t& at) {
    begin_writing();
    at += append_entity(html.substr(at), text_);
  }
  void space() { space_ = true; }
  void break_line() { breaks_ = std::min(breaks_ + 1, 2); }
  void break_at_least(int breaks) { breaks_ = std::max(breaks_, breaks); }
  void begin_item() { item_ = true; }
  // Deeper quotations look like those of the third level: the text stays linear in what came in.
  void quote(bool opens) { quotes_ = std::max(0, quotes_ + (opens ? 1 : -1)); }
  std::string take() && { return std::move(text_); }

 private:
  void begin_writing() {
    const bool new_line = breaks_ > 0 || text_.empty();
    if (!text_.empty()) text_.append(static_cast<std::size_t>(breaks_), '\n');
    if (new_line) {
      for (int i = 0; i < std::min(quotes_, 3); ++i) text_ += "> ";
      if (item_) text_ += "- ";
    } else if (space_) {
      text_ += ' ';
    }
    breaks_ = 0;
    space_ = item_ = false;
  }

  std::string text_;
  int breaks_ = 0;
  int quotes_ = 0;
  bool space_ = false;
  bool item_ = false;
};

class HtmlReader {
 public:
  explicit HtmlReader(std::string_view html) : html_(html), page_(html.size()) {}

  std::string take() && {
    while (at_ < html_.size()) step();
    return std::move(page_).take();
  }

 private:
  void step() {
    const char c = html_[at_];
    if (c == '<' && begins_markup()) {
      read_markup();
    } else if (hidden_depth_ > 0) {
      ++at_;
    } else if (c == '&') {
      page_.write_entity(html_, at_);
    } else {
      write_text(c);
      ++at_;
    }
  }

  void write_text(char c) {
    if (c == '\n' && preformatted_ > 0) {
      page_.break_line();
    } else if (is_white(c) && preformatted_ == 0) {
      page_.space();
    } else if (c != '\r') {
      page_.write(c);
    }
  }

  bool begins_markup() const {
    if (at_ + 1 >= html_.size()) return false;
    const char next = html_[at_ + 1];
    return next == '/' || next == '!' || next == '?' || is_ascii_letter(static_cast<unsigned char>(next));
  }

  void read_markup() {
    if (html_.substr(at_).starts_with("<!--")) {
      const std::size_t end = html_.find("-->", at_ + 4);
      at_ = end == npos ? html_.size() : end + 3;
      return;
    }
    const Tag tag = read_tag();
    if (hidden_depth_ > 0 || is_quote_fallback(tag)) {
      skip_hidden(tag);
    } else if (is_one_of(unseen, tag.name) && !tag.closing) {
      skip_unseen(tag.name);
    } else {
      lay_out(tag);
    }
  }

  // Goes past the tag; a > within quotation marks does not end it.
  Tag read_tag() {
    Tag tag;
    std::size_t at = at_ + 1;
    tag.closing = html_[at] == '/';
    if (tag.closing) ++at;
    const std::size_t begin = at;
    while (at < html_.size() && (is_ascii_alnum(static_cast<unsigned char>(html_[at])) || html_[at] == '-'))
      ++at;
    tag.name = lower(html_.substr(begin, std::min<std::size_t>(at - begin, 16)));
    const std::size_t attributes = at;
    for (char quote = '\0'; at < html_.size() && (quote != '\0' || html_[at] != '>'); ++at) {
      const char c = html_[at];
      if (quote == '\0' && (c == '"' || c == '\'')) {
        quote = c;
      } else if (c == quote) {
        quote = '\0';
      }
    }
    tag.attributes = html_.substr(attributes, at - attributes);
    at_ = std::min(at + 1, html_.size());
    return tag;
  }

  // Mastodon puts "RE: link" into a post that quotes another, for programs that know no quotes.
  static bool is_quote_fallback(const Tag& tag) {
    return !tag.closing && (tag.name == "p" || tag.name == "span") &&
           tag.attributes.find("quote-inline") != npos;
  }

  // What is inside the hidden element goes with it, elements of the same name inside included.
  void skip_hidden(const Tag& tag) {
    if (hidden_depth_ == 0) hidden_name_ = tag.name;
    if (tag.name == hidden_name_) hidden_depth_ += tag.closing ? -1 : 1;
  }

  void skip_unseen(const std::string& name) {
    while (at_ < html_.size()) {
      at_ = std::min(html_.find("</", at_), html_.size());
      if (lower(html_.substr(at_, name.size() + 2)) == "</" + name) return;
      at_ = std::min(at_ + 2, html_.size());
    }
  }

  void lay_out(const Tag& tag) {
    if (tag.name == "br") {
      page_.break_line();
    } else if (is_one_of(paragraphs, tag.name)) {
      page_.break_at_least(2);
    } else if (is_one_of(lines, tag.name)) {
      page_.break_at_least(1);
    }
    if (tag.name == "blockquote") page_.quote(!tag.closing);
    if (tag.name == "li" && !tag.closing) page_.begin_item();
    if (tag.name == "pre") preformatted_ = std::max(0, preformatted_ + (tag.closing ? -1 : 1));
  }

  std::string_view html_;
  std::size_t at_ = 0;
  Page page_;
  int preformatted_ = 0;
  int hidden_depth_ = 0;
  std::string hidden_name_;
};

}  // namespace

std::string html_to_text(std::string_view html) {
  return HtmlReader(base::valid_utf8(html)).take();
}

}  // namespace language
