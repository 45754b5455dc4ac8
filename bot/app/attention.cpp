#include "app/attention.hpp"

#include <spdlog/spdlog.h>

#include <algorithm>
#include <cmath>

#include "app/call_all.hpp"
#include "app/flock.hpp"
#include "app/rhythm.hpp"
#include "base/text.hpp"
#include "domain/course.hpp"
#include "domain/store.hpp"
#include "rules/ruleset.hpp"

namespace app {
namespace {

using base::Instant;
using domain::NetworkKind;
using domain::Tables;

constexpr std::chrono::seconds between_looks{10};
constexpr std::chrono::minutes between_notes{1};
constexpr std::chrono::minutes shortest_gap{1};
constexpr std::chrono::minutes to_catch_up{1};  // what is found afterwards is on disk by then
constexpr std::chrono::minutes between_listenings{10};
constexpr std::chrono::hours shortest_silence{2};
constexpr double too_many_missing = 10;  // talk comes in bursts: fewer may well be chance
constexpr std::size_t past_posts = 20'000;

std::string key_of(const char* what, NetworkKind network) {
  return what + ("/" + std::string(domain::to_word(network)));
}

// Whole minutes, as people say them.
std::string time_of(Instant instant) {
  const std::string text = base::to_rfc3339(std::chrono::floor<std::chrono::minutes>(instant));
  return text.substr(0, 10) + " " + text.substr(11, 5) + " UTC";
}

std::string posts_of(double count) {
  const auto whole = static_cast<long>(std::lround(count));
  return std::to_string(whole) + (whole == 1 ? " post" : " posts");
}

std::string written(double number) {
  return std::to_string(std::lround(number * 100));
}

double number_in(const std::string& text) {
  double number = 0;
  for (const char digit : text) {
    if (digit >= '0' && digit <= '9') number = number * 10 + (digit - '0');
  }
  return number / 100;
}

}  // namespace

std::optional<Gap> last_gap(Tables& tables, NetworkKind network) {
  const auto words = base::split(tables.settings.get(key_of("gap", network)), ' ');
  if (words.size() != 4) return std::nullopt;
  const auto from = base::parse_rfc3339(words[0]);
  const auto until = base::parse_rfc3339(words[1]);
  if (!from || !until) return std::nullopt;
  Gap gap{*from, *until, static_cast<int>(std::lround(number_in(words[2]) * 100)), std::nullopt};
  if (words[3] != "-") gap.expected = number_in(words[3]);
  return gap;
}

std::string sentence_of(NetworkKind network, const Gap& gap) {
  std::string sentence = std::string(domain::to_word(network)) + " was not heard from " + time_of(gap.from) +
                         " to " + time_of(gap.until) + ": " + posts_of(gap.found) + " of that time " +
                         (gap.found == 1 ? "was" : "were") + " found afterwards; ";
  if (!gap.expected) return sentence + "what is usual then is not known yet.";
  sentence += "usual are about " + std::to_string(std::lround(*gap.expected)) + ".";
  const double missing = *gap.expected - gap.found;
  if (missing >= too_many_missing / 2 && gap.found < *gap.expected / 2) {
    sentence += " About " + std::to_string(std::lround(missing)) + " may be missing.";
  }
  return sentence;
}

std::optional<Silence> silence_now(Tables& tables, NetworkKind network) {
  const auto words = base::split(tables.settings.get(key_of("silence", network)), ' ');
  if (words.size() != 2) return std::nullopt;
  const auto since = base::parse_rfc3339(words[0]);
  if (!since) return std::nullopt;
  return Silence{*since, number_in(words[1])};
}

std::string sentence_of(NetworkKind network, const Silence& silence) {
  return std::string(domain::to_word(network)) + ": nothing was heard since " + time_of(silence.since) +
         ", though about " + posts_of(silence.expected) +
         " are usual in such a time. The connection lives, but its stream may be dead. Look at the hashtag "
         "there; "
         "if people talk, restart the service.";
}

void Attention::look() {
  const Instant now = ports_.clock.now();
  if (now < next_) return;
  next_ = now + between_looks;
  for (const auto& [kind, network] : ports_.networks) {
    if (kind != NetworkKind::practice) watch(kind, *network, now);
  }
}

bool Attention::write(const std::function<void(Tables&)>& work) {
  const auto written = ports_.store.write([&](Tables& tables) -> base::Status {
    work(tables);
    return {};
  });
  if (!written) ports_.log->error("what was heard when cannot be written: {}", written.error().message);
  return written.ok();
}

void Attention::watch(NetworkKind kind, const domain::Network& network, Instant now) {
  Watch& watch = watches_[kind];
  if (!std::exchange(watch.begun, true)) {  // the time without the service counts, too
    (void)ports_.store.read([&](Tables& tables) -> base::Status {
      const auto heard = base::parse_rfc3339(tables.settings.get(key_of("heard", kind)));
      if (heard) watch.lost_at = *heard;
      return {};
    });
  }
  if (const auto away = network.away_since()) {
    if (!watch.lost_at) watch.lost_at = *away;
    return;
  }
  if (watch.lost_at) {
    if (now - *watch.lost_at >= shortest_gap) watch.gap = Gap{*watch.lost_at, now, 0, std::nullopt};
    watch.lost_at.reset();
  }
  if (watch.gap && now - watch.gap->until >= to_catch_up) note_gap(kind, watch);
  if (now >= watch.next_note) note_heard(kind, watch, now);
  if (now >= watch.next_listening) listen_for_silence(kind, watch, now);
}

void Attention::note_heard(NetworkKind kind, Watch& watch, Instant now) {
  watch.next_note = now + between_notes;
  write([&](Tables& tables) { tables.settings.set(key_of("heard", kind), base::to_rfc3339(now)); });
}

void Attention::note_gap(NetworkKind kind, Watch& watch) {
  Gap gap = *watch.gap;
  const auto said = past_of(kind);
  gap.found = static_cast<int>(
      std::count_if(said.begin(), said.end(), [&](Instant at) { return at >= gap.from && at < gap.until; }));
  const Rhythm before(said, gap.from);
  if (before.is_known()) gap.expected = before.expected(gap.from, gap.until);
  const bool noted = write([&](Tables& tables) {
    tables.settings.set(key_of("gap", kind), base::to_rfc3339(gap.from) + " " + base::to_rfc3339(gap.until) +
                                                 " " + std::to_string(gap.found) + " " +
                                                 (gap.expected ? written(*gap.expected) : "-"));
  });
  if (!noted) return;
  ports_.log->warn("{}", sentence_of(kind, gap));
  watch.gap.reset();
}

// One silence is told once; whatever is heard ends it.
void Attention::listen_for_silence(NetworkKind kind, Watch& watch, Instant now) {
  watch.next_listening = now + between_listenings;
  const auto said = past_of(kind);
  const auto newest = std::max_element(said.begin(), said.end());
  if (newest == said.end()) return;
  const Rhythm before(said, *newest);
  const Silence silence{*newest, before.expected(*newest, now)};
  const bool is_odd =
      before.is_known() && now - *newest >= shortest_silence && silence.expected >= too_many_missing;
  Aftermath aftermath;
  const bool done = write([&](Tables& tables) {
    aftermath = {};
    const auto told = silence_now(tables, kind);
    if (told && told->since < silence.since) tables.settings.set(key_of("silence", kind), "");
    if (is_odd && !(told && told->since == silence.since)) tell(tables, kind, silence, now, aftermath);
  });
  if (done) settle(aftermath, ports_);
}

void Attention::tell(Tables& tables, NetworkKind kind, const Silence& silence, Instant now,
                     Aftermath& aftermath) const {
  const std::string sentence = sentence_of(kind, silence);
  bool any = false;
  for (const std::string& cohort : flock_.cohorts()) {
    if (!is_in_session(cohort, now)) continue;
    any = true;
    domain::Card card;
    card.key = "silence/" + cohort + "/" + std::string(domain::to_word(kind)) + "/" +
               base::to_rfc3339(silence.since);
    card.cohort = cohort;
    card.network = kind;
    card.rule = "silence";
    card.text = sentence;
    card.at = now;
    call_all(tables, std::move(card), domain::Alert::Kind::breaker, aftermath);
  }
  if (!any) return;
  tables.settings.set(key_of("silence", kind),
                      base::to_rfc3339(silence.since) + " " + written(silence.expected));
  ports_.log->warn("{}", sentence);
}

// Read beside the deciding thread: it may be much.
std::vector<Instant> Attention::past_of(NetworkKind kind) const {
  std::vector<Instant> said;
  const auto read = ports_.store.read([&](Tables& tables) -> base::Status {
    for (const std::string& cohort : flock_.cohorts()) {
      const auto times = tables.posts.times(cohort, kind, past_posts);
      said.insert(said.end(), times.begin(), times.end());
    }
    return {};
  });
  return read ? said : std::vector<Instant>();
}

// Nobody is missed before a course, after it, or on its holidays.
bool Attention::is_in_session(const std::string& cohort, Instant now) const {
  const auto snapshot = flock_.snapshot(cohort);
  if (!snapshot) return false;
  const domain::Course& course = snapshot->ruleset->course();
  const auto today = std::chrono::floor<std::chrono::days>(now);
  const std::chrono::year_month_day date{today};
  if (std::find(course.holidays.begin(), course.holidays.end(), date) != course.holidays.end()) return false;
  if (!course.starts || course.weeks == 0) return true;
  const std::chrono::sys_days starts{*course.starts};
  return today >= starts && today < starts + std::chrono::weeks{course.weeks};
}

}  // namespace app
