#include "base/clock.hpp"
#include "tests/fakes/x_parts.hpp"
#include "tests/fakes/x_web.hpp"
#include "tests/peers/judges/scene.hpp"

namespace judges {
namespace {

using fakes::XFault;
using fakes::XServer;
using nlohmann::json;

class XScene final : public Scene {
 public:
  XScene() { server_.go_live(); }

  json where() const override {
    return {{"url", web_.url()},         {"authority", authority_.path().string()},
            {"bearer", XServer::bearer}, {"refresh", XServer::first_refresh},
            {"code", "good-code"},       {"bot", bot_}};
  }

  json happen(const json& what) override {
    const std::string deed = what.value("do", "");
    const std::string id = what.value("id", "");
    clock_.advance(std::chrono::seconds{1});
    if (deed == "post") return {{"id", post(what)}};
    if (deed == "said") return server_.posts_of(bot_);
    if (deed == "edit") return {{"id", server_.edit(id, what.at("text"))}};
    if (deed == "rules") return server_.rules();
    if (deed == "wait") {
      clock_.advance(std::chrono::seconds{what.at("seconds")});
    } else if (deed == "remove") {
      server_.remove(id);
    } else if (deed == "cut") {
      server_.cut_stream();
    } else if (deed == "fail") {
      fail(what.at("call"), what.at("status"));
    } else {
      return {{"error", "nobody can " + deed}};
    }
    return json::object();
  }

 private:
  std::string post(const json& what) {
    auto& account = accounts_[what.at("by")];
    if (account.empty()) account = server_.add_account(what.at("by"));
    return server_.post(account, {.text = what.at("text"), .reply_to = what.value("to", "")});
  }

  // The next call of that name.
  void fail(const std::string& call, int status) {
    auto problem = fakes::x_parts::problem(status, "Nothing goes here.");
    if (status == 429) {
      problem.headers.insert(
          {{"x-rate-limit-limit", "100"},
           {"x-rate-limit-remaining", "0"},
           {"x-rate-limit-reset", std::to_string(base::to_millis(clock_.now()) / 1000 + 60)}});
    }
    server_.next(call, {XFault::answer(status, problem.body, problem.headers)});
  }

  fakes::FixedClock clock_{base::SystemClock().now()};  // clients compare the reset with their own
  XServer server_{clock_};
  const std::string bot_ = server_.add_account("flockmate");
  std::map<std::string, std::string> accounts_;
  const fakes::TestCertificates certificates_ = fakes::make_test_certificates();
  const fakes::AuthorityFile authority_{certificates_};
  fakes::XWeb web_{server_, certificates_};
};

}  // namespace

std::unique_ptr<Scene> make_x_scene() {
  return std::make_unique<XScene>();
}

}  // namespace judges
