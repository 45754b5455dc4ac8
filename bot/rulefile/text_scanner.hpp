// Reads a file line by line as YAML would, no deeper than needed to see slips: where texts start and end, and
// what belongs to what. text_lines.cpp follows the lines, text_signs.cpp, text_keys.cpp and text_levels.cpp
// what they begin with and their columns, text_values.cpp, text_quotes.cpp, text_flow.cpp and
// text_two_on_line.cpp the texts in them.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "rulefile/findings.hpp"
#include "rulefile/grammar.hpp"

namespace rulefile {

class TextScanner {
 public:
  TextScanner(const SourceText& source, Findings& findings);
  void run();
  bool readable() const { return readable_; }
  std::string mended() const;

 private:
  // A list or a map that is open at this point.
  struct Level {
    std::size_t column = 0;
    bool list = false;
    std::string key;             // of a map: the last one
    bool filled = false;         // the last key or dash has a text beside or below it
    std::optional<Where> where;  // what a map holds, or each item of a list; none where it is not known
    std::string first;           // of a map: the key it began with
    int line = 0;                // of the last key or dash
  };
  // Where a text stands: in the line, below which key.
  struct Place {
    std::size_t begin = 0;    // byte in the mended line
    std::string key;          // whose text it is, "" at the top
    bool beside_key = false;  // "key: text" on one line
    std::size_t indent = 0;   // of the map or list it stands in: its other lines stand further right
    bool goes_on = false;     // more of the text above
  };
  struct OpenQuote {
    char quote = '"';
    int line = 0;
    std::size_t begin = 0;
    std::size_t indent = 0;
  };
  struct OpenFlow {
    int line = 0;
    std::size_t begin = 0;
    std::size_t indent = 0;
    std::string key;
    int depth = 0;
  };

  // text_lines.cpp
  void scan_line();
  void scan_structure(std::size_t begin);
  bool clean_indent();
  void follow_shift(std::size_t at);
  bool stands_well(std::size_t at) const;
  std::string first_key(std::size_t at) const;
  std::string key_in(std::size_t at, std::size_t colon) const;
  bool ends_document();
  bool skips_block();
  std::size_t scan_dashes(std::size_t at);
  bool scan_key(std::size_t at, bool first);
  void scan_rest(std::size_t at);
  std::string key_above() const;
  bool misses_space_after_dash(std::size_t at);
  bool misses_space_after_colon(std::size_t at);

  // text_keys.cpp
  std::size_t key_end(std::size_t at) const;
  bool misses_colon(std::size_t at, bool first);
  std::optional<Where> kind_of_map_at(std::size_t column, bool item) const;
  bool misses_colon_after_language(std::size_t at);
  enum class Languages { none, due, begun };
  Languages languages_at(std::size_t column) const;
  bool has_lines_below(std::size_t column) const;

  // text_signs.cpp
  bool is_no_line_of_ours(std::size_t at);
  bool is_title(std::size_t at) const;
  void mend_odd_dash(std::size_t at);
  void mend_numbered_item(std::size_t at);
  void give_dash(std::size_t at);
  void pull_right(std::size_t at, std::size_t column);

  // text_levels.cpp
  std::optional<std::size_t> enter(std::size_t column, bool dash, const std::string& key, bool first);
  std::size_t open(std::size_t column, bool dash, const std::string& key);
  std::size_t go_on(std::size_t column, bool dash, const std::string& key);
  bool misses_name(std::size_t at);
  bool begins_item(const std::string& key) const;
  bool stands_astray(const std::vector<Level>& left, bool dash, const std::string& key) const;
  static std::optional<std::size_t> home_of(std::size_t column, bool dash, const std::vector<Level>& levels,
                                            const std::string& key);
  std::optional<std::size_t> misplaced(std::size_t column, bool dash, const std::vector<Level>& left,
                                       const std::string& key);
  void report_misplaced(std::size_t column, bool dash, std::size_t expected, const std::string& key);
  void move_line(std::size_t column, std::size_t to);
  bool lacks_head(std::size_t column, bool dash, const std::string& key);
  bool has_heads_below() const;
  std::optional<std::size_t> belongs_to_nothing(std::size_t column, bool dash, const std::string& key);
  std::optional<std::size_t> dash_below_text(std::size_t column);
  bool skips_item();
  std::optional<std::size_t> list_left_of(std::size_t column) const;
  std::optional<std::size_t> map_for(const std::string& key) const;

  // text_values.cpp, text_quotes.cpp, text_flow.cpp, text_two_on_line.cpp
  void scan_value(const Place& place);
  void scan_plain(const Place& place);
  void scan_comment(const Place& place, std::size_t hash);
  // Up to `end`, with a sign for what stands above.
  std::string words_at(const Place& place, std::size_t end) const {
    return (place.goes_on ? "... " : "") + line_.substr(place.begin, end - place.begin);
  }
  void report_cut(const Place& place, std::size_t hash, std::size_t end);
  void scan_quoted(const Place& place);
  void continue_quoted();
  bool closes_quote(std::size_t at) const;
  bool follow_quote(char quote, std::size_t from, std::size_t& end);
  void after_quoted(const Place& place, std::size_t end);
  bool scan_block_header(const Place& place);
  void scan_flow(std::size_t from, const Place& place);
  void quote_question(std::size_t begin, std::size_t end);
  void give_up_depth(std::size_t at);
  std::size_t scan_flow_item(std::size_t at, const Place& place);
  std::size_t quote_note(std::size_t begin, std::size_t hash, const Place& place);
  void close_flow(std::size_t end, const Place& place);
  bool two_on_line(const Place& place, std::size_t end);
  bool next_on_line(const Place& place, std::size_t end);
  bool scan_sign(const Place& place, std::size_t end);
  void quote_tag(const Place& place, std::size_t end, const std::string& text);
  bool scan_curly(const Place& place, std::size_t end);
  void quote_value(Message message, const Place& place, std::size_t end, const std::string& sign = "");
  std::string suggestion(const Place& place, const std::string& text) const;
  void unclosed_quote();
  void unclosed_flow();

  // Both.
  void report(Message message, std::size_t begin, std::size_t end,
              const std::vector<Argument>& arguments = {});
  void replace(std::size_t begin, std::size_t end, const std::string& with);
  std::string_view rest(std::size_t from) const { return std::string_view(line_).substr(from); }
  bool can_mend() const;

  const SourceText& source_;
  Findings& findings_;
  std::vector<std::string> out_;
  std::string line_;  // the line being read, mended so far
  int number_ = 0;
  long grown_ = 0;  // how much further right the line's text stands than in the file
  std::vector<Level> levels_;
  std::optional<std::size_t> block_;  // column left of a block text
  std::optional<OpenQuote> quote_;
  std::optional<OpenFlow> flow_;
  struct Shift {
    std::size_t column = 0;
    long by = 0;
  };
  std::optional<Shift> shift_;          // lines that belong to one that was moved
  std::optional<std::size_t> skipped_;  // column of an item that nothing can be made of
  bool lost_ = false;                   // what belongs to what is not known since a line above
  bool any_content_ = false;
  bool over_ = false;
  bool readable_ = true;
  bool reported_ = false;               // on this line
  std::set<std::string_view> anchors_;  // names after & in the file
};

// Is what stands behind this key words for people, so that a # in it is more likely a hashtag than a note?
bool is_prose_key(const std::string& key);
bool is_known_key(const std::string& word);
// Does the line begin, at the left edge, with one of the names of a file?
bool is_file_key(std::string_view line);
// Can a list of texts stand behind this key?
bool takes_list(const std::string& key);
// What the lines below `key` are; none where texts stand.
std::optional<Where> kind_below(Where where, const std::string& key);
// Bytes of a space that looks like one and is none; of any space; 0: none stands there.
std::size_t odd_space_at(std::string_view text, std::size_t at);
std::size_t space_at(std::string_view text, std::size_t at);
// Where the words of a line end that goes up to `end`.
std::size_t end_of_words(std::string_view line, std::size_t end);
// A text in quotes as it should stand in the file.
std::string single_quoted(const std::string& text);
std::string in_yaml_quotes(const std::string& text);

}  // namespace rulefile
