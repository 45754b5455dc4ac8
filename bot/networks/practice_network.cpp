#include "networks/practice_network.hpp"

#include <algorithm>
#include <cstdlib>

#include "base/text.hpp"
#include "language/reader.hpp"
#include "networks/practice_people.hpp"

namespace networks {

using base::Error;
using base::ErrorKind;
using domain::Post;
using domain::PostEvent;
using domain::Published;
using domain::Utterance;

namespace {

Error gone() {
  return {ErrorKind::not_found, "That post is not there any more."};
}

std::vector<std::string> texts_of(const std::vector<language::Entity>& entities) {
  std::vector<std::string> texts;
  texts.reserve(entities.size());
  for (const language::Entity& entity : entities) texts.push_back(entity.text);
  return texts;
}

std::string url_of(const std::string& id) {
  return "/#post-" + id;
}

}  // namespace

base::Result<std::unique_ptr<PracticeNetwork>> PracticeNetwork::open(const std::filesystem::path& folder,
                                                                     const std::string& handle,
                                                                     const base::Clock& clock) {
  auto journal = PracticeJournal::open(folder);
  if (!journal) return journal.error();
  return std::unique_ptr<PracticeNetwork>(new PracticeNetwork(std::move(journal).value(), handle, clock));
}

PracticeNetwork::PracticeNetwork(PracticeJournal journal, std::string handle, const base::Clock& clock)
    : handle_(std::move(handle)), clock_(clock), journal_(std::move(journal)) {
  for (const PracticeEvent& event : journal_.events()) apply(event);
}

PracticeNetwork::~PracticeNetwork() {
  stop_listening();
}

domain::Author PracticeNetwork::self() const {
  domain::Author author;
  author.id = bot_account;
  author.handle = handle_;
  author.name = handle_;
  author.bot = true;
  return author;
}

base::Status PracticeNetwork::listen(const std::string& cursor, domain::EventSink sink) {
  stop_listening();
  const std::lock_guard lock(mutex_);
  stopping_ = false;
  listener_ =
      std::thread([this, from = start_of(cursor), sink = std::move(sink)] { deliver_from(from, sink); });
  return {};
}

void PracticeNetwork::stop_listening() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
    changed_.notify_all();
  }
  if (listener_.joinable()) listener_.join();
}

base::Result<Published> PracticeNetwork::publish(const Utterance& utterance) {
  const std::lock_guard lock(mutex_);
  if (const auto said = said_.find(utterance.key); said != said_.end()) return said->second;
  if (const auto fine = check_practice_text(utterance.text);
      !fine && utterance.kind != Utterance::Kind::boost) {
    return Error{ErrorKind::refused, fine.error().message};
  }
  Post post = start_post(self());
  fill_from_text(post, utterance.text);
  post.language = utterance.language;
  if (utterance.kind != Utterance::Kind::post) {
    const Post* to = utterance.to ? standing(utterance.to->id) : nullptr;
    if (to == nullptr) return Error{ErrorKind::refused, gone().message};
    if (utterance.kind == Utterance::Kind::boost) {
      fill_from_text(post, to->text);
      post.boost_of = to->id;
    } else {
      post.in_reply_to = to->id;
      post.thread = to->thread;
      post.visibility = to->visibility;
    }
  }
  auto added = add(std::move(post), utterance.key);
  if (!added) return Error{ErrorKind::unavailable, added.error().message};
  return said_.at(utterance.key);
}

base::Result<std::optional<Published>> PracticeNetwork::look_up(const Utterance& utterance) {
  const std::lock_guard lock(mutex_);
  const auto said = said_.find(utterance.key);
  if (said == said_.end()) return std::optional<Published>();
  return std::optional(said->second);
}

base::Status PracticeNetwork::withdraw(const std::string& id) {
  const std::lock_guard lock(mutex_);
  const Post* post = standing(id);
  if (post == nullptr) return {};
  if (post->author.id != bot_account)
    return Error{ErrorKind::refused, "Only what the bot said can be taken back."};
  return take_down(id);
}

base::Result<std::vector<Post>> PracticeNetwork::read_thread(const Post& post) {
  const std::lock_guard lock(mutex_);
  std::vector<Post> posts;
  const Post* known = standing(post.id);
  if (known == nullptr) return gone();
  for (const auto& [number, id] : order_) {
    const Post& other = posts_.at(id);
    if (other.thread == known->thread) posts.push_back(other);
  }
  return posts;
}

base::Result<Post> PracticeNetwork::say(const domain::PracticePost& typed) {
  auto author = practice_author(typed.handle, typed.name, handle_);
  if (!author) return author.error();
  if (auto fine = check_practice_text(typed.text); !fine) return fine.error();
  const std::lock_guard lock(mutex_);
  Post post = start_post(std::move(author).value());
  fill_from_text(post, typed.text);
  const bool mentioned =
      std::find(post.mentions.begin(), post.mentions.end(), bot_account) != post.mentions.end();
  if (typed.mention_bot && !mentioned) fill_from_text(post, "@" + handle_ + " " + typed.text);
  if (!typed.in_reply_to.empty()) {
    const Post* parent = standing(typed.in_reply_to);
    if (parent == nullptr) return gone();
    post.in_reply_to = parent->id;
    post.thread = parent->thread;
  }
  return add(std::move(post), "");
}

base::Result<Post> PracticeNetwork::edit(const std::string& id, const std::string& text) {
  if (auto fine = check_practice_text(text); !fine) return fine.error();
  const std::lock_guard lock(mutex_);
  const Post* known = standing(id);
  if (known == nullptr) return gone();
  if (known->author.id == bot_account || !known->boost_of.empty()) {
    return Error{ErrorKind::refused, "Only what a person wrote can be edited here."};
  }
  PracticeEvent event{.kind = PostEvent::Kind::edited, .key = "", .post = *known};
  fill_from_text(event.post, text);
  ++event.post.version;
  event.post.edited_at = clock_.now();
  auto added = journal_.append(std::move(event));
  if (!added) return added.error();
  apply(*added);
  return added->post;
}

base::Status PracticeNetwork::remove(const std::string& id) {
  const std::lock_guard lock(mutex_);
  if (standing(id) == nullptr) return gone();
  return take_down(id);
}

base::Result<Post> PracticeNetwork::boost(const std::string& id, const std::string& handle) {
  auto author = practice_author(handle, "", handle_);
  if (!author) return author.error();
  const std::lock_guard lock(mutex_);
  const Post* original = standing(id);
  if (original == nullptr) return gone();
  Post post = start_post(std::move(author).value());
  fill_from_text(post, original->text);
  post.boost_of = original->boost_of.empty() ? original->id : original->boost_of;
  return add(std::move(post), "");
}

std::vector<Post> PracticeNetwork::timeline(std::size_t limit) const {
  const std::lock_guard lock(mutex_);
  std::vector<Post> posts;
  for (auto entry = order_.rbegin(); entry != order_.rend() && posts.size() < limit; ++entry) {
    posts.push_back(posts_.at(entry->second));
  }
  return posts;
}

std::optional<Post> PracticeNetwork::find(const std::string& id) const {
  const std::lock_guard lock(mutex_);
  const Post* post = standing(id);
  return post == nullptr ? std::nullopt : std::optional(*post);
}

void PracticeNetwork::apply(const PracticeEvent& event) {
  const std::string& id = event.post.id;
  if (event.kind == PostEvent::Kind::deleted) {
    posts_.erase(id);
    if (const auto number = numbers_.find(id); number != numbers_.end()) order_.erase(number->second);
  } else {
    posts_[id] = event.post;
    if (numbers_.emplace(id, event.number).second) order_.emplace(event.number, id);
  }
  if (!event.key.empty()) said_[event.key] = {id, url_of(id)};
  changed_.notify_all();
}

base::Result<Post> PracticeNetwork::add(Post post, const std::string& key) {
  auto added = journal_.append({.kind = PostEvent::Kind::created, .key = key, .post = std::move(post)});
  if (!added) return added.error();
  apply(*added);
  return added->post;
}

base::Status PracticeNetwork::take_down(const std::string& id) {
  PracticeEvent event{.kind = PostEvent::Kind::deleted, .key = "", .post = {}};
  event.post.id = id;
  // What was taken back was said all the same: the same utterance is not said again.
  for (const auto& [key, said] : said_) {
    if (said.id == id) event.key = key;
  }
  auto added = journal_.append(std::move(event));
  if (!added) return added.error();
  apply(*added);
  return journal_.forget_deleted_words();
}

const Post* PracticeNetwork::standing(const std::string& id) const {
  const auto post = posts_.find(id);
  return post == posts_.end() ? nullptr : &post->second;
}

Post PracticeNetwork::start_post(domain::Author author) const {
  Post post;
  post.id = "p" + std::to_string(journal_.last_number() + 1);
  post.author = std::move(author);
  post.created_at = clock_.now();
  post.thread = post.id;
  post.url = url_of(post.id);
  return post;
}

void PracticeNetwork::fill_from_text(Post& post, const std::string& text) const {
  const language::Entities entities = language::entities_of(text);
  post.text = text;
  post.tags = texts_of(entities.hashtags);
  post.links = texts_of(entities.urls);
  post.mentions.clear();
  for (const language::Entity& mention : entities.mentions) {
    post.mentions.push_back(account_of(mention.text, handle_));
  }
}

// Without a cursor: what was written within the catch-up window, which is a day.
std::int64_t PracticeNetwork::start_of(const std::string& cursor) const {
  if (!cursor.empty()) return std::strtoll(cursor.c_str(), nullptr, 10) + 1;
  const base::Instant since = clock_.now() - std::chrono::hours{24};
  for (const PracticeEvent& event : journal_.events()) {
    if (event.post.created_at >= since) return event.number;
  }
  return journal_.last_number() + 1;
}

void PracticeNetwork::deliver_from(std::int64_t number, const domain::EventSink& sink) {
  const auto is_before = [](const PracticeEvent& event, std::int64_t wanted) {
    return event.number < wanted;
  };
  for (;;) {
    PostEvent event;
    {
      std::unique_lock lock(mutex_);
      changed_.wait(lock, [&] { return stopping_ || journal_.last_number() >= number; });
      if (stopping_) return;
      const auto& events = journal_.events();
      const auto next = std::lower_bound(events.begin(), events.end(), number, is_before);
      if (next == events.end()) {
        number = journal_.last_number() + 1;
        continue;
      }
      event = {next->kind, next->post, std::to_string(next->number)};
      number = next->number + 1;
    }
    if (!sink(std::move(event))) return;
  }
}

}  // namespace networks
