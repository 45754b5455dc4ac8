// An edited file proved: its tests run, the last posts replayed beside the rules in service.
#include <algorithm>
#include <set>

#include "app/aside.hpp"
#include "app/flock.hpp"
#include "app/proof.hpp"
#include "app/rehearsal.hpp"
#include "app/reload.hpp"
#include "app/replay.hpp"
#include "app/workbench.hpp"
#include "rulefile/read.hpp"

namespace app {
namespace {

using CaseOutcome = rulefile::CaseResult::Outcome;
using Change = ReplayReport::Difference::Change;

constexpr int most_earlier_posts = 1000;  // of one person; no rule asks further back

// What the bot knows of a person, as it stands today: consent, and how long they have been there.
struct Known {
  domain::Author author;
  domain::Person person;
  int earlier_posts = 0;  // kept ones before those that are played
};

// By author, of posts that are played.
std::map<domain::AccountKey, Known> known_people(domain::Tables& tables, const std::string& cohort,
                                                 const std::vector<domain::Post>& posts) {
  std::map<domain::AccountKey, Known> people;
  for (const domain::Post& post : posts) {
    const auto [known, is_new] = people.try_emplace(post.author_key());
    if (is_new) {
      known->second.author = post.author;
      known->second.person = tables.people.find(cohort, post.author_key());
      known->second.earlier_posts = known->second.person.posts;
    }
    --known->second.earlier_posts;
  }
  return people;
}

base::Status introduce(domain::Store& store, const std::string& cohort,
                       const std::map<domain::AccountKey, Known>& people) {
  return store.write([&](domain::Tables& tables) -> base::Status {
    for (const auto& [key, known] : people) {
      const int earlier = std::min(known.earlier_posts, most_earlier_posts);
      for (int i = 0; i < earlier && known.person.first_post_at; ++i) {
        tables.people.note(cohort, key.network, known.author, *known.person.first_post_at, true);
      }
      if (known.person.consent != domain::Consent::unknown)
        tables.people.set_consent(cohort, key, known.person.consent);
    }
    return {};
  });
}

Change change_of(const ReplayDifference::Said& said) {
  if (said.before.empty()) return Change::newly_said;
  return said.after.empty() ? Change::no_longer_said : Change::said_differently;
}

void add_differences(const ReplayDifference& difference, domain::NetworkKind network, ReplayReport& report) {
  for (const auto& [cause, said] : difference.changes()) {
    report.differences.push_back({change_of(said), {network, cause}, said.timed, said.before, said.after});
  }
}

void add_rules(const ReplaySummary& summary, std::map<std::string, ReplayReport::OfRule>& rules) {
  for (const auto& [name, one] : summary.by_rule()) {
    ReplayReport::OfRule& rule = rules[name];
    rule.rule = name;
    rule.fired += one.fired;
    rule.drafts += one.drafts;
    rule.nearly_fired += one.near;
  }
}

}  // namespace

// Other files that are bad stand in for themselves as they run now, and are told of elsewhere: what comes out
// is this edit's.
base::Result<Workbench::Tried> Workbench::try_out(const Edit& edit) const {
  const auto place = place_of(edit.cohort);
  if (!place) return place.error();
  auto files = with_edit(*place, edit);
  if (!files) return files.error();
  const rulefile::ReadOptions options = parts_.reload.options();
  Tried tried;
  rulefile::ReadCohort read = rulefile::read_cohort(*files, options);
  tried.diagnostics = std::move(read.diagnostics);
  const std::set<std::string> bad(read.bad_files.begin(), read.bad_files.end());
  if (bad.contains(edit.path)) return tried;
  if (const auto running = place->running->files; running && !bad.empty()) {
    const auto stand_in = [&](auto& list, const auto& in_service) {
      for (rulefile::SourceFile& file : list) {
        const std::string shown = (place->folder / file.path).string();
        const auto good = std::find_if(in_service.begin(), in_service.end(),
                                       [&](const auto& one) { return one.path == shown; });
        if (bad.contains(file.path) && good != in_service.end()) file.text = good->text;
      }
    };
    stand_in(files->files, running->files);
    stand_in(files->templates, running->templates);
    read = rulefile::read_cohort(*files, options);
  }
  if (read.source) {
    std::erase_if(tried.diagnostics, [&](const auto& one) { return one.mark.file != edit.path; });
    auto ruleset = rules::Ruleset::compile(std::move(*read.source), options.now);
    if (!ruleset) return ruleset.error();
    tried.ruleset = std::move(ruleset).value();
  }
  tried.files = std::move(files).value();
  return tried;
}

base::Result<TestReport> Workbench::test(const Edit& edit) {
  const std::lock_guard lock(proving_);
  return aside([&]() -> base::Result<TestReport> {
    auto tried = try_out(edit);
    if (!tried) return tried.error();
    TestReport report;
    report.diagnostics = std::move(tried->diagnostics);
    if (!tried->ruleset) return report;
    const auto cases = rulefile::read_cases(tried->files, parts_.reload.options());
    report.results = prove(cases, *tried->ruleset, parts_.backstage);
    for (const rulefile::CaseResult& result : report.results) {
      if (result.outcome == CaseOutcome::failed) ++report.failed;
      if (result.outcome == CaseOutcome::passed || result.outcome == CaseOutcome::some_day_passes)
        ++report.passed;
    }
    return report;
  });
}

// In the order in which they were written.
std::vector<domain::Post> Workbench::last_posts(const std::string& cohort, std::size_t last) const {
  std::vector<domain::Post> posts;
  (void)parts_.store.read([&](domain::Tables& tables) -> base::Status {
    for (domain::StoredPost& stored : tables.posts.recent(cohort, std::min(last, most_replayed_posts))) {
      if (!stored.post.text.empty()) posts.push_back(std::move(stored.post));
    }
    return {};
  });
  std::reverse(posts.begin(), posts.end());
  std::stable_sort(posts.begin(), posts.end(),
                   [](const auto& a, const auto& b) { return a.created_at < b.created_at; });
  return posts;
}

base::Status Workbench::play(const std::string& cohort, const std::vector<domain::Post>& posts,
                             const std::shared_ptr<const rules::Ruleset>& ruleset,
                             const std::function<void(const Outcome&)>& told) const {
  const domain::NetworkKind kind = posts.front().network;
  const auto live = parts_.networks.find(kind);
  domain::Author bot{"bot", ruleset->bot_handle(), ruleset->bot_handle(), true, false, false};
  if (live != parts_.networks.end()) bot = live->second->self();
  std::map<domain::AccountKey, Known> people;
  auto read = parts_.store.read([&](domain::Tables& tables) -> base::Status {
    people = known_people(tables, cohort, posts);
    return {};
  });
  if (!read) return read;
  const auto store = parts_.backstage.store();
  const auto network = parts_.backstage.network(kind, bot);
  if (auto introduced = introduce(*store, cohort, people); !introduced) return introduced;
  return app::replay(posts, ruleset, *store, *network, parts_.flock.home(), {told, {}});
}

base::Result<ReplayReport> Workbench::replay(const Edit& edit, std::size_t last) {
  const std::lock_guard lock(proving_);
  return aside([&]() -> base::Result<ReplayReport> {
    auto tried = try_out(edit);
    if (!tried) return tried.error();
    ReplayReport report;
    report.diagnostics = std::move(tried->diagnostics);
    if (!tried->ruleset) return report;
    const auto in_service = parts_.flock.snapshot(edit.cohort)->ruleset;
    std::map<domain::NetworkKind, std::vector<domain::Post>> by_network;
    for (domain::Post& post : last_posts(edit.cohort, last))
      by_network[post.network].push_back(std::move(post));
    std::map<std::string, ReplayReport::OfRule> rules;
    add_rules(ReplaySummary(*tried->ruleset), rules);
    for (const auto& [network, posts] : by_network) {
      ReplayDifference difference;
      ReplaySummary summary(*tried->ruleset);
      auto played =
          play(edit.cohort, posts, in_service, [&](const Outcome& outcome) { difference.note_old(outcome); });
      if (!played) return played.error();
      played = play(edit.cohort, posts, tried->ruleset, [&](const Outcome& outcome) {
        difference.note_new(outcome);
        summary.add(outcome.decision, outcome.post.has_value());
      });
      if (!played) return played.error();
      report.posts += posts.size();
      add_rules(summary, rules);
      add_differences(difference, network, report);
    }
    for (const rules::Rule& rule : tried->ruleset->rules()) report.rules.push_back(rules[rule.name]);
    return report;
  });
}

}  // namespace app
