#include "console/actions.hpp"

#include <map>

#include "app/changes.hpp"
#include "app/desk.hpp"
#include "base/text.hpp"
#include "console/voices.hpp"
#include "console/words.hpp"
#include "domain/practice_room.hpp"
#include "rules/ruleset.hpp"

namespace console {
namespace {

// What was done leads to an anchor on the main page ("" = its top).
using Done = base::Result<std::string>;
using Act = Done (*)(const Scene&, const Request&);

Done done(const base::Status& status, std::string anchor) {
  if (!status) return status.error();
  return anchor;
}

domain::PostKey post_key(const Request& request) {
  const auto network = domain::network_from_word(request.field("network"));
  return {network.value_or(domain::NetworkKind::practice), request.field("id")};
}

// A chosen voice, or the name that was typed, which may be anybody's.
base::Result<Voice> speaker_of(const Scene& scene, const Request& request) {
  const std::string name = base::trim(request.field("name"));
  if (!name.empty()) {
    const std::string handle = handle_from(name);
    if (handle.empty()) {
      return base::Error{base::ErrorKind::invalid,
                         "A name needs at least one letter from a to z, or a digit."};
    }
    return Voice{handle, base::shorten(name, 50)};
  }
  const std::string& handle = request.field("voice");
  const Voices voices =
      voices_of(scene.course(), scene.ports.room->timeline(200), scene.ruleset().bot_handle());
  if (const Voice* voice = voices.find(handle)) return *voice;
  if (handle.empty() || handle_from(handle) != handle) {
    return base::Error{base::ErrorKind::invalid, "Choose who is speaking."};
  }
  return Voice{handle, handle};
}

bool has_hashtag(const std::string& text, const std::string& hashtag) {
  const std::string folded = " " + base::fold(text) + " ";
  const std::size_t found = folded.find("#" + base::fold(hashtag));
  return found != std::string::npos;
}

Done say(const Scene& scene, const Request& request) {
  const auto speaker = speaker_of(scene, request);
  if (!speaker) return speaker.error();
  domain::PracticePost post;
  post.handle = speaker->handle;
  post.name = speaker->name;
  post.text = base::trim(request.field("text"));
  post.mention_bot = request.field("mention") == "yes";
  post.in_reply_to = request.field("in_reply_to");
  if (post.text.empty())
    return base::Error{base::ErrorKind::invalid, "There is nothing to post yet: write something first."};
  const auto& hashtags = scene.course().hashtags;
  const bool add_tag = request.field("tag") == "yes" && post.in_reply_to.empty() && !hashtags.empty();
  if (add_tag && !has_hashtag(post.text, hashtags.front())) post.text += " #" + hashtags.front();
  const auto said = scene.ports.room->say(post);
  if (!said) return said.error();
  return anchor_of(said->key());
}

Done edit(const Scene& scene, const Request& request) {
  const std::string text = base::trim(request.field("text"));
  if (text.empty())
    return base::Error{base::ErrorKind::invalid, "A post cannot become empty. Delete it instead."};
  const auto edited = scene.ports.room->edit(request.field("id"), text);
  if (!edited) return edited.error();
  return anchor_of(edited->key());
}

Done remove(const Scene& scene, const Request& request) {
  return done(scene.ports.room->remove(request.field("id")), "conversation");
}

Done boost(const Scene& scene, const Request& request) {
  const std::string& handle = request.field("voice");
  if (handle.empty()) return base::Error{base::ErrorKind::invalid, "Choose who is speaking."};
  const auto boosted = scene.ports.room->boost(request.field("id"), handle);
  if (!boosted) return boosted.error();
  return anchor_of(boosted->key());
}

// The next time the working day begins, in the course's own time.
base::Instant next_morning(const Scene& scene) {
  const auto& hours = scene.course().working_hours;
  const std::chrono::minutes begin = hours ? hours->from : std::chrono::hours(8);
  const rules::LocalTime local = scene.calendar().local(scene.now);
  const base::Instant today = scene.calendar().instant(local.date, begin);
  if (today > scene.now) return today;
  return scene.calendar().instant(std::chrono::sys_days(local.date) + std::chrono::days(1), begin);
}

Done move_clock(const Scene& scene, const Request& request) {
  static const std::map<std::string, std::chrono::minutes> steps{
      {"15m", std::chrono::minutes(15)}, {"1h", std::chrono::hours(1)}, {"3h", std::chrono::hours(3)}};
  const std::string& by = request.field("by");
  const auto step = steps.find(by);
  if (step == steps.end() && by != "morning") {
    return base::Error{base::ErrorKind::invalid,
                       "The clock moves by 15 minutes, an hour, three hours or to the morning."};
  }
  scene.ports.adjustable_clock->advance(step != steps.end() ? base::Duration(step->second)
                                                            : next_morning(scene) - scene.now);
  return std::string();
}

Done use_policy(const Scene& scene, const Request& request) {
  return done(scene.ports.desk.use_policy(request.field("policy")), "");
}

Done send_draft(const Scene& scene, const Request& request) {
  return done(scene.ports.desk.send_draft(request.field("key"), base::trim(request.field("text"))), "desk");
}

Done dismiss_draft(const Scene& scene, const Request& request) {
  return done(scene.ports.desk.dismiss_draft(request.field("key")), "desk");
}

Done close_card(const Scene& scene, const Request& request) {
  return done(scene.ports.desk.close_card(request.field("key")), "desk");
}

Done close_question(const Scene& scene, const Request& request) {
  return done(scene.ports.desk.close_question(post_key(request)), "desk");
}

Done switch_speech_on(const Scene& scene, const Request&) {
  return done(scene.ports.desk.switch_speech_on(), "");
}

Done reload(const Scene& scene, const Request&) {
  return done(scene.ports.desk.reload(), "");
}

Act find_act(const std::string& path, bool practice) {
  static const std::map<std::string, Act> everywhere{
      {"/draft/send", send_draft},         {"/draft/dismiss", dismiss_draft}, {"/card/done", close_card},
      {"/question/close", close_question}, {"/speech/on", switch_speech_on},  {"/reload", reload}};
  static const std::map<std::string, Act> in_practice{{"/say", say},          {"/edit", edit},
                                                      {"/delete", remove},    {"/boost", boost},
                                                      {"/clock", move_clock}, {"/policy", use_policy}};
  const auto found = everywhere.find(path);
  if (found != everywhere.end()) return found->second;
  const auto practised = in_practice.find(path);
  return practice && practised != in_practice.end() ? practised->second : nullptr;
}

}  // namespace

base::Result<std::string> act(const Scene& scene, const Request& request) {
  const Act what = find_act(request.path, scene.practice());
  if (what == nullptr) return base::Error{base::ErrorKind::not_found, "There is nothing at this address."};
  const Done anchor = what(scene, request);
  if (!anchor) return anchor.error();
  scene.ports.changes.notify();
  std::string place = "/?cohort=" + percent_encode(scene.cohort);
  const std::string& typed = request.field("name");
  const std::string speaker = base::trim(typed).empty() ? request.field("voice") : handle_from(typed);
  if (!speaker.empty()) place += "&as=" + percent_encode(speaker);
  if (!anchor->empty()) place += "#" + *anchor;
  return place;
}

}  // namespace console
