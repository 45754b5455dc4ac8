#include "base/text.hpp"
#include "rulefile/fields.hpp"
#include "rulefile/parts.hpp"
#include "rulefile/values.hpp"

namespace rulefile {
namespace {

using domain::ActionKind;

class StepReader {
 public:
  StepReader(const Fields& fields, RulePart& part) : fields_(fields), part_(part) {}

  // A step that says no; null: none does.
  const Entry* left_out() const { return left_out_; }

  void read(const Entry& entry) {
    const std::string& key = entry.key.text;
    if (key == "reply" || key == "post")
      return own_words(key, key == "reply" ? ActionKind::reply : ActionKind::post);
    if (key == "reply_with") return with_template(key, ActionKind::reply);
    if (key == "post_with") return with_template(key, ActionKind::post);
    if (key == "boost") return switched(key, ActionKind::boost);
    if (key == "save_question") return switched(key, ActionKind::save_question);
    if (key == "tell_facilitators") return tell();
    if (key == "label") return label();
    if (key == "add_to_digest" || key == "send_digest") fields_.word(key);  // of a later version: no step yet
  }

 private:
  void own_words(const std::string& key, ActionKind kind) {
    rules::Step step;
    step.kind = kind;
    step.wording = fields_.variants(key);
    if (step.wording.empty()) return;
    const auto wordings = wordings_of(fields_, key, kind);
    part_.wordings.insert(part_.wordings.end(), wordings.begin(), wordings.end());
    part_.rule.then.push_back(std::move(step));
  }

  void with_template(const std::string& key, ActionKind kind) {
    const auto name = fields_.text(key);
    if (!name) return;
    rules::Step step;
    step.kind = kind;
    step.template_name = *name;
    const bool posted = kind == ActionKind::post;
    part_.references.push_back(
        {posted ? Reference::To::posted_wording : Reference::To::wording, *name, fields_.spot(key)});
    part_.rule.then.push_back(std::move(step));
  }

  void switched(const std::string& key, ActionKind kind) {
    if (!fields_.yes_no(key)) {
      left_out_ = fields_.find(key);
      return;
    }
    rules::Step step;
    step.kind = kind;
    part_.rule.then.push_back(std::move(step));
  }

  // [Dana, Ben]: one line tells one of them.
  bool tells_several() const {
    const Entry* entry = fields_.find("tell_facilitators");
    if (entry == nullptr || entry->value.items.empty() || !entry->value.items[0].is_scalar()) return false;
    const Key& key = *find_key(Where::action, "tell_facilitators");
    fields_.findings().add(Message::wrong_shape, entry->value.spot,
                           {"", Argument(Phrase::quoted, {"tell_facilitators"}), expected(key),
                            Argument(Phrase::write_each, {"tell_facilitators", entry->value.items[0].text})});
    return true;
  }

  void tell() {
    if (tells_several()) return;
    const auto who = fields_.text("tell_facilitators");
    if (!who) return;
    rules::Step step;
    step.kind = ActionKind::tell_facilitators;
    step.target = *who;
    step.urgent = fields_.yes_no("urgent");
    if (*who != "duty" && *who != "all") {
      part_.references.push_back({Reference::To::facilitator, *who, fields_.spot("tell_facilitators")});
    }
    part_.rule.then.push_back(std::move(step));
  }

  void label() {
    const auto word = fields_.text("label");
    if (!word) return;
    rules::Step step;
    step.kind = ActionKind::label;
    step.target = *word;
    part_.rule.then.push_back(std::move(step));
  }

  const Fields& fields_;
  RulePart& part_;
  const Entry* left_out_ = nullptr;
};

void read_steps(const Fields& rule, RulePart& part) {
  const Entry* first_reply = nullptr;
  const Entry* left_out = nullptr;
  for (const Node* node : rule.maps("then")) {
    const Fields fields(*node, Where::action, rule.findings());
    StepReader reader(fields, part);
    for (const Entry& entry : node->entries) {
      if (fields.find(entry.key.text) != &entry) continue;
      reader.read(entry);
      if (entry.key.text != "reply" && entry.key.text != "reply_with") continue;
      if (first_reply == nullptr) {
        first_reply = &entry;
      } else {
        rule.findings().add(Message::second_reply, entry.key.spot,
                            {std::to_string(first_reply->key.spot.line)});
      }
    }
    if (reader.left_out() != nullptr) left_out = reader.left_out();
    if (fields.has("urgent") && !fields.has("tell_facilitators")) {
      rule.findings().add(Message::wrong_order, fields.spot("urgent"),
                          {Phrase::urgent_alone, Phrase::urgent_below});
    }
  }
  if (part.rule.then.empty() && left_out != nullptr) {
    rule.findings().add(Message::nothing_to_do, left_out->value.spot, {left_out->key.text});
  }
}

void read_conditions_of(const Fields& fields, RulePart& part) {
  const auto keep = [&](const Conditions& read) {
    part.references.insert(part.references.end(), read.references.begin(), read.references.end());
    part.patterns.insert(part.patterns.end(), read.patterns.begin(), read.patterns.end());
  };
  if (const Entry* when = fields.find("when")) {
    if (when->value.is_map() && when->value.entries.empty())
      fields.findings().add(Message::no_condition, when->key.spot);
    Conditions read = read_conditions(when->value, false, fields.findings());
    keep(read);
    part.rule.every = read.every;
    part.rule.when = std::move(read.conditions);
    part.does_nothing = read.waits_for_event;
    part.between = read.between;
  }
  if (const Entry* unless = fields.find("unless")) {
    Conditions read = read_conditions(unless->value, true, fields.findings());
    keep(read);
    part.rule.unless = std::move(read.conditions);
  }
}

domain::Mode mode_of(const std::string& word) {
  if (word == "auto") return domain::Mode::automatic;
  return word == "shadow" ? domain::Mode::shadow : domain::Mode::draft;
}

// What stands in the place of `reply: Hi` in a rule that no post starts.
bool is_about_a_post(const rules::Condition& condition) {
  return condition.key != "during" && condition.key != "between";
}

void check_timed(const Fields& fields, const RulePart& part) {
  if (!part.rule.every) return;
  const Entry* when = fields.find("when");
  const Entry* unless = fields.find("unless");
  for (const Entry* place : {when, unless}) {
    if (place == nullptr || !place->value.is_map()) continue;
    const auto& conditions = place == when ? part.rule.when : part.rule.unless;
    for (const rules::Condition& condition : conditions) {
      if (!is_about_a_post(condition)) continue;
      for (const Entry& entry : place->value.entries) {
        if (entry.key.text == condition.key)
          fields.findings().add(Message::two_triggers, entry.key.spot, {condition.key});
      }
    }
  }
  for (const Node* node : fields.maps("then")) {
    for (const Entry& entry : node->entries) {
      const std::string& key = entry.key.text;
      const bool needs_post =
          key == "reply" || key == "reply_with" || key == "boost" || key == "save_question";
      if (!needs_post) continue;
      const Phrase instead = key == "reply"        ? Phrase::use_post
                             : key == "reply_with" ? Phrase::use_post_with
                                                   : Phrase::remove_line;
      fields.findings().add(Message::nobody_to_answer, entry.key.spot, {instead});
    }
  }
}

// `per learner`, `per thread`: nothing that a timed rule does is counted for anybody.
void check_timed_limit(const Fields& fields, const RulePart& part) {
  using Limit = rules::Limit;
  if (!part.rule.every || !part.rule.limit || part.rule.limit->per == Limit::Per::course) return;
  const Limit& limit = *part.rule.limit;
  const std::string count = limit.count == 1 ? "once" : std::to_string(limit.count);
  const std::string window = limit.window == Limit::Window::hour  ? "hour"
                             : limit.window == Limit::Window::day ? "day"
                                                                  : "week";
  fields.findings().add(Message::limit_without_post, fields.spot("limit"), {count + " per " + window});
}

}  // namespace

RulePart read_rule(const Node& node, Findings& findings) {
  const Fields fields(node, Where::rule, findings);
  RulePart part;
  rules::Rule& rule = part.rule;
  rule.name = fields.text("rule").value_or("");
  rule.because = fields.text("because").value_or("");
  rule.place = {findings.source().path(), node.spot.line};
  rule.mode = mode_of(fields.word("mode").value_or("draft"));
  part.name_spot = fields.spot("rule");
  read_conditions_of(fields, part);
  rule.wait = fields.value<rules::Delay>("wait", read_delay);
  read_steps(fields, part);
  rule.limit = fields.value<rules::Limit>("limit", read_limit);
  part.replaces_shipped = fields.word("replaces").has_value();
  if (part.replaces_shipped) part.replaces_spot = fields.spot("replaces");
  check_timed(fields, part);
  check_timed_limit(fields, part);
  part.cases = read_inline_cases(fields.maps("test"), findings);
  for (Case& one : part.cases) one.rule = rule.name;
  if (rule.then.empty()) part.does_nothing = true;
  return part;
}

}  // namespace rulefile
