#include "base/clock.hpp"
#include "tests/fakes/fixed_clock.hpp"
#include "tests/fakes/mastodon_server.hpp"
#include "tests/peers/judges/scene.hpp"

namespace judges {
namespace {

using fakes::MastodonFault;
using nlohmann::json;

class MastodonScene final : public Scene {
 public:
  json where() const override {
    return {{"url", server_.url()}, {"token", server_.token()}, {"code", "good-code"}};
  }

  json happen(const json& what) override {
    const std::string deed = what.value("do", "");
    const std::string id = what.value("id", "");
    clock_.advance(std::chrono::seconds{1});
    if (deed == "post") return {{"id", post(what)}};
    if (deed == "id") return {{"id", server_.id_of(what.at("of"))}};
    if (deed == "said") return said();
    if (deed == "edit") {
      server_.edit(id, what.at("text"), clock_.now());
    } else if (deed == "remove") {
      server_.remove(id);
    } else if (deed == "mute") {
      server_.mute(what.at("whom"));
    } else if (deed == "cut") {
      server_.cut_streams();
    } else if (deed == "fail") {
      server_.on_request(
          [fault = fault_of(what.value("how", ""))](const fakes::WebRequest&) { return fault; });
    } else {
      return {{"error", "nobody can " + deed}};
    }
    return json::object();
  }

 private:
  std::string post(const json& what) {
    fakes::MastodonServer::Extras extras;
    extras.in_reply_to = what.value("to", "");
    // For whoever goes by the clock on the wall, and not by the scene's.
    if (what.value("now", false)) extras.created_at = base::SystemClock().now();
    return server_.post(what.at("by"), what.at("text"), extras);
  }

  json said() {
    json all = json::array();
    for (const auto& toot : server_.said()) {
      all.push_back({{"id", toot.id}, {"text", toot.text}, {"to", toot.in_reply_to}});
    }
    return all;
  }

  // Any other name: nothing fails any more.
  static MastodonFault fault_of(const std::string& name) {
    if (name == "busy") return MastodonFault::busy;
    if (name == "too_many") return MastodonFault::too_many;
    if (name == "expired") return MastodonFault::expired;
    return MastodonFault::none;
  }

  // A retry with the same key gets the first post, as the documentation has it; our adapter is tested with
  // servers that fail there, too.
  static fakes::MastodonServer::Options options() {
    fakes::MastodonServer::Options options;
    options.repeated_key_fails = false;
    options.scopes = {"read", "write"};
    return options;
  }

  fakes::FixedClock clock_;
  fakes::MastodonServer server_{clock_, options()};
};

}  // namespace

std::unique_ptr<Scene> make_mastodon_scene() {
  return std::make_unique<MastodonScene>();
}

}  // namespace judges
