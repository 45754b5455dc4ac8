#include "networks/bluesky_tokens.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "networks/post_json.hpp"

namespace networks {

using base::Error;
using base::ErrorKind;
using nlohmann::json;

namespace {

constexpr std::chrono::hours day{24};
constexpr std::size_t logins_a_day = 10;
constexpr std::chrono::minutes shortest_pause{1};
constexpr std::chrono::hours longest_pause{1};

// A minute after the first login that failed, doubled each time, up to an hour.
base::Duration pause_after(int failures) {
  const base::Duration pause = shortest_pause * (1 << std::clamp(failures - 1, 0, 10));
  return std::min<base::Duration>(pause, longest_pause);
}

Error too_early(base::Instant until) {
  return {ErrorKind::unavailable, "Bluesky is not asked for a new session before " + base::to_rfc3339(until) +
                                      ": logins are few there."};
}

}  // namespace

BlueskyTokenStore::BlueskyTokenStore(TokenFile file, std::string handle, std::string server)
    : file_(std::move(file)), handle_(std::move(handle)), server_(std::move(server)) {}

base::Result<BlueskyTokens> BlueskyTokenStore::load() {
  const auto content = file_.read();
  if (!content) return content.error();
  const json kept = json::parse(*content, nullptr, false);
  if (text_at(kept, "for") != handle_ || text_at(kept, "at") != server_) return BlueskyTokens{};
  tokens_ = {text_at(kept, "did"), text_at(kept, "handle"), text_at(kept, "server"), text_at(kept, "access"),
             text_at(kept, "refresh")};
  for (const json& login : part_at(kept, "logins")) {
    if (login.is_number_integer()) logins_.push_back(base::from_millis(login.get<std::int64_t>()));
  }
  if (const json& until = part_at(kept, "not_before"); until.is_number_integer()) {
    not_before_ = base::from_millis(until.get<std::int64_t>());
  }
  return tokens_;
}

base::Status BlueskyTokenStore::save(const BlueskyTokens& tokens) {
  tokens_ = tokens;
  return write();
}

base::Status BlueskyTokenStore::claim_login(base::Instant now) {
  std::erase_if(logins_, [&](base::Instant login) { return now - login >= day; });
  if (now < not_before_) return too_early(not_before_);
  if (failed_in_a_row_ > 0 && now < logins_.back() + pause_after(failed_in_a_row_)) {
    return too_early(logins_.back() + pause_after(failed_in_a_row_));
  }
  if (logins_.size() >= logins_a_day) return too_early(logins_.front() + day);
  logins_.push_back(now);
  ++failed_in_a_row_;
  return write();
}

void BlueskyTokenStore::login_worked() {
  failed_in_a_row_ = 0;
}

void BlueskyTokenStore::forbid_login_until(base::Instant instant) {
  not_before_ = instant;
  (void)write();  // when the disk is full it still holds until the next start
}

base::Status BlueskyTokenStore::write() {
  json logins = json::array();
  for (const base::Instant login : logins_) logins.push_back(base::to_millis(login));
  return file_.write(to_line({{"for", handle_},
                              {"at", server_},
                              {"did", tokens_.did},
                              {"handle", tokens_.handle},
                              {"server", tokens_.server},
                              {"access", tokens_.access},
                              {"refresh", tokens_.refresh},
                              {"logins", std::move(logins)},
                              {"not_before", base::to_millis(not_before_)}}));
}

}  // namespace networks
