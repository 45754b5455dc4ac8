#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <iostream>

#include "app/rehearsal.hpp"
#include "app/replay.hpp"
#include "cli/archive_posts.hpp"
#include "cli/cohorts.hpp"
#include "cli/commands.hpp"
#include "cli/decision_output.hpp"
#include "cli/replay_summary.hpp"
#include "networks/silent.hpp"
#include "rules/ruleset.hpp"
#include "store/memory.hpp"

namespace cli {
namespace {

using OnOutcome = std::function<void(const app::Outcome&)>;

// Nobody tells the bot's id in an archive: it is the same on every network there.
domain::Author silent_account(const rules::Ruleset& ruleset) {
  return networks::SilentNetwork(domain::NetworkKind::practice, ruleset.bot_handle()).self();
}

base::Result<std::shared_ptr<const rules::Ruleset>> with_consent(const LoadedCohort& cohort,
                                                                 domain::NetworkKind network,
                                                                 const std::string& consent,
                                                                 base::Instant now) {
  if (consent.empty()) return cohort.ruleset;
  rules::NetworkPolicy policy = cohort.ruleset->policy(network);
  policy.hashtag_is_consent = consent == "hashtag";
  return cohort.ruleset->with_policy(policy, now);
}

// How far it is, for people who watch; nothing in a pipe.
class Progress {
 public:
  explicit Progress(std::size_t total) : total_(total), shown_(::isatty(STDERR_FILENO) == 1 && total > 0) {}
  ~Progress() {
    if (shown_) std::cerr << "\r" << std::string(40, ' ') << "\r";
  }
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;
  void step() {
    if (!shown_) return;
    const std::size_t before = done_ * 100 / total_;
    const std::size_t percent = ++done_ * 100 / total_;
    if (percent != before) std::cerr << "\r" << percent << " % played" << std::flush;
  }

 private:
  std::size_t total_;
  std::size_t done_ = 0;
  bool shown_;
};

base::Status play(const std::vector<domain::Post>& posts,
                  const std::shared_ptr<const rules::Ruleset>& ruleset, const std::string& home,
                  const OnOutcome& told) {
  if (posts.empty()) return {};
  store::MemoryStore store;
  networks::SilentNetwork network(posts.front().network, ruleset->bot_handle());
  Progress progress(posts.size());
  return app::replay(posts, ruleset, store, network, home, {told, [&progress] { progress.step(); }});
}

std::string outcome_text(const app::Outcome& outcome, const rules::Ruleset& ruleset, bool all) {
  const std::string post = outcome.post ? "  " + post_text(*outcome.post) + "\n" : "";
  return ruleset.calendar().show_time(outcome.at) + "  " + outcome.cause + "\n" + post +
         decision_text(outcome.decision, ruleset, all) + "\n";
}

// Prints each outcome as asked and adds it up.
class Printer {
 public:
  Printer(const Arguments& arguments, const rules::Ruleset& ruleset)
      : arguments_(arguments), ruleset_(ruleset), summary_(ruleset) {}

  void show(const app::Outcome& outcome) {
    summary_.add(outcome.decision, outcome.post.has_value());
    if (arguments_.quiet) return;
    const std::string post = outcome.post ? outcome.post->id : "";
    if (arguments_.format == "json") {
      std::cout << decision_json(post, outcome.decision, ruleset_, arguments_.all)
                       .dump(-1, ' ', false, nlohmann::json::error_handler_t::replace)
                << '\n';
    } else if (arguments_.all || !outcome.decision.actions.empty()) {
      std::cout << outcome_text(outcome, ruleset_, arguments_.all);
    }
  }
  void close(double seconds) const {
    std::cout << (arguments_.format == "json" ? summary_json(summary_, seconds).dump() + "\n"
                                              : summary_text(summary_, seconds));
  }

 private:
  const Arguments& arguments_;
  const rules::Ruleset& ruleset_;
  app::ReplaySummary summary_;
};

// The old rules over the same posts, as if they stood in the new ones' folder: wordings are chosen by its
// name too.
base::Status play_old(const Arguments& arguments, const std::string& known_as,
                      const std::vector<domain::Post>& posts, base::Instant now,
                      app::ReplayDifference& difference) {
  Arguments old = arguments;
  old.rules = arguments.against;
  const auto cohort = load_one_cohort(old, now, known_as);
  if (!cohort) return cohort.error();
  const auto network = posts.empty() ? domain::NetworkKind::practice : posts.front().network;
  const auto ruleset = with_consent(*cohort, network, arguments.consent, now);
  if (!ruleset) return ruleset.error();
  return play(posts, *ruleset, cohort->home, [&](const app::Outcome& one) { difference.note_old(one); });
}

}  // namespace

int replay(const Arguments& arguments) {
  const base::Instant now = base::SystemClock().now();
  const auto cohort = load_one_cohort(arguments, now);
  if (!cohort) return complain(cohort.error().message, cannot_start);
  const auto posts =
      archive_posts(arguments.archive, arguments.from, *cohort->ruleset, silent_account(*cohort->ruleset).id);
  if (!posts) return complain(posts.error().message, cannot_start);
  const auto network = posts->empty() ? domain::NetworkKind::practice : posts->front().network;
  const auto ruleset = with_consent(*cohort, network, arguments.consent, now);
  if (!ruleset) return complain(ruleset.error().message, cannot_start);
  std::ios::sync_with_stdio(false);
  Printer printer(arguments, **ruleset);
  app::ReplayDifference difference;
  const bool compares = !arguments.against.empty();
  if (compares) {
    if (const auto played = play_old(arguments, cohort->files.cohort, *posts, now, difference); !played) {
      return complain(played.error().message, cannot_start);
    }
  }
  const auto began = std::chrono::steady_clock::now();
  const base::Status played = play(*posts, *ruleset, cohort->home, [&](const app::Outcome& outcome) {
    printer.show(outcome);
    if (compares) difference.note_new(outcome);
  });
  if (!played) return complain(played.error().message, cannot_start);
  if (compares)
    std::cout << (arguments.format == "json" ? difference_json(difference).dump() + "\n"
                                             : difference_text(difference, *posts));
  printer.close(std::chrono::duration<double>(std::chrono::steady_clock::now() - began).count());
  std::cout.flush();
  return fine;
}

}  // namespace cli
