// How well posts are understood: the development sets of FAQ matching and our own labelled posts. `--misses`
// lists the posts of the half `mend` that are read otherwise than labelled.
#include <algorithm>
#include <array>
#include <cstdio>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json.hpp>

#include "base/files.hpp"
#include "language/reader.hpp"
#include "tests/language/labelled_posts.hpp"

namespace {

struct Asked {
  double score = 0;
  bool right = false;      // the best entry is the one that fits
  bool has_entry = false;  // some entry fits
};

struct FaqSet {
  domain::Content content;
  struct Query {
    std::string text;
    std::string id;  // "" when no entry fits
  };
  std::vector<Query> queries;
};

FaqSet read_set(const std::string& path) {
  FaqSet set;
  const auto text = base::read_file(path);
  if (!text) return set;
  const auto json = nlohmann::json::parse(*text);
  for (const auto& entry : json.at("entries")) {
    auto& made = set.content.faq.emplace_back();
    made.id = entry.at("id");
    made.asks = entry.at("asks").get<std::vector<std::string>>();
    if (entry.contains("answer")) made.answer[""] = entry.at("answer");
  }
  for (const auto& query : json.at("queries")) {
    set.queries.push_back(
        {query.at("text"), query.at("id").is_null() ? "" : query.at("id").get<std::string>()});
  }
  return set;
}

std::vector<Asked> ask_all(const FaqSet& set) {
  language::ReaderSources sources;
  sources.content = set.content;
  const auto reader = language::Reader::build(sources);
  std::vector<Asked> asked;
  for (const auto& query : set.queries) {
    const auto best = (*reader)->read({query.text, "en", false}).faq.at(0);
    asked.push_back({best.score, set.content.faq[best.entry].id == query.id, !query.id.empty()});
  }
  std::sort(asked.begin(), asked.end(), [](const Asked& a, const Asked& b) { return a.score > b.score; });
  return asked;
}

// Calls `each(from, until)` for every group of equal scores, best first.
template <typename Each>
void by_score(const std::vector<Asked>& asked, Each each) {
  for (std::size_t from = 0; from < asked.size();) {
    auto until = from;
    while (until < asked.size() && asked[until].score == asked[from].score) ++until;
    each(from, until);
    from = until;
  }
}

double area_under_curve(const std::vector<Asked>& asked) {
  double above = 0;
  double pairs = 0;
  double without = 0;
  by_score(asked, [&](std::size_t from, std::size_t until) {
    double with_here = 0;
    double without_here = 0;
    for (auto i = from; i < until; ++i) (asked[i].has_entry ? with_here : without_here) += 1;
    pairs += without_here * (above + with_here / 2);
    above += with_here;
    without += without_here;
  });
  return pairs / (above * without);
}

double coverage_at(const std::vector<Asked>& asked, double precision) {
  double right = 0;
  double best = 0;
  double with_entry = 0;
  by_score(asked, [&](std::size_t from, std::size_t until) {
    for (auto i = from; i < until; ++i) {
      right += asked[i].right && asked[i].has_entry ? 1 : 0;
      with_entry += asked[i].has_entry ? 1 : 0;
    }
    if (right >= precision * static_cast<double>(until)) best = right;
  });
  return best / with_entry;
}

struct Target {
  const char* set;
  const char* figures;
};
constexpr std::array<Target, 4> targets{{
    {"clinc150-10shot-val", "85 .930"},
    {"hwu64-10shot-val", "77 .870"},
    {"stackfaq-5-paraphrases", "96 .930 75"},
    {"hint3-curekart", "84 .900"},
}};

void print_faq(const Target& target) {
  const std::string name = target.set;
  const auto set = read_set(std::string(FLOCKMATE_SOURCE_DIR) + "/../shared/data/dev/faq-" + name + ".json");
  if (set.queries.empty()) {
    std::printf("%-26s absent\n", name.c_str());
    return;
  }
  const auto asked = ask_all(set);
  const auto with_entry =
      std::count_if(asked.begin(), asked.end(), [](const Asked& a) { return a.has_entry; });
  const auto right = std::count_if(asked.begin(), asked.end(), [](const Asked& a) { return a.right; });
  std::printf("%-26s top-1 %5.1f   AUROC %.3f   cov@95P %5.1f   target %s\n", name.c_str(),
              100.0 * static_cast<double>(right) / static_cast<double>(with_entry), area_under_curve(asked),
              100 * coverage_at(asked, 0.95), target.figures);
}

domain::GlossaryTerm term(std::string name, std::vector<std::string> also) {
  return {std::move(name), std::move(also), {}, {}};
}

language::ReaderSources course() {
  language::ReaderSources sources;
  sources.branches = {"Halifax", "Toronto", "Montréal"};
  sources.content.glossary = {term("Retweet", {"RT", "retweeting", "Boost", "Repost"}),
                              term("Hashtag", {"mot-clic", "mot-dièse"}),
                              term("TweetChat", {"tweet chat"}),
                              term("Like", {"favourite", "j'aime"}),
                              term("MOOC", {}),
                              term("Thread", {"fil"}),
                              term("DM", {"direct message", "message privé"}),
                              term("LMS", {}),
                              term("Breakout room", {"salle de sous-groupe"}),
                              term("Asynchronous", {"asynchrone"}),
                              term("Scaffolding", {"étayage"}),
                              term("Overfitting", {})};
  return sources;
}

// A kind of labelled posts: which answer is expected of a row and which one a reading gives.
struct Kind {
  const char* name;
  const char* none;  // the label of a row that is nothing of the kind
  bool (*found)(const language::Reading&);
};
constexpr std::array<Kind, 4> kinds{{
    {"questions", "no", [](const language::Reading& r) { return r.question.is; }},
    {"introductions", "no", [](const language::Reading& r) { return r.introduction.is; }},
    {"glossary", "-", [](const language::Reading& r) { return r.glossary.has_value(); }},
    {"safety", "-", [](const language::Reading& r) { return r.safety.human_needed(); }},
}};

// `unseen` and `strange` are counted, never shown: cues are written from the others only.
constexpr std::array splits{"dev", "held", "fresh", "later", "last", "mend", "unseen", "strange"};

void print_tally(const char* kind, const char* split, const labelled::Tally& tally) {
  std::printf("%-26s %-7s F1 %.3f   P %.3f   R %.3f   (%d right, %d false, %d missed)\n", kind, split,
              tally.f1(), tally.precision(), tally.recall(), tally.right, tally.false_alarms, tally.missed);
}

void print_labelled(const language::Reader& reader, const Kind& kind) {
  labelled::Tally all;
  for (const char* split : splits) {
    labelled::Tally tally;
    const auto rows = labelled::rows_of(kind.name, split);
    for (const auto& row : rows) {
      const bool found = kind.found(reader.read({row.text(), "", false}));
      tally.add(row.cells[0] != kind.none, found);
      all.add(row.cells[0] != kind.none, found);
    }
    if (!rows.empty()) print_tally(kind.name, split, tally);
  }
  print_tally(kind.name, "all", all);
}

void print_languages(const language::Reader& reader) {
  for (const char* split : splits) {
    int right = 0;
    int all = 0;
    for (const auto& row : labelled::rows_of("language", split)) {
      right += reader.read({row.text(), "", false}).language.code == row.cells[0] ? 1 : 0;
      ++all;
    }
    if (all > 0) std::printf("%-26s %-7s right %.3f\n", "language", split, static_cast<double>(right) / all);
  }
}

// What is read otherwise than labelled, in the sets that may be looked at.
void print_misses(const language::Reader& reader, const char* split) {
  for (const auto& kind : kinds) {
    for (const auto& row : labelled::rows_of(kind.name, split)) {
      const bool found = kind.found(reader.read({row.text(), "", false}));
      if (found == (row.cells[0] != kind.none)) continue;
      std::printf("%s\t%s\t%s\t%s\n", split, kind.name, found ? "false" : "missed", row.text().c_str());
    }
  }
  for (const auto& row : labelled::rows_of("language", split)) {
    const std::string code = reader.read({row.text(), "", false}).language.code;
    if (code == row.cells[0]) continue;
    std::printf("%s\tlanguage\t%s for %s\t%s\n", split, code.c_str(), row.cells[0].c_str(),
                row.text().c_str());
  }
}

}  // namespace

int main(int argc, char** argv) {
  const auto reader = language::Reader::build(course());
  if (!reader) return 1;
  if (argc == 2 && std::string_view(argv[1]) == "--misses") {
    for (const char* split : {"dev", "last", "mend"}) print_misses(**reader, split);
    return 0;
  }
  for (const auto& target : targets) print_faq(target);
  for (const auto& kind : kinds) print_labelled(**reader, kind);
  print_languages(**reader);
  return 0;
}
