// Mastodon: the hashtags of several servers heard as one, spoken to from the bot's own server. Thread-safe.
#pragma once

#include <deque>
#include <filesystem>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "domain/network.hpp"
#include "networks/http.hpp"
#include "networks/mastodon_answered.hpp"
#include "networks/mastodon_ear.hpp"
#include "networks/mastodon_intake.hpp"
#include "networks/mastodon_server.hpp"

namespace networks {

struct MastodonOptions {
  struct Place {
    std::string server;  // "https://social.example"
    std::string
        token;  // of an account there; "" where the bot has none: then its timelines are looked through
  };
  Place own;
  std::vector<Place> listen_on;  // besides the own server
  std::string handle;            // as in the config: until the server tells what it is
  std::filesystem::path state;   // a folder of its own: who the bot is and which posts it answered
  MastodonEar::Hashtags hashtags;
  std::function<std::vector<std::string>()> may_be_named;  // handles that wordings may mention: facilitators
  MastodonEar::Complain complain;
  MastodonPace pace = {};
  Jitter jitter;  // thread-safe
};

class MastodonNetwork final : public domain::Network {
 public:
  // Asks the server who the bot is. While the server is away what it said last time holds; before the first
  // time the bot is nobody and asks again and again while it listens. All references outlive the network.
  // Errors, of an address that cannot be used or a token that is not accepted: sentences for whoever started
  // the program.
  static base::Result<std::unique_ptr<MastodonNetwork>> open(MastodonOptions options, Http& http, Reach reach,
                                                             const base::Clock& clock);
  ~MastodonNetwork() override;

  domain::NetworkKind kind() const override { return domain::NetworkKind::mastodon; }
  domain::Author self() const override;  // without an id until the server told it
  base::Status listen(const std::string& cursor, domain::EventSink sink) override;
  void stop_listening() override;
  base::Result<domain::Published> publish(const domain::Utterance& utterance) override;
  base::Result<std::optional<domain::Published>> look_up(const domain::Utterance& utterance) override;
  base::Status withdraw(const std::string& id) override;
  base::Result<std::vector<domain::Post>> read_thread(const domain::Post& post) override;
  // Of the bot's own server; that another one is away is told in the log.
  std::optional<base::Instant> away_since() const override { return hearing_.front().away_since(); }

 private:
  MastodonNetwork(MastodonOptions options, Http& http, Reach reach, const base::Clock& clock);
  base::Status learn_who_i_am();
  base::Result<domain::Post> target_of(const domain::Utterance& utterance);
  base::Result<domain::Published> say(const domain::Utterance& utterance);
  base::Result<domain::Published> boost(const domain::Utterance& utterance);
  base::Result<domain::Published> confirm(const domain::Utterance& utterance, const nlohmann::json& status);
  base::Result<std::optional<domain::Published>> look_below(const domain::Post& target,
                                                            const std::string& self,
                                                            const std::string& wording);
  base::Result<std::optional<domain::Published>> look_at_own(const domain::Utterance& utterance,
                                                             const std::string& self,
                                                             const std::string& wording);
  nlohmann::json allowed_mentions(const domain::Utterance& utterance, const std::string& wording);

  const MastodonOptions options_;
  Http& http_;
  const Reach reach_;
  const base::Clock& clock_;
  MastodonServer own_;
  std::vector<std::unique_ptr<MastodonServer>> others_;
  MastodonAnswered answered_;
  mutable std::mutex mutex_;
  domain::Author self_;
  std::unique_ptr<MastodonIntake> intake_;
  std::deque<Hearing> hearing_;  // the own server's first; one for each ear
  std::vector<std::unique_ptr<MastodonEar>> ears_;
};

}  // namespace networks
