#include "language/glossary_request.hpp"

#include <gtest/gtest.h>

#include "language/reader.hpp"
#include "tests/language/labelled_posts.hpp"

namespace {

using domain::NetworkKind;

std::vector<domain::GlossaryTerm> glossary() {
  return {{"Retweet",
           {"RT", "retweeting"},
           {{NetworkKind::mastodon, "Boost"}, {NetworkKind::bluesky, "Repost"}},
           {}},
          {"Hashtag", {"mot-clic", "mot-dièse"}, {}, {}},
          {"TweetChat", {"tweet chat"}, {}, {}},
          {"Like", {"favourite", "j'aime"}, {}, {}},
          {"MOOC", {}, {}, {}},
          {"Thread", {"fil"}, {}, {}},
          {"DM", {"direct message", "message privé"}, {}, {}},
          {"LMS", {}, {}, {}},
          {"Breakout room", {"salle de sous-groupe"}, {}, {}},
          {"Asynchronous", {"asynchrone"}, {}, {}},
          {"Scaffolding", {"étayage"}, {}, {}},
          {"Overfitting", {}, {}, {}}};
}

// The term's name, "?" for a term the glossary lacks, "-" for no request.
std::string found(const std::string& text) {
  static const auto terms = glossary();
  static const language::GlossaryRequests requests(terms);
  const auto request = requests.find_in(labelled::plain(text));
  if (!request) return "-";
  return request->term ? terms[*request->term].term : "?";
}

labelled::Tally tally(const std::string& split) {
  labelled::Tally tally;
  for (const auto& row : labelled::rows_of("glossary", split)) {
    const auto got = found(row.text());
    if (got == row.cells[0]) {
      tally.add(got != "-", got != "-");
    } else {
      tally.add(false, got != "-");
      tally.add(row.cells[0] != "-", false);
    }
  }
  return tally;
}

TEST(GlossaryRequest, LabelledPostsKeepTheirFloors) {
  for (const auto* split : {"dev", "held", "fresh", "later", "last", "mend"}) {
    const auto requests = tally(split);
    EXPECT_GE(requests.precision(), 0.95) << split;
    EXPECT_GE(requests.recall(), 0.93) << split;
  }
}

// Posts that no frame was written from: what to expect of posts to come. The aim is .95 and .85.
TEST(GlossaryRequest, UnseenPostsKeepTheirFloor) {
  const auto requests = tally("unseen");
  EXPECT_GE(requests.precision(), 0.94);
  EXPECT_GE(requests.recall(), 0.84);
}

TEST(GlossaryRequest, WhoAsksSaysWhyOrAsksInPassing) {
  EXPECT_EQ(found("explain threads please, i'm 70 and new here"), "Thread");
  EXPECT_EQ(found("no idea what an LMS is, can anybody help"), "LMS");
  EXPECT_EQ(found("a definition of overfitting for dummies please"), "Overfitting");
  EXPECT_EQ(found("what is scaffolding in education"), "Scaffolding");
  EXPECT_EQ(found("never heard the term asynchronous before"), "Asynchronous");
  EXPECT_EQ(found("they asked me to open my DMs, what are those"), "DM");
  EXPECT_EQ(found("so MOOC means...?"), "MOOC");
  EXPECT_EQ(found("newbie question: hashtag?"), "Hashtag");
  EXPECT_EQ(found("not familiar with the word scaffolding"), "Scaffolding");
  EXPECT_EQ(found("vous dites MOOC mais c'est quoi"), "MOOC");
  EXPECT_EQ(found("keske un hashtag"), "Hashtag");
  EXPECT_EQ(found("qu'est-ce que vous appelez un mot-clic"), "Hashtag");
  EXPECT_EQ(found("à quoi ça sert un LMS"), "LMS");
  EXPECT_EQ(found("étayage, c'est à dire ?"), "Scaffolding");
  EXPECT_EQ(found("what does w/o mean"), "?");
}

TEST(GlossaryRequest, WhoWeighsAThingKnowsIt) {
  for (const auto* text : {"what is a typical grade", "what is a fair price", "what is a decent mic",
                           "c'est quoi une bonne note", "what is a realistic goal for a thread"}) {
    EXPECT_EQ(found(text), "-") << text;
  }
}

TEST(GlossaryRequest, FindsTermsByEveryName) {
  EXPECT_EQ(found("what is a RT?"), "Retweet");
  EXPECT_EQ(found("boost = ?"), "Retweet");
  EXPECT_EQ(found("What are tweet chats?"), "TweetChat");
  EXPECT_EQ(found("wht is a hashtg"), "Hashtag");
  EXPECT_EQ(found("c'est quoi un mot-dièse ?"), "Hashtag");
  EXPECT_EQ(found("qu'est-ce que l'étayage ?"), "Scaffolding");
  EXPECT_EQ(found("sorry newbie here, what is RT-ing??"), "Retweet");
  EXPECT_EQ(found("que signifie retweeter ?"), "Retweet");
  EXPECT_EQ(found("overfiting?? what is that"), "Overfitting");
  EXPECT_EQ(found("never heard of breakout rooms, what are they"), "Breakout room");
  EXPECT_EQ(found("MOOC - what does it mean"), "MOOC");
}

TEST(GlossaryRequest, AnUnknownTermIsAskedForOnlyWhenAMeaningIs) {
  EXPECT_EQ(found("what does SCORM mean?"), "?");
  EXPECT_EQ(found("que signifie SCORM ?"), "?");
  EXPECT_EQ(found("que signifie synchrone"), "?");  // one letter from "asynchrone", which is something else
  EXPECT_EQ(found("what is the deadline"), "-");
  EXPECT_EQ(found("c'est quoi le lien"), "-");
}

TEST(GlossaryRequest, TheWordStandsSomewhereInWhatIsNotUnderstood) {
  EXPECT_EQ(found("Never came across scaffolding before, what is it?"), "Scaffolding");
  EXPECT_EQ(found("breakout rooms - what are those?"), "Breakout room");
  EXPECT_EQ(found("they put me in a breakout room, what even is that"), "Breakout room");
  EXPECT_EQ(found("My LMS password, what is it"), "-");
  EXPECT_EQ(found("overfitting, anyone? no idea what that is"), "Overfitting");
  EXPECT_EQ(found("when you say thread, what do you mean exactly"), "Thread");
  EXPECT_EQ(found("quand vous dites fil, ça veut dire quoi"), "Thread");
  EXPECT_EQ(found("I don't understand the word DM, help"), "DM");
  EXPECT_EQ(found("What does RT stand for in front of a post"), "Retweet");
  EXPECT_EQ(found("what does the term scaffolding refer to"), "Scaffolding");
  EXPECT_EQ(found("Scaffolding: anyone care to define?"), "Scaffolding");
  EXPECT_EQ(found("unsure what breakout rooms are, first zoom course"), "Breakout room");
  EXPECT_EQ(found("what do you mean by Friday"), "-");
}

TEST(GlossaryRequest, ComparingAndGuessingAskForAMeaning) {
  EXPECT_EQ(found("asynchronous vs synchronous, what's the difference?"), "Asynchronous");
  EXPECT_EQ(found("is a boost the same as a retweet?"), "Retweet");
  EXPECT_EQ(found("Wait, breakout room = zoom thing?"), "Breakout room");
  EXPECT_EQ(found("LMS = learning management system, for those who asked"), "-");
  EXPECT_EQ(found("are breakout rooms the best or the worst"), "-");
  EXPECT_EQ(found("What's asynchronous learning?"), "Asynchronous");
}

TEST(GlossaryRequest, ARareWordAloneIsAskedFor) {
  EXPECT_EQ(found("what is microlearning?"), "?");
  EXPECT_EQ(found("PLN = ?"), "?");
  EXPECT_EQ(found("what is happiness?"), "-");
  EXPECT_EQ(found("2+2 = ?"), "-");
}

TEST(GlossaryRequest, WhoLeadsAChatOrTellsWhatHeKnowsDoesNotAsk) {
  for (const auto* text :
       {"Q1. What is scaffolding? Share your definition!", "Finally I understand what overfitting means!",
        "What is a MOOC? 5 things you should know https://example.org/mooc",
        "New blog post: What is scaffolding? https://example.org/s",
        "We explained what a hashtag is yesterday", "my definition of a MOOC is longer than yours",
        "When I started I had no idea what a hashtag was"}) {
    EXPECT_EQ(found(text), "-") << text;
  }
}

TEST(GlossaryRequest, WhichOneIsNotWhatItIs) {
  for (const auto* text : {"remind me what the hashtag is", "what was the hashtag again",
                           "can someone tell me what the hashtag is", "what does error 502 mean",
                           "the difference between a like and a boost is huge for visibility",
                           "I can explain what an LMS is if you want", "qu'est-ce que tu veux dire Luc ?"}) {
    EXPECT_EQ(found(text), "-") << text;
  }
}

TEST(GlossaryRequest, UsingATermIsNotAskingForIt) {
  for (const auto* text :
       {"please RT", "I love this thread", "what time is the tweetchat", "what is the LMS password", ""}) {
    EXPECT_EQ(found(text), "-") << text;
  }
}

TEST(GlossaryRequest, AWordAloneIsAskedForOnlyByWhoIsAtALoss) {
  EXPECT_EQ(found("hashtag?"), "Hashtag");
  EXPECT_EQ(found("DM? never heard of it"), "DM");
  EXPECT_EQ(found("LMS? 😳"), "LMS");
  for (const auto* text : {"boost? sure, done!", "LMS? never again", "MOOC? Count me in!",
                           "where do I upload it? LMS?", "thread? yes please!"}) {
    EXPECT_EQ(found(text), "-") << text;
  }
}

TEST(GlossaryRequest, WhatOthersAskOrKnowIsTold) {
  for (const auto* text :
       {"my boss thinks he knows what asynchronous means lol",
        "My kid asked me what a retweet is and I feel old",
        "The quiz asked \"What is scaffolding?\" and I wrote pirates", "I love explaining what retweets are",
        "Someone explained what an LMS is and I still hate ours",
        "thank you for explaining what scaffolding is!", "j'ai enfin compris ce que veut dire étayage !",
        "What is asynchronous learning? Find out in tonight's chat!",
        "What is scaffolding? Join us Thursday at 8 to discuss"}) {
    EXPECT_EQ(found(text), "-") << text;
  }
  EXPECT_EQ(found("can somebody pls tell a boomer what a hashtag is"), "Hashtag");
}

TEST(GlossaryRequest, AMeaningIsAskedOfWhatWasSaidReadOrQuoted) {
  EXPECT_EQ(found("je vois RT partout dans vos messages, ça veut dire quoi ?"), "Retweet");
  EXPECT_EQ(found("ppl keep writing 🧵 and \"thread\". meaning?"), "Thread");
  EXPECT_EQ(found("You lost me at scaffolding 😅 what's that?"), "Scaffolding");
  EXPECT_EQ(found("this hashtag thing... can someone explain it to me?"), "Hashtag");
  EXPECT_EQ(found("MOOC... what does that stand for again?"), "MOOC");
  for (const auto* text :
       {"my LMS says error 403, what does that mean?", "the LMS is down, what is this",
        "\"Assignment pending\", what does that mean?", "He liked my post, what does it mean?"}) {
    EXPECT_EQ(found(text), "-") << text;
  }
}

TEST(GlossaryRequest, WhichOneIsAskedOfAWordWithItsArticle) {
  EXPECT_EQ(found("the thread? which one? what is it about"), "-");
  EXPECT_EQ(found("LMS? which one?"), "-");
  EXPECT_EQ(found("DM? is that an email?"), "DM");
  EXPECT_EQ(found("never done a tweetchat! what is it?"), "TweetChat");
  EXPECT_EQ(found("hashtags - what are they for and do I need one"), "Hashtag");
  EXPECT_EQ(found("asynchrone c'est quoi la différence avec synchrone"), "Asynchronous");
}

TEST(GlossaryRequest, AGuessWantsAYes) {
  EXPECT_EQ(found("Breakout room is when they split us up, right?"), "Breakout room");
  EXPECT_EQ(found("Un LMS c'est une plateforme ?"), "LMS");
  EXPECT_EQ(found("asynchrone, ça veut dire chacun à son rythme ?"), "Asynchronous");
  EXPECT_EQ(found("le tweetchat c'est quand déjà ?"), "-");
  EXPECT_EQ(found("le LMS c'est un vrai labyrinthe non ?"), "-");
}

}  // namespace
