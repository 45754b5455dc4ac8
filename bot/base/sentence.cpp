#include "base/sentence.hpp"

namespace base {

std::string fill_in(std::string_view sentence, const std::vector<std::string>& arguments) {
  std::string out;
  for (std::size_t i = 0; i < sentence.size(); ++i) {
    const bool blank =
        sentence[i] == '%' && i + 1 < sentence.size() && sentence[i + 1] >= '1' && sentence[i + 1] <= '9';
    if (!blank) {
      out += sentence[i];
      continue;
    }
    const auto number = static_cast<std::size_t>(sentence[++i] - '1');
    if (number < arguments.size()) out += arguments[number];
  }
  return out;
}

std::string set_in_french(std::string_view words) {
  constexpr std::string_view no_break_space = "\xC2\xA0";
  constexpr std::string_view closing_quote = "\xC2\xBB";
  constexpr std::string_view opening_quote = "\xC2\xAB";
  std::string out;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::string_view after = words.substr(i + 1);
    const bool high =
        !after.empty() && std::string_view(":;!?").find(after.front()) != std::string_view::npos;
    const bool inside = after.starts_with(closing_quote) || std::string_view(out).ends_with(opening_quote);
    if (words[i] == ' ' && (high || inside)) {
      out += no_break_space;
    } else {
      out += words[i];
    }
  }
  return out;
}

}  // namespace base
