// Pieces of sentences: words as they stand in a file, or a phrase that each language has its own words for.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "domain/language.hpp"

namespace rulefile {

struct Key;

using domain::Language;

enum class Phrase {
  quoted,
  did_you_mean,
  did_you_mean_placeholder,
  did_you_mean_line,
  for_example,
  there_are,
  placeholders_are,
  // what a piece of a file is called
  a_file,
  the_course,
  a_facilitator,
  understanding,
  replies,
  a_rule,
  a_condition,
  an_action,
  a_test_case,
  an_expectation,
  an_faq_entry,
  a_glossary_term,
  called,
  a_story,
  a_step,
  the_service_file,
  listen,
  networks,
  practice_account,
  mastodon_account,
  bluesky_account,
  x_account,
  a_policy,
  a_place_to_listen,
  prices,
  alerts,
  the_rule,
  the_faq_entry,
  the_glossary_term,
  the_facilitator,
  name_before_colon,
  this_reply,
  this_post,
  this_answer,
  this_text,
  // what a value should be
  one_of,
  one_or_list_of,
  such_as,
  text,
  texts,
  local_text,
  variants,
  name,
  names,
  tags,
  yes_or_no,
  number,
  share,
  dollars,
  date,
  dates,
  hours,
  zone,
  language_codes,
  language_code,
  days,
  delay,
  limit,
  schedule,
  posts_so_far,
  during,
  between,
  moment,
  clock,
  pattern,
  topic,
  expectation,
  lines_below,
  list,
  lines_of_pairs,
  one_word,
  // why, and what to do instead
  all_in_one_list,
  never_closed,
  only_plain,
  pack_not_used,
  pack_has_no_rule,
  shipped_line,
  words_in_language,
  first_language,
  use_post,
  use_post_with,
  remove_line,
  line_break_in_quotes,
  new_line,
  plain_space,
  write_instead,
  write_each,
  words_named_so,
  answer_of_entry,
  name_a_city,
  urgent_alone,
  urgent_below,
  draft_above_answer,
  draft_smaller,
  held_by_zero,
  held_then_draft,
  stopped_by_first,
  never_stopped,
  nothing_to_spend,
  two_speakers,
  one_speaker,
  neither_post_nor_wait,
  post_or_wait,
  replies_to_later_step,
  steps_are_counted,
  counted_with_frame,
  counted_at_longest,
  // what the reading library stumbled over
  bracket_open,
  not_below,
  quote_open,
  stray_colon,
  stray_dash,
  bracket_closed,
  // what is wrong with a regular expression
  round_bracket,
  square_bracket,
  not_a_range,
  nothing_to_repeat,
  repeats_too_often,
  backslash,
  group_name,
  pattern_too_large,
  pattern_unusable,
  // around the sentences
  fix,
  warning,
  more,
  one_error,
  errors,
  one_warning,
  warnings,
  page_what,
  page_why,
  page_mend,
  page_before,
  page_after,
  // what a test shows
  expected_silence,
  stays_silent,
  it_does,
  both,
  expected_but_silent,
  expected_action,
  expected_rule,
  expected_route,
  no_route,
  expected_words,
  expected_hold,
  expected_hold_not_held,
  no_rule_called,
  story_step,
  story_not_played,
  case_passed,
  case_failed,
  case_some_day,
  case_passes_now,
  take_some_day_away,
  count
};

// Implicit, so that the arguments of a sentence read like a list of what stands in it.
struct Argument {
  Argument(std::string text) : words(std::move(text)) {}       // NOLINT(google-explicit-constructor)
  Argument(const char* text) : words(text) {}                  // NOLINT(google-explicit-constructor)
  Argument(Phrase said, std::vector<Argument> arguments = {})  // NOLINT(google-explicit-constructor)
      : phrase(said), inside(std::move(arguments)) {}
  Argument(const Key& required) : help_of(&required) {}    // NOLINT(google-explicit-constructor)
  Argument(domain::NetworkKind named) : network(named) {}  // NOLINT(google-explicit-constructor)

  std::string words;  // as they stand in a file, a name or a number
  std::optional<Phrase> phrase;
  std::vector<Argument> inside;  // of the phrase
  std::optional<domain::NetworkKind> network;
  const Key* help_of = nullptr;  // why a required key is needed; lives as long as the program
};

std::string in_words(const Argument& argument, Language language);
std::string in_words(Phrase phrase, Language language);

}  // namespace rulefile
