#include "language/commands.hpp"

#include <gtest/gtest.h>

#include <string>
#include <utility>

#include "language/reader.hpp"

namespace {

std::string command(const std::string& text) {
  return std::string(to_word(language::command_in(language::tokens_of(text), language::entities_of(text))));
}

TEST(Commands, OddSpellingsAreUnderstood) {
  for (const auto* text : {"@flockmate stop",
                           "STOP!!",
                           "s t o p",
                           "Stop, please.",
                           "stóp",
                           "ｓｔｏｐ",
                           "stooop",
                           "stop stop stop",
                           "@flockmate stop #flockcourse",
                           "please stop 🙏",
                           "ARRÊTE",
                           "Arrête, merci",
                           "s.t.o.p",
                           "@flockmate.test stop",
                           "@flockmate.bsky.social: stop",
                           "stop @flock-mate.example.org",
                           "@flockmate@social.example stop",
                           "@flockmate. Stop.",
                           "Stop. Thank you!",
                           "unsubscribe",
                           "leave me alone",
                           "désabonne-moi",
                           "Désabonnez-moi svp",
                           "laisse-moi tranquille",
                           "arrête de m'écrire",
                           "ne m'écris plus"}) {
    EXPECT_EQ(command(text), "stop") << text;
  }
}

TEST(Commands, EachHasItsWords) {
  const std::pair<const char*, const char*> cases[] = {{"start", "start"},
                                                       {"reprends", "start"},
                                                       {"join", "join"},
                                                       {"je participe", "join"},
                                                       {"forget me", "forget"},
                                                       {"oublie-moi", "forget"},
                                                       {"delete my data", "forget"},
                                                       {"efface mes données", "forget"},
                                                       {"help", "help"},
                                                       {"aide", "help"},
                                                       {"À l'aide !", "help"},
                                                       {"who are you?", "who"},
                                                       {"qui es-tu ?", "who"},
                                                       {"Qui êtes-vous ?", "who"},
                                                       {"are you a bot?", "who"},
                                                       {"t'es un bot ?", "who"}};
  for (const auto& [text, expected] : cases) EXPECT_EQ(command(text), expected) << text;
}

TEST(Commands, APostThatSaysMoreIsNone) {
  for (const auto* text :
       {"can't stop thinking about #flockcourse", "help me find the slides", "where do we start",
        "stop the video", "I want to join the meetup on Saturday", "who are you voting for", "please",
        "thanks!", "", "😂", "#stop", "@stop", "@stop.example.org", "stop https://example.org/a",
        "the stop words", "aide-mémoire du module 2", "stop saying you can't, you can"}) {
    EXPECT_EQ(command(text), "") << text;
  }
}

TEST(Thanks, ClosesAQuestion) {
  for (const auto* text : {"thanks!", "Solved, thank you", "merci !", "@ana thx, that works",
                           "Merci beaucoup Luc", "sorted, cheers"}) {
    EXPECT_TRUE(language::is_thanks(text)) << text;
  }
}

TEST(Thanks, LeavesItOpenOtherwise) {
  for (const auto* text :
       {"thanks, but I still can't find it", "thanks in advance", "merci mais ça ne marche toujours pas",
        "thanks, and where is the quiz?", "no", "hello", ""}) {
    EXPECT_FALSE(language::is_thanks(text)) << text;
  }
}

}  // namespace
