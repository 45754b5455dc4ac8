// What decisions give as reasons: one sentence for each, in the words of every language that facilitators
// read.
#pragma once

#include <string>
#include <vector>

#include "domain/language.hpp"

namespace domain {
enum class Verdict;
}  // namespace domain

namespace rules {

struct Situation;

enum class Reason {
  // the words of a post
  says,
  says_not,
  says_all,
  says_none,
  has_pattern,
  lacks_pattern,
  has_tag,
  lacks_tag,
  language_unknown,
  language_is,
  has_link,
  has_image,
  has_poll,
  has_mention,
  has_none,
  asks,
  asks_nothing,
  introduces_self,
  introduces_nobody,
  mentions_bot,
  mentions_no_bot,
  no_prompts,
  // what it asks about
  no_chats,
  no_entries,
  no_entry_fits,
  asks_about,
  both,
  asks_meaning,
  asks_no_meaning,
  asks_missing_term,
  asks_other_term,
  // whom it answers, who answered it
  answered_post_unseen,
  answers_nobody,
  answers_learner,
  answers_facilitator,
  answers_guest,
  answers_bot,
  replies_unread,
  answered_by_facilitator,
  answered_by_guest,
  answered_by_learner,
  solved,
  answered_by_nobody,
  // who wrote it
  anyone_will_do,
  by_learner,
  by_facilitator,
  by_guest,
  by_bot,
  by_newcomer,
  by_joined_learner,
  by_plain_learner,
  author_joined,
  first_post_unknown,
  one_post,
  posts,
  has_label,
  lacks_label,
  // when
  time_is,
  week_is,
  tweetchat_is_on,
  no_tweetchat_is_on,
  guest_session_is_on,
  no_guest_session_is_on,
  no_such_time,
  no_first_day,
  no_post_to_ask,
  // a rule's lines together
  could_not_check,
  could_not_check_unless,
  stopped_by,
  asks_for_nothing,
  one_and_another,
  // a rule among the others
  has_replied,
  holds_reply,
  replies_first,
  limit_used_up,
  runs_by_clock,
  hour_is,
  nothing_said,
  waits,
  waits_besides,
  in_shadow,
  rule_gone,
  no_such_rule,
  no_rule_asked,
  is_consent_word,
  // how it may travel
  needs_consent,
  has_called,
  mentions_or_quotes,
  or_joined,
  consent_taken_as_given,
  post_answers_bot,
  post_speaks_to_bot,
  hashtag_is_consent,
  digest_needs_no_consent,
  rule_in_draft,
  post_names_nobody,
  // what is said
  no_wording,
  wording_is_empty,
  answer_unsure,
  said_before,
  too_long,
  must_name_nobody,
  no_post_to_answer,
  // when it may be said
  quiet_hours,
  hour_used_up,
  day_used_up,
  network_hour_used_up,
  network_day_used_up,
  learner_used_up,
  thread_used_up,
  speech_stopped,
  waited_long,
  // manners
  own_post,
  by_another_bot,
  is_boost,
  not_public,
  not_of_course,
  too_old,
  author_stopped,
  author_muted,
  author_wants_no_bots,
  human_needed,
  said_stop,
  said_start,
  said_join,
  said_forget,
  said_help,
  said_who,
  said_stop_before,
  no_wording_to_confirm,
  // what happens, in one line
  replies,
  replies_as_draft,
  replies_later,
  posts_it,
  posts_as_draft,
  posts_later,
  waits_then_asked,
  acts_silently,
  saves_question,
  tells_facilitators,
  sets_label,
  adds_to_digest,
  sends_digest,
  acts,
  none_matches,
  nearest_was,
  silent_because,
  none_asked,
  human_called,
  self_harm,
  harassment,
  grief,
  threat,
  // around decisions
  yes,
  no,
  skipped,
  not_reached,
  unknown,
  route_is,
  held_until,
  noted,
  waits_until,
  why,
  nearest_entries,
  said_at,
  count
};

// `arguments` fill the reason's blanks: rules' names, words of the files, times.
std::string in_words(domain::Language language, Reason reason,
                     const std::vector<std::string>& arguments = {});
// In the language of the course that the decision is for.
std::string in_words(const Situation& situation, Reason reason,
                     const std::vector<std::string>& arguments = {});
// "not reached": for people; to_word is for programs.
std::string in_words(domain::Language language, domain::Verdict verdict);

}  // namespace rules
