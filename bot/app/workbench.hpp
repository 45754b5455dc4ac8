// The Rules page's port over the cohorts' folders on disk, the rules in service and the store.
#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>

#include "app/backstage.hpp"
#include "app/old_texts.hpp"
#include "app/ports.hpp"
#include "app/rules_desk.hpp"
#include "rulefile/cohort_files.hpp"
#include "rulefile/edit.hpp"

namespace rulefile {
struct ReadCohort;
struct ReadOptions;
}  // namespace rulefile
namespace rules {
class Ruleset;
}  // namespace rules

namespace app {

class Desk;
class Flock;
class Reload;
struct Outcome;
struct Snapshot;

class Workbench final : public RulesDesk {
 public:
  // All of it outlives the workbench. `old_texts`: a folder of our own.
  struct Parts {
    Reload& reload;
    Flock& flock;
    Desk& desk;
    domain::Store& store;
    Networks networks;
    const base::Clock& clock;
    Backstage backstage;
    std::filesystem::path old_texts;
  };
  explicit Workbench(Parts parts) : parts_(std::move(parts)), old_texts_(parts_.old_texts) {}

  base::Result<std::vector<RuleCard>> rules(const std::string& cohort) override;
  base::Result<std::vector<FileCard>> files(const std::string& cohort) override;
  base::Result<FileText> file(const std::string& cohort, const std::string& path) override;
  base::Result<std::vector<rulefile::Diagnostic>> check(const Edit& edit) override;
  base::Result<TestReport> test(const Edit& edit) override;
  base::Result<ReplayReport> replay(const Edit& edit, std::size_t last) override;
  base::Result<Published> publish(const Edit& edit, const std::string& version) override;
  base::Result<std::vector<OldVersion>> versions(const std::string& cohort, const std::string& path) override;
  base::Result<std::string> old_text(const std::string& cohort, const std::string& path,
                                     const std::string& id) override;
  base::Result<Published> restore(const std::string& cohort, const std::string& path, const std::string& id,
                                  const std::string& version) override;
  base::Result<Published> promote(const std::string& cohort, const std::string& rule,
                                  domain::Mode mode) override;
  base::Result<MarkedWrong> mark_wrong(const std::string& key) override;

 private:
  // A cohort that runs, and where its files are.
  struct Place {
    std::filesystem::path folder;
    std::shared_ptr<const Snapshot> running;
  };
  // A folder with an edited text in its place, read as a reload would.
  struct Tried {
    rulefile::CohortFiles files;
    std::vector<rulefile::Diagnostic> diagnostics;
    std::shared_ptr<const rules::Ruleset> ruleset;  // null: the edited file, or the course, cannot be used
  };
  struct WrittenRule {
    std::string path;
    rulefile::RuleText words;
  };
  using WrittenRules = std::map<std::string, WrittenRule>;  // by rule
  struct Writing {
    std::shared_ptr<const rulefile::CohortFiles> files;
    std::shared_ptr<const WrittenRules> rules;
  };
  struct WrongReply;

  static std::string version_of(const std::string& text);
  base::Result<Place> place_of(const std::string& cohort) const;
  base::Result<rulefile::CohortFiles> on_disk(const Place& place) const;
  base::Result<rulefile::CohortFiles> with_edit(const Place& place, const Edit& edit) const;
  base::Result<Tried> try_out(const Edit& edit) const;
  base::Result<rulefile::SourceFile> file_with_rule(const std::string& cohort, const std::string& rule) const;
  bool spoils(const Place& place, const std::string& path, const rulefile::ReadCohort& edited,
              const rulefile::ReadOptions& options) const;
  base::Status write(const Place& place, const Edit& edit, const std::optional<std::string>& before);
  std::shared_ptr<const WrittenRules> written_rules(const std::string& cohort, const Place& place);
  std::vector<domain::Post> last_posts(const std::string& cohort, std::size_t last) const;
  base::Status play(const std::string& cohort, const std::vector<domain::Post>& posts,
                    const std::shared_ptr<const rules::Ruleset>& ruleset,
                    const std::function<void(const Outcome&)>& told) const;
  base::Result<WrongReply> wrong_reply(const std::string& key) const;
  MarkedWrong add_test(const WrongReply& wrong);

  const Parts parts_;
  const OldTexts old_texts_;
  std::mutex proving_;     // one proof at a time: they may be large
  std::mutex publishing_;  // from looking at the disk to the file in its place
  std::mutex shown_;
  std::map<std::string, Writing> written_;  // by cohort: the rules' texts, as long as the same files run
};

}  // namespace app
