#include <algorithm>
#include <array>
#include <utility>

#include "base/text.hpp"
#include "rulefile/fields.hpp"
#include "rulefile/meanings.hpp"
#include "rulefile/misplaced_lines.hpp"
#include "rulefile/parts.hpp"
#include "rulefile/values.hpp"

namespace rulefile {
namespace {

std::string shown(const Node& node) {
  if (node.is_scalar()) return node.text;
  std::vector<std::string> parts;
  for (const Node& item : node.items) parts.push_back(shown(item));
  for (const Entry& entry : node.entries) parts.push_back(entry.key.text + ": " + shown(entry.value));
  const std::string inside = base::join(parts, ", ");
  return node.is_list() ? "[" + inside + "]" : "{" + inside + "}";
}

bool is_action_word(const std::string& word) {
  const std::vector<std::string> actions = key_names(Where::action);
  return word != "urgent" && std::find(actions.begin(), actions.end(), word) != actions.end();
}

// `reply with "words"`: the words, in straight or curly quotes or none.
std::string unquoted(std::string text) {
  text = base::trim(text);
  for (const std::string_view quote : {"\"", "'", "\xE2\x80\x9C", "\xE2\x80\x9D"}) {
    if (text.starts_with(quote)) text.erase(0, quote.size());
    if (text.ends_with(quote)) text.erase(text.size() - quote.size());
  }
  return text;
}

// "silent", `reply with "words"`, or an action's name.
bool read_sentence(const std::string& sentence, Expectation& out) {
  const std::string text = base::trim(sentence);
  if (text == "silent") {
    out.silent = true;
    return true;
  }
  for (const std::string action : {"reply", "post"}) {
    if (!text.starts_with(action + " with ")) continue;
    out.action = action;
    out.with = unquoted(text.substr(action.size() + 6));
    return !out.with.empty();
  }
  if (!is_action_word(text)) return false;
  out.action = text == "reply_with" ? "reply" : text == "post_with" ? "post" : text;
  return true;
}

// `post: "words"` is a post, anything else with quotes in it a reply.
std::string said_by(const std::string& text) {
  return text.starts_with("post") ? "post" : "reply";
}

// What was probably meant: silence, an action, or words that should be said.
Argument expectation_meant(const std::string& text) {
  const auto line = [](const std::string& meant) {
    return Argument(Phrase::did_you_mean_line, {"expect", meant});
  };
  const std::size_t quote = text.find('"');
  const std::size_t end = text.rfind('"');
  if (end != quote) return line(said_by(text) + " with " + text.substr(quote, end + 1 - quote));
  constexpr std::array<Meaning, 2> expected{
      {{"silent", "|nothing|none|silence|no|no reply|nobody|quiet|ignore|rien|aucune|silencieux|"},
       {"reply", "|yes|answer|answers|replies|response|oui|repond|"}}};
  if (const std::string_view word = meaning_of(expected, base::fold(text)); !word.empty())
    return line(std::string(word));
  std::vector<std::string> words = key_names(Where::action);
  words.emplace_back("silent");
  if (const std::string near = base::closest(text, words); !near.empty()) return line(near);
  return line("reply with \"" + base::shorten(text, 60) + "\"");
}

// `reply with: words`, `reply: words`
bool names_speech(const std::string& key) {
  return key == "reply" || key == "post" || key == "reply with" || key == "post with";
}

Expectation read_expectation(const Node& node, Findings& findings) {
  Expectation out;
  out.mark = findings.source().mark(node.spot);
  out.shown = shown(node);
  if (node.is_scalar()) {
    if (!read_sentence(node.text, out))
      findings.add(Message::wrong_expectation, node.spot, {node.text, expectation_meant(node.text)});
    return out;
  }
  if (!node.is_map()) {
    findings.add(Message::wrong_expectation, node.spot, {base::shorten(out.shown, 60), ""});
    return out;
  }
  if (const Entry* first = node.entries.size() == 1 ? &node.entries.front() : nullptr;
      first != nullptr && first->value.is_scalar() && names_speech(first->key.text)) {
    const std::string meant =
        said_by(first->key.text) + " with \"" + base::shorten(first->value.text, 60) + "\"";
    findings.add(Message::wrong_expectation, node.spot,
                 {base::shorten(first->key.text + ": " + first->value.text, 60),
                  Argument(Phrase::did_you_mean_line, {"expect", meant})});
    return out;
  }
  const Fields fields(node, Where::expectation, findings);
  out.rule = fields.text("rule").value_or("");
  out.rule_mark = findings.source().mark(fields.spot("rule"));
  out.route = fields.word("route").value_or("");
  out.with = fields.text("with").value_or("");
  for (const Node* word : fields.nodes("does")) {
    if (is_action_word(word->text)) {
      out.does.push_back(word->text);
    } else {
      const std::string near = base::closest(word->text, key_names(Where::action));
      findings.add(Message::wrong_expectation, word->spot,
                   {word->text, near.empty() ? "" : Argument(Phrase::did_you_mean_line, {"does", near})});
    }
  }
  if (fields.value<std::chrono::minutes>("held_until", read_clock))
    out.held_until = *fields.text("held_until");
  return out;
}

domain::NetworkKind network_of(const Fields& fields) {
  return domain::network_from_word(fields.word("network").value_or("practice"))
      .value_or(domain::NetworkKind::practice);
}

Case read_case(const Node& node, Findings& findings) {
  const Fields fields(node, Where::inline_case, findings);
  Case one;
  one.mark = findings.source().mark(node.spot);
  one.post = fields.text("post").value_or("");
  if (fields.value<LocalMoment>("at", read_moment)) one.at = *fields.text("at");
  if (node.is_map() && !fields.has("post") && !fields.has("at"))
    findings.add(Message::case_without_cause, node.spot);
  one.from = fields.word("from").value_or("");
  one.posts_so_far = fields.value<int>("posts_so_far", read_number).value_or(1);
  if (const auto language = fields.text("language")) {
    one.language = *language;
    if (!is_language_code(*language)) fields.refuse("language", fields.find("language")->value);
  }
  one.network = network_of(fields);
  if (fields.has("mentions_bot")) one.mentions_bot = fields.yes_no("mentions_bot");
  one.in_reply_to = fields.text("in_reply_to").value_or("");
  one.answered_by = fields.word("answered_by").value_or("");
  one.label = fields.text("label").value_or("");
  one.some_day = fields.yes_no("some_day");
  if (const Entry* expect = fields.find("expect")) one.expect = read_expectation(expect->value, findings);
  return one;
}

// "- expect: silent" below "- post: ...": one case, with a dash too many.
bool belongs_to(const Node& expectation, const Node& before) {
  const auto has_expectation = [](const Node& node) {
    return std::any_of(node.entries.begin(), node.entries.end(),
                       [](const Entry& one) { return one.key.text == "expect"; });
  };
  return expectation.is_map() && expectation.entries.size() == 1 && has_expectation(expectation) &&
         before.is_map() && !has_expectation(before);
}

}  // namespace

std::vector<Case> read_inline_cases(const std::vector<const Node*>& nodes, Findings& findings) {
  std::vector<Case> cases;
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    if (i + 1 == nodes.size() || !belongs_to(*nodes[i + 1], *nodes[i])) {
      cases.push_back(read_case(*nodes[i], findings));
      continue;
    }
    const Entry& expect = nodes[i + 1]->entries.front();
    findings.add(Message::needless_dash, expect.key.spot, {as_written(expect)});
    Node whole = *nodes[i++];
    whole.entries.push_back(expect);
    cases.push_back(read_case(whole, findings));
  }
  return cases;
}

namespace {

void read_speaker(const Node& node, const Fields& fields, StoryStep& step) {
  for (const Entry& entry : node.entries) {
    if (find_key(Where::step, entry.key.text) != nullptr) continue;
    if (const std::string near = key_meant(Where::step, entry.key.text); !step.who.empty() && !near.empty()) {
      fields.findings().add(Message::unknown_key, entry.key.spot,
                            {entry.key.text, noun(Where::step), Argument(Phrase::did_you_mean, {near}),
                             base::join(key_names(Where::step), ", ")});
      continue;
    }
    if (!step.who.empty() || !entry.value.is_scalar()) {
      fields.findings().add(Message::wrong_step, entry.key.spot, {Phrase::two_speakers, Phrase::one_speaker});
      return;
    }
    step.who = entry.key.text;
    step.says = entry.value.text;
  }
}

}  // namespace

namespace {

StoryStep read_step(const Node& node, std::size_t number, Findings& findings) {
  const Fields fields(node, Where::step, findings, true);
  StoryStep step;
  step.mark = findings.source().mark(node.spot);
  read_speaker(node, fields, step);
  if (const auto delay = fields.value<rules::Delay>("wait", read_delay)) {
    step.wait = delay->shown;
    step.length = delay->length;
    if (delay->working_hours) fields.refuse("wait", fields.find("wait")->value);
  }
  if (node.is_map() && step.who.empty() == !fields.has("wait")) {
    findings.add(Message::wrong_step, node.spot, {Phrase::neither_post_nor_wait, Phrase::post_or_wait});
  }
  if (const auto target = fields.value<int>("in_reply_to", read_number)) {
    step.in_reply_to = *target;
    if (*target < 1 || static_cast<std::size_t>(*target) >= number) {
      findings.add(Message::wrong_step, fields.spot("in_reply_to"),
                   {Phrase::replies_to_later_step, Phrase::steps_are_counted});
    }
  }
  if (const Entry* expect = fields.find("expect")) step.expect = read_expectation(expect->value, findings);
  return step;
}

}  // namespace

Story read_story(const Node& node, Findings& findings) {
  const Fields fields(node, Where::story, findings);
  Story story;
  story.mark = findings.source().mark(node.spot);
  story.name = fields.text("story").value_or("");
  if (fields.value<LocalMoment>("start", read_moment)) story.start_at = *fields.text("start");
  story.network = network_of(fields);
  story.consent = fields.word("consent").value_or("");
  story.some_day = fields.yes_no("some_day");
  for (const Node* step : fields.maps("steps")) {
    story.steps.push_back(read_step(*step, story.steps.size() + 1, findings));
  }
  return story;
}

}  // namespace rulefile
