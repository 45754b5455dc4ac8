#include "app/old_texts.hpp"

#include <algorithm>
#include <charconv>
#include <optional>

#include "base/files.hpp"

namespace app {
namespace {

namespace fs = std::filesystem;

// An id is the moment in milliseconds: a file of that name holds the text.
std::optional<std::int64_t> moment_of(const std::string& id) {
  std::int64_t millis = 0;
  const auto [end, code] = std::from_chars(id.data(), id.data() + id.size(), millis);
  const bool whole = code == std::errc() && end == id.data() + id.size() && id == std::to_string(millis);
  return whole && millis > 0 ? std::optional(millis) : std::nullopt;
}

}  // namespace

base::Status OldTexts::keep(const std::string& cohort, const std::string& path, const std::string& text,
                            base::Instant now) const {
  if (folder_.empty()) return {};
  const fs::path place = place_of(cohort, path);
  const auto known = list(cohort, path);
  std::int64_t id = base::to_millis(now);  // a clock that was set back must not shuffle them
  if (!known.empty()) id = std::max(id, base::to_millis(known.front().replaced_at) + 1);
  std::error_code code;
  fs::create_directories(place, code);
  if (auto written = base::write_file_atomically(place / std::to_string(id), text); !written) return written;
  for (std::size_t i = kept_of_a_file - 1; i < known.size(); ++i) fs::remove(place / known[i].id, code);
  return {};
}

std::vector<OldVersion> OldTexts::list(const std::string& cohort, const std::string& path) const {
  std::vector<OldVersion> versions;
  std::error_code code;
  for (fs::directory_iterator one(place_of(cohort, path), code), end; !code && one != end;
       one.increment(code)) {
    const std::string id = one->path().filename().string();
    const auto millis = moment_of(id);
    std::error_code gone;
    const auto size = one->file_size(gone);
    if (millis && !gone) versions.push_back({id, base::from_millis(*millis), size});
  }
  std::sort(versions.begin(), versions.end(),
            [](const auto& a, const auto& b) { return a.replaced_at > b.replaced_at; });
  return versions;
}

base::Result<std::string> OldTexts::read(const std::string& cohort, const std::string& path,
                                         const std::string& id) const {
  const base::Error gone{base::ErrorKind::not_found,
                         "This earlier text of " + path + " is no longer kept. Load the page again."};
  if (folder_.empty() || !moment_of(id)) return gone;
  auto text = base::read_file(place_of(cohort, path) / id);
  return text ? text : gone;
}

}  // namespace app
