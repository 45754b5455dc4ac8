// Any bytes as a post, as HTML, as a phrase and as a regular expression: an answer or an error each, the same
// twice, with every place inside the text.
#include <cstdint>
#include <cstdlib>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/text.hpp"
#include "language/code_points.hpp"
#include "language/lengths.hpp"
#include "language/pattern_set.hpp"
#include "language/phrase_index.hpp"
#include "language/reader.hpp"
#include "language/tokens.hpp"

namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

language::ReaderSources sources() {
  language::ReaderSources made;
  made.content.faq.push_back({"slides", {"Where are the slides?", "Où sont les diapos ?"}, {}, {}, ""});
  made.content.glossary.push_back({"Retweet", {"RT"}, {}, {}});
  made.phrases = {"slides", "slide deck", "q&a", "#intro", "où"};
  made.patterns = {R"(\bweek \d+)", "(a|aa)+$"};
  made.branches = {"Halifax", "Montréal"};
  made.bot_handle = "flockmate";
  return made;
}

void check_places(const std::vector<language::Entity>& entities, std::size_t length) {
  std::uint32_t last = 0;
  for (const language::Entity& entity : entities) {
    require(last <= entity.span.begin && entity.span.begin < entity.span.end && entity.span.end <= length);
    last = entity.span.end;
  }
}

void read_as_post(const language::Reader& reader, const std::string& text) {
  const std::size_t length = language::code_points_of(text).size();
  const language::Reading reading = reader.read({text, "", true});
  const language::Reading again = reader.read({text, "", true});
  check_places(reading.entities.hashtags, length);
  check_places(reading.entities.mentions, length);
  check_places(reading.entities.urls, length);
  check_places(reading.entities.cashtags, length);
  require(reading.folded == again.folded && reading.phrases == again.phrases &&
          reading.patterns == again.patterns);
  require(reading.lengths.bytes == static_cast<int>(text.size()) &&
          reading.lengths.graphemes <= reading.lengths.bytes);
  require(reading.lengths.x_weighted == language::measure_for_x(text, language::x_version_3).weighted);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const auto reader = language::Reader::build(sources());
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  const std::string text = base::valid_utf8(bytes);
  require(reader.ok());
  read_as_post(*reader.value(), text);
  require(base::is_valid_utf8(language::html_to_text(bytes)));
  const std::vector<language::Token> tokens = language::tokens_of(bytes);
  const std::vector<std::uint32_t> found = language::PhraseIndex::build({text}).find(tokens);
  require(found.size() <= 1);
  language::pattern_survives_folding(text);
  if (const auto set = language::PatternSet::build({text}); set) (void)set.value().find(base::fold(text));
  return 0;
}
