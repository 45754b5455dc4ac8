#include "rulefile/messages.hpp"

#include <array>
#include <utility>

#include "rulefile/catalogue.hpp"

namespace rulefile {
namespace {

struct Kind {
  Message message;
  std::string_view code;
  Severity severity;
};

using enum Message;
constexpr Severity error = Severity::error;
constexpr Severity warning = Severity::warning;

// In the order of the enumeration.
constexpr std::array<Kind, message_count> kinds{{
    {not_readable, "R001", error},
    {file_too_large, "R002", error},
    {too_deep, "R002", error},
    {too_many_nodes, "R002", error},
    {too_many_entries, "R002", error},
    {alias_cycle, "R002", error},
    {unknown_alias, "R027", error},
    {not_text, "R007", error},
    {unknown_key, "R003", error},
    {belongs_below, "R003", error},
    {belongs_below_absent, "R003", error},
    {wrong_value, "R004", error},
    {wrong_shape, "R004", error},
    {needless_dash, "R004", error},
    {missing_dash, "R013", error},
    {belongs_beside, "R003", error},
    {negated, "R003", error},
    {map_for_text, "R023", error},
    {template_in_text, "R003", error},
    {missing_key, "R005", error},
    {missing_part, "R005", error},
    {missing_top, "R005", error},
    {headless_list, "R005", error},
    {headless_map, "R005", error},
    {other_kind, "R003", error},
    {missing_value, "R005", error},
    {no_course, "R008", error},
    {two_courses, "R008", error},
    {unknown_file, "R062", warning},
    {same_name, "R006", error},
    {same_name_as_shipped, "R006", error},
    {unknown_shipped_rule, "R009", error},
    {replaces_nothing, "R009", error},
    {unknown_name, "R009", error},
    {empty_item, "R010", error},
    {unclosed_quote, "R011", error},
    {same_key, "R012", error},
    {dash_without_space, "R013", error},
    {odd_dash, "R013", error},
    {numbered_item, "R013", error},
    {item_without_dash, "R013", error},
    {cut_by_comment, "R014", error},
    {cut_text, "R014", error},
    {uneven_items, "R015", error},
    {uneven_items_unclear, "R015", error},
    {uneven_lines, "R015", error},
    {uneven_lines_unclear, "R015", error},
    {text_too_far_left, "R015", error},
    {item_below_text, "R015", error},
    {dash_in_text, "R015", error},
    {odd_space, "R016", error},
    {swallowed_tag, "R017", error},
    {second_document, "R018", error},
    {merge_key, "R019", error},
    {at_sign, "R020", error},
    {braces, "R021", error},
    {brackets, "R022", error},
    {open_bracket, "R022", error},
    {colon, "R023", error},
    {colon_in_continuation, "R023", error},
    {tab, "R024", error},
    {escapes, "R025", error},
    {curly_quotes, "R026", error},
    {special_start, "R027", error},
    {slashes, "R027", error},
    {fence, "R027", error},
    {stray_line, "R027", error},
    {after_quote, "R028", error},
    {list_without_brackets, "R028", error},
    {colon_without_space, "R029", error},
    {missing_colon, "R029", error},
    {below_on_line, "R023", error},
    {beside_on_line, "R023", error},
    {missing_name, "R029", error},
    {wrong_date, "R030", error},
    {wrong_time, "R031", error},
    {several_spans, "R031", error},
    {wrong_pattern, "R032", error},
    {wrong_zone, "R033", error},
    {zone_without_place, "R067", warning},
    {cap_of_nothing, "R036", warning},
    {quiet_all_day, "R036", warning},
    {working_all_day, "R036", warning},
    {wrong_order, "R034", error},
    {roster_missing, "R035", error},
    {unknown_placeholder, "R040", error},
    {raw_placeholder, "R041", error},
    {broken_placeholder, "R042", error},
    {single_braces, "R042", error},
    {missing_template, "R043", error},
    {unused_template, "R044", warning},
    {empty_wording, "R045", error},
    {course_lacks, "R047", warning},
    {course_lacks_for_shipped, "R047", warning},
    {no_first_language, "R046", error},
    {empty_here, "R048", warning},
    {as_it_stands, "R065", warning},
    {at_before_handle, "R069", warning},
    {half_link, "R068", warning},
    {too_long, "R050", error},
    {link_costs, "R051", warning},
    {names_somebody, "R058", error},
    {nobody_to_answer, "R059", error},
    {shadowed, "R052", warning},
    {stops_itself, "R066", warning},
    {second_reply, "R064", warning},
    {nearer_entry, "R053", warning},
    {no_case, "R054", warning},
    {no_firing_case, "R054", warning},
    {no_silent_case, "R054", warning},
    {unreachable_pattern, "R055", warning},
    {words_in_one, "R057", warning},
    {term_in_one, "R057", warning},
    {term_as_question, "R057", warning},
    {questions_in_one, "R057", warning},
    {odd_sign, "R063", warning},
    {slashes_around, "R063", warning},
    {label_of_nobody, "R066", warning},
    {nothing_to_ask_about, "R066", warning},
    {week_too_late, "R066", warning},
    {before_the_course, "R066", warning},
    {after_the_course, "R066", warning},
    {over_before_the_course, "R066", warning},
    {nothing_to_do, "R066", warning},
    {only_in_when, "R056", error},
    {no_condition, "R005", error},
    {not_available, "R060", warning},
    {rule_not_available, "R060", warning},
    {two_triggers, "R061", error},
    {limit_without_post, "R061", error},
    {unknown_rule_in_case, "R070", error},
    {case_without_cause, "R071", error},
    {wrong_expectation, "R072", error},
    {wrong_step, "R073", error},
    {cohort_missing, "R081", error},
    {secret_in_settings, "R082", error},
}};
static_assert(in_order(kinds));

const Kind& kind_of(Message message) {
  return kinds.at(static_cast<std::size_t>(message));
}

}  // namespace

std::string_view code_of(Message message) {
  return kind_of(message).code;
}

std::string_view to_word(Language language) {
  return language == Language::french ? "fr" : "en";
}

Diagnostic compose(Told told, Language language) {
  const Sentence& sentence = catalogue(language).sentences.at(static_cast<std::size_t>(told.message));
  Diagnostic out;
  out.code = kind_of(told.message).code;
  out.severity = kind_of(told.message).severity;
  out.message = fill(sentence.headline, told.arguments, language);
  out.under_caret = fill(sentence.under_caret, told.arguments, language);
  out.effect = capitalised(fill(sentence.effect, told.arguments, language));
  out.fix = fill(sentence.fix, told.arguments, language);
  out.told = std::move(told);
  return out;
}

Diagnostic in_language(Diagnostic diagnostic, Language language) {
  if (!diagnostic.told) return diagnostic;
  Diagnostic out = compose(std::move(*diagnostic.told), language);
  out.mark = std::move(diagnostic.mark);
  out.source_line = std::move(diagnostic.source_line);
  return out;
}

}  // namespace rulefile
