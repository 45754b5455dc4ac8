#include "tests/console/world.hpp"

#include <gtest/gtest.h>
#include <sodium.h>

#include <algorithm>

#include "base/text.hpp"
#include "rulefile/read_options.hpp"
#include "rules/ruleset.hpp"

namespace console_test {
namespace {

constexpr const char* bootstrap = "/usr/share/javascript/bootstrap5/css/bootstrap.min.css";

domain::Post fresh_post(const base::Clock& clock, std::size_t number, const domain::PracticePost& said) {
  domain::Post post;
  post.id = std::to_string(number);
  post.author = {"acct-" + said.handle, said.handle, said.name, false, false, false};
  post.text = (said.mention_bot ? "@flockmate " : "") + said.text;
  post.created_at = clock.now();
  post.in_reply_to = said.in_reply_to;
  post.thread = said.in_reply_to.empty() ? post.id : said.in_reply_to;
  return post;
}

base::Error gone() {
  return {base::ErrorKind::not_found, "This post is no longer there."};
}

}  // namespace

base::Result<domain::Post> SmallRoom::say(const domain::PracticePost& said) {
  posts.push_back(fresh_post(clock_, posts.size() + 1, said));
  return posts.back();
}

base::Result<domain::Post> SmallRoom::edit(const std::string& id, const std::string& text) {
  for (domain::Post& post : posts) {
    if (post.id != id) continue;
    post.text = text;
    post.edited_at = clock_.now();
    return post;
  }
  return gone();
}

base::Status SmallRoom::remove(const std::string& id) {
  return std::erase_if(posts, [&](const domain::Post& post) { return post.id == id; }) == 0
             ? base::Status(gone())
             : base::Status();
}

base::Result<domain::Post> SmallRoom::boost(const std::string& id, const std::string& handle) {
  if (!find(id)) return gone();
  domain::Post post = fresh_post(clock_, posts.size() + 1, {handle, handle, "", false, ""});
  post.boost_of = id;
  posts.push_back(post);
  return post;
}

std::vector<domain::Post> SmallRoom::timeline(std::size_t limit) const {
  std::vector<domain::Post> newest(posts.rbegin(), posts.rend());
  newest.resize(std::min(limit, newest.size()));
  return newest;
}

std::optional<domain::Post> SmallRoom::find(const std::string& id) const {
  const auto found =
      std::find_if(posts.begin(), posts.end(), [&](const domain::Post& post) { return post.id == id; });
  return found == posts.end() ? std::nullopt : std::optional(*found);
}

World::World() : room(clock) {
  EXPECT_GE(sodium_init(), 0);
  set_course("spring", "Online facilitation");
}

void World::set_course(const std::string& cohort, const std::string& name) {
  rules::RulesetSource source;
  source.course.cohort = cohort;
  source.course.name = name;
  source.course.hashtags = {cohort == "spring" ? "flockcourse" : cohort};
  source.course.facilitators = {
      {"Dana",
       {{domain::NetworkKind::practice, "dana"}, {domain::NetworkKind::mastodon, "dana@social.example"}},
       {}}};
  auto ruleset = rules::Ruleset::compile(std::move(source), clock.now());
  ASSERT_TRUE(ruleset) << ruleset.error().message;
  flock.set(cohort, {*ruleset, {}, {}, clock.now()});
}

console::Ports World::practice_ports() {
  return {store, flock, desk, changes, clock, &room, &clock};
}
console::Ports World::service_ports() {
  return {store, flock, desk, changes, clock, nullptr, nullptr};
}

console::Options World::options() const {
  console::Options options;
  options.port = 0;
  options.folder = console::console_folder(FLOCKMATE_SOURCE_DIR);
  return options;
}

std::unique_ptr<console::DeskPages> World::practice_pages() {
  auto shelf = console::PageShelf::open({options().folder, bootstrap});
  EXPECT_TRUE(shelf) << shelf.error().message;
  return std::make_unique<console::DeskPages>(practice_ports(), std::move(*shelf), std::nullopt,
                                              std::vector<std::string>{});
}

std::unique_ptr<console::DeskPages> World::service_pages(const std::string& password_hash) {
  auto shelf = console::PageShelf::open({options().folder, bootstrap});
  EXPECT_TRUE(shelf) << shelf.error().message;
  return std::make_unique<console::DeskPages>(service_ports(), std::move(*shelf), password_hash,
                                              std::vector<std::string>{"bot.example.org"});
}

void World::keep(const domain::Post& post, const std::string& cohort) {
  const base::Status kept = store.write([&](domain::Tables& tables) -> base::Status {
    tables.posts.remember({post, cohort, true, false, true});
    tables.people.note(cohort, post.network, post.author, post.created_at, true);
    return {};
  });
  EXPECT_TRUE(kept);
}

std::string header_of(const console::Response& response, const std::string& name) {
  for (const auto& [key, value] : response.headers) {
    if (key == name) return value;
  }
  return "";
}

console::Response Visitor::send(console::Request request) {
  request.address = address;
  request.headers["host"] = "127.0.0.1:8080";
  for (const auto& [name, value] : more_headers) request.headers[name] = value;
  if (!cookie.empty()) request.cookies[console::session_cookie] = cookie;
  console::Response response = pages_.answer(request);
  const std::string set = header_of(response, "Set-Cookie");
  if (!set.empty()) cookie = set.substr(set.find('=') + 1, 64);
  const std::string mark = "name=\"token\" value=\"";
  const std::size_t found = response.body.find(mark);
  if (found != std::string::npos) token = response.body.substr(found + mark.size(), 64);
  return response;
}

console::Response Visitor::get(const std::string& path, console::Fields query) {
  console::Request request;
  request.method = "GET";
  request.path = path;
  request.query = std::move(query);
  return send(std::move(request));
}

console::Response Visitor::post(const std::string& path, console::Fields form) {
  console::Request request;
  request.method = "POST";
  request.path = path;
  request.form = std::move(form);
  request.form.emplace("token", token);
  return send(std::move(request));
}

std::string words_of(const std::string& html) {
  std::string out;
  bool in_tag = false;
  for (const char c : html) {
    if (c == '<') in_tag = true;
    if (!in_tag) out += c;
    if (c == '>') {
      in_tag = false;
      out += ' ';
    }
  }
  const std::vector<std::pair<std::string, std::string>> entities{
      {"&lt;", "<"},     {"&gt;", ">"},   {"&quot;", "\""}, {"&#39;", "'"}, {"&apos;", "'"},
      {"&middot;", "·"}, {"&nbsp;", " "}, {"&larr;", "←"},  {"&amp;", "&"}};
  for (const auto& [entity, character] : entities) {
    for (std::size_t at = out.find(entity); at != std::string::npos; at = out.find(entity, at + 1)) {
      out.replace(at, entity.size(), character);
    }
  }
  std::string single;
  for (const char c : out) {
    const bool space = c == ' ' || c == '\n';
    if (!space || (!single.empty() && single.back() != ' ')) single += space ? ' ' : c;
  }
  return base::trim(single);
}

}  // namespace console_test
