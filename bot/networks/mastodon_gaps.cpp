#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>

#include "networks/mastodon_ear.hpp"
#include "networks/post_json.hpp"

// What the timelines hold and no stream told: the gap before a connection, and what got lost during one.
namespace networks {

using nlohmann::json;

namespace {

constexpr std::size_t page_size = 40;
constexpr int most_pages = 50;
constexpr std::size_t most_looked_at = 50;  // of each kind: a server lets 300 requests pass in five minutes
constexpr std::chrono::seconds under_way{30};  // what is newer may still come by the stream
constexpr std::chrono::minutes late{1};        // so much later than it was said a post may be told

std::string timeline_of(const std::string& tag) {
  return "/api/v1/timelines/tag/" + percent_encoded(tag);
}

// Streams tell some posts later than newer ones. Where a connection broke between the two, what is missing
// stands before the place.
Parameters before_place(const std::string& place) {
  return {{"max_id", place}, {"limit", std::to_string(page_size)}};
}

base::Instant time_of(const json& status) {
  const auto time = instant_at(status, "created_at");
  return time && *time ? **time : base::Instant{};
}

}  // namespace

bool MastodonEar::fill_gaps(const Stop& stop) {
  const base::Instant begun = around_.clock.now();
  if (is_own_) learn_muted();  // first: whoever is muted must be known as such when heard
  for (const std::string& tag : around_.hashtags()) {
    if (!fill(timeline_of(tag), source_of(tag), stop)) return false;
  }
  if (is_own_ && !(fill_notifications(stop) && look_for_deletions(stop))) return false;
  looked_ = begun;
  return true;
}

// What was deleted while nobody listened is told by no stream and missing in no list: the posts that were
// answered, and those heard last, are asked for one by one. Whatever cannot be asked now is asked an hour
// later.
bool MastodonEar::look_for_deletions(const Stop& stop) {
  const base::Instant now = around_.clock.now();
  if (now < next_deletions_) return true;
  next_deletions_ = now + around_.pace.deletions;
  std::set<std::string> ids = intake_.newest(most_looked_at);
  for (std::string& id : around_.answered.newest(most_looked_at)) ids.insert(std::move(id));
  for (const std::string& id : ids) {
    if (stop.stop_requested()) return false;
    const auto status = server_.get(mastodon_status_path(id));
    if (status) continue;
    if (status.error().kind != base::ErrorKind::not_found) return true;
    around_.answered.forget(id);
    wants_no_more_ = !intake_.take_deletion(server_, id);
    if (wants_no_more_) return false;
  }
  return true;
}

// Forward from the place where it stopped: min_id gives the page right after it (since_id would leave a gap),
// newest first within the page. Without a place: what the last day holds.
bool MastodonEar::fill(const std::string& path, const std::string& source, const Stop& stop) {
  if (intake_.place(source).empty()) {
    const auto page = look_back(path, around_.clock.now() - around_.pace.catch_up, base::Instant{});
    if (!page) complain(page.error().message);
    return page && take_page(*page, source, stop, nullptr);
  }
  const auto before = server_.get(path, before_place(intake_.place(source)));
  if (!before) {
    complain(before.error().message);
    return false;
  }
  if (!take_page(oldest_first(*before), source, stop, nullptr)) return false;
  for (int pages = 0; pages < most_pages; ++pages) {
    const std::string place = intake_.place(source);
    const auto answer = server_.get(path, {{"min_id", place}, {"limit", std::to_string(page_size)}});
    if (!answer) {
      complain(answer.error().message);
      return false;
    }
    if (!answer->is_array() || answer->empty()) return true;
    if (!take_page(oldest_first(*answer), source, stop, nullptr)) return false;
    if (intake_.place(source) == place) return true;  // nothing readable: no way on
  }
  return true;
}

bool MastodonEar::fill_notifications(const Stop& stop) {
  const std::string source = server_.address() + " notifications";
  const std::string begin = intake_.place(source);
  std::size_t taken = 0;
  if (!begin.empty() && !take_notifications(before_place(begin), stop, taken)) return false;
  for (int pages = 0; pages < most_pages; ++pages) {
    const std::string place = intake_.place(source);
    Parameters wanted{{"limit", std::to_string(page_size)}};
    if (!place.empty()) wanted.emplace_back("min_id", place);
    if (!take_notifications(wanted, stop, taken)) return false;
    if (taken == 0 || place.empty() || intake_.place(source) == place) return true;
  }
  return true;
}

bool MastodonEar::take_notifications(Parameters wanted, const Stop& stop, std::size_t& taken) {
  for (const char* type : {"mention", "quote"}) wanted.emplace_back("types[]", type);
  const auto answer = server_.get("/api/v1/notifications", wanted);
  if (!answer) {
    complain(answer.error().message);
    return false;
  }
  const Page page = oldest_first(*answer);
  taken = page.size();
  for (const json& one : page) {
    if (!take_notification(one, stop)) return false;
  }
  return true;
}

// From the newest back. A page without anything new ends it when what is older was looked at before.
base::Result<MastodonEar::Page> MastodonEar::look_back(const std::string& path, base::Instant until,
                                                       base::Instant looked) {
  Page all;
  std::string below;
  for (int pages = 0; pages < most_pages; ++pages) {
    Parameters wanted{{"limit", std::to_string(page_size)}};
    if (!below.empty()) wanted.emplace_back("max_id", below);
    const auto answer = server_.get(path, wanted);
    if (!answer) return answer.error();
    if (!answer->is_array() || answer->empty()) break;
    bool news = false;
    bool old = false;
    for (const json& status : *answer) {
      old = time_of(status) < until;
      if (old) break;
      if (intake_.knows(server_, status)) continue;  // most of them, and they are not small
      news = true;
      all.push_back(status);
    }
    const std::string last = id_at(answer->back(), "id");
    const bool known = !news && time_of(answer->back()) < looked;
    if (old || last.empty() || last == below || known) break;
    below = last;
  }
  std::reverse(all.begin(), all.end());
  return all;
}

MastodonEar::Page MastodonEar::oldest_first(const json& list) {
  return list.is_array() ? Page(list.rbegin(), list.rend()) : Page();
}

bool MastodonEar::take_page(const Page& page, const std::string& source, const Stop& stop, int* fresh) {
  for (const json& status : page) {
    const auto taken = intake_.take(server_, source, status, stop);
    wants_no_more_ = taken == MastodonIntake::Taken::stop;
    if (wants_no_more_ || stop.stop_requested()) return false;
    const bool overdue = time_of(status) < around_.clock.now() - under_way;
    if (fresh != nullptr && overdue && taken == MastodonIntake::Taken::fresh) ++*fresh;
  }
  return true;
}

// Posts from other servers come late and with old ids; and a stream may have lost its source while its heart
// still beats. False: it has to be begun again.
bool MastodonEar::reconcile(const Stop& stop) {
  const base::Instant begun = around_.clock.now();
  next_look_ = begun + around_.pace.reconcile;
  bool whole = true;
  int missed = 0;
  if (is_own_) learn_muted();
  for (const std::string& tag : around_.hashtags()) {
    const auto page = look_back(timeline_of(tag), begun - around_.pace.overlap, looked_ - late);
    if (!page) {
      complain(page.error().message);
      whole = false;
      continue;
    }
    if (!take_page(*page, source_of(tag), stop, &missed)) return false;
  }
  if (is_own_ && !(fill_notifications(stop) && look_for_deletions(stop))) return false;
  if (whole) looked_ = begun;
  if (missed > 0) {
    complain("The stream of " + server_.address() + " lost " + std::to_string(missed) +
             " posts; they were found in its timeline.");
  }
  return missed == 0;
}

void MastodonEar::learn_muted() {
  std::set<std::string> accounts;
  for (const char* list : {"/api/v1/mutes", "/api/v1/blocks"}) {
    const auto answer = server_.get_all(list);
    if (!answer) return;  // what was known stays
    for (const json& account : *answer) accounts.insert(id_at(account, "id"));
  }
  intake_.set_muted(std::move(accounts));
}

}  // namespace networks
