#include "networks/line_reader.hpp"

namespace networks {

bool LineReader::next() {
  line_.clear();
  too_long_ = false;
  terminated_ = false;
  std::streambuf& bytes = *stream_.rdbuf();
  using Traits = std::streambuf::traits_type;
  std::size_t taken = 0;
  for (int byte = bytes.sbumpc(); byte != Traits::eof(); byte = bytes.sbumpc()) {
    ++taken;
    if (byte == '\n') {
      terminated_ = true;
      break;
    }
    if (line_.size() < limit_) {
      line_ += Traits::to_char_type(byte);
    } else {
      too_long_ = true;
    }
  }
  if (taken == 0) return false;
  if (!line_.empty() && line_.back() == '\r') line_.pop_back();
  consumed_ += taken;
  ++number_;
  return true;
}

}  // namespace networks
