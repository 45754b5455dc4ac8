#include "app/rule_place.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace app {
namespace {

namespace fs = std::filesystem;
using base::Error;
using base::ErrorKind;

constexpr std::size_t longest_path = 200;  // bytes

bool is_plain(const std::string& part) {
  const auto is_odd = [](char c) {
    return static_cast<unsigned char>(c) < 0x20 || c == 0x7F || c == '\\' || c == ':';
  };
  return !part.empty() && part.front() != '.' && part.front() != ' ' && part.back() != ' ' &&
         std::none_of(part.begin(), part.end(), is_odd);
}

bool is_rule_file(const std::vector<std::string>& parts) {
  const std::string& name = parts.back();
  const auto ends = [&](std::string_view ending) {
    return name.size() > ending.size() && name.ends_with(ending);
  };
  if (parts.front() == "templates") return parts.size() == 3 && ends(".mustache");
  return (parts.size() <= 2 && ends(".yaml")) || (parts.size() == 1 && ends(".txt"));
}

bool is_inside(const fs::path& place, const fs::path& folder) {
  return std::mismatch(folder.begin(), folder.end(), place.begin(), place.end()).first == folder.end();
}

}  // namespace

base::Result<fs::path> place_in(const fs::path& folder, const std::string& path) {
  const std::vector<std::string> parts = base::split(path, '/');
  const bool fine = path.size() <= longest_path && base::is_valid_utf8(path) &&
                    std::all_of(parts.begin(), parts.end(), is_plain) && is_rule_file(parts);
  if (!fine) {
    return Error{ErrorKind::invalid,
                 "\"" + base::shorten(base::valid_utf8(path), 60) +
                     "\" is not a name for a rule file. Names look like questions.yaml or "
                     "templates/en/welcome.mustache."};
  }
  std::error_code code;
  const fs::path whole = fs::canonical(folder, code);
  if (code) return Error{ErrorKind::not_found, folder.string() + " is not there: " + code.message() + "."};
  const fs::path place = fs::weakly_canonical(whole / path, code);
  const bool exists = !code && fs::exists(place, code);
  if (code || !is_inside(place, whole) || (exists && !fs::is_regular_file(place, code))) {
    return Error{ErrorKind::invalid, path + " is not a file inside the course's folder."};
  }
  return place;
}

}  // namespace app
