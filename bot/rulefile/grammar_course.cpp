// The grammar's part on the course and on a file as a whole.
#include "rulefile/grammar.hpp"

namespace rulefile {

std::vector<Key> course_keys();

std::vector<Key> course_keys() {
  using enum Type;
  constexpr Where top = Where::file;
  constexpr Where own = Where::course;
  constexpr Where who = Where::facilitator;
  constexpr Where cap = Where::budgets;
  return {
      {top, "course", map, "", "", "The course: its name, its people, its times. In one file of the folder.",
       false, true, own},
      {top, "rules", maps, "", "", "What the bot does, and when.", false, true, Where::rule},
      {top, "faq", maps, "", "", "Questions with their answers.", false, true, Where::faq_entry},
      {top, "glossary", maps, "", "", "Words and what they mean.", false, true, Where::glossary_term},
      {top, "stories", maps, "", "", "Conversations that must go as told; in files that end in .test.yaml.",
       false, true, Where::story},
      {top, "chats", anything, "", "", "Scheduled tweetchats.", false, false},
      {top, "guests", anything, "", "", "Guest sessions.", false, false},
      {top, "conferences", anything, "", "", "Conferences followed from afar.", false, false},
      {top, "directory", anything, "", "", "Chats that learners may look for.", false, false},

      {own, "name", text, "", "Online facilitation, spring 2026", "The course as learners know it.", true},
      {own, "site", text, "", "https://example.org/course", "The course's web address, for {{course.site}}."},
      {own, "uses", word, "starter", "starter",
       "Takes the shipped rules, FAQ, glossary and words as a base."},
      {own, "off", names, "", "[rule-name]", "Shipped rules that this course does without."},
      {own, "hashtags", tags, "", "[\"#flockcourse\"]",
       "The course's hashtags; other spellings are found too.", true},
      {own, "languages", languages, "", "[en, fr]",
       "Languages of the replies; the first is used when in doubt."},
      {own, "time_zone", zone, "", "America/Toronto", "Where the course's clock hangs."},
      {own, "starts", date, "", "2026-01-12", "First day of week 1."},
      {own, "weeks", number, "", "8", "How many weeks it lasts."},
      {own, "holidays", dates, "", "[2026-02-16]", "Days without working hours."},
      {own, "working_hours", hours, "", "weekdays 08:00 to 18:00",
       "When facilitators work; other hours do not count in waits."},
      {own, "quiet_hours", hours, "", "22:00 to 07:00",
       "When the bot says nothing; what it has to say waits."},
      {own, "contact", text, "", "\"@dana@social.example\"",
       "The person named in \"I am a bot, ... can help\"."},
      {own, "facilitators", maps, "", "[{name: Dana, mastodon: \"@dana@social.example\"}]",
       "The people who run the course.", false, true, who},
      {own, "branches", names, "", "[Halifax, Toronto]", "Places that introductions may mention."},
      {own, "joined", name, "", "roster.txt",
       "A file in this folder with the handles of people who agreed beforehand, one a line."},
      {own, "understanding", map, "", "{answer: 0.75, draft: 0.45}",
       "How sure the bot must be to answer, or to draft.", false, true, Where::understanding},
      {own, "replies", map, "", "{per_learner_day: 3, per_thread: 2, per_hour: 20, per_day: 100}",
       "How much the bot may say at most.", false, true, cap},

      {who, "name", name, "", "Dana", "As `tell_facilitators` calls them.", true},
      {who, "mastodon", name, "", "\"@dana@social.example\"", "Their handle on Mastodon."},
      {who, "bluesky", name, "", "\"@dana.example.org\"", "Their handle on Bluesky."},
      {who, "x", name, "", "\"@dana\"", "Their handle on X."},
      {who, "practice", name, "", "dana", "Their name in the practice room."},
      {who, "duty", days, "", "[Monday, Tuesday]", "Days on which questions go to them."},

      {Where::understanding, "answer", share, "", "0.75", "From here on the bot answers."},
      {Where::understanding, "draft", share, "", "0.45", "From here on it drafts an answer."},

      {cap, "per_learner_day", number, "", "3", "Replies to one person in 24 hours."},
      {cap, "per_thread", number, "", "2", "Replies in one conversation."},
      {cap, "per_hour", number, "", "20", "Everything it says in an hour."},
      {cap, "per_day", number, "", "100", "Everything it says in 24 hours."},
  };
}

}  // namespace rulefile
