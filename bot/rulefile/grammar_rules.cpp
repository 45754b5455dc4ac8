// The grammar's part on rules, their conditions and their actions.
#include "rulefile/grammar.hpp"

namespace rulefile {

std::vector<Key> rule_keys();

std::vector<Key> rule_keys() {
  using enum Type;
  constexpr Where own = Where::rule;
  constexpr Where when = Where::condition;
  constexpr Where then = Where::action;
  return {
      {own, "rule", name, "", "point-to-faq", "The rule's name. What it has done is remembered under it.",
       true},
      {own, "because", text, "", "Facilitators answered this many times already.",
       "Why the rule exists; shown beside what it does."},
      {own, "mode", word, "shadow|draft|auto", "auto",
       "shadow: only shows what it would do; draft (when nothing is said): a person sends it; auto: it "
       "speaks."},
      {own, "when", map, "", "", "Every line must hold.", true, true, when},
      {own, "unless", map, "", "", "Any one line that holds stops the rule.", false, true, when},
      {own, "wait", delay, "", "15 minutes",
       "Gives peers the first chance; then `when` and `unless` are asked again."},
      {own, "then", maps, "", "", "What to do, in this order.", true, true, then},
      {own, "limit", limit, "", "3 per learner per day", "How often at most."},
      {own, "replaces", word, "starter", "starter", "Takes the place of the shipped rule of the same name."},
      {own, "test", maps, "", "", "Posts, and what the rule should do about them.", false, true,
       Where::inline_case},

      {when, "every", schedule, "", "weekday at 16:30",
       "The rule runs by the clock instead of by a post (only in `when`)."},
      {when, "at_event", words, "chat opens|chat prompt|chat closes|guest session opens|guest session closes",
       "chat opens", "The rule runs when a chat or a guest session moves on (only in `when`).", false, false},
      {when, "says", texts, "", "[slides, \"slide deck\"]", "Any of these words stands in the post."},
      {when, "says_all", texts, "", "[slides, week]", "All of these words stand in the post."},
      {when, "matches", pattern, "", "'\\bweek \\d+'",
       "A regular expression finds something in the post (in small letters, without accents)."},
      {when, "hashtag", tags, "", "\"#intro\"", "The post carries this hashtag."},
      {when, "language", languages, "", "fr", "The post is in this language."},
      {when, "has", words, "link|image|poll|mention", "link", "The post has one of these."},
      {when, "asks_question", yes_no, "", "yes", "The post asks something."},
      {when, "introduces_self", yes_no, "", "yes", "Somebody introduces themselves."},
      {when, "mentions_bot", yes_no, "", "yes", "The post mentions, quotes or answers the bot."},
      {when, "answers_prompt", yes_no, "", "yes", "The post answers a question of a tweetchat.", false,
       false},
      {when, "asks_about", topic, "faq|glossary|chats", "faq",
       "The post asks what the FAQ or the glossary answers; `faq: slides` for one entry."},
      {when, "answers", words, "nobody|learner|facilitator|guest|bot", "learner",
       "Whose post it replies to."},
      {when, "answered_by", words, "anyone|learner|facilitator|nobody", "anyone",
       "Who has answered the post by now."},
      {when, "from", words, "learner|newcomer|facilitator|guest|joined|anyone", "newcomer",
       "Who wrote the post."},
      {when, "posts_so_far", posts_so_far, "", "at most 3",
       "How many posts the person has written, this one included."},
      {when, "during", during, "working hours|quiet hours|tweetchat|guest session", "week 3",
       "When the post was written."},
      {when, "between", between, "", "2026-01-12 and 2026-01-16",
       "Both days included, in the course's time."},
      {when, "label", names, "", "intro-done", "A label that a rule has set on the post or the person."},

      {then, "reply", variants, "", "\"Welcome, {{name}}!\"",
       "Answers the post with this text, or one of these."},
      {then, "post", variants, "", "\"Week 3 starts today.\"",
       "Says it on the bot's own timeline; names nobody."},
      {then, "reply_with", name, "", "faq", "Answers with the words of templates/<language>/NAME.mustache."},
      {then, "post_with", name, "", "week-starts", "Posts the words of a template."},
      {then, "boost", yes_no, "", "yes", "Repeats the post so that peers see it."},
      {then, "save_question", yes_no, "", "yes", "Puts the post on the list of open questions."},
      {then, "tell_facilitators", name, "", "duty", "Tells those on duty, `all`, or one by name."},
      {then, "urgent", yes_no, "", "yes", "With tell_facilitators: at once, quiet hours or not."},
      {then, "add_to_digest", word, "questions|highlights", "questions", "Keeps the post for a digest.",
       false, false},
      {then, "send_digest", word, "facilitators|learners", "facilitators", "Sends the digest.", false, false},
      {then, "label", name, "", "intro-done", "Sets a label on the post and its author, for other rules."},
  };
}

}  // namespace rulefile
