// A course whose first language is French: its facilitators are told of mistakes in French.
#include <gtest/gtest.h>

#include "rulefile/messages.hpp"
#include "rules/ruleset.hpp"
#include "tests/console/rules_fixture.hpp"

namespace console_test {
namespace {

rulefile::Diagnostic no_colon() {
  rulefile::Diagnostic diagnostic =
      rulefile::compose({rulefile::Message::missing_colon, {"then", "then:"}}, rulefile::Language::english);
  diagnostic.mark = {"questions.yaml", 5, 5, 5, 9};
  diagnostic.source_line = "    then";
  return diagnostic;
}

class FrenchCourse : public RulesPage {
 protected:
  void speak(const std::vector<std::string>& languages) {
    rules::RulesetSource source = world.flock.snapshot("spring")->ruleset->source();
    source.course.languages = languages;
    auto ruleset = rules::Ruleset::compile(std::move(source), world.clock.now());
    ASSERT_TRUE(ruleset);
    world.flock.set("spring", {*ruleset, {no_colon()}, {}, world.clock.now()});
    rules_desk.mistakes = {no_colon()};
  }
};

const char* const in_french =
    "Cette ligne ne serait pas lue comme «\xC2\xA0then\xC2\xA0» then il manque les deux-points après ce mot "
    "Les "
    "deux-points séparent un nom de ce qui lui appartient. To mend it: écrivez then:";
const char* const in_english =
    "This line would not be read as \"then\" then a colon is missing after this word A colon stands between "
    "a "
    "name and what belongs to it. To mend it: write then:";

TEST_F(FrenchCourse, IsToldOfMistakesInFrench) {
  speak({"fr", "en"});
  has(page_words("/rules/file", {{"path", "questions.yaml"}}), in_french);
  has(visitor->get("/rules/file", {{"path", "questions.yaml"}}).body, "<p class=\"message\" lang=\"fr\">");
  has(page_words("/"), "questions.yaml, line 5 (R029): cette ligne ne serait pas lue comme");
  has(page_words("/rules/help", {{"code", "R029"}}), "Pas de deux-points après un nom");
  rules_desk.next = {app::Published::State::refused, "v1", "", {no_colon()}};
  has(words_of(ask("/rules/publish")["findings"]), in_french);
}

TEST_F(FrenchCourse, IsOneWhoseFirstKnownLanguageIsFrench) {
  speak({"de", "fr", "en"});
  has(page_words("/rules/file", {{"path", "questions.yaml"}}), in_french);
  speak({"en", "fr"});
  has(page_words("/rules/file", {{"path", "questions.yaml"}}), in_english);
  speak({"de"});
  has(page_words("/rules/file", {{"path", "questions.yaml"}}), in_english);
}

TEST_F(FrenchCourse, ReadsVerdictsAndTimesInFrench) {
  speak({"fr"});
  const domain::Post post = said("ana", "Bonjour #flockcourse");
  world.desk.explanation = decision_of(world, "Accueille la personne.");
  write([&](domain::Tables& tables) {
    tables.traces.add("spring", post.key(), decision_of(world, "Accueille la personne."));
  });
  const std::string html = visitor->get("/why", {{"network", "practice"}, {"id", post.id}}).body;
  has(words_of(html), "welcome oui introduces_self: yes point-to-faq pas atteinte an earlier rule replied");
  has(words_of(html), "mar. 3 mars 18:00 Accueille la personne.");
  has(html, "<p lang=\"fr\">Accueille la personne.</p>");
  has(visitor->get("/").body, "<span lang=\"fr\">Accueille la personne.</span>");
}

}  // namespace
}  // namespace console_test
