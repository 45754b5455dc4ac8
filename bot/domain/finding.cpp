#include "domain/finding.hpp"

#include <array>

namespace domain {

std::string_view to_word(Health health) {
  constexpr std::array<std::string_view, 4> words{"ok", "by hand", "warning", "error"};
  return words.at(static_cast<std::size_t>(health));
}

Finding finding_of(const std::string& what, const base::Error& error, Health health) {
  const std::size_t end = error.message.find(". ");
  if (end == std::string::npos) return {what, health, error.message, ""};
  return {what, health, error.message.substr(0, end + 1), error.message.substr(end + 2)};
}

}  // namespace domain
