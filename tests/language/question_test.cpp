#include "language/question.hpp"

#include <gtest/gtest.h>

#include "language/reader.hpp"
#include "tests/language/labelled_posts.hpp"

namespace {

language::Score judged(const std::string& text) {
  return language::question_in(labelled::plain(text));
}

labelled::Tally tally(const std::string& split) {
  labelled::Tally tally;
  for (const auto& row : labelled::rows_of("questions", split))
    tally.add(row.cells[0] == "yes", judged(row.text()).is);
  return tally;
}

TEST(Question, LabelledPostsKeepTheirFloors) {
  for (const auto* split : {"dev", "held", "fresh", "later", "last", "mend"}) {
    const auto found = tally(split);
    EXPECT_GE(found.precision(), 0.90) << split;
    EXPECT_GE(found.recall(), 0.95) << split;
    EXPECT_GE(found.f1(), 0.95) << split;
  }
}

// Posts that no cue was written from: what to expect of posts to come.
TEST(Question, UnseenPostsKeepTheirFloor) {
  const auto found = tally("unseen");
  EXPECT_GE(found.precision(), 0.88);
  EXPECT_GE(found.recall(), 0.90);
  EXPECT_GE(found.f1(), 0.90);
}

TEST(Question, TurnsOfPhraseAsk) {
  for (const auto* text :
       {"The form has two boxes, what's the second one for", "trying to print the badge but nothing happens",
        "which of these two versions counts", "Keen to hear how others do it", "Anything I need to bring",
        "would be lovely if somebody posted the links", "keep getting an error on the quiz",
        "still no invite from the library", "Ideas welcome!", "la consigne du module 4 stp 🙏",
        "c'est normal que le quiz soit fermé", "ça compte pour la moyenne ce forum", "wdym by reflection",
        "do guests see our posts", "on a le droit au dictionnaire", "y aura une pause ce soir",
        "quel logiciel fonctionne sur tablette", "je peux envoyer un audio à la place"}) {
    EXPECT_TRUE(judged(text).is) << text;
  }
}

TEST(Question, PromptsTitlesAndSetPhrasesOnlyLookLikeAsking) {
  for (const auto* text :
       {"T3: What helps you focus? Answer with A3", "Prompt 4: Who taught you most?",
        "How to run a quiz that people like: our recap https://example.org/quiz",
        "Last chance to join, what are you waiting for?", "Thanks to those who came and asked how I am",
        "merci à ceux qui ont préparé la salle", "did I sleep? no. did I finish? yes",
        "aren't they just the sweetest group", "Who said mondays are dull? Not us!", "is it friday yet",
        "what happens in the chat stays in the chat", "comment te remercier", "What a lovely evening"}) {
    EXPECT_FALSE(judged(text).is) << text;
  }
}

TEST(Question, ConditionsTagsAndChoicesAsk) {
  for (const auto* text :
       {"if my camera is broken can I still join", "ping me if you know where the key is",
        "the forum counts for the grade, right", "the form won't accept my file", "c est quand la remise",
        "nouvelle ici, par où commencer", "on rend une vidéo ou un texte"}) {
    EXPECT_TRUE(judged(text).is) << text;
  }
}

TEST(Question, ToldHowAndOfferedIsNotAsked) {
  for (const auto* text : {"I'll show you how to pin a post", "we talked about whether exams help",
                           "everybody can join the call", "Want faster feedback? Here are our rubrics.",
                           "Did you know? Bees dance.", "Could I be any prouder?", "Who am I to complain",
                           "pourquoi pas", "how's that for a start"}) {
    EXPECT_FALSE(judged(text).is) << text;
  }
}

TEST(Question, ChatsAskInFewLetters) {
  for (const auto* text : {"anyone from texas?", "how r u", "whats up", "hi U64 how are ya",
                           "lol U23 what do u mean", "10-19-20sUser7 where are you from", "whos the guest",
                           "t'as quel age", "il commence quand le module 3", "hey dana wats the link"}) {
    EXPECT_TRUE(judged(text).is) << text;
  }
}

TEST(Question, ChatsTellInTheSameWords) {
  for (const auto* text : {"what a day", "u know what", "why not", "who cares", "how cute is that lol",
                           "i dont know why", "does not compute", "when i was 10 i had a dog", "was the best",
                           "anyone can do it", "How to train your puppy: http://bit.ly/pup", "je sais pas"}) {
    EXPECT_FALSE(judged(text).is) << text;
  }
}

TEST(Question, AsksWithAndWithoutAMark) {
  for (const auto* text :
       {"Where are the slides?", "anyone know where the slides are", "wondering if it's graded",
        "can't find the link", "c'est quand le webinaire", "quelqu'un a le lien ?"}) {
    EXPECT_TRUE(judged(text).is) << text;
  }
}

TEST(Question, AMarkAloneDoesNotAsk) {
  for (const auto* text :
       {"Q1: What is your biggest challenge?", "Who needs sleep anyway?", "RT @edu: Are you ready?",
        "\"What did you learn today?\" is what I ask every evening",
        "Why Do Learners Drop Out? https://example.org/a", "", "😂😂", "???"}) {
    EXPECT_FALSE(judged(text).is) << text;
  }
}

TEST(Question, ScoresStayBetweenNothingAndOne) {
  for (const auto* text : {"", "?", "where where where where?", "Q1: A1: Q2:"}) {
    EXPECT_GE(judged(text).score, 0.0) << text;
    EXPECT_LE(judged(text).score, 1.0) << text;
  }
}

}  // namespace
