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
  EXPECT_GE(requests.precision(), 0.86);
  EXPECT_GE(requests.recall(), 0.86);
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

TEST(GlossaryRequest, UsingATermIsNotAskingForIt) {
  for (const auto* text :
       {"please RT", "I love this thread", "what time is the tweetchat", "what is the LMS password", ""}) {
    EXPECT_EQ(found(text), "-") << text;
  }
}

}  // namespace
