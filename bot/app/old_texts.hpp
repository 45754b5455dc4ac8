// What files held before something was published over them: the last few texts of each, in the state folder.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "app/rules_desk.hpp"

namespace app {

class OldTexts {
 public:
  static constexpr std::size_t kept_of_a_file = 20;

  // A folder of our own, made if missing; "" keeps nothing.
  explicit OldTexts(std::filesystem::path folder) : folder_(std::move(folder)) {}

  // `path` has been accepted by place_in(). The oldest ones go.
  base::Status keep(const std::string& cohort, const std::string& path, const std::string& text,
                    base::Instant now) const;
  std::vector<OldVersion> list(const std::string& cohort, const std::string& path) const;  // newest first
  base::Result<std::string> read(const std::string& cohort, const std::string& path,
                                 const std::string& id) const;

 private:
  std::filesystem::path place_of(const std::string& cohort, const std::string& path) const {
    return folder_ / cohort / path;
  }
  const std::filesystem::path folder_;
};

}  // namespace app
