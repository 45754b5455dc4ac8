#include "language/introduction.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "base/text.hpp"
#include "language/code_points.hpp"
#include "language/reader.hpp"
#include "tests/language/labelled_posts.hpp"

namespace {

using language::Told;

language::Introduction judged(const std::string& text) {
  static const language::IntroductionDetector detector({"Halifax", "Toronto", "Montréal"});
  return detector.judge(labelled::plain(text), language::code_points_of(text), language::tokens_of(text));
}

std::string shown(const Told& told) {
  static const char* const kinds[] = {"place", "branch", "role", "interest", "name"};
  return std::string(kinds[static_cast<std::size_t>(told.kind)]) + ":" + told.text;
}

std::vector<std::string> told_by(const std::string& text) {
  std::vector<std::string> told;
  for (const auto& item : judged(text).told) told.push_back(shown(item));
  return told;
}

labelled::Tally tally(const std::string& split) {
  labelled::Tally tally;
  for (const auto& row : labelled::rows_of("introductions", split)) {
    tally.add(row.cells[0] == "yes", judged(row.text()).is);
  }
  return tally;
}

TEST(Introduction, LabelledPostsKeepTheirFloors) {
  for (const auto* split : {"dev", "held", "fresh", "later", "last", "mend"}) {
    const auto found = tally(split);
    EXPECT_GE(found.precision(), 0.96) << split;
    EXPECT_GE(found.recall(), 0.92) << split;
  }
}

// Posts that no cue was written from: what to expect of posts to come.
TEST(Introduction, UnseenPostsKeepTheirFloor) {
  const auto found = tally("unseen");
  EXPECT_GE(found.precision(), 0.94);
  EXPECT_GE(found.recall(), 0.97);
}

TEST(Introduction, OpensInManyWays) {
  for (const auto* text :
       {"Enchantée, Ludivine, chargée de projet, basée à Brest",
        "R2 Bonsoir, Hugues, prof doc à Metz, première participation", "A1 hello! Teresa, nurse from Braga",
        "salut, jsuis nadia, apprentie a lyon", "New joiner here: Malik, HR, Turin",
        "slt j'ai 20 ans et je prépare un bts à Pau", "Newbie from Lyon!",
        "#introductions Kjersti, Tromsø, marine biologist", "Hey all, Tomi 🇫🇮 UX researcher, here to learn",
        "A few words about me: I run the training dept of a brewery near Plzeň",
        "Thanks for the warm welcome! I'm Deepa, I teach statistics in Pune",
        "je m apelle rachida je suis aide a domicile a lens et je debute"}) {
    EXPECT_TRUE(judged(text).is) << text;
  }
  EXPECT_EQ(told_by("Enchantée, Ludivine, chargée de projet, basée à Brest").at(0), "name:Ludivine");
  EXPECT_FALSE(judged("bonjour Malik, j'ai bien reçu ton fichier").is);
}

TEST(Introduction, WhatIsToldKeepsItsFloor) {
  labelled::Tally tally;
  for (const auto& row : labelled::rows_of("introductions", "dev")) {
    if (row.cells[0] != "yes") continue;
    const auto expected = row.cells[1].empty() ? std::vector<std::string>() : base::split(row.cells[1], ';');
    const auto told = told_by(row.text());
    for (const auto& item : told) {
      tally.add(std::find(expected.begin(), expected.end(), item) != expected.end(), true);
    }
    for (const auto& item : expected) {
      if (std::find(told.begin(), told.end(), item) == told.end()) tally.add(true, false);
    }
  }
  EXPECT_GE(tally.precision(), 0.80);
  EXPECT_GE(tally.recall(), 0.80);
}

TEST(Introduction, NamesStandWhereSentencesOpen) {
  EXPECT_EQ(told_by("Just joined! Ravi, data analyst from Pune").at(0), "name:Ravi");
  EXPECT_EQ(told_by("hello ! lucie de Nantes, première fois sur un cours en ligne").at(0), "name:lucie");
  EXPECT_EQ(told_by("Evening! Call me Bob. IT support, 15 years, wanting a change").at(0), "name:Bob");
  EXPECT_EQ(told_by("Ingrid here, joining from Bergen, I teach nurses"),
            (std::vector<std::string>{"name:Ingrid", "place:Bergen"}));
}

TEST(Introduction, SpeakingOfOneselfIsNotPresentingOneself) {
  for (const auto* text :
       {"I'm in!!", "I'm Batman", "I teach tomorrow so I'll miss the chat", "Hi Lucy, nice intro!",
        "Hello from the other side", "Julie, merci pour le partage", "as a teacher I disagree",
        "Toronto people, are we meeting on friday?",
        "Our guest tonight is Dr. Obi, learning scientist from Accra",
        "She said \"Hi, I'm Dana, HR in Halifax\" and we laughed", "Enchantée Karim, on est voisins !",
        "Hello, I am FlockBot, an automated account", "Signing off, Jo from Halifax. See you next year",
        "Je me présente aux élections, votez pour moi !", "hey @nadia, did the prof post the grades",
        "This is Halifax calling, the sound is off"}) {
    EXPECT_FALSE(judged(text).is) << text;
  }
}

TEST(Introduction, SpansCountCodePoints) {
  const auto told = judged("👋 Hi, I'm Dana, HR in Halifax, first MOOC").told;
  ASSERT_EQ(told.size(), 3U);
  EXPECT_EQ(shown(told[0]), "name:Dana");
  EXPECT_EQ(told[0].span.begin, 10U);
  EXPECT_EQ(told[0].span.end, 14U);
  EXPECT_EQ(shown(told[1]), "role:HR");
  EXPECT_EQ(shown(told[2]), "branch:Halifax");
}

TEST(Introduction, NotEveryIAmIsOne) {
  for (const auto* text :
       {"I'm lost, where are the slides?", "Je suis d'accord avec Luc", "Welcome Priya!", ""}) {
    EXPECT_FALSE(judged(text).is) << text;
    EXPECT_TRUE(judged(text).told.empty()) << text;
  }
}

TEST(Introduction, StaffDaysAndTheWeightOfYearsIntroduceNobody) {
  for (const auto* text :
       {"Hi, Dana from the course team here: the quiz is fixed", "moi c'est mardi, et vous ?",
        "I've been teaching for 20 years and never seen this",
        "Je suis formateur depuis 20 ans et je n'ai jamais vu un outil pareil"}) {
    EXPECT_FALSE(judged(text).is) << text;
  }
  EXPECT_TRUE(judged("I'm a speech therapist in Ghent, hi everybody!").is);
}

}  // namespace
