#include "cli/arguments.hpp"

#include <CLI/CLI.hpp>
#include <memory>

#include "base/text.hpp"
#include "cli/man_page.hpp"
#include "cli/shipped.hpp"
#include "domain/course.hpp"

namespace cli {
namespace {

constexpr int wrong_usage_code = 2;

CLI::App* add_command(CLI::App& app, Arguments& arguments, const std::string& name,
                      const std::string& about) {
  CLI::App* command = app.add_subcommand(name, about);
  command->callback([&arguments, name] { arguments.command = name; });
  return command;
}

void add_config(CLI::App* command, Arguments& arguments) {
  command->add_option("--config", arguments.config, "the service's settings (config/flockmate.yaml)")
      ->type_name("FILE");
}

void add_cohort_options(CLI::App* command, Arguments& arguments) {
  add_config(command, arguments);
  command->add_option("--cohort", arguments.cohort, "which cohort, where the config has several")
      ->type_name("NAME");
  command->add_option("--rules", arguments.rules, "a cohort's folder; then no config is needed")
      ->type_name("DIR");
}

void add_format(CLI::App* command, Arguments& arguments, const std::vector<std::string>& formats) {
  command->add_option("--format", arguments.format, "text by default")->check(CLI::IsMember(formats));
}

void add_language(CLI::App* command, Arguments& arguments) {
  command->add_option("--language", arguments.language, "of what is said about mistakes (the environment's)")
      ->check(CLI::IsMember({"en", "fr"}));
}

void add_running(CLI::App& app, Arguments& arguments) {
  CLI::App* practice = add_command(app, arguments, "practice",
                                   "the whole bot on the embedded practice network, with its page");
  add_cohort_options(practice, arguments);
  practice->add_option("--port", arguments.port, "port of the page on 127.0.0.1 (8080; 0: any free one)")
      ->check(CLI::Range(0, 65535));
  practice->add_option("--state", arguments.state, "folder that keeps the practice room between runs")
      ->type_name("DIR");
  CLI::App* service = add_command(app, arguments, "run", "the service");
  add_cohort_options(service, arguments);
  service->add_option("--state", arguments.state, "the state folder")->type_name("DIR");
  CLI::App* status = add_command(app, arguments, "status", "the running service, in a few lines");
  add_cohort_options(status, arguments);
  status->add_option("--state", arguments.state, "the state folder")->type_name("DIR");
  add_format(status, arguments, {"text", "json"});
}

void add_setting_up(CLI::App& app, Arguments& arguments) {
  CLI::App* doctor =
      add_command(app, arguments, "doctor",
                  "what would go wrong in service: settings, state, credentials, networks, clock");
  add_cohort_options(doctor, arguments);
  doctor->add_option("--state", arguments.state, "the state folder")->type_name("DIR");
  add_format(doctor, arguments, {"text", "json"});
  CLI::App* login = add_command(app, arguments, "login", "obtains and stores a token, the network's own way");
  add_config(login, arguments);
  login->add_option("NETWORK", arguments.network, "whose account it is for")
      ->required()
      ->check(CLI::IsMember({"mastodon", "bluesky", "x"}));
}

void add_proving(CLI::App& app, Arguments& arguments) {
  CLI::App* check =
      add_command(app, arguments, "check", "every mistake in config, rules and templates, all at once");
  add_cohort_options(check, arguments);
  check->add_option("PATH", arguments.paths, "cohort folders; without one those of the config");
  add_format(check, arguments, {"text", "json", "github"});
  add_language(check, arguments);
  CLI::App* test = add_command(app, arguments, "test", "the rules' own cases and stories");
  add_cohort_options(test, arguments);
  test->add_option("PATH", arguments.paths, "cohort folders; without one those of the config");
  test->add_option("--accept", arguments.accept, "rewrite this one expectation to what happens now")
      ->type_name("FILE:LINE");
  add_format(test, arguments, {"text", "json", "junit"});
  add_language(test, arguments);
  CLI::App* explain = add_command(app, arguments, "explain", "what every rule makes of a post, and why");
  add_cohort_options(explain, arguments);
  explain->add_option("--says", arguments.says, "the post's text")->required()->type_name("TEXT");
  explain->add_option("--as", arguments.as, "who says it: a facilitator's name, or any other for a learner")
      ->type_name("NAME");
  explain->add_option("--at", arguments.at, "when, in course time: 'Tue 18:12' or '2026-03-03 18:12'")
      ->type_name("WHEN");
  explain->add_flag("--mentions-bot", arguments.mentions_bot, "the post mentions the bot");
  explain->add_option("--in-reply-to", arguments.in_reply_to, "the text it answers")->type_name("TEXT");
  explain->add_option("--network", arguments.network, "on which network (practice)")
      ->check(CLI::IsMember({"practice", "mastodon", "bluesky", "x"}));
  add_format(explain, arguments, {"text", "json"});
  add_language(explain, arguments);
}

void add_replay(CLI::App& app, Arguments& arguments) {
  CLI::App* replay = add_command(app, arguments, "replay", "the rules over past posts; nothing is sent");
  add_cohort_options(replay, arguments);
  replay->add_option("ARCHIVE", arguments.archive, "the posts; - for standard input")->required();
  replay->add_option("--from", arguments.from, "how the archive is written (auto)")
      ->check(CLI::IsMember({"auto", "flockmate", "mastodon", "bluesky", "x", "tags"}));
  replay->add_option("--against", arguments.against, "older rules, to see what changes")
      ->type_name("RULES_DIR");
  replay->add_option("--consent", arguments.consent, "overrides the network's policy")
      ->check(CLI::IsMember({"hashtag", "mention"}));
  replay->add_flag("--all", arguments.all, "with every rule's verdict");
  replay->add_flag("--quiet", arguments.quiet, "the summary only");
  add_format(replay, arguments, {"text", "json"});
  add_language(replay, arguments);
}

void add_tools(CLI::App& app, Arguments& arguments) {
  CLI::App* understand =
      add_command(app, arguments, "understand", "posts in (NDJSON), what each says out (NDJSON)");
  add_cohort_options(understand, arguments);
  add_command(app, arguments, "schema", "JSON Schema of the rule files, for editors");
  CLI::App* archive = add_command(app, arguments, "export", "the cohort's archive (NDJSON)");
  add_cohort_options(archive, arguments);
  archive->add_option("--state", arguments.state, "the state folder")->type_name("DIR");
  archive->add_option("--output", arguments.output, "a file instead of standard output")->type_name("FILE");
  CLI::App* forget = add_command(app, arguments, "forget", "erases a person everywhere");
  add_cohort_options(forget, arguments);
  forget->add_option("NAME", arguments.who, "the handle, as @ana or ana")->required();
  forget->add_option("--network", arguments.network, "on which network (practice)")
      ->check(CLI::IsMember({"practice", "mastodon", "bluesky", "x"}));
  forget->add_option("--state", arguments.state, "the state folder")->type_name("DIR");
  CLI::App* help = add_command(app, arguments, "help", "the page of a command, of a diagnostic or of a line");
  help->add_option("TOPIC", arguments.topic,
                   "a command, a code such as R014, or a line of a file such as wait");
  add_language(help, arguments);
}

void add_keeping(CLI::App& app, Arguments& arguments) {
  CLI::App* backup =
      add_command(app, arguments, "backup", "a copy of the state, also while the service runs");
  add_cohort_options(backup, arguments);
  backup->add_option("FILE", arguments.file, "where to; an older backup of that name is replaced")
      ->required();
  backup->add_option("--state", arguments.state, "the state folder")->type_name("DIR");
  CLI::App* restore = add_command(app, arguments, "restore", "a backup in the state's place");
  add_cohort_options(restore, arguments);
  restore->add_option("FILE", arguments.file, "the backup")->required();
  restore->add_option("--state", arguments.state, "the state folder")->type_name("DIR");
  restore->add_flag("--replace-newer", arguments.replace_newer,
                    "even if the state goes on after the backup, or cannot be read");
}

std::unique_ptr<CLI::App> make_app(Arguments& arguments) {
  auto app = std::make_unique<CLI::App>("Flockmate co-facilitates a hashtag cohort.", "flockmate");
  app->set_version_flag("--version", "flockmate " FLOCKMATE_VERSION);
  app->footer("Guides: " + (shipped_files().root / "rules" / "GUIDE.md").string() +
              " for facilitators;\ndeploy/GUIDE.md, or share/doc/flockmate, for ops. `flockmate help R014`: "
              "a message's page.");
  app->require_subcommand(1);
  add_running(*app, arguments);
  add_setting_up(*app, arguments);
  add_proving(*app, arguments);
  add_replay(*app, arguments);
  add_tools(*app, arguments);
  add_keeping(*app, arguments);
  return app;
}

// "--format {text,json}", "--state DIR", "FILE".
OptionWords words_of(const CLI::Option& option) {
  if (option.get_positional()) return {option.get_name(true), option.get_description()};
  std::string value = option.get_type_name();
  if (value.starts_with("TEXT:")) value.erase(0, 5);
  if (option.get_type_size() == 0) value.clear();
  return {option.get_name(false, true) + (value.empty() ? "" : " " + value), option.get_description()};
}

std::string no_such_command(const CLI::App& app, const std::string& word) {
  std::vector<std::string> names;
  for (const CLI::App* one : app.get_subcommands([](const CLI::App*) { return true; }))
    names.push_back(one->get_name());
  const std::string meant = base::closest(word, names);
  return "\"" + base::shorten(word, 40) + "\" is not a command" +
         (meant.empty() ? "." : " - did you mean \"" + meant + "\"?");
}

// What the library says of a word that is no command is only that one is required.
std::string usage_error(const CLI::App& app, const CLI::ParseError& error, int argc,
                        const char* const* argv) {
  const bool no_command = app.get_subcommands().empty();
  if (no_command && argc < 2) return "Name a command, for example: flockmate practice";
  if (no_command && argv[1][0] != '-') return no_such_command(app, argv[1]);
  return error.what();
}

}  // namespace

Parsed parse_arguments(int argc, const char* const* argv) {
  Arguments arguments;
  const std::unique_ptr<CLI::App> app = make_app(arguments);
  try {
    app->parse(argc, argv);
  } catch (const CLI::CallForHelp&) {
    for (const CLI::App* command : app->get_subcommands())
      return {std::nullopt, command->help("flockmate"), 0};
    return {std::nullopt, app->help(), 0};
  } catch (const CLI::CallForVersion& version) {
    return {std::nullopt, std::string(version.what()) + "\n", 0};
  } catch (const CLI::ParseError& error) {
    return {std::nullopt, usage_error(*app, error, argc, argv) + "\nSee `flockmate help`.\n",
            wrong_usage_code};
  }
  return {arguments, "", 0};
}

std::string manual_page() {
  Arguments ignored;
  const std::unique_ptr<CLI::App> app = make_app(ignored);
  std::vector<CommandWords> commands;
  for (const CLI::App* one : app->get_subcommands([](const CLI::App*) { return true; })) {
    commands.push_back({one->get_name(), one->get_description(), {}});
    for (const CLI::Option* option : one->get_options()) commands.back().options.push_back(words_of(*option));
  }
  return man_page(commands, FLOCKMATE_VERSION);
}

std::string usage_page(const std::string& command) {
  Arguments ignored;
  const std::unique_ptr<CLI::App> app = make_app(ignored);
  if (command.empty()) return app->help();
  const auto commands =
      app->get_subcommands([&command](const CLI::App* one) { return one->get_name() == command; });
  return commands.empty() ? "" : commands.front()->help("flockmate");
}

}  // namespace cli
