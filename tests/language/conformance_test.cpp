// X's published conformance suite for twitter-text, run as data: every case of extract.yml, validate.yml and
// tlds.yml.
#include <gtest/gtest.h>
#include <yaml-cpp/yaml.h>

#include <cstdlib>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "base/text.hpp"
#include "language/code_points.hpp"
#include "language/entities.hpp"
#include "language/lengths.hpp"
#include "language/reader.hpp"
#include "language/url_scan.hpp"
#include "language/validity.hpp"

namespace language {
namespace {

using Lines = std::vector<std::string>;

const std::filesystem::path folder =
    std::filesystem::path(FLOCKMATE_SOURCE_DIR) / ".." / "shared" / "data" / "dev" / "twitter-text";

std::string line_of(const std::string& text, Span span) {
  return text + " " + std::to_string(span.begin) + "-" + std::to_string(span.end);
}

Lines entity_lines(const std::vector<Entity>& entities, bool with_places) {
  Lines lines;
  for (const Entity& entity : entities) {
    lines.push_back(with_places ? line_of(entity.text, entity.span) : entity.text);
  }
  return lines;
}

Lines mention_lines(std::u32string_view points) {
  Lines lines;
  for (const FoundMention& mention : scan_mentions(points)) {
    lines.push_back(line_of(to_utf8(mention.name) + to_utf8(mention.list), mention.span));
  }
  return lines;
}

// What we find in the words of one section of extract.yml.
Lines extracted(const std::string& section, const std::string& text) {
  const Entities entities = entities_of(text);
  const bool with_places = section.ends_with("_with_indices") || section == "urls_with_directional_markers";
  if (section.starts_with("mentions_or_lists")) return mention_lines(code_points_of(text));
  if (section.starts_with("mentions")) return entity_lines(entities.mentions, with_places);
  if (section.starts_with("hashtags")) return entity_lines(entities.hashtags, with_places);
  if (section.starts_with("cashtags")) return entity_lines(entities.cashtags, with_places);
  if (section == "replies") {
    const std::string name = to_utf8(replied_name(code_points_of(text)));
    return name.empty() ? Lines{} : Lines{name};
  }
  return entity_lines(entities.urls, with_places);
}

Lines expected_lines(const YAML::Node& expected) {
  if (expected.IsNull()) return {};
  if (expected.IsScalar()) return {expected.as<std::string>()};
  Lines lines;
  for (const YAML::Node& item : expected) {
    if (item.IsScalar()) {
      lines.push_back(item.as<std::string>());
      continue;
    }
    std::string text;
    for (const char* key : {"url", "hashtag", "cashtag", "screen_name", "list_slug"}) {
      if (item[key]) text += item[key].as<std::string>();
    }
    const Span span{item["indices"][0].as<std::uint32_t>(), item["indices"][1].as<std::uint32_t>()};
    lines.push_back(line_of(text, span));
  }
  return lines;
}

bool is_valid(const std::string& section, const std::string& text) {
  if (section == "tweets") return measure_for_x(text, x_version_1).valid;
  if (section == "usernames") return is_valid_username(text);
  if (section == "lists") return is_valid_list(text);
  if (section == "hashtags") return is_valid_hashtag(text);
  return is_valid_url(text, section == "urls");
}

void expect_length(const std::string& section, const YAML::Node& one) {
  const bool emoji_once = section != "WeightedTweetsCounterTest";
  const XLength length = measure_for_x(one["text"].as<std::string>(), emoji_once ? x_version_3 : x_version_2);
  const YAML::Node expected = one["expected"];
  const std::string name = section + ": " + one["description"].as<std::string>();
  EXPECT_EQ(length.weighted, expected["weightedLength"].as<int>()) << name;
  EXPECT_EQ(length.valid, expected["valid"].as<bool>()) << name;
  EXPECT_EQ(length.permillage, expected["permillage"].as<int>()) << name;
  EXPECT_EQ(length.display_end, expected["displayRangeEnd"].as<int>()) << name;
  EXPECT_EQ(length.valid_end, expected["validRangeEnd"].as<int>()) << name;
}

// Calls `test` for each case of a file; returns how many there were.
int each_case(const char* file, const std::function<void(const std::string&, const YAML::Node&)>& test) {
  int count = 0;
  for (const auto& section : YAML::LoadFile((folder / file).string())["tests"]) {
    for (const YAML::Node& one : section.second) {
      test(section.first.as<std::string>(), one);
      ++count;
    }
  }
  return count;
}

class Conformance : public testing::Test {
 protected:
  void SetUp() override {
    if (std::filesystem::exists(folder)) return;
    if (std::getenv("CI") != nullptr) FAIL() << "the shared data is missing in CI";
    GTEST_SKIP() << "the shared data is not here";
  }
};

TEST_F(Conformance, extracts_what_x_extracts) {
  const int count = each_case("extract.yml", [](const std::string& section, const YAML::Node& one) {
    EXPECT_EQ(extracted(section, one["text"].as<std::string>()), expected_lines(one["expected"]))
        << section << ": " << one["description"].as<std::string>();
  });
  EXPECT_EQ(count, 238);
}

TEST_F(Conformance, accepts_what_x_accepts) {
  const int count = each_case("validate.yml", [](const std::string& section, const YAML::Node& one) {
    if (one["expected"].IsMap()) {
      expect_length(section, one);
    } else {
      EXPECT_EQ(is_valid(section, one["text"].as<std::string>()), one["expected"].as<bool>())
          << section << ": " << one["description"].as<std::string>();
    }
  });
  EXPECT_EQ(count, 97);
}

TEST_F(Conformance, knows_every_top_level_domain) {
  const int count = each_case("tlds.yml", [](const std::string&, const YAML::Node& one) {
    EXPECT_EQ(entity_lines(entities_of(one["text"].as<std::string>()).urls, false),
              expected_lines(one["expected"]));
  });
  EXPECT_EQ(count, 1574);
}

}  // namespace
}  // namespace language
