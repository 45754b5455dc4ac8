#include <array>
#include <set>

#include "base/text.hpp"
#include "rulefile/fields.hpp"
#include "rulefile/misplaced_lines.hpp"
#include "rulefile/near_hours.hpp"
#include "rulefile/odd_words.hpp"
#include "rulefile/parts.hpp"
#include "rulefile/typed_text.hpp"
#include "rulefile/values.hpp"

namespace rulefile {
namespace {

constexpr std::array<domain::NetworkKind, 4> networks{domain::NetworkKind::practice,
                                                      domain::NetworkKind::mastodon,
                                                      domain::NetworkKind::bluesky, domain::NetworkKind::x};

std::string without_sign(std::string text, char sign) {
  text = base::trim(text);
  return !text.empty() && text.front() == sign ? text.substr(1) : text;
}

// The address of a page, pasted; a name that no network has.
void check_handle(const Fields& fields, const std::string& network, const std::string& handle) {
  const std::string meant = handle_meant(network, handle);
  if (meant.empty()) return;
  fields.findings().add(Message::wrong_value, fields.spot(network),
                        {base::shorten(handle, 60), Argument(Phrase::quoted, {network}),
                         expected(*find_key(Where::facilitator, network)),
                         Argument(Phrase::did_you_mean_line, {network, meant})});
}

domain::Facilitator read_facilitator(const Node& node, Findings& findings) {
  const Fields fields(node, Where::facilitator, findings);
  domain::Facilitator person;
  person.name = fields.text("name").value_or("");
  for (const domain::NetworkKind network : networks) {
    if (const auto handle = fields.text(domain::to_word(network))) {
      person.handles[network] = without_sign(*handle, '@');
      check_handle(fields, std::string(domain::to_word(network)), *handle);
    }
  }
  person.duty = fields.values<std::chrono::weekday>("duty", read_weekday);
  return person;
}

void read_hashtags(const Fields& fields, domain::Course& course) {
  for (const Node* node : fields.nodes("hashtags")) {
    const std::string tag = without_sign(node->text, '#');
    if (tag.empty() || tag.find_first_of(" #@,") != std::string::npos) {
      fields.refuse("hashtags", *node);
    } else {
      course.hashtags.push_back(tag);
    }
  }
}

void read_languages(const Fields& fields, domain::Course& course) {
  if (!fields.has("languages")) return;
  course.languages.clear();
  for (const Node* node : fields.nodes("languages")) {
    if (is_language_code(node->text)) {
      course.languages.push_back(node->text);
    } else {
      fields.refuse("languages", *node);
    }
  }
  if (course.languages.empty()) course.languages = domain::Course{}.languages;
}

void read_thresholds(const Fields& course, domain::Thresholds& thresholds) {
  const Entry* entry = course.find("understanding");
  if (entry == nullptr) return;
  const Fields fields(entry->value, Where::understanding, course.findings());
  thresholds.answer = fields.value<double>("answer", read_share).value_or(thresholds.answer);
  thresholds.draft = fields.value<double>("draft", read_share).value_or(thresholds.draft);
  if (thresholds.draft > thresholds.answer) {
    course.findings().add(Message::wrong_order, entry->value.spot,
                          {Phrase::draft_above_answer, Phrase::draft_smaller});
  }
}

void read_budgets(const Fields& course, domain::Budgets& budgets) {
  const Entry* entry = course.find("replies");
  if (entry == nullptr) return;
  const Fields fields(entry->value, Where::budgets, course.findings());
  const auto cap = [&](const std::string& key, int& out) {
    const int usual = out;
    out = fields.value<int>(key, read_number).value_or(usual);
    if (out > 0) return;
    fields.findings().add(
        Message::cap_of_nothing, fields.spot(key),
        {Argument(Phrase::held_by_zero, {key}), Phrase::held_then_draft, key + ": " + std::to_string(usual)});
  };
  cap("per_learner_day", budgets.per_learner_day);
  cap("per_thread", budgets.per_thread);
  cap("per_hour", budgets.per_hour);
  cap("per_day", budgets.per_day);
}

// On every day, with no more than an hour left.
bool lasts_all_day(const domain::Hours& hours) {
  constexpr std::chrono::minutes all{24 * 60};
  std::set<unsigned> days;
  for (const std::chrono::weekday one : hours.days) days.insert(one.c_encoding());
  const bool every_day = days.empty() || days.size() == 7;
  const auto length = (hours.until - hours.from + all) % all;
  return every_day && length >= all - std::chrono::hours{1};
}

// One span holds for all days: a list of them, or one for each day, cannot be kept.
std::optional<domain::Hours> read_span(const Fields& fields, const std::string& key) {
  const Entry* entry = fields.find(key);
  if (entry == nullptr) return std::nullopt;
  const Node& value = entry->value;
  const bool quiet = key == "quiet_hours";
  const bool several = value.is_map() || value.items.size() > 1 || is_several_spans(value.text);
  if (!several) {
    auto hours = fields.value<domain::Hours>(key, read_hours);
    if (hours && lasts_all_day(*hours))
      fields.findings().add(quiet ? Message::quiet_all_day : Message::working_all_day, value.spot);
    return hours;
  }
  const std::string example = quiet ? "weekdays 22:00 to 07:00" : "weekdays 08:00 to 18:00";
  fields.findings().add(Message::several_spans, value.spot, {key, example});
  return std::nullopt;
}

// Learners could not open it on every network.
void check_site(const Fields& fields, const std::string& site) {
  if (site.empty() || site.starts_with("https://") || site.starts_with("http://")) return;
  const std::string link = whole_link(site);
  fields.findings().add(
      Message::half_link, fields.spot("site"),
      {base::shorten(site, 60), link.empty() ? example_line(*find_key(Where::course, "site"))
                                             : Argument(Phrase::write_instead, {"site: " + link})});
}

void read_times(const Fields& fields, domain::Course& course) {
  course.time_zone = fields.text("time_zone").value_or(course.time_zone);
  course.starts = fields.value<std::chrono::year_month_day>("starts", read_date);
  course.weeks = fields.value<int>("weeks", read_number).value_or(0);
  course.holidays = fields.values<std::chrono::year_month_day>("holidays", read_date);
  course.working_hours = read_span(fields, "working_hours");
  course.quiet_hours = read_span(fields, "quiet_hours");
}

}  // namespace

CoursePart read_course(const Node& node, Findings& findings) {
  const Fields fields(node, Where::course, findings);
  CoursePart part;
  part.spot = node.spot;
  part.zone_spot = fields.spot("time_zone");
  domain::Course& course = part.course;
  course.name = fields.text("name").value_or("");
  course.site = fields.text("site").value_or("");
  check_site(fields, course.site);
  course.uses_starter = fields.word("uses").has_value();
  read_hashtags(fields, course);
  read_languages(fields, course);
  read_times(fields, course);
  course.contact = fields.text("contact").value_or("");
  for (const Node* person : fields.maps("facilitators")) {
    course.facilitators.push_back(read_facilitator(*person, findings));
  }
  course.branches = fields.texts("branches");
  advise_on_commas(fields, "branches");
  read_thresholds(fields, course.understanding);
  read_budgets(fields, course.replies);
  for (const Node* off : fields.nodes("off")) {
    course.off.push_back(off->text);
    part.references.push_back({Reference::To::shipped_rule, off->text, off->spot});
  }
  if (const auto roster = fields.text("joined")) {
    part.references.push_back({Reference::To::text_file, *roster, fields.spot("joined")});
  }
  return part;
}

}  // namespace rulefile
