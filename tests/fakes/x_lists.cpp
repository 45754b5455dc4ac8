// The stream's rules and the pages of posts of the X in memory.
#include <algorithm>

#include "base/text.hpp"
#include "tests/fakes/x_parts.hpp"
#include "tests/fakes/x_server.hpp"

namespace fakes {

using nlohmann::json;
using x_parts::answer;
using x_parts::problem;

json XServer::show(const std::string& value, const Rule& rule) const {
  json shown{{"id", rule.id}, {"value", value}};
  if (!rule.tag.empty()) shown["tag"] = rule.tag;
  return shown;
}

XServer::Answer XServer::list_rules() const {
  json all = json::array();
  for (const auto& [value, rule] : rules_) all.push_back(show(value, rule));
  json body{{"meta", {{"sent", base::to_rfc3339(clock_.now())}, {"result_count", all.size()}}}};
  if (!all.empty()) body["data"] = all;
  return answer(200, body);
}

// What is not taken is told in an answer that is 201 all the same.
XServer::Answer XServer::change_rules(const Call& call) {
  const json input = json::parse(call.request.body, nullptr, false);
  if (!input.is_object()) return problem(400, "Rules must be provided.");
  json created = json::array();
  json errors = json::array();
  for (const json& wish : input.value("add", json::array())) {
    const std::string value = wish["value"];
    const auto [rule, fresh] = rules_.try_emplace(value, Rule{next_id(), wish.value("tag", "")});
    if (fresh) {
      created.push_back(show(value, rule->second));
    } else {
      errors.push_back({{"value", value},
                        {"id", rule->second.id},
                        {"title", "DuplicateRule"},
                        {"type", "https://api.twitter.com/2/problems/duplicate-rules"}});
    }
  }
  const json wanted = input.value("delete", json::object());
  const json ids = wanted.value("ids", json::array());
  const json values = wanted.value("values", json::array());
  const std::size_t deleted = std::erase_if(rules_, [&](const auto& one) {
    return std::find(ids.begin(), ids.end(), one.second.id) != ids.end() ||
           std::find(values.begin(), values.end(), one.first) != values.end();
  });
  json summary{{"created", created.size()},
               {"not_created", errors.size()},
               {"valid", created.size()},
               {"invalid", errors.size()}};
  if (input.contains("delete")) {
    summary = {{"deleted", deleted}, {"not_deleted", ids.size() + values.size() - deleted}};
  }
  json done{{"meta", {{"sent", base::to_rfc3339(clock_.now())}, {"summary", summary}}}};
  if (!created.empty()) done["data"] = created;
  if (!errors.empty()) done["errors"] = errors;
  return answer(input.contains("delete") ? 200 : 201, done);
}

// As far as a look at its hashtags and mentions can tell.
json XServer::matches(const json& post) const {
  json matching = json::array();
  const std::string text = post["text"];
  for (const auto& [value, rule] : rules_) {
    if (text.find(value.substr(0, value.find(' '))) == std::string::npos) continue;
    matching.push_back({{"id", rule.id}, {"tag", rule.tag}});
  }
  return matching;
}

// Newest first, of an edited post the version that stands.
XServer::Answer XServer::page(const Call& call, const std::function<bool(const json&)>& wanted) const {
  const auto at = [&](const char* name) {
    const auto found = call.query.find(name);
    return found == call.query.end() ? std::string() : found->second;
  };
  const std::string token = at("next_token") + at("pagination_token");
  const std::size_t skip = token.empty() ? 0 : std::stoull(token);
  const std::uint64_t since = at("since_id").empty() ? 0 : std::stoull(at("since_id"));
  const std::uint64_t until = at("until_id").empty() ? UINT64_MAX : std::stoull(at("until_id"));
  const std::size_t most = at("max_results").empty()
                               ? page_size_
                               : std::min<std::size_t>(page_size_, std::stoull(at("max_results")));
  json found = json::array();
  json users = json::array();
  json meta = json::object();
  std::size_t place = 0;
  for (auto one = posts_.rbegin(); one != posts_.rend() && one->first > since; ++one) {
    if (one->first >= until || !wanted(one->second)) continue;
    if (place++ < skip) continue;
    if (found.size() == most) {
      meta["next_token"] = std::to_string(place - 1);
      break;
    }
    found.push_back(one->second);
    const json author = whole(one->second);
    if (std::find(users.begin(), users.end(), author) == users.end()) users.push_back(author);
  }
  meta["result_count"] = found.size();
  json body = json::object();
  if (!found.empty()) {
    meta["newest_id"] = found.front()["id"];
    meta["oldest_id"] = found.back()["id"];
    body["data"] = found;
    body["includes"] = {{"users", users}};
  }
  body["meta"] = meta;
  return answer(200, body);
}

}  // namespace fakes
