#include "rules/wording.hpp"

#include <algorithm>
#include <kainjow/mustache.hpp>

#include "base/text.hpp"
#include "language/reader.hpp"
#include "rules/defang.hpp"
#include "rules/ruleset.hpp"

namespace rules {
namespace {

namespace mustache = kainjow::mustache;

constexpr std::size_t longest_name = 40;
constexpr std::size_t longest_question = 120;
constexpr std::size_t longest_url = 300;

std::string main_part(const std::string& language) {
  return language.substr(0, language.find_first_of("-_"));
}

// The text in this language; what was given without a language counts as the course's first.
template <typename Value>
const Value* in_language(const std::map<std::string, Value>& texts, const std::string& language,
                         const std::string& first) {
  if (const auto found = texts.find(language); found != texts.end()) return &found->second;
  if (const auto plain = texts.find(""); language == first && plain != texts.end()) return &plain->second;
  return nullptr;
}

template <typename Value>
const Value* in_best_language(const std::map<std::string, Value>& texts, const std::string& language,
                              const std::string& first) {
  if (const Value* found = in_language(texts, language, first)) return found;
  if (const Value* found = in_language(texts, first, first)) return found;
  return texts.empty() ? nullptr : &texts.begin()->second;
}

std::string first_language(const domain::Course& course) {
  return course.languages.empty() ? "en" : course.languages.front();
}

// Are the template and everything that goes into it written in this language?
bool is_written(const Variants& variants, const About& about, const std::string& language,
                const std::string& first) {
  if (in_language(variants, language, first) == nullptr) return false;
  if (about.term != nullptr && in_language(about.term->means, language, first) == nullptr) return false;
  return std::all_of(about.faq.entries.begin(), about.faq.entries.end(), [&](const domain::FaqEntry* entry) {
    return in_language(entry->answer, language, first) != nullptr;
  });
}

// The post's, if the course lists it and a wording exists; else the course's first.
std::string choose_language(const Situation& situation, const Variants& variants, const About& about) {
  const domain::Course& course = situation.ruleset.course();
  std::string first = first_language(course);
  if (situation.reading == nullptr) return first;
  const std::string code = main_part(situation.reading->language.code);
  for (const std::string& listed : course.languages) {
    if (main_part(listed) == code && is_written(variants, about, listed, first)) return listed;
  }
  return first;
}

std::string render(const std::string& text, mustache::data& values) {
  mustache::mustache words(text);
  if (!words.is_valid()) return "";  // rulefile has said so; nothing is better than half a sentence
  words.set_custom_escape([](const std::string& value) { return value; });
  return words.render(values);
}

std::string safe_link(const std::string& url) {
  const bool plain = url.size() <= longest_url && url.find_first_of(" \t\r\n{}<>\"") == std::string::npos;
  return plain && url.starts_with("https://") ? url : "";
}

// "ana@server" and "ana.example.org" are addresses: only the part that people know somebody by is shown.
std::string spoken_handle(const domain::Post& post) {
  const std::string& handle = post.author.handle;
  const char* ends = post.network == domain::NetworkKind::bluesky ? "@." : "@";
  const std::size_t start = handle.starts_with("@") ? 1 : 0;
  return defang(handle.substr(start, handle.find_first_of(ends, start) - start), longest_name);
}

void set_learner_words(mustache::data& values, const Situation& situation) {
  const domain::Post& post = *situation.post;
  const std::string handle = spoken_handle(post);
  const std::string name = defang(post.author.name, longest_name);
  values.set("handle", handle);
  values.set("name", name.empty() ? handle : name);
  values.set("question", post.is_public() ? defang(post.text, longest_question) : "");
  mustache::data link(mustache::data::type::object);
  link.set("link", safe_link(post.url));
  values.set("post", link);
}

std::string called_here(const domain::GlossaryTerm& term, domain::NetworkKind network) {
  const auto own = term.called.find(network);
  return own == term.called.end() ? term.term : own->second;
}

std::string all_answers(const About& about, const std::string& language, const std::string& first,
                        mustache::data& values) {
  std::vector<std::string> answers;
  for (const domain::FaqEntry* entry : about.faq.entries) {
    if (const std::string* answer = in_best_language(entry->answer, language, first)) {
      answers.push_back(base::trim(render(*answer, values)));
    }
  }
  return base::join(answers, "\n\n");
}

// The course's own texts are rendered first and then inserted as they are.
mustache::data values_for(const Situation& situation, const Speaking& speaking, const std::string& language) {
  const domain::Course& course = situation.ruleset.course();
  mustache::data values(mustache::data::type::object);
  mustache::data about_course(mustache::data::type::object);
  about_course.set("name", course.name);
  about_course.set("site", course.site);
  values.set("course", about_course);
  values.set("contact", course.contact);
  if (situation.post != nullptr && !speaking.names_nobody) set_learner_words(values, situation);
  const std::string first = first_language(course);
  if (const domain::GlossaryTerm* term = speaking.about.term) {
    values.set("term", called_here(*term, situation.network));
    const std::string* means = in_best_language(term->means, language, first);
    values.set("definition", means == nullptr ? "" : base::trim(render(*means, values)));
  }
  values.set("answer", all_answers(speaking.about, language, first, values));
  return values;
}

bool was_said(const Situation& situation, const std::string& text) {
  const std::uint64_t hash = text_hash(text);
  const auto among = [&](const std::vector<std::uint64_t>& said) {
    return std::find(said.begin(), said.end(), hash) != said.end();
  };
  return among(situation.facts.said_here) ||
         (situation.ruleset.policy(situation.network).refuses_duplicates &&
          among(situation.facts.said_by_account));
}

std::size_t first_variant(const Situation& situation, const std::string& rule, std::size_t count) {
  const std::string seed = situation.ruleset.course().cohort + '\n' +
                           std::string(to_word(situation.network)) + '\n' + situation.cause + '\n' + rule;
  return base::stable_hash(seed) % count;
}

}  // namespace

std::optional<Wording> find_words(const Situation& situation, const Variants& variants,
                                  const Speaking& speaking) {
  const std::string language = choose_language(situation, variants, speaking.about);
  const std::string first = first_language(situation.ruleset.course());
  const std::vector<std::string>* texts = in_best_language(variants, language, first);
  if (texts == nullptr || texts->empty()) return std::nullopt;

  mustache::data values = values_for(situation, speaking, language);
  const std::size_t start = first_variant(situation, speaking.rule, texts->size());
  std::optional<Wording> repeated;
  for (std::size_t i = 0; i < texts->size(); ++i) {
    std::string text = base::trim(render((*texts)[(start + i) % texts->size()], values));
    if (text.empty()) continue;
    if (!was_said(situation, text)) return Wording{std::move(text), language, false};
    if (!repeated) repeated = Wording{std::move(text), language, true};
  }
  return repeated;
}

std::uint64_t text_hash(const std::string& text) {
  return base::stable_hash(base::fold(text));
}

bool fits(const Situation& situation, const std::string& text) {
  const NetworkPolicy& policy = situation.ruleset.policy(situation.network);
  const language::Lengths lengths = language::lengths_of(text);
  switch (policy.measure) {
    case NetworkPolicy::Measure::x_weighted:
      return lengths.x_weighted <= policy.max_length;
    case NetworkPolicy::Measure::graphemes:
      return lengths.graphemes <= policy.max_length;
    case NetworkPolicy::Measure::mastodon:
      break;
  }
  int mention = 0;  // "@ana " in front; the server's name does not count
  if (situation.post != nullptr) {
    const std::string& handle = situation.post->author.handle;
    mention = static_cast<int>(base::count_code_points(handle.substr(0, handle.find('@')))) + 2;
  }
  return lengths.mastodon + mention <= policy.max_length;
}

}  // namespace rules
