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

std::string timeline_of(const std::string& tag) {
  return "/api/v1/timelines/tag/" + percent_encoded(tag);
}

base::Instant time_of(const json& status) {
  const auto time = instant_at(status, "created_at");
  return time && *time ? **time : base::Instant{};
}

}  // namespace

bool MastodonEar::fill_gaps(const Stop& stop) {
  if (is_own_) learn_muted();  // first: whoever is muted must be known as such when heard
  for (const std::string& tag : around_.hashtags()) {
    if (!fill(timeline_of(tag), source_of(tag), stop)) return false;
  }
  return !is_own_ || (fill_notifications(stop) && look_for_deletions(stop));
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
    const auto page = look_back(path, around_.clock.now() - around_.pace.catch_up, false);
    if (!page) complain(page.error().message);
    return page && take_page(*page, source, stop, nullptr);
  }
  for (int pages = 0; pages < most_pages; ++pages) {
    const std::string place = intake_.place(source);
    const auto answer = server_.get(path, {{"min_id", place}, {"limit", std::to_string(page_size)}});
    if (!answer) {
      complain(answer.error().message);
      return false;
    }
    if (!answer->is_array() || answer->empty()) return true;
    Page page;
    page.statuses.assign(answer->rbegin(), answer->rend());
    if (!take_page(page, source, stop, nullptr)) return false;
    if (intake_.place(source) == place) return true;  // nothing readable: no way on
  }
  return true;
}

bool MastodonEar::fill_notifications(const Stop& stop) {
  const std::string source = server_.address() + " notifications";
  for (int pages = 0; pages < most_pages; ++pages) {
    const std::string place = intake_.place(source);
    Parameters wanted{{"types[]", "mention"}, {"types[]", "quote"}, {"limit", "40"}};
    if (!place.empty()) wanted.emplace_back("min_id", place);
    const auto answer = server_.get("/api/v1/notifications", wanted);
    if (!answer) {
      complain(answer.error().message);
      return false;
    }
    if (!answer->is_array() || answer->empty()) return true;
    for (auto one = answer->rbegin(); one != answer->rend(); ++one) {
      if (!take_notification(*one, stop)) return false;
    }
    if (place.empty() || intake_.place(source) == place) return true;
  }
  return true;
}

// From the newest back. `until_known`: the first page without anything new ends it.
base::Result<MastodonEar::Page> MastodonEar::look_back(const std::string& path, base::Instant until,
                                                       bool until_known) {
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
      news = news || !intake_.knows(text_at(status, "uri"));
      all.statuses.push_back(status);
    }
    const std::string last = id_at(answer->back(), "id");
    if (old || last.empty() || last == below || (until_known && !news)) break;
    below = last;
  }
  std::reverse(all.statuses.begin(), all.statuses.end());
  return all;
}

bool MastodonEar::take_page(const Page& page, const std::string& source, const Stop& stop, int* fresh) {
  for (const json& status : page.statuses) {
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
  next_look_ = around_.clock.now() + around_.pace.reconcile;
  int missed = 0;
  if (is_own_) learn_muted();
  for (const std::string& tag : around_.hashtags()) {
    const auto page = look_back(timeline_of(tag), around_.clock.now() - around_.pace.overlap, true);
    if (!page) {
      complain(page.error().message);
      continue;
    }
    if (!take_page(*page, source_of(tag), stop, &missed)) return false;
  }
  if (is_own_ && !(fill_notifications(stop) && look_for_deletions(stop))) return false;
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
