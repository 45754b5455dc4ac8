#include <gtest/gtest.h>

#include "domain/store.hpp"

namespace {

using domain::to_word;

TEST(Words, AreThoseOfTheDesign) {
  EXPECT_EQ(to_word(domain::NetworkKind::bluesky), "bluesky");
  EXPECT_EQ(to_word(domain::Visibility::open), "public");
  EXPECT_EQ(to_word(domain::Consent::stopped), "stopped");
  EXPECT_EQ(to_word(domain::Role::guest), "guest");
  EXPECT_EQ(to_word(domain::ActionKind::send_digest), "send_digest");
  EXPECT_EQ(to_word(domain::Mode::automatic), "auto");
  EXPECT_EQ(to_word(domain::Route::draft), "draft");
  EXPECT_EQ(to_word(domain::Verdict::not_reached), "not reached");
  EXPECT_EQ(to_word(domain::DeliveryState::in_doubt), "in doubt");
  EXPECT_EQ(to_word(domain::DraftState::dismissed), "dismissed");
  EXPECT_EQ(to_word(domain::QuestionState::answered), "answered");
}

TEST(Words, AreReadBack) {
  EXPECT_EQ(domain::network_from_word("x"), domain::NetworkKind::x);
  EXPECT_EQ(domain::network_from_word("friendster"), std::nullopt);
  EXPECT_EQ(domain::visibility_from_word("quiet"), domain::Visibility::quiet);
}

TEST(PublicSpeech, IsWhatLearnersCanSee) {
  EXPECT_TRUE(domain::is_public_speech(domain::ActionKind::boost));
  EXPECT_FALSE(domain::is_public_speech(domain::ActionKind::save_question));
}

}  // namespace
