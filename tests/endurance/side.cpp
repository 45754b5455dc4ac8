#include "tests/endurance/side.hpp"

#include <set>

#include "tests/fakes/mastodon_server.hpp"
#include "tests/fakes/x_web.hpp"

namespace endurance {
namespace {

using domain::NetworkKind;

class MastodonSide final : public Side {
 public:
  explicit MastodonSide(RunningClock& clock) : server_(clock) {}

  NetworkKind kind() const override { return NetworkKind::mastodon; }
  void introduce(Service& service) override {
    service.configure("  mastodon:\n    handle: \"@flockmate\"\n    server: " + server_.url() +
                      "\n    credential: " + service.secret("mastodon-token", server_.token()) + "\n");
  }
  bool is_heard() override { return server_.streams() == 2; }
  std::string say(const std::string& who, const std::string& text) override {
    return server_.post(who, text);
  }
  void edit(const std::string& id, const std::string& text) override {
    server_.edit(id, text, base::SystemClock().now() + std::chrono::seconds{2});
  }
  void remove(const std::string& id) override { server_.remove(id); }
  std::map<std::string, int> replies() override {
    std::map<std::string, int> replies;
    for (const auto& toot : server_.said()) ++replies[toot.in_reply_to];
    return replies;
  }
  void cut_stream() override { server_.cut_streams(true); }

  void go_wrong(Dice& dice) override {
    server_.on_request([&dice](const fakes::WebRequest&) {
      using enum fakes::MastodonFault;
      constexpr std::array each{none,        drop_before, drop_after, used_up, error_before,
                                error_after, slow,        cut,        expired};
      return each.at(static_cast<std::size_t>(dice.for_request()));
    });
    server_.stir_streams([&dice] {
      using enum fakes::MastodonStir;
      constexpr std::array each{straight, twice, late};
      return each.at(static_cast<std::size_t>(dice.for_event()));
    });
  }

 private:
  fakes::MastodonServer server_;
};

class XSide final : public Side {
 public:
  explicit XSide(RunningClock& clock) : server_(clock) { server_.go_live(); }

  NetworkKind kind() const override { return NetworkKind::x; }
  void introduce(Service& service) override {
    const std::string keys = "bearer: " + std::string(fakes::XServer::bearer) +
                             "\nclient_id: client\nrefresh_token: " + fakes::XServer::first_refresh + "\n";
    service.configure("  x:\n    handle: \"@flockmate\"\n    server: " + web_.url() + "\n    ca_file: " +
                      authority_.path().string() + "\n    credential: " + service.secret("keys", keys) +
                      "\n    monthly_dollars: 100000\n");
  }
  bool is_heard() override { return server_.calls("GET /2/tweets/search/stream") > 0; }
  std::string say(const std::string& who, const std::string& text) override {
    auto& account = accounts_[who];
    if (account.empty()) account = server_.add_account(who);
    return server_.post(account, {.text = text});
  }
  void edit(const std::string& id, const std::string& text) override { server_.edit(id, text); }
  void remove(const std::string& id) override { server_.remove(id); }
  std::map<std::string, int> replies() override {
    std::map<std::string, int> replies;
    for (const auto& post : server_.posts_of(bot_)) {
      const auto above = post.find("referenced_tweets");
      ++replies[above == post.end() ? "" : (*above)[0]["id"].get<std::string>()];
    }
    return replies;
  }
  void cut_stream() override { server_.cut_stream(); }

  // A session of which the renewal was answered into the void is over for good, and only a login brings it
  // back: there nothing goes wrong once it is done, and a kill that comes between is forgiven.
  void go_wrong(Dice& dice) override {
    server_.take_last_refresh_token();
    web_.on_request([&dice](const fakes::WebRequest& request) {
      using enum fakes::XWebFault;
      constexpr std::array each{none,        drop_before, drop_after, too_many, error_before,
                                error_after, slow,        cut,        expired};
      const auto fault = each.at(static_cast<std::size_t>(dice.for_request()));
      const bool done =
          fault == slow || fault == drop_after || fault == error_after || fault == cut || fault == expired;
      return done && request.path == "/2/oauth2/token" ? none : fault;
    });
    server_.go_live([&dice] {
      using enum fakes::XServer::Stir;
      constexpr std::array each{straight, twice, late};
      return each.at(static_cast<std::size_t>(dice.for_event()));
    });
  }

 private:
  fakes::XServer server_;
  const std::string bot_ = server_.add_account("flockmate");
  std::map<std::string, std::string> accounts_;
  fakes::TestCertificates certificates_ = fakes::make_test_certificates();
  fakes::AuthorityFile authority_{certificates_};
  fakes::XWeb web_{server_, certificates_};
};

}  // namespace

std::unique_ptr<Side> make_side(const std::string& network, RunningClock& clock) {
  if (network == "mastodon") return std::make_unique<MastodonSide>(clock);
  if (network == "x") return std::make_unique<XSide>(clock);
  return nullptr;
}

}  // namespace endurance
