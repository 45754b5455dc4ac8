#include "networks/x_writer.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "language/reader.hpp"
#include "networks/post_json.hpp"

namespace networks {

using base::Error;
using base::ErrorKind;
using domain::Post;
using domain::Published;
using domain::Utterance;
using nlohmann::json;
using Kind = Utterance::Kind;

namespace {

constexpr int most_weight = 280;
constexpr std::chrono::hours looked_back{24};  // so long no text is said twice
constexpr int most_duplicates = 2;
constexpr std::string_view boost_prefix = "boost:";

std::string page_of(const std::string& id) {
  return "https://x.com/i/status/" + id;
}

bool has_link(const std::string& text) {
  return !language::entities_of(text).urls.empty();
}

XItem item_of(const Utterance& utterance) {
  if (utterance.kind == Kind::boost) return XItem::boost;
  if (has_link(utterance.text)) return XItem::post_with_link;
  return utterance.kind == Kind::reply ? XItem::reply : XItem::post;
}

// What of a text X leaves as it is: it shortens links, and puts the names of those answered before a reply.
std::string essence(const std::string& text) {
  std::string essence;
  for (const std::string& word : base::split(base::fold(text), ' ')) {
    if (word.empty() || (essence.empty() && word.starts_with('@')) || has_link(word)) continue;
    essence += (essence.empty() ? "" : " ") + word;
  }
  return essence;
}

bool is_it(const Post& post, const Utterance& utterance) {
  if (utterance.kind == Kind::boost) return post.boost_of == utterance.to->id;
  const std::string answers = utterance.kind == Kind::reply ? utterance.to->id : "";
  return post.in_reply_to == answers && essence(post.text) == essence(utterance.text);
}

Error refused(const std::string& why) {
  return {ErrorKind::refused, why};
}

}  // namespace

base::Result<Published> XWriter::publish(const Utterance& utterance) {
  if (utterance.kind != Kind::post && !utterance.to) return refused("There is no post to answer.");
  if (utterance.kind != Kind::boost && language::lengths_of(utterance.text).x_weighted > most_weight) {
    return refused("It is longer than the 280 characters of a post on X.");
  }
  if (!spend_.may_spend()) return Error{ErrorKind::unavailable, spend_.why_not()};
  const auto answer = send(utterance);
  if (!answer) {
    if (answer.error().kind == ErrorKind::in_doubt) spend_.note_written(item_of(utterance));
    return answer.error();
  }
  if (answer->ok()) {
    spend_.note_written(item_of(utterance));
    return published(utterance, *answer);
  }
  const std::string words = answer->words();
  if (answer->status == 403 && words.find("duplicate content") != std::string::npos) {
    return refused_as_duplicate(utterance);
  }
  return refused("X refused it: " + words);
}

base::Result<XAnswer> XWriter::send(const Utterance& utterance) {
  if (utterance.kind == Kind::boost) {
    if (memory_.id().empty()) return Error{ErrorKind::unavailable, "X has not told the bot who it is yet."};
    return session_.write("POST", "/2/users/" + memory_.id() + "/retweets",
                          {{"tweet_id", memory_.newest_id(utterance.to->id)}});
  }
  json post{{"text", utterance.text}};
  if (utterance.kind == Kind::reply) {
    post["reply"] = {{"in_reply_to_tweet_id", memory_.newest_id(utterance.to->id)}};
  }
  return session_.write("POST", "/2/tweets", post);
}

base::Result<Published> XWriter::published(const Utterance& utterance, const XAnswer& answer) {
  if (utterance.to) (void)memory_.set_answered(utterance.to->id, clock_.now());  // only deletions hang on it
  if (utterance.kind == Kind::boost) return Published{std::string(boost_prefix) + utterance.to->id, ""};
  const std::string id = id_at(part_at(answer.body, "data"), "id");
  if (id.empty()) return Error{ErrorKind::in_doubt, "X took it and did not say as which post."};
  return Published{id, page_of(id)};
}

// Most often it is this very post, of which the answer got lost: it is looked up. When it cannot be found,
// not even after it was tried again, X means another post with the same text.
Error XWriter::refused_as_duplicate(const Utterance& utterance) {
  const std::lock_guard lock(mutex_);
  const int times = duplicates_.find(utterance.key).value_or(0) + 1;
  duplicates_.put(utterance.key, times);
  if (times > most_duplicates) return refused("X refused it: the bot has said the same text already.");
  return {ErrorKind::in_doubt, "X says that the bot has said this text already."};
}

base::Result<std::optional<Published>> XWriter::look_up(const Utterance& utterance) {
  if (memory_.id().empty()) return Error{ErrorKind::unavailable, "X has not told the bot who it is yet."};
  if (utterance.kind != Kind::post && !utterance.to) return std::optional<Published>();
  base::Instant since = clock_.now() - looked_back;
  if (utterance.to) since = std::max(since, utterance.to->created_at);
  const auto own = own_posts_.find(
      memory_.id(), since, [&](const Post& one) { return is_it(memory_.with_first_ids(one), utterance); });
  if (!own) return own.error();
  if (!*own) return std::optional<Published>();
  if (utterance.to) (void)memory_.set_answered(utterance.to->id, clock_.now());
  if (utterance.kind == Kind::boost) {
    return std::optional(Published{std::string(boost_prefix) + utterance.to->id, ""});
  }
  return std::optional(Published{(*own)->id, page_of((*own)->id)});
}

base::Status XWriter::withdraw(const std::string& id) {
  if (!spend_.may_spend()) return Error{ErrorKind::unavailable, spend_.why_not()};
  const bool boost = id.starts_with(boost_prefix);
  const std::string post = boost ? id.substr(boost_prefix.size()) : id;
  const std::string path = boost ? "/2/users/" + memory_.id() + "/retweets/" + post : "/2/tweets/" + post;
  const auto answer = session_.write("DELETE", path, json());
  if (!answer) return Error{ErrorKind::unavailable, answer.error().message};
  if (answer->ok()) spend_.note_written(XItem::deletion);
  if (answer->ok() || answer->status == 404) {
    own_posts_.forget([&](const Post& one) {
      return boost ? memory_.with_first_ids(one).boost_of == post : one.id == post;
    });
    return {};
  }
  return refused("X did not delete it: " + answer->words());
}

}  // namespace networks
