// Listens on one server, from a thread of its own: streams, fills the gap after every connection, and looks
// the timelines through now and then, because streams lose posts without a word.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "networks/backoff.hpp"
#include "networks/hearing.hpp"
#include "networks/http.hpp"
#include "networks/mastodon_answered.hpp"
#include "networks/mastodon_intake.hpp"
#include "networks/mastodon_server.hpp"
#include "networks/mastodon_stream.hpp"

namespace networks {

struct MastodonPace {
  base::Duration reconcile = std::chrono::minutes{5};    // between looks at the timelines, beside a stream
  base::Duration first_look = std::chrono::seconds{15};  // after a connection
  base::Duration poll = std::chrono::seconds{60};        // the same without a stream
  base::Duration overlap = std::chrono::hours{6};        // how far such a look goes back
  base::Duration catch_up = std::chrono::hours{24};      // how far the first one goes back
  base::Duration deletions = std::chrono::hours{1};      // between looks whether posts still stand, at least
  base::Duration first_retry = std::chrono::seconds{1};
  base::Duration longest_retry = std::chrono::minutes{5};
  base::Duration idle =
      std::chrono::seconds{60};  // a stream silent for so long is dead (servers beat every 15 to 30 s)
};

class MastodonEar {
 public:
  using Hashtags = std::function<std::vector<std::string>()>;  // without #; may change while it runs
  using Complain = std::function<void(const std::string&)>;    // one sentence for the log; no names, no texts

  struct Surroundings {
    Http& http;
    const Reach& reach;
    const base::Clock& clock;
    MastodonPace pace;
    Hashtags hashtags;
    Complain complain;
    Jitter jitter;
    std::function<base::Status()> ready;  // asked again and again until it is; before that nothing is heard
    MastodonAnswered& answered;
  };

  // `is_own`: the bot's own server, where its notifications are.
  // `hearing` is told whether that server is heard; it outlives the ear.
  MastodonEar(Surroundings around, MastodonServer& server, bool is_own, MastodonIntake& intake,
              Hearing& hearing);
  ~MastodonEar();  // stops
  MastodonEar(const MastodonEar&) = delete;
  MastodonEar& operator=(const MastodonEar&) = delete;

  void start();
  void ask_to_stop();

 private:
  using Stop = std::stop_token;
  using Page = std::vector<nlohmann::json>;  // oldest first

  void run(const Stop& stop);
  bool live(
      const Stop& stop);  // one connection, from its beginning to its end; false when it never came about
  bool hear(MastodonStream& stream, const std::vector<std::string>& tags, const Stop& stop);
  bool take(const MastodonEvent& event, const Stop& stop);
  bool take_notification(const nlohmann::json& notification, const Stop& stop);
  void poll_for(base::Duration time, const Stop& stop);

  bool catch_up(const Stop& stop);
  bool fill_gaps(const Stop& stop);
  bool fill(const std::string& path, const std::string& source, const Stop& stop);
  bool fill_notifications(const Stop& stop);
  bool take_notifications(Parameters wanted, const Stop& stop, std::size_t& taken);
  bool reconcile(const Stop& stop);
  base::Result<Page> look_back(const std::string& path, base::Instant until, base::Instant looked);
  static Page oldest_first(const nlohmann::json& list);
  bool take_page(const Page& page, const std::string& source, const Stop& stop, int* fresh);
  bool look_for_deletions(const Stop& stop);
  void learn_muted();

  std::string source_of(const std::string& tag) const;
  std::vector<MastodonChannel> channels(const std::vector<std::string>& tags) const;
  void complain(const std::string& sentence);

  const Surroundings around_;
  MastodonServer& server_;
  const bool is_own_;
  MastodonIntake& intake_;
  Hearing& hearing_;
  Backoff backoff_;
  base::Instant next_look_{};
  base::Instant looked_{};  // when the timelines were last looked through
  base::Instant next_deletions_{};
  std::string last_complaint_;
  bool wants_no_more_ = false;  // the sink
  std::jthread thread_;
};

}  // namespace networks
