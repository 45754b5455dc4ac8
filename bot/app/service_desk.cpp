// What people do at the desk; the running of the service is in service.cpp.
#include <spdlog/spdlog.h>

#include <algorithm>

#include "app/breaker.hpp"
#include "app/by_hand.hpp"
#include "app/flock.hpp"
#include "app/listen_only.hpp"
#include "app/no_longer_there.hpp"
#include "app/rule_problems.hpp"
#include "app/service.hpp"
#include "app/withdrawals.hpp"
#include "rules/decide.hpp"
#include "rules/ruleset.hpp"

namespace app {
namespace {

using base::Error;
using base::ErrorKind;
using domain::Tables;

constexpr const char* policy_setting = "policy/practice";

// A held row is asked again at once instead of at the time it was held until.
void wake_held(Tables& tables, const std::string& cohort, base::Instant now) {
  for (domain::OutboxRow row : tables.outbox.open(cohort)) {
    if (row.state != domain::DeliveryState::planned || row.not_before <= now) continue;
    row.not_before = now;
    tables.outbox.update(row);
  }
}

base::Status take_back(Tables& tables, const std::string& key) {
  using domain::DeliveryState;
  auto row = tables.outbox.find(key);
  if (!row || row->state == DeliveryState::withdrawn || row->state == DeliveryState::refused) {
    return no_longer_there("reply");
  }
  if (row->state == DeliveryState::planned) {
    tables.outbox.remove(key);
    tables.ledger.give_back(row->cohort, row->network, row->cause, row->rule, row->index);
    return {};
  }
  if (row->state != DeliveryState::sent) {
    return Error{ErrorKind::unavailable, "This reply is being sent right now. Try again in a minute."};
  }
  plan_withdrawal(tables, {row->network, row->published_id});
  row->state = DeliveryState::withdrawn;
  row->reason = "A facilitator marked it as wrong.";
  tables.outbox.update(*row);
  return {};
}

}  // namespace

base::Status Service::change(const std::function<base::Status(Tables&)>& work) {
  auto written = ports_.store.write(work);
  if (written) changes_.notify();
  return written;
}

StatusReport Service::status() {
  StatusReport report;
  report.now = ports_.clock.now();
  report.queue = pipeline_.queued();
  for (const auto& [kind, network] : ports_.networks) {
    if (const auto bill = network->bill()) report.money.push_back({kind, *bill});
  }
  const auto read = ports_.store.read([&](Tables& tables) -> base::Status {
    for (const auto& [kind, network] : ports_.networks) {
      if (const auto gap = last_gap(tables, kind)) report.hearing.push_back(sentence_of(kind, *gap));
      if (const auto silence = silence_now(tables, kind))
        report.hearing.push_back(sentence_of(kind, *silence));
      const std::string reason = why_silent(tables, kind);
      if (reason.empty()) continue;
      report.speech_stopped = true;
      report.stopped_reason = reason;
    }
    for (const std::string& cohort : flock_.cohorts()) {
      report.cohorts.emplace_back().cohort = cohort;
      report_cohort(tables, report.cohorts.back());
    }
    return {};
  });
  if (!read) ports_.log->error("the state cannot be read: {}", read.error().message);
  return report;
}

void Service::report_cohort(Tables& tables, StatusReport::OfCohort& report) const {
  const auto snapshot = flock_.snapshot(report.cohort);
  report.course = snapshot->ruleset->course().name;
  report.rules = snapshot->ruleset->rules().size();
  report.posts = tables.posts.count(report.cohort);
  report.open_questions = tables.questions.open(report.cohort).size();
  report.open_drafts = tables.drafts.open(report.cohort).size();
  report.open_cards = tables.cards.open(report.cohort).size();
  report.outbox = tables.outbox.open(report.cohort).size();
  for (const rulefile::Diagnostic& diagnostic : snapshot->diagnostics) {
    auto& files = report.bad_files;
    const bool known = std::find(files.begin(), files.end(), diagnostic.mark.file) != files.end();
    if (diagnostic.severity == rulefile::Severity::error && !known) files.push_back(diagnostic.mark.file);
  }
}

base::Status Service::send_draft(const std::string& key, const std::string& text) {
  auto planned = change([&](Tables& tables) { return plan_by_hand(tables, flock_, ports_, key, text); });
  if (planned) courier_thread_.nudge();
  return planned;
}

bool Service::may_be_sent(Tables& tables, const domain::Draft& draft) const {
  return may_be_sent_by_bot(tables, flock_, ports_.networks, draft);
}

base::Status Service::dismiss_draft(const std::string& key) {
  return change([&](Tables& tables) -> base::Status {
    const auto draft = tables.drafts.find(key);
    if (!draft || draft->state != domain::DraftState::open) return no_longer_there("draft");
    tables.drafts.set_state(key, domain::DraftState::dismissed);
    tables.ledger.give_back(draft->cohort, draft->network, draft->cause, draft->rule, draft->index);
    return {};
  });
}

base::Status Service::withdraw(const std::string& key) {
  auto planned = change([&](Tables& tables) { return take_back(tables, key); });
  if (planned) courier_thread_.nudge();
  return planned;
}

base::Status Service::close_card(const std::string& key) {
  return change([&](Tables& tables) -> base::Status {
    tables.cards.set_done(key);
    return {};
  });
}

base::Status Service::close_question(const domain::PostKey& post) {
  return change([&](Tables& tables) -> base::Status {
    tables.questions.set_state(post, domain::QuestionState::closed);
    return {};
  });
}

base::Status Service::switch_speech_on() {
  auto switched = change([&](Tables& tables) -> base::Status {
    for (const auto& [kind, network] : ports_.networks) {
      reset_breaker(tables, kind);
      let_speak_again(tables, kind);
    }
    for (const std::string& cohort : flock_.cohorts()) wake_held(tables, cohort, ports_.clock.now());
    return {};
  });
  if (switched) courier_thread_.nudge();
  return switched;
}

base::Status Service::reload() {
  const auto running = flock_.snapshots();
  auto done = reload_.run();
  const bool changed = flock_.snapshots() != running;
  if (!done) {
    ports_.log->error("a reload failed; the old rules go on running");
  } else if (changed) {
    ports_.log->info("the cohorts' files were read again");
  }
  if (changed) {
    tell_rule_problems();
    changes_.notify();
  }
  return done;
}

void Service::tell_rule_problems() {
  Aftermath aftermath;
  const auto written = ports_.store.write([&](Tables& tables) -> base::Status {
    aftermath = {};
    tell_new_problems(tables, flock_, aftermath);
    return {};
  });
  if (written) settle(aftermath, ports_);
}

base::Status Service::use_policy(const std::string& network) {
  if (auto applied = apply_policy(network); !applied) return applied;
  return change([&](Tables& tables) -> base::Status {
    tables.settings.set(policy_setting, network);
    return {};
  });
}

// The practice network's own policy is whatever ops configured, until another one was tried.
base::Status Service::apply_policy(const std::string& network) {
  const auto kind = domain::network_from_word(network);
  if (!kind) {
    return Error{ErrorKind::invalid,
                 "There is no network called " + network + ". There are: practice, mastodon, bluesky, x."};
  }
  if (*kind == domain::NetworkKind::practice) return reload_.use_own_policy();
  rules::NetworkPolicy policy = rules::default_policy(*kind);
  policy.network = domain::NetworkKind::practice;
  return reload_.use_policy(policy);
}

std::string Service::policy() {
  std::string network;
  (void)ports_.store.read([&](Tables& tables) -> base::Status {
    network = tables.settings.get(policy_setting);
    return {};
  });
  return network.empty() ? "practice" : network;
}

base::Result<domain::Decision> Service::explain(const domain::PostKey& post) {
  domain::Decision decision;
  const auto read = ports_.store.read([&](Tables& tables) -> base::Status {
    const auto stored = tables.posts.find(post);
    if (!stored) return no_longer_there("post");
    const auto network = ports_.networks.find(post.network);
    const auto snapshot = flock_.snapshot(stored->cohort);
    if (!snapshot || network == ports_.networks.end()) return no_longer_there("post's course");
    const Matter matter{stored->post,
                        stored->cohort,
                        snapshot,
                        stored->kept,
                        address_of(tables, stored->post, network->second->self()),
                        stored->by_bot ? domain::Role::bot
                                       : flock_.role_of(stored->cohort, stored->post.author, post.network)};
    const rules::Ruleset& ruleset = *snapshot->ruleset;
    const auto reading = rules::read(ruleset, stored->post, matter.address.any);
    const base::Instant now = ports_.clock.now();
    domain::Facts facts = gather_facts(tables, flock_, matter, reading, {.now = now, .again = true});
    facts.acted.clear();  // asked as if nothing had been done about it yet
    facts.holder.clear();
    add_speech_facts(tables, matter, now, facts);
    decision = rules::explain(ruleset, stored->post, facts, now);
    return {};
  });
  if (!read) return read.error();
  return decision;
}

base::Status Service::forget(const domain::AccountKey& person) {
  auto forgotten = change([&](Tables& tables) -> base::Status {
    bool stopped = false;
    for (const std::string& cohort : flock_.cohorts()) {
      stopped = stopped || tables.people.find(cohort, person).consent == domain::Consent::stopped;
    }
    erase_person(tables, person, stopped);
    return {};
  });
  if (!forgotten) return forgotten;
  courier_thread_.nudge();
  return ports_.store.compact();
}

}  // namespace app
