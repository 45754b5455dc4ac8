#include "tests/fakes/bluesky_parts.hpp"

namespace fakes {

using domain::HttpResponse;
using nlohmann::json;
using namespace bluesky;

void BlueskyServer::set_headers(domain::Headers headers) {
  const std::lock_guard lock(mutex_);
  headers_ = std::move(headers);
}

void BlueskyServer::set_status(const std::string& status) {
  const std::lock_guard lock(mutex_);
  status_ = status;
}

HttpResponse BlueskyServer::act_on_session(const Call& call) {
  if (call.method == "com.atproto.server.describeServer") {
    HttpResponse response = answer({{"did", "did:web:pds.example"}, {"availableUserDomains", {".example"}}});
    response.headers.insert(headers_.begin(), headers_.end());
    return response;
  }
  if (call.method == "com.atproto.server.getSession") return get_session(call);
  return call.method == "com.atproto.server.createSession" ? create_session(call) : refresh_session(call);
}

HttpResponse BlueskyServer::create_session(const Call& call) {
  if (call.text("password") != password) {
    return error(401, "AuthenticationRequired", "Invalid identifier or password");
  }
  return open_session();
}

HttpResponse BlueskyServer::refresh_session(const Call& call) {
  if (call.token != refresh_) return error(400, "InvalidToken", "Token could not be verified");
  if (refresh_over_) return error(400, "ExpiredToken", "Token has expired");
  return open_session();
}

HttpResponse BlueskyServer::get_session(const Call& call) const {
  if (call.token != access_ || access_over_) return error(400, "ExpiredToken", "Token has expired");
  json session{{"did", "did:plc:flockmate"}, {"active", status_.empty()}};
  if (!status_.empty()) session["status"] = status_;
  return answer(session);
}

// The first account is the bot's.
HttpResponse BlueskyServer::open_session() {
  const auto& [did, account] = *accounts_.find("did:plc:flockmate");
  ++tokens_;
  access_ = "access-" + std::to_string(tokens_);
  refresh_ = "refresh-" + std::to_string(tokens_);
  access_over_ = refresh_over_ = false;
  return answer({{"did", did},
                 {"handle", account.handle},
                 {"accessJwt", access_},
                 {"refreshJwt", refresh_},
                 {"didDoc",
                  {{"service",
                    {{{"id", "#atproto_pds"},
                      {"type", "AtprotoPersonalDataServer"},
                      {"serviceEndpoint", own_server_}}}}}}});
}

}  // namespace fakes
