// The grammar table as JSON Schema (draft-07), for editors that show mistakes while one types.
#include <nlohmann/json.hpp>

#include "rulefile/grammar.hpp"
#include "rulefile/help.hpp"

namespace rulefile {
namespace {

using nlohmann::ordered_json;

ordered_json schema_of(Where where, bool closed);

ordered_json any_of(std::vector<ordered_json> choices) {
  return {{"anyOf", std::move(choices)}};
}

ordered_json list_of(ordered_json item) {
  return {{"type", "array"}, {"items", std::move(item)}, {"minItems", 1}};
}

ordered_json one_or_list(const ordered_json& item) {
  return any_of({item, list_of(item)});
}

// A plain text that looks like a number or a yes is one to an editor; the bot takes it as written.
ordered_json scalar() {
  return {{"type", {"string", "number", "boolean"}}};
}

ordered_json matching(const char* pattern) {
  return {{"type", "string"}, {"pattern", pattern}};
}

constexpr const char* day_names = "([Mm]on|[Tt]ues|[Ww]ednes|[Tt]hurs|[Ff]ri|[Ss]atur|[Ss]un)day";
constexpr const char* clock_time = "([01]?[0-9]|2[0-3]):[0-5][0-9]";

ordered_json matching_all(const std::string& pattern) {
  return {{"type", "string"}, {"pattern", "^" + pattern + "$"}};
}

// Without quotes a time is a number of minutes to an editor that reads YAML 1.1.
ordered_json clock() {
  return any_of({matching_all(clock_time), {{"type", "integer"}}});
}

ordered_json yes_no() {
  return any_of({{{"type", "boolean"}}, matching("^([Yy]es|YES|[Nn]o|NO|[Tt]rue|TRUE|[Ff]alse|FALSE)$")});
}

ordered_json by_language(const ordered_json& item) {
  return {{"type", "object"},
          {"propertyNames", {{"pattern", "^[a-z]{2,3}$"}}},
          {"additionalProperties", item},
          {"minProperties", 1}};
}

ordered_json words(const Key& key) {
  ordered_json list = ordered_json::array();
  for (const std::string& word : allowed_words(key)) list.push_back(word);
  return {{"enum", std::move(list)}};
}

ordered_json topic(const Key& key) {
  const ordered_json entry{{"type", "object"},
                           {"properties", {{"faq", scalar()}, {"glossary", scalar()}}},
                           {"additionalProperties", false},
                           {"minProperties", 1},
                           {"maxProperties", 1}};
  return one_or_list(any_of({words(key), entry}));
}

ordered_json during(const Key& key) {
  return one_or_list(any_of({words(key), matching("^weeks? +[1-9][0-9]*( +to +[1-9][0-9]*)?$")}));
}

ordered_json expectation() {
  return any_of(
      {matching("^(silent|reply|post|reply_with|post_with|boost|save_question|tell_facilitators|label|"
                "add_to_digest|send_digest|(reply|post) with .+)$"),
       schema_of(Where::expectation, true)});
}

ordered_json value_of(const Key& key) {
  ordered_json date = matching("^[0-9]{4}-[0-9]{2}-[0-9]{2}$");
  ordered_json language = matching("^[a-z]{2,3}$");
  ordered_json number = {{"anyOf", {{{"type", "integer"}, {"minimum", 0}}, matching("^[0-9]+$")}}};
  switch (key.type) {
    case Type::texts:
    case Type::names:
      return one_or_list(scalar());
    case Type::tags:
      return one_or_list(matching("^#?[^ #@,]+$"));
    case Type::local_text:
      return any_of({scalar(), by_language(scalar())});
    case Type::variants:
      return any_of({one_or_list(scalar()), by_language(one_or_list(scalar()))});
    case Type::yes_no:
      return yes_no();
    case Type::word:
      return words(key);
    case Type::words:
      return one_or_list(words(key));
    case Type::number:
      return number;
    case Type::share:
      return {{"type", "number"}, {"minimum", 0}, {"maximum", 1}};
    case Type::dollars:
      return {{"type", "number"}, {"minimum", 0}, {"maximum", 100'000}};
    case Type::date:
      return date;
    case Type::dates:
      return one_or_list(date);
    case Type::language:
      return language;
    case Type::languages:
      return one_or_list(language);
    case Type::days:
      return one_or_list(matching_all(day_names));
    case Type::hours:
      return matching_all(std::string("([^0-9]+ )?") + clock_time + " +to +" + clock_time);
    case Type::delay:
      return matching("^[0-9]+ +(working +)?(minutes?|hours?|days?)$");
    case Type::limit:
      return matching("^([Oo]nce|[0-9]+)( +per +(learner|thread|hour|day|week)){1,2}$");
    case Type::schedule:
      return matching_all(std::string("([Dd]ay|[Ww]eekday|") + day_names +
                          "|[Mm]onth +on +the +[0-9]{1,2}(st|nd|rd|th)) +at +" + clock_time);
    case Type::posts_so_far:
      return any_of({number, matching("^at +(most|least) +[0-9]+$")});
    case Type::during:
      return during(key);
    case Type::between:
      return matching("^[0-9-]{10} +and +[0-9-]{10}$");
    case Type::moment:
      return matching_all(std::string("[0-9]{4}-[0-9]{2}-[0-9]{2} +") + clock_time);
    case Type::clock:
      return clock();
    case Type::topic:
      return topic(key);
    case Type::expectation:
      return expectation();
    case Type::map:
      return schema_of(key.inner, true);
    case Type::maps: {
      const ordered_json item = schema_of(key.inner, key.inner != Where::step);
      return any_of({item, list_of(item)});
    }
    case Type::anything:
      return ordered_json::object();
    case Type::text:
    case Type::name:
    case Type::zone:
    case Type::pattern:
      break;
  }
  return scalar();
}

ordered_json schema_of(Where where, bool closed) {
  ordered_json properties = ordered_json::object();
  ordered_json required = ordered_json::array();
  for (const Key& key : grammar()) {
    if (key.where != where) continue;
    ordered_json value = value_of(key);
    value["description"] = std::string(key.help) + (key.available ? "" : " (not available yet)");
    properties[std::string(key.name)] = std::move(value);
    if (key.required) required.push_back(std::string(key.name));
  }
  ordered_json out{{"type", "object"}, {"properties", std::move(properties)}};
  // A story's step is named by whoever speaks.
  out["additionalProperties"] = closed ? ordered_json(false) : scalar();
  if (!required.empty()) out["required"] = std::move(required);
  return out;
}

}  // namespace

std::string json_schema() {
  ordered_json schema{{"$schema", "http://json-schema.org/draft-07/schema#"},
                      {"title", "Flockmate: a course's rules, FAQ, glossary and stories"}};
  schema.update(schema_of(Where::file, true));
  return schema.dump(2);
}

}  // namespace rulefile
