// The model of danger: how well it reads posts it was not trained on, and (`--write FILE`) the model itself,
// from all labelled posts but `unseen` and `strange` and from the questions of the FAQ development sets as
// ordinary ones.
#include <algorithm>
#include <array>
#include <cstdio>
#include <fstream>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json.hpp>

#include "base/files.hpp"
#include "language/reading.hpp"
#include "language/safety.hpp"
#include "tests/bench/danger_training.hpp"
#include "tests/language/labelled_posts.hpp"

namespace {

struct Post {
  training::Example example;
  bool chatter = false;  // was not written to be told from danger
  std::size_t part = 0;  // of the test it belongs to: neighbours in a file are of one family
};

constexpr std::size_t parts = 5;
constexpr std::size_t family = 8;
constexpr std::array splits{"dev", "held", "fresh", "later", "last", "mend"};

std::size_t danger_of(std::string_view label) {
  for (const auto danger : {language::Danger::self_harm, language::Danger::harassment,
                            language::Danger::grief, language::Danger::threat}) {
    if (label == to_word(danger)) return static_cast<std::size_t>(danger);
  }
  return 0;
}

void add(const std::string& text, std::size_t danger, bool chatter, std::vector<Post>& posts) {
  posts.push_back({{labelled::plain(text).folded, danger}, chatter, posts.size() / family % parts});
}

constexpr std::array development_sets{"clinc150-10shot-val", "hint3-curekart", "hwu64-10shot-val",
                                      "stackfaq-5-paraphrases"};

base::Result<std::string> development_set(const std::string& name) {
  return base::read_file(std::string(FLOCKMATE_SOURCE_DIR) + "/../shared/data/dev/faq-" + name + ".json");
}

void add_development_set(const std::string& name, std::vector<Post>& posts) {
  const auto text = development_set(name);
  if (!text) return;
  const auto json = nlohmann::json::parse(*text);
  for (const auto& entry : json.at("entries")) {
    for (const auto& asked : entry.at("asks")) add(asked, 0, true, posts);
  }
  for (const auto& query : json.at("queries")) add(query.at("text"), 0, true, posts);
}

std::vector<Post> all_posts() {
  std::vector<Post> posts;
  for (const char* split : splits) {
    for (const auto& row : labelled::rows_of("safety", split))
      add(row.text(), danger_of(row.cells[0]), false, posts);
    for (const char* kind : {"questions", "introductions", "glossary", "language"}) {
      for (const auto& row : labelled::rows_of(kind, split)) add(row.text(), 0, true, posts);
    }
  }
  for (const char* set : development_sets) add_development_set(set, posts);
  return posts;
}

std::string model_without(std::size_t part, const std::vector<Post>& posts) {
  std::vector<training::Example> examples;
  for (const auto& post : posts) {
    if (post.part != part) examples.push_back(post.example);
  }
  return training::trained(examples);
}

// One line for each height of the model's odds that might be asked for.
void print_figures(const std::vector<Post>& posts) {
  std::vector<double> highest(posts.size());
  for (std::size_t part = 0; part < parts; ++part) {
    const std::string file = model_without(part, posts);
    const auto model = language::DangerModel::read(file);
    for (std::size_t i = 0; i < posts.size(); ++i) {
      if (posts[i].part != part) continue;
      const auto odds = model->odds_of(posts[i].example.folded);
      highest[i] = *std::max_element(odds.begin(), odds.end());
    }
  }
  for (const double threshold : {-2.0, -1.0, -0.7, 0.0, 1.0}) {
    labelled::Tally near;
    labelled::Tally ordinary;
    for (std::size_t i = 0; i < posts.size(); ++i)
      (posts[i].chatter ? ordinary : near).add(posts[i].example.danger != 0, highest[i] > threshold);
    std::printf("model alone, odds above %4.1f   R %.3f   P %.3f   %d of %zu ordinary posts\n", threshold,
                near.recall(), near.precision(), ordinary.false_alarms,
                static_cast<std::size_t>(std::count_if(posts.begin(), posts.end(),
                                                       [](const Post& post) { return post.chatter; })));
  }
}

}  // namespace

int main(int argc, char** argv) {
  const auto posts = all_posts();
  if (argc == 3 && std::string_view(argv[1]) == "--write") {
    for (const char* set : development_sets) {
      if (development_set(set)) continue;
      std::fprintf(stderr, "faq-%s.json is absent: the model would hear danger in ordinary posts\n", set);
      return 1;
    }
    std::ofstream(argv[2], std::ios::binary) << model_without(parts, posts);
    return 0;
  }
  print_figures(posts);
  return 0;
}
