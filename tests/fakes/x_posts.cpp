// How the X in memory keeps what is posted.
#include <algorithm>

#include "base/text.hpp"
#include "language/reader.hpp"
#include "tests/fakes/x_server.hpp"

namespace fakes {

using nlohmann::json;

namespace {

std::size_t code_points(const std::string& text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char byte) { return (byte & 0xc0) != 0x80; }));
}

// Links become short ones, "&" is escaped, and a reply begins with the names of those it answers.
json stored_text(const std::string& text, const std::string& prefix) {
  json urls = json::array();
  std::string stored = prefix;
  for (const std::string& word : base::split(text, ' ')) {
    if (!stored.empty() && stored != prefix) stored += ' ';
    if (word.find("example.org") != std::string::npos) {
      const std::string brief = "https://t.co/" + std::to_string(urls.size());
      urls.push_back({{"url", brief}, {"expanded_url", "https://" + word}});
      stored += brief;
    } else {
      for (const char letter : word) stored += letter == '&' ? std::string("&amp;") : std::string(1, letter);
    }
  }
  return {{"text", stored}, {"entities", {{"urls", urls}}}};
}

}  // namespace

std::string XServer::add_post(const std::string& account, const XDraft& draft) {
  std::string id = next_id();
  std::string prefix;
  json references = json::array();
  std::string thread = id;
  if (!draft.reply_to.empty()) {
    const json& parent = posts_.at(std::stoull(draft.reply_to));
    thread = parent["conversation_id"];
    prefix = "@" + accounts_.at(parent["author_id"]).handle + " ";
    references.push_back({{"type", "replied_to"}, {"id", draft.reply_to}});
  }
  if (!draft.quotes.empty()) references.push_back({{"type", "quoted"}, {"id", draft.quotes}});
  if (!draft.boosts.empty()) references.push_back({{"type", "retweeted"}, {"id", draft.boosts}});
  json post = stored_text(draft.text, prefix);
  post["id"] = id;
  post["author_id"] = account;
  post["conversation_id"] = thread;
  post["created_at"] = base::to_rfc3339(clock_.now());
  post["edit_history_tweet_ids"] = {id};
  if (!references.empty()) post["referenced_tweets"] = references;
  mark(post);
  posts_[std::stoull(id)] = std::move(post);
  return id;
}

std::string XServer::edit(const std::string& id, const std::string& text) {
  const std::lock_guard lock(mutex_);
  json post = posts_.at(std::stoull(id));
  std::string fresh = next_id();
  post["id"] = fresh;
  post.update(stored_text(text, ""));
  post["created_at"] = base::to_rfc3339(clock_.now());
  post["edit_history_tweet_ids"].push_back(fresh);
  mark(post);
  posts_[std::stoull(fresh)] = std::move(post);
  if (live_) deliver(fresh);
  return fresh;
}

// Where in its text the links, names and hashtags are. As on X, a list that would be empty is not there.
void XServer::mark(json& post) const {
  const std::string text = post["text"];
  json entities = json::object();
  const auto add = [&](const char* list, json one, const std::string& words) {
    const std::size_t at = text.find(words);
    if (at == std::string::npos) return;
    one["start"] = code_points(text.substr(0, at));
    one["end"] = code_points(text.substr(0, at + words.size()));
    entities[list].push_back(std::move(one));
  };
  for (const json& url : post["entities"]["urls"]) add("urls", url, url["url"]);
  const auto found = language::entities_of(text);
  for (const auto& tag : found.hashtags) add("hashtags", {{"tag", tag.text}}, "#" + tag.text);
  for (const auto& mention : found.mentions) {
    for (const auto& [id, about] : accounts_) {
      if (about.handle == mention.text)
        add("mentions", {{"username", mention.text}, {"id", id}}, "@" + mention.text);
    }
  }
  post.erase("entities");
  if (!entities.empty()) post["entities"] = std::move(entities);
}

bool XServer::names(const json& post, const std::string& account) {
  const json mentions = post.value("/entities/mentions"_json_pointer, json::array());
  return std::any_of(mentions.begin(), mentions.end(),
                     [&](const json& mention) { return mention["id"] == account; });
}

}  // namespace fakes
