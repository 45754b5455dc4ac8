#include <array>

#include "rulefile/fields.hpp"
#include "rulefile/near_words.hpp"
#include "rulefile/parts.hpp"
#include "rulefile/values.hpp"

namespace rulefile {
FaqPart read_faq_entry(const Node& node, Findings& findings) {
  const Fields fields(node, Where::faq_entry, findings);
  FaqPart part;
  part.entry.id = fields.text("id").value_or("");
  part.id_spot = fields.spot("id");
  const auto asks = fields.nodes("asks");
  advise_on_questions(asks, findings);
  for (const Node* ask : asks) {
    part.entry.asks.push_back(ask->text);
    part.asks_spots.push_back(ask->spot);
  }
  part.entry.answer = fields.local_text("answer");
  part.wordings = wordings_of(fields, "answer", domain::ActionKind::reply);
  part.entry.until = fields.value<std::chrono::year_month_day>("until", read_date);
  part.until_spot = fields.spot("until");
  part.entry.then = fields.text("then").value_or("");
  if (!part.entry.then.empty()) {
    part.follows = Reference{Reference::To::faq_entry, part.entry.then, fields.spot("then")};
  }
  return part;
}

TermPart read_glossary_term(const Node& node, Findings& findings) {
  const Fields fields(node, Where::glossary_term, findings);
  TermPart part;
  part.term.term = fields.text("term").value_or("");
  part.term_spot = fields.spot("term");
  part.term.also = fields.texts("also");
  advise_on_commas(fields, "also");
  advise_on_asked(fields, "also");
  advise_on_name(fields, part.term);
  if (const Entry* called = fields.find("called")) {
    const Fields words(called->value, Where::own_words, findings);
    for (const auto network : {domain::NetworkKind::practice, domain::NetworkKind::mastodon,
                               domain::NetworkKind::bluesky, domain::NetworkKind::x}) {
      if (const auto word = words.text(domain::to_word(network))) part.term.called[network] = *word;
    }
  }
  part.term.means = fields.local_text("means");
  part.wordings = wordings_of(fields, "means", domain::ActionKind::reply);
  return part;
}

namespace {

void collect(const Node& node, const std::string& language, domain::ActionKind kind,
             std::vector<WordingAt>& out) {
  if (node.is_scalar()) out.push_back({kind, language, node.text, node.spot});
  for (const Node& item : node.items) collect(item, language, kind, out);
}

}  // namespace

std::vector<WordingAt> wordings_of(const Fields& fields, std::string_view key, domain::ActionKind kind) {
  std::vector<WordingAt> out;
  const Entry* entry = fields.find(key);
  if (entry == nullptr) return out;
  collect(entry->value, "", kind, out);
  for (const Entry& one : entry->value.entries) {
    const std::string meant = language_code_meant(one.key.text);  // "french" is told where it is read
    collect(one.value, meant.empty() ? one.key.text : meant, kind, out);
  }
  return out;
}

}  // namespace rulefile
