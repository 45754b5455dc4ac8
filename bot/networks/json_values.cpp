#include "networks/json_values.hpp"

#include <cctype>

namespace networks {
namespace {

constexpr int end_of_stream = std::streambuf::traits_type::eof();

bool is_between_values(int byte) {
  return byte == '[' || byte == ']' || byte == ',' || byte == 0x1e ||
         (byte < 0x80 && std::isspace(byte) != 0);
}

}  // namespace

bool JsonValues::next() {
  text_.clear();
  problem_.clear();
  const int first = skip_to_value();
  if (first == end_of_stream) return tell_cut_array();
  found_ = true;
  line_ = current_line_;
  if (first == '{') {
    take_value(first);
  } else {
    give_up("it is not a JSON object", first);
  }
  return true;
}

// Brackets that open and hold nothing to their end: once, in place of the values they should hold.
bool JsonValues::tell_cut_array() {
  if (found_ || open_ <= 0) return false;
  found_ = true;
  problem_ = "it ends too early";
  return true;
}

int JsonValues::take() {
  const int byte = bytes_.sbumpc();
  if (byte == '\n') ++current_line_;
  return byte;
}

int JsonValues::skip_to_value() {
  int byte = take();
  while (byte != end_of_stream && (is_between_values(byte) || byte == 0xef || byte == 0xbb || byte == 0xbf)) {
    if (byte == '[') ++open_;
    if (byte == ']') --open_;
    byte = take();
  }
  return byte;
}

// From its { to the } that closes it. A line break inside a string is no JSON: there it is broken.
void JsonValues::take_value(int first) {
  std::size_t depth = 0;
  bool in_string = false;
  bool escaped = false;
  for (int byte = first; byte != end_of_stream; byte = take()) {
    if (text_.size() == limit_) return give_up("it is too long", byte);
    text_ += static_cast<char>(byte);
    if (in_string) {
      if (byte == '\n') return give_up("a quote is not closed", byte);
      in_string = escaped || byte != '"';
      escaped = !escaped && byte == '\\';
    } else if (byte == '"') {
      in_string = true;
    } else if (byte == '{' || byte == '[') {
      ++depth;
    } else if ((byte == '}' || byte == ']') && --depth == 0) {
      return;
    }
  }
  problem_ = "it ends too early";
}

// Goes on with the next line.
void JsonValues::give_up(const char* problem, int last) {
  problem_ = problem;
  for (int byte = last; byte != '\n' && byte != end_of_stream;) byte = take();
}

}  // namespace networks
