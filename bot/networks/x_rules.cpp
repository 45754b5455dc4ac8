#include "networks/x_rules.hpp"

#include "networks/post_json.hpp"

namespace networks {

using base::Error;
using base::ErrorKind;
using nlohmann::json;

namespace {

constexpr const char* path = "/2/tweets/search/stream/rules";
constexpr const char* ours = "flockmate";
constexpr const char* no_boosts = " -is:retweet";
constexpr std::size_t longest_search = 512;
constexpr int most_pages = 10;

// One that would change the meaning of a rule cannot be a hashtag on X.
bool is_plain(const std::string& hashtag) {
  return !hashtag.empty() && hashtag.find_first_of(" \t\r\n\"'():#@-") == std::string::npos;
}

Error failed(const XAnswer& answer) {
  return {ErrorKind::unavailable, "X does not take the rules of the stream: " + answer.words()};
}

}  // namespace

base::Status XRules::set(const std::vector<std::string>& hashtags, const std::string& handle) {
  std::set<std::string> wanted{"@" + handle + no_boosts};
  for (const std::string& hashtag : hashtags) {
    if (is_plain(hashtag)) wanted.insert("#" + hashtag + no_boosts);
  }
  if (wanted == standing_) return {};
  const auto kept = list(wanted);
  if (!kept) return kept.error();
  json add = json::array();
  for (const std::string& value : wanted) {
    if (!kept->values.contains(value)) add.push_back({{"value", value}, {"tag", ours}});
  }
  if (!add.empty()) {
    if (auto added = change({{"add", std::move(add)}}); !added) return added;
  }
  if (!kept->outdated.empty()) {
    if (auto removed = change({{"delete", {{"ids", kept->outdated}}}}); !removed) return removed;
  }
  standing_ = std::move(wanted);
  return {};
}

base::Result<XRules::Kept> XRules::list(const std::set<std::string>& wanted) {
  Kept kept;
  std::string token;
  for (int page = 0; page < most_pages; ++page) {
    Parameters asked{{"max_results", "1000"}};
    if (!token.empty()) asked.emplace_back("pagination_token", token);
    const auto answer = session_.read(path, asked);
    if (!answer) return answer.error();
    if (!answer->ok()) return failed(*answer);
    for (const json& rule : part_at(answer->body, "data")) {
      const std::string value = text_at(rule, "value");
      kept.values.insert(value);
      if (text_at(rule, "tag") == ours && !wanted.contains(value)) kept.outdated.push_back(id_at(rule, "id"));
    }
    token = text_at(part_at(answer->body, "meta"), "next_token");
    if (token.empty()) break;
  }
  return kept;
}

// Rules that are refused come in an answer that is 201 all the same. One that was there already is fine.
base::Status XRules::change(const json& how) {
  const auto answer = session_.write("POST", path, how, XSession::As::app);
  if (!answer) return Error{ErrorKind::unavailable, answer.error().message};
  if (!answer->ok()) return failed(*answer);
  for (const json& error : part_at(answer->body, "errors")) {
    if (text_at(error, "title") != "DuplicateRule") return failed(*answer);
  }
  return {};
}

std::vector<std::string> XRules::searches(const std::vector<std::string>& hashtags) {
  std::vector<std::string> searches;
  std::string joined;
  const auto end = [&] {
    if (!joined.empty()) searches.push_back("(" + joined + ")" + no_boosts);
    joined.clear();
  };
  for (const std::string& hashtag : hashtags) {
    if (!is_plain(hashtag)) continue;
    if (joined.size() + hashtag.size() + 24 > longest_search) end();
    joined += (joined.empty() ? "#" : " OR #") + hashtag;
  }
  end();
  return searches;
}

}  // namespace networks
