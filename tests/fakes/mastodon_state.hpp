// What a Mastodon server in memory holds. For the mastodon_*.cpp here.
#pragma once

#include <functional>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "base/clock.hpp"

namespace fakes {

struct MastodonPerson {
  std::string id;
  std::string acct;  // with @host when from elsewhere
  std::string note;
  bool bot = false;
};

struct MastodonToot {
  std::string id;
  std::string uri;
  std::string author;  // person's id
  std::string text;    // plain
  std::string in_reply_to;
  std::string visibility = "public";
  std::string language = "en";
  std::string reblog_of;
  base::Instant created_at{};
  std::optional<base::Instant> edited_at;
};

// What becomes of a signal on its way to the streams: `late` is overtaken by the next one.
enum class MastodonStir { straight, twice, late };

struct MastodonSignal {
  std::string channel;  // "hashtag:flock" (folded), "user:notification"
  std::string event;
  std::string payload;
};

// Not thread-safe; whoever uses it holds the server's lock.
class MastodonState {
 public:
  MastodonState(std::string host, long first_id, const base::Clock& clock);

  MastodonPerson& person(const std::string& acct);  // made on first use
  MastodonPerson* by_id(const std::string& id);
  MastodonToot& add(MastodonToot toot);  // id, uri and time are filled in where they are missing
  MastodonToot* find(const std::string& id);
  MastodonToot* find_uri(const std::string& uri);
  void erase(const std::string& id);
  void edited(MastodonToot& toot);  // tells the streams

  nlohmann::json status(const MastodonToot& toot);
  nlohmann::json account(const MastodonPerson& person);
  nlohmann::json credentials(const MastodonPerson& person);  // of the account itself
  nlohmann::json relationship(const MastodonPerson& person) const;
  nlohmann::json notification(const MastodonToot& toot);
  std::vector<std::string> tags_of(const std::string& text) const;
  std::vector<std::string> people_in(const std::string& text) const;  // accts
  bool mentions(const MastodonToot& toot, const std::string& acct) const;

  // Newest first, as Mastodon's pages are: below max_id, above since_id, or right above min_id.
  using Fields = std::map<std::string, std::string>;
  nlohmann::json page(const Fields& fields, const std::function<bool(const MastodonToot&)>& wanted,
                      const std::function<nlohmann::json(const MastodonToot&)>& show);

  const std::string& host() const { return host_; }
  base::Instant now() const { return clock_.now(); }
  const std::map<long, MastodonToot>& toots() const { return toots_; }
  std::string new_id() { return std::to_string(++last_id_); }

  std::string bot;  // the bot's person id
  std::vector<MastodonSignal> signals;
  std::function<MastodonStir()> stir;       // none: all go straight
  std::map<std::string, std::string> keys;  // idempotency key: status id
  std::set<std::string> muted;              // person ids

 private:
  void tell(const MastodonToot& toot, const std::string& event, const std::string& payload);
  void signal(MastodonSignal one);

  const std::string host_;
  const base::Clock& clock_;
  long last_id_;
  std::optional<MastodonSignal> late_;
  std::map<std::string, MastodonPerson> people_;  // by acct
  std::map<long, MastodonToot> toots_;
};

std::string folded_tag(const std::string& tag);

}  // namespace fakes
