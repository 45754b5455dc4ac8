#include "language/safety.hpp"

#include <gtest/gtest.h>

#include "language/reader.hpp"
#include "tests/language/labelled_posts.hpp"

namespace {

language::Safety judged(const std::string& text) {
  return language::danger_in(labelled::plain(text));
}

labelled::Tally tally(const std::string& split) {
  labelled::Tally tally;
  for (const auto& row : labelled::rows_of("safety", split))
    tally.add(row.cells[0] != "-", judged(row.text()).human_needed());
  return tally;
}

TEST(Safety, LabelledPostsKeepTheirFloors) {
  for (const auto* split : {"dev", "held", "fresh", "later", "last", "mend"}) {
    EXPECT_GE(tally(split).recall(), 0.97) << split;
    EXPECT_GE(tally(split).precision(), 0.95) << split;
  }
}

// Posts that nothing was learnt from, but of the kinds that were. The aim is .95.
TEST(Safety, UnseenPostsKeepTheirFloor) {
  EXPECT_GE(tally("unseen").recall(), 0.935);
  EXPECT_GE(tally("unseen").precision(), 0.88);
}

// And posts that avoid what is usually said, beside near misses made of the same words: the worst to expect.
TEST(Safety, StrangePostsKeepTheirFloor) {
  EXPECT_GE(tally("strange").recall(), 0.5);
  EXPECT_GE(tally("strange").precision(), 0.83);
}

// At most one false alarm in 500 ordinary posts.
TEST(Safety, OrdinaryChatterStaysCalm) {
  int alarms = 0;
  for (const auto* name : {"questions", "introductions", "glossary", "language"}) {
    for (const auto* split : {"dev", "held", "fresh", "later", "last", "mend", "unseen"}) {
      for (const auto& row : labelled::rows_of(name, split))
        alarms += judged(row.text()).human_needed() ? 1 : 0;
    }
  }
  EXPECT_LE(alarms, 1);
}

TEST(Safety, FrenchChatterStaysCalm) {
  EXPECT_EQ(to_word(judged("Je suis tellement fière de nous !!!").danger), "");
  EXPECT_EQ(to_word(judged("Quelqu'un me suit ? je ne sais pas si mes messages passent").danger), "");
  EXPECT_EQ(to_word(judged("Je suis crevée, trois réunions et deux cours dans la journée").danger), "");
}

TEST(Safety, AMachineIsNotMournedAndATouchIsHeard) {
  EXPECT_EQ(to_word(judged("ma batterie est décédée").danger), "");
  EXPECT_EQ(to_word(judged("mon ordi m'a quitté cette nuit").danger), "");
  EXPECT_EQ(to_word(judged("the tutor touched my knee and said I'd get a better grade").danger),
            "harassment");
  EXPECT_EQ(to_word(judged("mon ami m'a envoyé un message d'adieu, j'ai peur").danger), "self-harm");
  EXPECT_EQ(to_word(judged("on va cramer ta bagnole, sale balance").danger), "threat");
}

// In two or three words there is little for the model to go by.
TEST(Safety, FewWordsAreDangerOnlyWhereTheyAreClear) {
  for (const auto* text :
       {"nothing #flock", "see you tomorrow", "@ana gone", "my dad", "mon père", "dernier"})
    EXPECT_EQ(to_word(judged(text).danger), "") << text;
  EXPECT_EQ(to_word(judged("kill myself").danger), "self-harm");
  EXPECT_EQ(to_word(judged("my dad died").danger), "grief");
  EXPECT_EQ(to_word(judged("mom died").danger), "grief");
}

TEST(Safety, NamesTheKind) {
  EXPECT_EQ(to_word(judged("I want to die").danger), "self-harm");
  EXPECT_EQ(to_word(judged("je me fais harceler par un participant").danger), "harassment");
  EXPECT_EQ(to_word(judged("my mother died yesterday").danger), "grief");
  EXPECT_EQ(to_word(judged("je vais te tuer").danger), "threat");
  EXPECT_EQ(to_word(judged("where are the slides?").danger), "");
}

TEST(Safety, HearsThoseWhoAvoidThePlainWord) {
  EXPECT_EQ(to_word(judged("the world would be better without me").danger), "self-harm");
  EXPECT_EQ(to_word(judged("personne ne me regretterait si je disparaissais").danger), "self-harm");
  EXPECT_EQ(to_word(judged("please make him stop, he won't leave me alone").danger), "harassment");
  EXPECT_EQ(to_word(judged("someone should shoot that facilitator").danger), "threat");
}

TEST(Safety, HearsWhatIsToldOfOthers) {
  EXPECT_EQ(to_word(judged("a boy in my class wants to die").danger), "self-harm");
  EXPECT_EQ(to_word(judged("ma voisine parle de se pendre").danger), "self-harm");
  EXPECT_EQ(to_word(judged("j'ai peur qu'elle se fasse du mal").danger), "self-harm");
  EXPECT_EQ(to_word(judged("someone was called a monkey in group 2").danger), "harassment");
  EXPECT_EQ(to_word(judged("two of our learners died in the fire").danger), "grief");
  EXPECT_EQ(to_word(judged("une de mes collègues est décédée lundi").danger), "grief");
  EXPECT_EQ(to_word(judged("he said he will shoot everyone").danger), "threat");
}

TEST(Safety, HearsWhatIsToldWithoutTheWord) {
  EXPECT_EQ(to_word(judged("Bye everyone. I can't carry on").danger), "self-harm");
  EXPECT_EQ(to_word(judged("elle a avalé une plaquette de cachets").danger), "self-harm");
  EXPECT_EQ(to_word(judged("I am sitting on the ledge").danger), "self-harm");
  EXPECT_EQ(to_word(judged("dying would be easier").danger), "self-harm");
  EXPECT_EQ(to_word(judged("my tutor put his hand on my leg, his hand under my skirt").danger), "harassment");
  EXPECT_EQ(to_word(judged("il me demande des photos en bikini").danger), "harassment");
  EXPECT_EQ(to_word(judged("Dad's gone. No class for me this week").danger), "grief");
  EXPECT_EQ(to_word(judged("mamie nous a quittés").danger), "grief");
  EXPECT_EQ(to_word(judged("you'd better pay or else").danger), "threat");
  EXPECT_EQ(to_word(judged("je sais où vont tes enfants").danger), "threat");
}

// No cue was written for these: what the model makes of labelled posts like them.
TEST(Safety, HearsWhatTheModelHasAnIdeaOf) {
  EXPECT_EQ(to_word(judged("my roommate keeps saying he is gonna off himself, what do i do").danger),
            "self-harm");
  EXPECT_EQ(to_word(judged("il m'a suivie jusqu'à chez moi hier après le cours").danger), "harassment");
  EXPECT_EQ(to_word(judged("we heard that our classmate Sam has passed, I can't stop crying").danger),
            "grief");
  EXPECT_EQ(to_word(judged("say that again and I'll smash your teeth").danger), "threat");
}

TEST(Safety, SubjectsOfACourseAreNoDanger) {
  for (const auto* text :
       {"Le harcèlement au travail, sujet de la semaine", "suicide prevention is the topic of the week",
        "my printer wants to die", "I'd rather die than read another pdf",
        "dad's gone to work, finally quiet", "I'll scream if I get one more poll", "mon portable veut mourir",
        "career suicide, that slide deck"}) {
    EXPECT_FALSE(judged(text).human_needed()) << text;
  }
}

TEST(Safety, KnowsWaysOfSpeaking) {
  for (const auto* text :
       {"this quiz is killing me", "dying to know who the guest is", "a killer app for teachers",
        "je suis morte de rire", "my laptop died mid-chat", "ce devoir va me tuer", "I cut myself off, sorry",
        "omg im dead 💀", "this deadline will be the death of me", ""}) {
    EXPECT_FALSE(judged(text).human_needed()) << text;
  }
}

}  // namespace
