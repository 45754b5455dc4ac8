#include "console/desk_pages.hpp"

#include <nlohmann/json.hpp>

#include "app/desk.hpp"
#include "app/flock.hpp"
#include "base/text.hpp"
#include "console/actions.hpp"
#include "console/answers.hpp"
#include "console/control_socket.hpp"
#include "console/editor_actions.hpp"
#include "console/room_view.hpp"
#include "console/words.hpp"
#include "domain/practice_room.hpp"
#include "domain/store.hpp"
#include "rules/ruleset.hpp"

namespace console {
namespace {

using nlohmann::json;

std::string wait_words(base::Duration wait) {
  const auto seconds = std::chrono::ceil<std::chrono::seconds>(wait).count();
  if (seconds <= 90) return std::to_string(seconds) + " seconds";
  return std::to_string((seconds + 59) / 60) + " minutes";
}

}  // namespace

DeskPages::DeskPages(const Ports& ports, std::unique_ptr<PageShelf> shelf,
                     const std::optional<std::string>& password_hash,
                     const std::vector<std::string>& allowed_hosts)
    : ports_(ports),
      shelf_(std::move(shelf)),
      guard_(allowed_hosts),
      rules_pages_(*shelf_, password_hash.has_value()),
      watch_pages_(ports.desk, ports.version) {
  if (password_hash) gate_ = std::make_unique<LoginGate>(*password_hash);
}

Response DeskPages::answer(const Request& request) {
  try {
    if (auto refused = guard_.refuse(request)) return std::move(*refused);
    if (request.path.rfind("/static/", 0) == 0) return shelf_->file(request);
    if (WatchPages::owns(request)) return watch_pages_.answer(request);
    const std::string& given = request.cookie(session_cookie);
    const bool known = Sessions::is_id(given);
    const std::string session = known ? given : Sessions::fresh_id();
    Response response = answer_known(request, session);
    bool has_cookie = false;
    for (const auto& header : response.headers) has_cookie = has_cookie || header.first == "Set-Cookie";
    if (!known && !has_cookie) {
      const bool secure = request.header("x-forwarded-proto") == "https";
      response.headers.emplace_back("Set-Cookie", Sessions::cookie(session, secure));
    }
    return response;
  } catch (const std::exception&) {
    return plain_page(500, "Something went wrong",
                      "The page could not be made. Try again; if it stays so, look into the log.");
  }
}

bool DeskPages::let_in(const std::string& session) {
  return !gate_ || sessions_.logged_in(session, ports_.clock.now());
}

Response DeskPages::answer_known(const Request& request, const std::string& session) {
  const bool posted = request.method == "POST";
  if (posted && !sessions_.token_fits(session, request.field("token"))) {
    return from_script(request)
               ? script_error(403, "This page is out of date. Load it again, then repeat what you did.")
               : not_taken(request, 403,
                           "That page was out of date. Load it again, then repeat what you did.");
  }
  if (request.path == "/login" && gate_)
    return posted ? log_in(request, session) : login_page(session, "", 200);
  if (!let_in(session)) {
    const bool page = !posted && request.path != "/events" && request.path.rfind("/api/", 0) != 0;
    if (page) return redirect_to("/login");
    return from_script(request) || !posted
               ? script_error(401, "Log in first.")
               : not_taken(request, 401, "Log in first, then repeat what you did.");
  }
  return posted ? answer_post(request, session) : answer_get(request, session);
}

Response DeskPages::answer_get(const Request& request, const std::string& session) {
  if (request.path == "/") return room(request, session);
  if (request.path == "/why") return why(request, session);
  if (RulesPages::owns(request)) return rules(request, session);
  if (request.path == "/api/status") return status_json();
  if (request.path == "/events") {
    Response response;
    response.event_stream = request.method == "GET";
    return response;
  }
  return trouble(404, "There is nothing at this address.");
}

Response DeskPages::answer_post(const Request& request, const std::string& session) {
  if (request.path == "/logout" && gate_) return log_out(session);
  return RulesPages::owns(request) ? rules(request, session) : do_it(request, session);
}

base::Result<Scene> DeskPages::scene_of(const Request& request, const std::string& session) {
  const bool posted = request.method == "POST";
  const std::string& asked = posted ? request.field("cohort") : request.asked("cohort");
  const std::vector<std::string> cohorts = ports_.flock.cohorts();
  if (cohorts.empty())
    return base::Error{base::ErrorKind::unavailable, "No course is loaded yet. Try again in a moment."};
  const std::string& cohort = asked.empty() ? cohorts.front() : asked;
  auto snapshot = ports_.flock.snapshot(cohort);
  if (!snapshot || !snapshot->ruleset) {
    return base::Error{base::ErrorKind::not_found,
                       "There is no course called \"" + base::shorten(cohort, 60) + "\" here."};
  }
  return Scene{ports_,
               cohort,
               std::move(snapshot),
               ports_.clock.now(),
               sessions_.token(session),
               posted ? request.field("voice") : request.asked("as")};
}

Response DeskPages::room(const Request& request, const std::string& session) {
  const auto scene = scene_of(request, session);
  if (!scene) return trouble(status_of(scene.error().kind), scene.error().message);
  auto view = room_view(*scene, request.asked("reply"));
  if (!view) return trouble(500, view.error().message);
  (*view)["can_log_out"] = gate_ != nullptr;
  return shelf_->page("room", *view);
}

Response DeskPages::why(const Request& request, const std::string& session) {
  const auto scene = scene_of(request, session);
  if (!scene) return trouble(status_of(scene.error().kind), scene.error().message);
  const auto network = domain::network_from_word(request.asked("network"));
  if (!network || request.asked("id").empty()) return trouble(404, "Choose a post on the main page first.");
  auto view = why_page_view(*scene, {*network, request.asked("id")});
  if (!view) return trouble(status_of(view.error().kind), view.error().message);
  (*view)["can_log_out"] = gate_ != nullptr;
  return shelf_->page("why", *view);
}

Response DeskPages::rules(const Request& request, const std::string& session) {
  const auto scene = scene_of(request, session);
  if (scene) return rules_pages_.answer(*scene, request);
  const int status = status_of(scene.error().kind);
  return from_script(request) ? script_error(status, scene.error().message)
                              : not_taken(request, status, scene.error().message);
}

Response DeskPages::do_it(const Request& request, const std::string& session) {
  const auto scene = scene_of(request, session);
  const auto place = scene ? act(*scene, request) : base::Result<std::string>(scene.error());
  if (from_script(request)) {
    if (place) return json_answer(200, dumped({{"place", *place}}));
    return script_error(status_of(place.error().kind), place.error().message);
  }
  return place ? redirect_to(*place) : trouble(status_of(place.error().kind), place.error().message);
}

Response DeskPages::login_page(const std::string& session, const std::string& words, int status) {
  return shelf_->page("login", {{"title", "Log in"}, {"token", sessions_.token(session)}, {"trouble", words}},
                      status);
}

Response DeskPages::log_in(const Request& request, const std::string& session) {
  const LoginGate::Answer answer = gate_->ask(request.address, request.field("password"), ports_.clock.now());
  if (answer.wait > base::Duration{0}) {
    Response response = login_page(
        session, "Too many wrong tries. Please wait " + wait_words(answer.wait) + ", then try again.", 429);
    response.headers.emplace_back(
        "Retry-After", std::to_string(std::chrono::ceil<std::chrono::seconds>(answer.wait).count()));
    return response;
  }
  if (!answer.open)
    return login_page(session, "That is not the password. Check capital letters and try again.", 401);
  const std::string fresh =
      Sessions::fresh_id();  // an id known before the login must not be worth anything after it
  sessions_.log_in(fresh, ports_.clock.now());
  Response response = redirect_to("/");
  response.headers.emplace_back("Set-Cookie",
                                Sessions::cookie(fresh, request.header("x-forwarded-proto") == "https"));
  return response;
}

Response DeskPages::log_out(const std::string& session) {
  sessions_.log_out(session);
  return redirect_to("/login");
}

Response DeskPages::status_json() {
  return json_answer(200, dumped(console::status_json(ports_.desk.status())));
}

Response DeskPages::not_taken(const Request& request, int status, const std::string& words) {
  if (!RulesPages::owns(request) || request.field("text").empty()) return trouble(status, words);
  const EditorState written = posted_state(request);
  return shelf_->page(
      "kept", {{"title", std::string(reason_phrase(status))}, {"words", words}, {"text", written.text}},
      status);
}

Response DeskPages::trouble(int status, const std::string& words) {
  return shelf_->page("trouble", {{"title", std::string(reason_phrase(status))}, {"words", words}}, status);
}

}  // namespace console
