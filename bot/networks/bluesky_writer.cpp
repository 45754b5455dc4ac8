#include "networks/bluesky_writer.hpp"

#include "language/reader.hpp"
#include "networks/bluesky_facets.hpp"
#include "networks/bluesky_posts.hpp"
#include "networks/bluesky_tid.hpp"
#include "networks/post_json.hpp"

namespace networks {

using base::Error;
using base::ErrorKind;
using domain::Published;
using domain::Utterance;
using nlohmann::json;

namespace {

constexpr int most_graphemes = 300;
constexpr int most_bytes = 3000;
constexpr int attempts_at_once = 3;
constexpr const char* profile_type = "app.bsky.actor.profile";
constexpr const char* labels_type = "com.atproto.label.defs#selfLabels";
// So long after it was written a post may be missing from what the network shows, and come all the same.
constexpr std::chrono::minutes slow_index{2};

std::string collection_of(const Utterance& utterance) {
  return utterance.kind == Utterance::Kind::boost ? bluesky_repost_type : bluesky_post_type;
}

json reference(const std::string& uri, const std::string& cid) {
  return {{"uri", uri}, {"cid", cid}};
}

base::Status check_length(const std::string& text) {
  const language::Lengths lengths = language::lengths_of(text);
  if (lengths.graphemes <= most_graphemes && lengths.bytes <= most_bytes) return {};
  return Error{ErrorKind::refused, "It is longer than the 300 characters of a post on Bluesky."};
}

json text_record(const Utterance& utterance, const std::string& now) {
  json record{{"$type", bluesky_post_type}, {"text", utterance.text}, {"createdAt", now}};
  if (!utterance.language.empty()) record["langs"] = json::array({utterance.language});
  if (json facets = facets_of(utterance.text); !facets.empty()) record["facets"] = std::move(facets);
  return record;
}

bool has_bot_label(const json& profile) {
  for (const json& label : part_at(part_at(profile, "labels"), "values")) {
    if (text_at(label, "val") == "bot") return true;
  }
  return false;
}

void add_bot_label(json& profile) {
  if (!profile.is_object()) profile = {{"$type", profile_type}};
  json& labels = profile["labels"];
  if (text_at(labels, "$type") != labels_type || !part_at(labels, "values").is_array()) {
    labels = {{"$type", labels_type}, {"values", json::array()}};
  }
  labels["values"].push_back({{"val", "bot"}});
}

}  // namespace

base::Result<Published> BlueskyWriter::publish(const Utterance& utterance) {
  if (auto ready = session_.open(); !ready) return Error{ErrorKind::unavailable, ready.error().message};
  const auto record = record_of(utterance);
  if (!record) return record.error();
  return put(collection_of(utterance), tid_of(utterance.key), *record);
}

base::Result<json> BlueskyWriter::record_of(const Utterance& utterance) {
  const std::string now = base::to_rfc3339(clock_.now());
  if (utterance.kind != Utterance::Kind::boost) {
    if (auto fits = check_length(utterance.text); !fits) return fits.error();
  }
  if (utterance.kind == Utterance::Kind::post) return text_record(utterance, now);
  if (!utterance.to) return Error{ErrorKind::refused, "There is no post to answer."};
  const auto to = answered_post(*utterance.to);
  if (!to) return to.error();
  const json parent = reference(to->post.id, to->cid);
  if (utterance.kind == Utterance::Kind::boost) {
    return json{{"$type", bluesky_repost_type}, {"subject", parent}, {"createdAt", now}};
  }
  if (to->post.author.muted || to->post.author.wants_no_bots || to->refuses_replies)
    return Error{ErrorKind::refused, "Its author does not want this account's replies."};
  json record = text_record(utterance, now);
  const bool is_root = to->root_uri.empty();
  record["reply"] = {{"parent", parent}, {"root", is_root ? parent : reference(to->root_uri, to->root_cid)}};
  return record;
}

// As it stands now: the server takes a reply to a post that is gone, and nobody would ever see it.
base::Result<Sighting> BlueskyWriter::answered_post(const domain::Post& post) {
  auto seen = reader_.posts({post.id});
  if (!seen) return Error{ErrorKind::unavailable, seen.error().message};
  if (!seen->empty()) return std::move(seen->front());
  if (clock_.now() - post.created_at < slow_index) {
    return Error{ErrorKind::unavailable, "Bluesky does not show the post yet."};
  }
  const auto exists = reader_.exists(post.id);
  if (!exists) return Error{ErrorKind::unavailable, exists.error().message};
  return Error{ErrorKind::refused, *exists ? "Its author and this account have blocked one another."
                                           : "That post is not there any more."};
}

// `swapRecord: null` is "only if there is nothing yet". createRecord would answer a repetition with a 500,
// and without the condition a repetition would be an edit. As it is a repetition is harmless, so what is in
// doubt is simply sent again; if that does not settle it, nothing later can make it certain.
base::Result<Published> BlueskyWriter::put(const std::string& collection, const std::string& key,
                                           const json& record) {
  const json input{{"repo", session_.did()},
                   {"collection", collection},
                   {"rkey", key},
                   {"record", record},
                   {"swapRecord", nullptr}};
  std::optional<Error> doubt;
  for (int attempt = 0; attempt < attempts_at_once; ++attempt) {
    const auto answer = session_.write("com.atproto.repo.putRecord", input);
    if (answer && (answer->ok() || answer->error == "InvalidSwap")) return published(collection, key);
    if (!answer && answer.error().kind == ErrorKind::in_doubt) {
      doubt = answer.error();
      continue;
    }
    if (doubt) break;
    if (!answer) return answer.error();
    return Error{ErrorKind::refused,
                 "Bluesky refused it: " + (answer->message.empty() ? answer->error : answer->message)};
  }
  return *doubt;
}

Published BlueskyWriter::published(const std::string& collection, const std::string& key) const {
  const std::string uri = "at://" + session_.did() + "/" + collection + "/" + key;
  return {uri, page_of(uri)};
}

base::Result<std::optional<Published>> BlueskyWriter::look_up(const Utterance& utterance) {
  const std::string collection = collection_of(utterance);
  const std::string key = tid_of(utterance.key);
  const auto record = own_record(collection, key);
  if (!record) return record.error();
  if (!*record) return std::optional<Published>();
  return std::optional(published(collection, key));
}

base::Result<std::optional<json>> BlueskyWriter::own_record(const std::string& collection,
                                                            const std::string& key) {
  if (auto ready = session_.open(); !ready) return Error{ErrorKind::unavailable, ready.error().message};
  const auto answer = session_.read("com.atproto.repo.getRecord",
                                    {{"repo", session_.did()}, {"collection", collection}, {"rkey", key}});
  if (!answer) return answer.error();
  if (answer->ok()) return std::optional(answer->body);
  if (answer->error == "RecordNotFound") return std::optional<json>();
  return Error{ErrorKind::unavailable, "Bluesky does not say whether it is there: " + answer->message};
}

// A record that is gone already is as good as deleted: Bluesky says 200 to both.
base::Status BlueskyWriter::withdraw(const std::string& id) {
  if (auto ready = session_.open(); !ready) return Error{ErrorKind::unavailable, ready.error().message};
  const RecordAddress record = address_of(id);
  if (record.account != session_.did()) {
    return Error{ErrorKind::refused, "Only what the bot said can be taken back."};
  }
  const auto answer =
      session_.write("com.atproto.repo.deleteRecord",
                     {{"repo", record.account}, {"collection", record.collection}, {"rkey", record.key}});
  if (!answer) return Error{ErrorKind::unavailable, answer.error().message};
  if (answer->ok()) return {};
  return Error{ErrorKind::unavailable, "Bluesky did not delete it: " + answer->message};
}

base::Status BlueskyWriter::label_self() {
  const auto profile = own_record(profile_type, "self");
  if (!profile) return profile.error();
  const bool is_new = !*profile;
  json record = is_new ? json() : part_at(**profile, "value");
  if (has_bot_label(record)) return {};
  add_bot_label(record);
  const json before = is_new ? json(nullptr) : json(text_at(**profile, "cid"));
  const auto answer = session_.write("com.atproto.repo.putRecord", {{"repo", session_.did()},
                                                                    {"collection", profile_type},
                                                                    {"rkey", "self"},
                                                                    {"record", std::move(record)},
                                                                    {"swapRecord", before}});
  if (!answer) return answer.error();
  if (answer->ok()) return {};
  return Error{ErrorKind::unavailable, "Bluesky did not take the label: " + answer->message};
}

}  // namespace networks
