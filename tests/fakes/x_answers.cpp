// What the X in memory answers to each call.
#include <algorithm>
#include <utility>

#include "base/text.hpp"
#include "tests/fakes/x_parts.hpp"
#include "tests/fakes/x_server.hpp"

namespace fakes {

using domain::HttpResponse;
using nlohmann::json;
using x_parts::answer;
using x_parts::decoded_pairs;
using x_parts::problem;

namespace {

constexpr const char* not_summoned =
    "Reply to this conversation is not allowed because you have not been mentioned by its author.";

bool refers(const json& post, const json& reference) {
  const json all = post.value("referenced_tweets", json::array());
  return std::find(all.begin(), all.end(), reference) != all.end();
}

std::string decoded(const std::string& text) {
  std::string plain;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '%' && i + 2 < text.size()) {
      plain += static_cast<char>(std::stoi(text.substr(i + 1, 2), nullptr, 16));
      i += 2;
    } else {
      plain += text[i];
    }
  }
  return plain;
}

}  // namespace

namespace x_parts {

std::map<std::string, std::string> decoded_pairs(const std::string& text) {
  std::map<std::string, std::string> pairs;
  for (const std::string& one : base::split(text, '&')) {
    const std::size_t equals = one.find('=');
    if (equals != std::string::npos) pairs[one.substr(0, equals)] = decoded(one.substr(equals + 1));
  }
  return pairs;
}

HttpResponse answer(int status, const json& body) {
  return {status, {{"content-type", "application/json"}}, body.dump()};
}

HttpResponse problem(int status, const std::string& detail) {
  static const std::map<int, std::string> titles{{400, "Invalid Request"},    {401, "Unauthorized"},
                                                 {403, "Forbidden"},          {404, "Not Found Error"},
                                                 {409, "Conflict"},           {429, "Too Many Requests"},
                                                 {503, "Service Unavailable"}};
  const json body{
      {"title", titles.at(status)}, {"detail", detail}, {"status", status}, {"type", "about:blank"}};
  return {status, {{"content-type", "application/problem+json"}}, body.dump()};
}

}  // namespace x_parts

XServer::Answer XServer::act(const Call& call) {
  if (call.name == "POST /2/oauth2/token") return refresh(call);
  const auto found = call.request.headers.find("authorization");
  const std::string proof = found == call.request.headers.end() ? "" : found->second;
  const bool as_app = proof == std::string("Bearer ") + bearer;
  const bool as_account = proof.starts_with("OAuth ") ||
                          (!access_.empty() && proof == "Bearer " + access_ && clock_.now() < access_until_);
  if (!as_app && !as_account) return problem(401, "Unauthorized");
  if (as_account) return act_as_account(call);
  if (call.name == "GET /2/tweets/search/stream/rules") return list_rules();
  if (call.name == "POST /2/tweets/search/stream/rules") return change_rules(call);
  if (call.name == "GET /2/usage/tweets") {
    return answer(200,
                  {{"data", {{"project_usage", "12"}, {"project_cap", "3000000"}, {"cap_reset_day", 9}}}});
  }
  if (call.name == "GET /2/tweets") {
    const auto ids = base::split(call.query.at("ids"), ',');
    return page(call, [&](const json& post) {
      return std::find(ids.begin(), ids.end(), post["id"].get<std::string>()) != ids.end();
    });
  }
  if (call.name != "GET /2/tweets/search/recent") return problem(403, "Unsupported Authentication");
  if (!call.query.contains("query")) return problem(400, "The `query` query parameter can not be empty");
  const std::string query = call.query.at("query");
  return page(call, [&](const json& post) {
    const auto written = base::parse_rfc3339(post["created_at"].get<std::string>());
    if (*written > clock_.now() - std::chrono::seconds{30}) return false;
    if (query.starts_with("conversation_id:")) return query.substr(16) == post["conversation_id"];
    const std::string text = post["text"];
    const std::size_t tag = text.find('#');
    return tag != std::string::npos &&
           query.find(text.substr(tag, text.find(' ', tag) - tag)) != std::string::npos;
  });
}

XServer::Answer XServer::act_as_account(const Call& call) {
  if (call.name == "GET /2/users/me") {
    const std::string& handle = accounts_.at(bot_).handle;
    return answer(200, {{"data", {{"id", bot_}, {"username", handle}, {"name", handle}}}});
  }
  if (call.name == "GET /2/users/:id/mentions") {
    return page(call, [&](const json& post) { return names(post, call.ids[0]); });
  }
  if (call.name == "GET /2/users/:id/tweets") {
    return page(call, [&](const json& post) { return post["author_id"] == call.ids[0]; });
  }
  if (call.name == "POST /2/tweets") return create(call);
  if (call.name == "POST /2/users/:id/retweets") {
    add_post(bot_, {.text = "RT", .boosts = json::parse(call.request.body)["tweet_id"]});
    return answer(200, {{"data", {{"retweeted", true}}}});
  }
  if (call.name == "DELETE /2/tweets/:id") {
    const bool gone = posts_.erase(std::stoull(call.ids[0])) == 0;
    return gone ? problem(404, "Not Found") : answer(200, {{"data", {{"deleted", true}}}});
  }
  if (call.name == "DELETE /2/users/:id/retweets/:id") {
    const json boost{{"type", "retweeted"}, {"id", call.ids[1]}};
    std::erase_if(posts_, [&](const auto& post) {
      return post.second["author_id"] == call.ids[0] && refers(post.second, boost);
    });
    return answer(200, {{"data", {{"retweeted", false}}}});
  }
  return problem(404, "no such call");
}

// Good for one use; who comes with a used one is out for good. A login's code does it, too.
XServer::Answer XServer::refresh(const Call& call) {
  auto form = decoded_pairs(call.request.body);
  // Documented is the form alone; a much-used client sends JSON, and is let in.
  if (const json body = json::parse(call.request.body, nullptr, false); body.is_object()) form = body;
  const auto given = form.find("refresh_token");
  const bool logs_in =
      form.contains("code") && form.at("code") == "good-code" && form.contains("code_verifier");
  const auto is_good = [&](const std::string& token) {
    return token == refresh_ || (takes_last_refresh_ && token == last_refresh_);
  };
  if (!logs_in && (given == form.end() || !is_good(given->second))) {
    return answer(400, {{"error", "invalid_request"},
                        {"error_description", "Value passed for the token was invalid."}});
  }
  ++renewals_;
  access_ = "access-" + std::to_string(renewals_);
  last_refresh_ = std::exchange(refresh_, "refresh-" + std::to_string(renewals_));
  access_until_ = clock_.now() + std::chrono::hours{2};
  return answer(200, {{"token_type", "bearer"},
                      {"access_token", access_},
                      {"refresh_token", refresh_},
                      {"expires_in", 7200},
                      {"scope", "tweet.read tweet.write users.read offline.access"}});
}

XServer::Answer XServer::create(const Call& call) {
  const json input = json::parse(call.request.body, nullptr, false);
  const std::string text = input.is_object() ? input.value("text", "") : "";
  if (text.empty()) return problem(400, "One or more parameters to your request was invalid.");
  for (const auto& [id, post] : posts_) {
    if (post["author_id"] == bot_ && post.value("said", "") == text) {
      return problem(403, "You are not allowed to create a Tweet with duplicate content.");
    }
  }
  std::string parent;
  if (input.contains("reply")) {
    parent = input["reply"]["in_reply_to_tweet_id"];
    const auto found = posts_.find(std::stoull(parent));
    if (found == posts_.end()) {
      return problem(403, "You attempted to reply to a Tweet that is deleted or not visible to you.");
    }
    if (!names(found->second, bot_)) return problem(403, not_summoned);
  }
  const std::string id = add_post(bot_, {.text = text, .reply_to = parent});
  posts_[std::stoull(id)]["said"] = text;
  return answer(201, {{"data", {{"id", id}, {"text", text}}}});
}

json XServer::whole(const json& post) const {
  const std::string author = post["author_id"];
  const Account& account = accounts_.at(author);
  return {{"id", author},
          {"username", account.handle},
          {"name", account.handle},
          {"description", account.description}};
}

}  // namespace fakes
