// The Rules page without a listener, before a rules desk that remembers what was asked of it.
#pragma once

#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "app/rules_desk.hpp"
#include "rulefile/read_options.hpp"
#include "tests/console/pages_fixture.hpp"

namespace console_test {

class SmallRulesDesk final : public app::RulesDesk {
 public:
  std::vector<std::string> calls;
  std::vector<app::RuleCard> cards;
  std::vector<app::FileCard> cards_of_files;
  std::map<std::string, app::FileText> texts;
  std::vector<rulefile::Diagnostic> mistakes;
  app::TestReport tested;
  app::ReplayReport replayed;
  app::Published next{app::Published::State::published, "v2", "", {}};
  std::vector<app::OldVersion> old;
  app::MarkedWrong marked;
  base::Status trouble;  // what every question answers, when it is an error

  base::Result<std::vector<app::RuleCard>> rules(const std::string& cohort) override {
    return answer("rules " + cohort, cards);
  }
  base::Result<std::vector<app::FileCard>> files(const std::string&) override { return cards_of_files; }
  base::Result<app::FileText> file(const std::string&, const std::string& path) override {
    const auto found = texts.find(path);
    if (found == texts.end())
      return base::Error{base::ErrorKind::not_found,
                         "There is no file called \"" + path + "\" in this course."};
    return found->second;
  }
  base::Result<std::vector<rulefile::Diagnostic>> check(const app::Edit& edit) override {
    return answer("check " + words(edit), mistakes);
  }
  base::Result<app::TestReport> test(const app::Edit& edit) override {
    return answer("test " + words(edit), tested);
  }
  base::Result<app::ReplayReport> replay(const app::Edit& edit, std::size_t last) override {
    return answer("replay " + std::to_string(last) + " " + words(edit), replayed);
  }
  base::Result<app::Published> publish(const app::Edit& edit, const std::string& version) override {
    return answer("publish over " + version + " " + words(edit), next);
  }
  base::Result<std::vector<app::OldVersion>> versions(const std::string&, const std::string&) override {
    return old;
  }
  base::Result<std::string> old_text(const std::string&, const std::string& path,
                                     const std::string& id) override {
    return answer("old " + path + " " + id, std::string("rules:\n  - rule: old\n"));
  }
  base::Result<app::Published> restore(const std::string&, const std::string& path, const std::string& id,
                                       const std::string& version) override {
    return answer("restore " + path + " " + id + " over " + version, next);
  }
  base::Result<app::Published> promote(const std::string&, const std::string& rule,
                                       domain::Mode mode) override {
    return answer("promote " + rule + " to " + std::string(domain::to_word(mode)), next);
  }
  base::Result<app::MarkedWrong> mark_wrong(const std::string& key) override {
    return answer("wrong " + key, marked);
  }

 private:
  static std::string words(const app::Edit& edit) { return edit.cohort + "/" + edit.path + ": " + edit.text; }
  template <typename T>
  base::Result<T> answer(std::string call, const T& value) {
    calls.push_back(std::move(call));
    if (!trouble) return trouble.error();
    return value;
  }
};

inline rulefile::Diagnostic mistake(const std::string& file, int line, const std::string& message) {
  rulefile::Diagnostic diagnostic;
  diagnostic.mark = {file, line, 3, line, 7};
  diagnostic.code = "R003";
  diagnostic.message = message;
  diagnostic.source_line = "  whne: <b>";
  diagnostic.fix = "write when instead      when:";
  return diagnostic;
}

// `world` and the pages of `Base`, with the Rules page.
class RulesPage : public Pages {
 protected:
  RulesPage() {
    rules_desk.texts["questions.yaml"] = {"rules:\n  - rule: faq\n", "v1"};
    pages = pages_of(world.practice_ports(), std::nullopt);
    visitor = std::make_unique<Visitor>(*pages);
    visitor->get("/");
  }
  std::unique_ptr<console::DeskPages> pages_of(console::Ports ports,
                                               const std::optional<std::string>& password_hash) {
    ports.rules_desk = &rules_desk;
    auto shelf = console::PageShelf::open({world.options().folder, world.options().bootstrap});
    EXPECT_TRUE(shelf) << shelf.error().message;
    return std::make_unique<console::DeskPages>(ports, std::move(*shelf), password_hash,
                                                std::vector<std::string>{});
  }
  std::string page_words(const std::string& path, const console::Fields& query = {}) {
    return words_of(visitor->get(path, query).body);
  }
  std::string editor_words(const console::Fields& more = {}) {
    console::Fields query{{"path", "questions.yaml"}};
    for (const auto& [name, value] : more) query[name] = value;
    return page_words("/rules/file", query);
  }
  console::Response press(const std::string& action, console::Fields more = {}) {
    more.emplace("path", "questions.yaml");
    more.emplace("version", "v1");
    more.emplace("text", "my words\n");
    return visitor->post(action, std::move(more));
  }
  // The same as our script asks it.
  nlohmann::json ask(const std::string& action, const console::Fields& more = {}) {
    visitor->more_headers["x-flockmate"] = "page";
    const console::Response response = press(action, more);
    visitor->more_headers.clear();
    EXPECT_EQ(response.type, "application/json");
    return nlohmann::json::parse(response.body);
  }

  SmallRulesDesk rules_desk;
  std::unique_ptr<console::DeskPages> pages;
  std::unique_ptr<Visitor> visitor;
};

}  // namespace console_test
