// Everything that can be wrong with a teacher's file. Codes stand in messages.cpp, words in the catalogues.
#pragma once

#include <string_view>
#include <vector>

#include "rulefile/phrase.hpp"

namespace rulefile {

enum class Message {
  // the file as a whole
  not_readable,
  file_too_large,
  too_deep,
  too_many_nodes,
  too_many_entries,
  alias_cycle,
  unknown_alias,
  not_text,
  unknown_key,
  belongs_below,
  wrong_value,
  wrong_shape,
  needless_dash,
  missing_dash,
  belongs_beside,
  negated,
  map_for_text,
  template_in_text,
  missing_key,
  missing_part,
  missing_top,
  missing_value,
  no_course,
  two_courses,
  unknown_file,
  // names
  same_name,
  same_name_as_shipped,
  unknown_shipped_rule,
  replaces_nothing,
  unknown_name,
  // slips that YAML accepts in silence
  empty_item,
  unclosed_quote,
  same_key,
  dash_without_space,
  odd_dash,
  numbered_item,
  cut_by_comment,
  cut_text,
  uneven_items,
  uneven_items_unclear,
  uneven_lines,
  uneven_lines_unclear,
  text_too_far_left,
  odd_space,
  swallowed_tag,
  second_document,
  merge_key,
  // slips that YAML refuses with misleading words
  at_sign,
  braces,
  brackets,
  open_bracket,
  colon,
  colon_in_continuation,
  tab,
  escapes,
  curly_quotes,
  special_start,
  slashes,
  fence,
  after_quote,
  colon_without_space,
  missing_colon,
  // values
  wrong_date,
  wrong_time,
  several_spans,
  wrong_pattern,
  wrong_zone,
  zone_without_place,
  cap_of_nothing,
  quiet_all_day,
  working_all_day,
  wrong_order,
  roster_missing,
  // wordings
  unknown_placeholder,
  raw_placeholder,
  broken_placeholder,
  single_braces,
  missing_template,
  unused_template,
  empty_wording,
  course_lacks,
  course_lacks_for_shipped,
  no_first_language,
  empty_here,
  as_it_stands,
  at_before_handle,
  half_link,
  too_long,
  link_costs,
  names_somebody,
  nobody_to_answer,
  // rules among themselves
  shadowed,
  stops_itself,
  second_reply,
  nearer_entry,
  no_case,
  no_firing_case,
  no_silent_case,
  unreachable_pattern,
  words_in_one,
  term_in_one,
  term_as_question,
  questions_in_one,
  odd_sign,
  slashes_around,
  label_of_nobody,
  nothing_to_ask_about,
  week_too_late,
  before_the_course,
  after_the_course,
  over_before_the_course,
  nothing_to_do,
  only_in_when,
  no_condition,
  not_available,
  rule_not_available,
  two_triggers,
  limit_without_post,
  // cases
  unknown_rule_in_case,
  case_without_cause,
  wrong_expectation,
  wrong_step,
  // the ops' file
  cohort_missing,
  secret_in_settings,
  count
};

// A mistake as it was found, in no language yet.
struct Told {
  Message message;
  std::vector<Argument> arguments;
};

}  // namespace rulefile
