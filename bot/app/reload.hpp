// Reads the cohorts' files and puts them in place. The last good text of each file is kept in the state
// folder: a bad file runs in that version, and is left out when there is none; the others run as they stand.
#pragma once

#include <filesystem>
#include <map>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "app/cohort_folder.hpp"
#include "base/clock.hpp"
#include "rulefile/cohort_files.hpp"
#include "rulefile/diagnostic.hpp"
#include "rulefile/read_options.hpp"

namespace app {

class Flock;

struct CohortPlaces {
  std::vector<std::filesystem::path> folders;  // in listing order
  ShippedFiles shipped;
  std::filesystem::path last_good;  // a folder of our own, made if missing; "" keeps nothing
};

class Reload {
 public:
  Reload(CohortPlaces places, rulefile::ReadOptions options, const base::Clock& clock, Flock& flock);

  // Reads all folders; each cohort that can run is swapped in whole, and one whose files are as they were
  // stays as it is. An error tells of the first one that cannot run (no readable `course:` and no last good
  // one): at the start that is final, later the old one runs on, with the trouble noted. The work is done
  // aside. Thread-safe.
  base::Status run();
  // From now on, and at once: what is allowed on the practice network.
  base::Status use_policy(const rules::NetworkPolicy& policy);
  base::Status use_own_policy();  // the configured one again

  const CohortPlaces& places() const { return places_; }
  // Where a cohort's files are; none when it is not one of ours.
  std::optional<std::filesystem::path> folder_of(const std::string& cohort) const;
  rulefile::ReadOptions options() const;  // as the next reload would read

 private:
  struct Loaded;
  base::Status run_cohort(const std::filesystem::path& folder);
  base::Status put_in_service(rulefile::CohortFiles files, const std::filesystem::path& folder);
  void note_trouble(const std::string& cohort, const std::string& trouble,
                    std::vector<rulefile::Diagnostic> diagnostics);
  Loaded read_what_runs(rulefile::CohortFiles& files, const std::filesystem::path& folder) const;
  bool mend(rulefile::CohortFiles& files, const std::filesystem::path& folder, Loaded& loaded) const;
  base::Status keep_good(const rulefile::CohortFiles& files, const std::filesystem::path& folder,
                         const Loaded& loaded) const;
  std::filesystem::path place_of(const std::string& file, const std::filesystem::path& folder) const;

  const CohortPlaces places_;
  const rules::NetworkPolicy own_policy_;
  rulefile::ReadOptions options_;
  const base::Clock& clock_;
  Flock& flock_;
  mutable std::mutex running_;
  std::map<std::string, rulefile::CohortFiles> as_read_;  // of cohorts that run what was read last
};

}  // namespace app
