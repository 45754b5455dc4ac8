#include "rulefile/messages.hpp"

#include <array>

namespace rulefile {
namespace {

struct Sentence {
  Message message;
  std::string_view code;
  Severity severity;
  std::string_view headline;     // the effect on learners first
  std::string_view under_caret;  // "": the line is not shown
  std::string_view effect;
  std::string_view fix;
};

using enum Message;
constexpr Severity error = Severity::error;
constexpr Severity warning = Severity::warning;

// In the order of the enumeration.
constexpr std::array<Sentence, static_cast<std::size_t>(Message::count)> english{{
    {not_readable, "R001", error, "nothing in this file can be used: it cannot be read from here on",
     "the reading stops here", "%1",
     "compare the spaces at the start of this line and the line above; put texts in quotes"},
    {file_too_large, "R002", error, "nothing in this file can be used: it is larger than 1 MB", "", "",
     "split it into several files"},
    {too_deep, "R002", error, "nothing in this file can be used: lists within lists go too deep",
     "too deep here", "More than 40 levels cannot be meant.",
     "compare the spaces at the start of this line and the line above"},
    {too_many_nodes, "R002", error, "nothing in this file can be used: it holds too many lines and values",
     "", "", "split it into several files, and write out what is repeated with * and &"},
    {alias_cycle, "R002", error, "nothing in this file can be used: a part repeats itself without end",
     "this * repeats what it is part of", "", "write the text out instead of using * and &"},
    {unknown_alias, "R027", error,
     "nothing in this file can be used: * at the start of a text stands for something else",
     "YAML looks for something named so", "A text cannot start with *.", "put the whole text in quotes"},
    {not_text, "R007", error, "nothing in this file can be used: this line is not plain text", "",
     "It holds bytes that no letter stands for, as after saving in an old format.", "save the file as UTF-8"},
    {unknown_key, "R003", error, "\"%1\" is not something %2 can have%3", "", "%4", ""},
    {wrong_value, "R004", error, "\"%1\" cannot be used: %2 should be %3", "cannot be used", "", "%4"},
    {wrong_shape, "R004", error, "%2 cannot be used as it stands: it should be %3", "here", "", "%4"},
    {map_for_text, "R023", error, "learners would not see this text: it is taken apart at the colon",
     "YAML reads this as a name, a colon and a value",
     "A colon followed by a space separates a name from its value.", "put the whole text in quotes      %1"},
    {missing_key, "R005", error, "%1 needs a line that starts with \"%2:\"", "", "%3",
     "for example      %2: %4"},
    {missing_part, "R005", error, "%1 needs a line that starts with \"%2:\"", "", "%3",
     "add the line      %2:  and below it, two spaces further right, what belongs to it"},
    {missing_value, "R005", error, "nothing stands after \"%1:\"", "a value is missing here",
     "It should be %2.", ""},
    {no_course, "R008", error,
     "no file of this folder holds \"course:\", so the bot would not know whom it serves", "", "",
     "add a file course.yaml that starts with      course:"},
    {two_courses, "R008", error, "the course is described twice", "", "It is described in %1 too.",
     "keep one of the two"},
    {unknown_file, "R009", error, "%1 has a name that no rule uses", "", "", ""},

    {same_name, "R006", error, "%1 \"%2\" is there twice: learners would only meet one of the two",
     "the second one", "The first one stands at %3.", "give one of them another name, or remove it"},
    {same_name_as_shipped, "R006", error,
     "the starter pack has a rule \"%1\" too: learners would only meet one of the two", "the same name",
     "The shipped one stands in %2.", "give this rule another name, or add the line      replaces: starter"},
    {unknown_shipped_rule, "R009", error, "the starter pack has no rule \"%1\"%2", "no such rule", "%3", ""},
    {replaces_nothing, "R009", error, "this rule replaces nothing: %1", "", "", "remove this line"},
    {unknown_name, "R009", error, "%1 \"%2\" does not exist%3", "no such name", "%4", ""},

    {empty_item, "R010", error, "this hashtag would be lost: nothing would stand here",
     "YAML reads this as a note to yourself", "# starts a comment when it stands alone or after a space.",
     "put it in quotes      %1"},
    {unclosed_quote, "R011", error, "the lines after this would be swallowed by one text",
     "this quote is never closed",
     "What follows, up to the next quote or the end of the file, would be part of the text.",
     "add %1 at the end of the text"},
    {same_key, "R012", error, "only one of two \"%1:\" lines would count", "the second one",
     "The first one stands at line %2.", "keep one of them%3"},
    {dash_without_space, "R013", error, "this would not be an item of the list",
     "YAML reads this as part of the text above", "A dash needs a space after it.", "write      %1"},
    {cut_by_comment, "R014", error, "part of this %1 would not be sent",
     "YAML reads this as a note to yourself",
     "A space followed by # starts a comment. Learners would only see: \"%2\"",
     "put the text in quotes      %3"},
    {cut_text, "R014", error, "part of this text would be ignored", "YAML reads this as a note to yourself",
     "A space followed by # starts a comment. Only this would be read: \"%1\"",
     "put the text in quotes      %2"},
    {uneven_items, "R015", error, "this item would not be an item of the list",
     "not below the dash of the item before",
     "The items of a list start exactly below each other; this one would become part of the text above, or "
     "of nothing.",
     "give this line %1 spaces before the dash"},
    {uneven_items_unclear, "R015", error, "this item would not be an item of the list",
     "no list has its items here", "The items of a list start exactly below each other.",
     "compare the spaces before the dash with the items above"},
    {uneven_lines, "R015", error, "this line would not be read as \"%1\"",
     "not below the line it belongs beside", "Lines that belong together start exactly below each other.",
     "give this line %2 spaces at its start"},
    {uneven_lines_unclear, "R015", error, "this line belongs to nothing", "starts too far left or right",
     "Lines that belong together start exactly below each other.",
     "compare the spaces at its start with the lines above"},
    {odd_space, "R016", error, "this line would be read as something else",
     "this looks like a space and is none",
     "It often comes along when text is pasted from a word processor or a web page.",
     "delete it and type plain spaces"},
    {swallowed_tag, "R017", error, "part of this text would not be sent",
     "YAML reads this as an instruction to itself", "Learners would only see: \"%1\"",
     "put the text in quotes      %2"},
    {second_document, "R018", error, "everything from here on would be ignored",
     "YAML reads this as the end of the file", "", "remove this line"},
    {merge_key, "R019", error, "what stands after \"<<\" would be ignored", "this does nothing here", "",
     "write the lines out"},

    {at_sign, "R020", error, "nothing in this file can be used: a text cannot start with %1",
     "no text starts like this", "", "put the text in quotes      %2"},
    {braces, "R021", error, "nothing in this file can be used: a text cannot start with {",
     "YAML reads this as the start of a list of names and values", "", "put the text in quotes      %1"},
    {brackets, "R022", error, "nothing in this file can be used: a text cannot start with [",
     "YAML reads this as a list, and the rest as a mistake", "", "put the text in quotes      %1"},
    {open_bracket, "R022", error, "the lines after this would be swallowed by one list",
     "this bracket is never closed", "", "close it, or put the text in quotes"},
    {colon, "R023", error, "nothing in this file can be used: this text holds a colon followed by a space",
     "YAML reads this as a name, a colon and a value", "", "put the text in quotes      %1"},
    {colon_in_continuation, "R023", error,
     "nothing in this file can be used: this text holds a colon followed by a space",
     "part of the text above, or a line of its own",
     "A colon followed by a space separates a name from its value.",
     "put the whole text in quotes, or give the line as many spaces at its start as the lines it belongs to"},
    {tab, "R024", error, "nothing in this file can be used: this line starts with a tab", "a tab",
     "Only spaces show what belongs to what.", "replace it by spaces, as in the line above"},
    {escapes, "R025", error, "this text would not be what you see: \\ means something else in double quotes",
     "not what you mean", "", "use single quotes      %1"},
    {curly_quotes, "R026", error, "learners would see these quotes, or the file cannot be read",
     "curly quotes are letters, not quotes", "", "use straight quotes      %1"},
    {special_start, "R027", error, "nothing in this file can be used: a text cannot start with %1",
     "no text starts like this", "", "put the text in quotes      %2"},
    {after_quote, "R028", error, "nothing in this file can be used: text stands after the closing quote",
     "this is outside the quotes", "", "put the whole text in quotes      %1"},
    {colon_without_space, "R029", error, "this line would not be read as \"%1\"",
     "a space is missing after the colon", "", "write      %2"},

    {wrong_date, "R030", error, "\"%1\" is not a day that the calendar knows", "not a date",
     "Dates are written year-month-day.", "for example      %2"},
    {wrong_time, "R031", error, "\"%1\" cannot be understood: %2 should be %3", "cannot be understood", "",
     "%4"},
    {wrong_pattern, "R032", error, "this rule would never fire: its regular expression cannot be used", "%1",
     "", "without regular expressions:      says: [one word, \"or several words\"]"},
    {wrong_zone, "R033", error, "every time of the course would be wrong: there is no time zone \"%1\"",
     "no such time zone", "", "name a continent and a city      time_zone: America/Toronto"},
    {wrong_order, "R034", error, "%1", "here", "", "%2"},
    {roster_missing, "R035", error,
     "nobody on the list \"%1\" would count as joined: there is no such file in this folder", "no such file",
     "", "put the file beside this one, or remove this line"},

    {unknown_placeholder, "R040", error, "learners would see a hole: {{%1}} stands for nothing%2",
     "no such placeholder", "%3", ""},
    {raw_placeholder, "R041", error, "this would let a learner's words through unchecked",
     "only two braces are allowed", "With two braces nobody can make the bot mention or link anybody.",
     "write      {{%1}}"},
    {broken_placeholder, "R042", error, "this wording cannot be filled in", "%1", "",
     "write a placeholder like      {{name}}"},
    {missing_template, "R043", error,
     "this rule would have nothing to say: there are no words named \"%1\"%2", "no such template", "%3",
     "write them into      templates/%4/%1.mustache"},
    {unused_template, "R044", warning, "no rule uses these words", "", "They are named \"%1\".",
     "use them with      reply_with: %1"},
    {empty_wording, "R045", error, "this rule would say nothing: the text is empty", "a text is missing here",
     "", "write the text, or remove the line"},
    {no_first_language, "R046", error,
     "learners could be left without an answer: the words in \"%1\" are missing", "",
     "\"%1\" is the course's first language, used when in doubt.", "add      %1: \"...\""},
    {too_long, "R050", error,
     "this would not be sent on %1: it can grow to %2 characters, and %3 is the most", "", "%4",
     "shorten it by %5 characters"},
    {link_costs, "R051", warning, "on X a post with a link costs more", "", "Each one costs about $%1 more.",
     "leave the link out where it is not needed"},
    {names_somebody, "R058", error, "a post on the bot's own timeline must name nobody", "names somebody", "",
     "use reply instead, or leave this out"},
    {nobody_to_answer, "R059", error,
     "this would never happen: a rule that runs by the clock has no post before it", "needs a post", "",
     "%1"},

    {shadowed, "R052", warning, "learners would never see this reply: \"%1\" always comes first", "",
     "Every post that this rule is for goes to the one at %2.",
     "put this rule above it, or narrow the other one down"},
    {nearer_entry, "R053", warning, "\"%1\" would be answered by the entry \"%2\", not by this one", "", "",
     "make the wordings of the two entries differ more"},
    {no_case, "R054", warning, "nothing shows when this rule acts and when it stays silent", "",
     "It has no test.", "add a post on which it should act and one on which it should do nothing"},
    {no_firing_case, "R054", warning, "nothing shows that this rule ever acts", "",
     "Its tests hold no post on which it should act.",
     "add under test:      - post: \"...\"  and  expect: ..."},
    {no_silent_case, "R054", warning, "nothing shows when this rule stays silent", "",
     "Its tests hold no post on which it should do nothing.",
     "add under test:      - post: \"...\"  and  expect: silent"},
    {unreachable_pattern, "R055", warning,
     "this rule would never fire: its regular expression looks for what no post holds", "",
     "Posts are read on one line, with single spaces, in small letters and without accents.",
     "write one space, or \\s, where several spaces or a line break stand"},
    {only_in_when, "R056", error, "\"%1\" cannot stop a rule: it is what starts one", "belongs under when",
     "", "move the line to when"},
    {no_condition, "R005", error, "this rule would act on every post", "", "Nothing stands under \"when:\".",
     "for example      asks_question: yes"},
    {not_available, "R060", warning, "\"%1\" is not available yet: this line does nothing for now", "", "",
     ""},
    {rule_not_available, "R060", warning, "\"%1\" is not available yet: this rule does nothing for now", "",
     "", ""},
    {two_triggers, "R061", error, "\"%1\" looks at a post, but this rule runs by the clock and has none",
     "there is no post", "", "remove one of the two lines"},

    {unknown_rule_in_case, "R070", error, "there is no rule \"%1\", so this proves nothing%2", "no such rule",
     "%3", ""},
    {case_without_cause, "R071", error, "this test asks nothing: it needs a line \"post:\" or \"at:\"", "",
     "", "for example      - post: \"Where are the slides?\""},
    {wrong_expectation, "R072", error, "\"%1\" is not something to expect", "cannot be understood",
     "It can be: silent, reply with \"words\", post with \"words\", the name of an action, or lines such as "
     "rule, route, with, does, held_until.",
     ""},
    {wrong_step, "R073", error, "this step cannot be played: %1", "", "", "%2"},

    {network_not_available, "R080", error,
     "%1 is not available yet: the bot can only run on the practice network", "", "",
     "remove this network for now"},
    {cohort_missing, "R081", error, "no cohort is named, so the bot would serve nobody", "", "",
     "for example      cohorts: [/etc/flockmate/spring]"},
}};

constexpr bool in_order() {
  for (std::size_t i = 0; i < english.size(); ++i) {
    if (english.at(i).message != static_cast<Message>(i)) return false;
  }
  return true;
}
static_assert(in_order());

std::string fill(std::string_view sentence, const std::vector<std::string>& arguments) {
  std::string out;
  for (std::size_t i = 0; i < sentence.size(); ++i) {
    const bool slot =
        sentence[i] == '%' && i + 1 < sentence.size() && sentence[i + 1] >= '1' && sentence[i + 1] <= '9';
    if (!slot) {
      out += sentence[i];
      continue;
    }
    const auto number = static_cast<std::size_t>(sentence[++i] - '1');
    if (number < arguments.size()) out += arguments[number];
  }
  return out;
}

}  // namespace

std::string_view code_of(Message message) {
  return english.at(static_cast<std::size_t>(message)).code;
}

Diagnostic compose(Message message, const std::vector<std::string>& arguments) {
  const Sentence& sentence = english.at(static_cast<std::size_t>(message));
  Diagnostic out;
  out.code = sentence.code;
  out.severity = sentence.severity;
  out.message = fill(sentence.headline, arguments);
  out.under_caret = fill(sentence.under_caret, arguments);
  out.effect = fill(sentence.effect, arguments);
  out.fix = fill(sentence.fix, arguments);
  return out;
}

}  // namespace rulefile
