#include <iostream>
#include <nlohmann/json.hpp>

#include "app/withdrawals.hpp"
#include "cli/cohorts.hpp"
#include "cli/commands.hpp"
#include "cli/runtime.hpp"
#include "console/control_socket.hpp"
#include "domain/network.hpp"
#include "store/sqlite.hpp"

namespace cli {
namespace {

// On the state of a service that is stopped. What the bot said to the person is taken back when it next runs.
base::Status forget_in_state(const std::filesystem::path& state, domain::NetworkKind network,
                             const std::string& handle) {
  const std::filesystem::path file = state / "flockmate.sqlite";
  if (!std::filesystem::exists(file)) {
    return base::Error{base::ErrorKind::not_found,
                       "There is no state in " + state.string() + ". Name its folder with --state."};
  }
  const auto store = store::SqliteStore::open(file);
  if (!store) return store.error();
  const base::Status forgotten = (*store)->write([&](domain::Tables& tables) -> base::Status {
    const auto person = tables.people.by_handle(network, handle);
    if (!person) {
      return base::Error{base::ErrorKind::not_found,
                         "Nobody known as @" + handle + " on " + std::string(domain::to_word(network)) + "."};
    }
    const bool stopped = tables.people.find("", *person).consent == domain::Consent::stopped;
    app::erase_person(tables, *person, stopped);
    return {};
  });
  return forgotten ? (*store)->compact() : forgotten;
}

}  // namespace

int forget(const Arguments& arguments) {
  const auto settings = load_settings(arguments);
  if (!settings) return complain(settings.error().message, cannot_start);
  const auto state = state_folder(arguments.state, settings->config.state);
  if (!state) return complain(state.error().message, cannot_start);
  const std::string handle = arguments.who.starts_with('@') ? arguments.who.substr(1) : arguments.who;
  const std::string network = arguments.network.empty() ? "practice" : arguments.network;
  const auto answer =
      console::ask_service(socket_path(*state), {{"do", "forget"}, {"network", network}, {"handle", handle}});
  base::Status done;
  if (!answer) {
    done = answer.error().kind == base::ErrorKind::unavailable
               ? forget_in_state(*state, *domain::network_from_word(network), handle)
               : base::Status(answer.error());
  }
  if (!done) return complain(done.error().message, findings);
  std::cout << "@" << handle << " is forgotten: posts, questions, drafts and what was said to them.\n";
  return fine;
}

}  // namespace cli
