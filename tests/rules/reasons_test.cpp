// Reasons are given in the course's first language that Flockmate has words in: every one, and whole
// decisions.
#include "rules/reasons.hpp"

#include <set>

#include "domain/course.hpp"
#include "rules/reason_words.hpp"
#include "tests/rules/room.hpp"

namespace {

using namespace room;
using domain::Language;
using rules::Reason;

std::set<char> blanks(std::string_view words) {
  std::set<char> out;
  for (std::size_t i = 0; i + 1 < words.size(); ++i) {
    if (words[i] == '%' && words[i + 1] >= '1' && words[i + 1] <= '9') out.insert(words[i + 1]);
  }
  return out;
}

TEST(Reasons, AreAllSaidInBothLanguages) {
  // The key as it stands in the file, and what is the same word in both.
  const std::set<Reason> same{Reason::stopped_by};
  for (std::size_t i = 0; i < rules::reason_count; ++i) {
    const rules::ReasonRow& english = rules::english_reasons().at(i);
    const rules::ReasonRow& french = rules::french_reasons().at(i);
    EXPECT_FALSE(english.words.empty() || french.words.empty()) << i;
    EXPECT_EQ(blanks(english.words), blanks(french.words)) << english.words;
    EXPECT_EQ(english.words == french.words, same.contains(english.reason)) << english.words;
  }
}

TEST(Reasons, FillTheirBlanks) {
  EXPECT_EQ(rules::in_words(Language::english, Reason::no_entry_fits, {"slides", "0.31"}),
            "no answer fits well enough (closest: slides, 0.31)");
  EXPECT_EQ(rules::in_words(Language::french, Reason::no_entry_fits, {"slides", "0.31"}),
            "aucune réponse ne convient assez (la plus proche\u00A0: slides, 0.31)");
}

TEST(Reasons, NameEveryVerdict) {
  const struct {
    Verdict verdict;
    const char* english;
    const char* french;
  } table[] = {{Verdict::yes, "yes", "oui"},
               {Verdict::no, "no", "non"},
               {Verdict::skipped, "skipped", "passée"},
               {Verdict::not_reached, "not reached", "pas atteinte"},
               {Verdict::unknown, "unknown", "inconnu"}};
  for (const auto& row : table) {
    EXPECT_EQ(rules::in_words(Language::english, row.verdict), row.english);
    EXPECT_EQ(rules::in_words(Language::french, row.verdict), row.french);
    EXPECT_EQ(rules::in_words(Language::english, row.verdict), to_word(row.verdict));
  }
}

// A French course with an answer that waits for nobody, one that comes too late, and a watch by the clock.
Room french_room() {
  Room room;
  room.source.course.languages = {"fr", "en"};
  room.add(rule("repondre", {asks_question(), says("slides")}, {reply("Ici.")}));
  room.add(rule("aussi", {asks_question()}, {reply("Voilà.")}));
  room.add(rule("accueil", {introduces_self()}, {reply("Bienvenue.")}));
  room.reading.phrases = {0};
  return room;
}

TEST(FrenchCourse, ReadsItsReasonsInFrench) {
  const Decision decision = french_room().decide();
  EXPECT_EQ(decision.trace.summary, "repondre répond\u00A0: ici, le mot-dièse du cours vaut accord.");
  EXPECT_EQ(reason(decision, "repondre"),
            "asks_question: yes - il pose une question\u00A0; says: slides - il dit «\u00A0slides\u00A0»");
  EXPECT_EQ(reason(decision, "aussi"), "repondre passe avant et répond");
  EXPECT_EQ(reason(decision, "accueil"), "introduces_self: yes - personne ne se présente");
  ASSERT_EQ(decision.actions.size(), 1U);
  EXPECT_EQ(decision.actions[0].route_reason, "ici, le mot-dièse du cours vaut accord");
}

TEST(FrenchCourse, ReadsTimesInFrench) {
  Room room = french_room();
  room.source.rules.front() = waiting(room.source.rules.front(), minutes{15});
  const Decision decision = room.decide();
  EXPECT_EQ(decision.trace.summary,
            "repondre attend jusqu'au mar. 3 mars 12:15, puis elle est consultée de nouveau.");
  EXPECT_EQ(reason(decision, "aussi"), "repondre attend et retient la réponse");
}

TEST(FrenchCourse, ReadsWhyNothingIsSaid) {
  struct Row {
    const char* summary;
    void (*change)(Room&);
  };
  const Row table[] = {
      {"Aucune règle n'est consultée\u00A0: un autre robot l'a écrit.",
       [](Room& room) { room.post.author.bot = true; }},
      {"Rien n'est dit\u00A0: son auteur a dit stop.",
       [](Room& room) { room.facts.consent = Consent::stopped; }},
      {"Rien à faire. La plus proche était repondre\u00A0: from: guest - un nouveau venu l'a écrit.",
       [](Room& room) {
         room.source.rules.resize(1);
         room.source.rules.front().when.back() =
             line("from", "guest", rules::From{{rules::From::Who::guest}});
       }},
      {"Il faut une personne (détresse)\u00A0: l'équipe est appelée, rien n'est dit.",
       [](Room& room) {
         room.reading.safety = {language::Danger::self_harm, 0.9};
       }},
      {"Cette personne a demandé au robot d'arrêter\u00A0: il ne lui parlera plus. Il n'y a pas de texte "
       "«\u00A0consent-stop\u00A0» pour le confirmer.",
       [](Room& room) {
         room.facts.addressed = true;
         room.reading.command = language::Command::stop;
       }},
      {"repondre répond au plus tôt le mer. 4 mars 07:00\u00A0: heures de silence.",
       [](Room& room) {
         room.now = at("2026-03-03T22:30:00Z");
         room.post.created_at = room.now;
         room.source.course.quiet_hours = domain::Hours{{}, minutes{22 * 60}, minutes{7 * 60}};
       }},
      {"repondre prépare une réponse en brouillon\u00A0: sur Mastodon, le robot ne répond qu'à qui a appelé "
       "le "
       "robot, ou s'est inscrit\u00A0; une personne peut répondre.",
       [](Room& room) { room.post.network = NetworkKind::mastodon; }},
  };
  for (const Row& row : table) {
    Room room = french_room();
    row.change(room);
    EXPECT_EQ(room.decide().trace.summary, row.summary);
  }
}

TEST(EnglishCourse, ReadsTheSameInEnglish) {
  Room room = french_room();
  room.source.course.languages = {"en", "fr"};
  const Decision decision = room.decide();
  EXPECT_EQ(decision.trace.summary, "repondre replies: here the course's hashtag is consent.");
  EXPECT_EQ(reason(decision, "repondre"),
            "asks_question: yes - it asks something; says: slides - it says \"slides\"");
}

}  // namespace
