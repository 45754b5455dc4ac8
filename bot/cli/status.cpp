#include <iostream>
#include <nlohmann/json.hpp>

#include "cli/cohorts.hpp"
#include "cli/commands.hpp"
#include "cli/runtime.hpp"
#include "console/control_socket.hpp"
#include "domain/course.hpp"

namespace cli {
namespace {

using Json = nlohmann::json;

void print(const Json& status) {
  for (const Json& cohort : status.at("cohorts")) {
    std::cout << cohort.at("cohort").get<std::string>() << " (" << cohort.at("course").get<std::string>()
              << ")\n"
              << "  " << cohort.at("rules") << " rules, " << cohort.at("posts") << " posts, "
              << cohort.at("open_questions") << " open questions\n"
              << "  for facilitators: " << cohort.at("open_cards") << " cards, " << cohort.at("open_drafts")
              << " drafts; to be said: " << cohort.at("outbox") << "\n";
    for (const Json& file : cohort.at("bad_files")) {
      std::cout << "  " << file.get<std::string>() << " has mistakes; its last good version runs\n";
    }
  }
  for (const Json& one : status.at("money")) {
    std::cout << one.at("sentence").get<std::string>() << "\n";
  }
  for (const Json& sentence : status.at("hearing")) std::cout << sentence.get<std::string>() << "\n";
  if (status.at("speech_stopped").get<bool>()) {
    std::cout << "Speech is stopped: " << status.at("stopped_reason").get<std::string>() << "\n";
  }
  std::cout << status.at("queue") << " posts heard and not yet decided.\n";
}

}  // namespace

int status(const Arguments& arguments) {
  const auto settings = load_settings(arguments);
  if (!settings) return complain(settings.error().message, cannot_start);
  const auto state = state_folder(arguments.state, settings->config.state);
  if (!state) return complain(state.error().message, cannot_start);
  const auto answer = console::ask_service(socket_path(*state), {{"do", "status"}});
  if (!answer) return complain(answer.error().message + " Is the service running?", findings);
  if (arguments.format == "json") {
    std::cout << answer->dump(2) << '\n';
  } else {
    print(*answer);
  }
  return fine;
}

}  // namespace cli
