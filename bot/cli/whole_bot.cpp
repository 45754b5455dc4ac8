#include "cli/whole_bot.hpp"

#include <spdlog/spdlog.h>

#include <algorithm>
#include <random>

#include "alerts/direct_messages.hpp"
#include "app/flock.hpp"
#include "app/folder_watch.hpp"
#include "app/on_call.hpp"
#include "app/service.hpp"
#include "app/workbench.hpp"
#include "cli/accounts.hpp"
#include "cli/alert_channels.hpp"
#include "cli/backstage.hpp"
#include "cli/runtime.hpp"
#include "cli/shipped.hpp"
#include "console/console.hpp"
#include "console/control_socket.hpp"
#include "networks/practice_clock.hpp"
#include "networks/practice_network.hpp"
#include "rules/ruleset.hpp"
#include "store/sqlite.hpp"

namespace cli {
namespace {

constexpr std::chrono::seconds longest_farewell{3};  // of requests under way when the bot stops

// Spreads attempts out; quality does not matter.
app::Courier::Jitter make_jitter() {
  auto source = std::make_shared<std::minstd_rand>(std::random_device{}());
  return [source] { return std::uniform_real_distribution<>(0.0, 1.0)(*source); };
}

// Under which the networks are listened to: a reload may change them.
std::vector<std::string> hashtags_of(const app::Flock& flock) {
  std::vector<std::string> hashtags;
  for (const std::string& cohort : flock.cohorts()) {
    const auto snapshot = flock.snapshot(cohort);
    if (!snapshot) continue;
    const auto& own = snapshot->ruleset->course().hashtags;
    hashtags.insert(hashtags.end(), own.begin(), own.end());
  }
  return hashtags;
}

// Whom wordings may mention: the contact and the facilitators.
std::vector<std::string> contacts_of(const app::Flock& flock) {
  std::vector<std::string> handles;
  for (const std::string& cohort : flock.cohorts()) {
    const auto snapshot = flock.snapshot(cohort);
    if (!snapshot) continue;
    const domain::Course& course = snapshot->ruleset->course();
    handles.push_back(course.contact.starts_with('@') ? course.contact.substr(1) : course.contact);
    for (const domain::Facilitator& person : course.facilitators) {
      for (const auto& [network, handle] : person.handles) handles.push_back(handle);
    }
  }
  return handles;
}

// Whom a call is for, each on the first of the chosen networks where the course names them.
std::vector<alerts::Recipient> recipients_of(const app::Flock& flock,
                                             const std::vector<domain::NetworkKind>& chosen,
                                             const domain::Alert& alert, base::Instant now) {
  std::vector<alerts::Recipient> recipients;
  const auto snapshot = flock.snapshot(alert.cohort);
  if (!snapshot) return recipients;
  for (const domain::Facilitator& person : app::on_call(snapshot->ruleset->course(), alert.to, now)) {
    const auto has_handle = [&](domain::NetworkKind network) { return person.handles.contains(network); };
    const auto network = std::find_if(chosen.begin(), chosen.end(), has_handle);
    if (network != chosen.end()) recipients.push_back({*network, person.handles.at(*network)});
  }
  return recipients;
}

rulefile::ReadOptions reload_options(const Settings& settings) {
  rulefile::ReadOptions options = read_options(settings, base::SystemClock().now());
  options.advise = false;
  return options;
}

}  // namespace

// In order of construction; destroyed from the last to the first.
struct WholeBot::Parts {
  std::shared_ptr<spdlog::logger> log;
  std::filesystem::path settings;  // "" in practice, and for the defaults
  std::unique_ptr<domain::Store> store;
  std::unique_ptr<networks::PracticeClock> clock;
  std::unique_ptr<networks::PracticeNetwork> network;
  app::Flock flock;
  Accounts accounts;
  AlertChannels alerts;
  app::Changes changes;
  std::unique_ptr<app::Reload> reload;
  std::unique_ptr<app::Service> service;
  std::unique_ptr<app::Workbench> workbench;
  std::unique_ptr<app::FolderWatch> watch;
  std::unique_ptr<console::Console> console;
  std::unique_ptr<console::ControlSocket> socket;

  base::Status open(const BotOptions& options);
  base::Result<app::Networks> open_networks(const BotOptions& options);
  base::Status start(const BotOptions& options);
  base::Status show(const BotOptions& options);
  base::Status set_limits();
  ~Parts();
};

base::Status WholeBot::Parts::open(const BotOptions& options) {
  log = options.log;
  if (!options.practice) settings = options.settings.file;
  auto opened = store::SqliteStore::open(options.state / "flockmate.sqlite");
  if (!opened) return opened.error();
  store = std::move(opened).value();
  auto found_clock = networks::PracticeClock::open(options.state / "practice");
  if (!found_clock) return found_clock.error();
  clock = std::move(found_clock).value();
  const auto account = options.settings.config.networks.find(domain::NetworkKind::practice);
  const bool named = account != options.settings.config.networks.end() && !account->second.handle.empty();
  auto room = networks::PracticeNetwork::open(options.state / "practice",
                                              named ? account->second.handle : "flockmate", *clock);
  if (!room) return room.error();
  network = std::move(room).value();
  return {};
}

// The practice room is always there in practice; a service has it where its config says so.
base::Result<app::Networks> WholeBot::Parts::open_networks(const BotOptions& options) {
  app::Networks networks;
  const rulefile::ServiceConfig& config = options.settings.config;
  if (!options.practice) {
    auto opened = Accounts::open({config, options.state, *clock, [this] { return hashtags_of(flock); },
                                  [this] { return contacts_of(flock); }, log});
    if (!opened) return opened.error();
    accounts = std::move(opened).value();
    networks = accounts.networks();
  }
  const bool listed = config.networks.contains(domain::NetworkKind::practice);
  if (options.practice || listed || networks.empty()) networks[domain::NetworkKind::practice] = network.get();
  return networks;
}

base::Status WholeBot::Parts::start(const BotOptions& options) {
  flock.set_home(home_of(options.settings.config));
  reload = std::make_unique<app::Reload>(
      app::CohortPlaces{options.cohorts, shipped_files(), options.state / "last_good"},
      reload_options(options.settings), *clock, flock);
  if (base::Status loaded = reload->run(); !loaded) return loaded;
  auto networks = open_networks(options);
  if (!networks) return networks.error();
  const rulefile::ServiceConfig& config = options.settings.config;
  const auto recipients = [this, chosen = config.alerts_by_message](const domain::Alert& alert) {
    return recipients_of(flock, chosen, alert, clock->now());
  };
  if (auto opened = alerts.open({config, accounts.http(), accounts.messengers(), recipients, log}); !opened)
    return opened;
  const app::Ports ports{*store, *networks, *clock, alerts.all(), log};
  service = std::make_unique<app::Service>(ports, flock, *reload, changes, make_jitter());
  workbench = std::make_unique<app::Workbench>(app::Workbench::Parts{
      *reload, flock, *service, *store, ports.networks, *clock, backstage(), options.state / "old_texts"});
  if (base::Status started = service->start(); !started) return started;
  watch = std::make_unique<app::FolderWatch>(options.cohorts, [this] { (void)service->reload(); });
  return {};
}

base::Status WholeBot::Parts::show(const BotOptions& options) {
  console::Options pages;
  pages.practice = options.practice;
  pages.password_hash = options.password_hash;
  pages.host = options.practice ? "127.0.0.1" : options.settings.config.listen.host;
  if (!options.practice) pages.allowed_hosts = options.settings.config.listen.public_names;
  pages.port = static_cast<std::uint16_t>(options.port);
  pages.folder = console_folder();
  console::Ports ports{*store, flock, *service, changes, *clock};
  ports.rules_desk = workbench.get();
  ports.version = FLOCKMATE_VERSION;
  if (options.practice) {
    ports.room = network.get();
    ports.adjustable_clock = clock.get();
  }
  auto shown = console::Console::start(pages, ports);
  if (!shown) return shown.error();
  console = std::move(shown).value();
  auto reachable = console::ControlSocket::start(socket_path(options.state), *service, *store);
  if (!reachable) return reachable.error();
  socket = std::move(reachable).value();
  return {};
}

WholeBot::Parts::~Parts() {
  watch.reset();
  socket.reset();
  changes.close();
  if (console) console->stop();
  accounts.end_within(longest_farewell);
  if (service) service->stop();
}

WholeBot::WholeBot(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
WholeBot::~WholeBot() = default;

base::Result<std::unique_ptr<WholeBot>> WholeBot::start(const BotOptions& options) {
  auto parts = std::make_unique<Parts>();
  for (const auto step : {&Parts::open, &Parts::start, &Parts::show}) {
    if (const base::Status done = (parts.get()->*step)(options); !done) return done.error();
  }
  return std::unique_ptr<WholeBot>(new WholeBot(std::move(parts)));
}

// Of the settings only what an account may cost is read again; all else takes a restart.
base::Status WholeBot::Parts::set_limits() {
  if (settings.empty()) return {};
  Arguments arguments;
  arguments.config = settings.string();
  const auto read = load_settings(arguments);
  if (!read) return read.error();
  if (rulefile::has_errors(read->diagnostics)) {
    return base::Error{base::ErrorKind::invalid, settings.string() +
                                                     " has mistakes; what it says about money stays as it "
                                                     "was. Run: flockmate check"};
  }
  accounts.set_limits(read->config);
  return {};
}

std::string WholeBot::address() const {
  return parts_->console->address();
}

base::Status WholeBot::reload() {
  const auto done = parts_->service->reload();
  const auto limits = parts_->set_limits();
  return done ? limits : done;
}

bool WholeBot::is_alive() {
  return parts_->store->read([](domain::Tables&) { return base::Status(); }).ok();
}

}  // namespace cli
