#include "networks/csv_rows.hpp"

namespace networks {

bool CsvRows::next() {
  using Traits = std::streambuf::traits_type;
  cells_.assign(1, "");
  size_ = 0;
  too_long_ = false;
  line_ = next_line_;
  bool quoted = false;
  bool any = false;
  for (int byte = bytes_.sbumpc(); byte != Traits::eof(); byte = bytes_.sbumpc()) {
    any = true;
    if (byte == '\n') ++next_line_;
    if (byte == '"') {
      const bool doubled = quoted && bytes_.sgetc() == '"';
      if (doubled) add(bytes_.sbumpc());
      if (!doubled) quoted = !quoted;
    } else if (!quoted && byte == ',') {
      if (!too_long_) cells_.emplace_back();
      add(0);
    } else if (!quoted && byte == '\n') {
      return true;
    } else if (quoted || byte != '\r') {
      add(byte);
    }
  }
  return any;
}

// Every byte and every cell counts; 0 is a cell's own.
void CsvRows::add(int byte) {
  if (++size_ > limit_) {
    too_long_ = true;
  } else if (byte != 0) {
    cells_.back() += std::streambuf::traits_type::to_char_type(byte);
  }
}

}  // namespace networks
