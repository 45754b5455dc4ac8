#include "language/danger_model.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstring>
#include <span>
#include <string>

#include "language/danger_topics.hpp"
#include "language/word_hash.hpp"

extern "C" const char flockmate_danger_model[];
extern "C" const char flockmate_danger_model_end[];

namespace language {
namespace {

static_assert(std::endian::native == std::endian::little, "the file's numbers are read as they lie");

constexpr std::size_t head = DangerModel::mark.size() + sizeof(float) * (1 + DangerModel::kinds);
constexpr std::size_t shortest_group = 3;
constexpr std::size_t longest_group = 5;
constexpr std::size_t widest_gap = 5;  // between two topics of a pair

constexpr std::uint64_t topic_seed = 0x9ce484222325cbf2;
constexpr std::uint64_t neighbours_seed = 0x2325cbf29ce48422;
constexpr std::uint64_t near_seed = 0xe484222325cbf29c;

std::uint16_t column_of(std::uint64_t hash) {
  return static_cast<std::uint16_t>((hash ^ (hash >> 32U)) * 0x9e3779b97f4a7c15 >> 49U);
}

bool in_word(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte >= 0x80 || (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9') || c == '\'' ||
         c == '_';
}

// The next word or question mark; what stands between is passed over. Empty at the end.
std::string_view next_word(std::string_view& rest) {
  std::size_t begin = 0;
  while (begin < rest.size() && !in_word(rest[begin]) && rest[begin] != '?') ++begin;
  rest.remove_prefix(begin);
  std::size_t end = 0;
  while (end < rest.size() && in_word(rest[end])) ++end;
  const auto word = rest.substr(0, rest.starts_with('?') ? 1 : end);
  rest.remove_prefix(word.size());
  return word;
}

// The word stands between blanks.
void add_groups(std::string_view word, std::vector<std::uint16_t>& groups) {
  const std::size_t size = word.size() + 2;
  const auto letter = [&](std::size_t i) { return i == 0 || i + 1 == size ? ' ' : word[i - 1]; };
  for (std::size_t begin = 0; begin + shortest_group <= size; ++begin) {
    auto hash = group_seed;
    const std::size_t end = std::min(begin + longest_group, size);
    for (std::size_t i = begin; i < end; ++i) {
      hash = grown(hash, letter(i));
      if (i + 1 >= begin + shortest_group) groups.push_back(column_of(hash));
    }
  }
}

// Of "qu'elle" and "i'm" the parts are asked where the whole is unknown.
void add_topics(std::string_view word, std::uint64_t hash, std::vector<std::uint8_t>& topics) {
  const auto add = [&topics](std::uint8_t topic) {
    if (topic != 0 && (topics.empty() || topics.back() != topic)) topics.push_back(topic);
  };
  const std::uint8_t topic = danger_topic_of(hash);
  const std::size_t elided = topic == 0 ? word.find('\'') : std::string_view::npos;
  add(topic);
  if (elided == std::string_view::npos) return;
  add(danger_topic_of(hash_of_word(word.substr(0, elided))));
  add(danger_topic_of(hash_of_word(word.substr(elided + 1))));
}

// Each topic, it beside its neighbour, and it among those that follow.
std::vector<std::uint16_t> columns_of(const std::vector<std::uint8_t>& topics) {
  std::vector<std::uint16_t> columns;
  columns.reserve(topics.size() * (1 + widest_gap));
  for (std::size_t last = 0; last < topics.size(); ++last) {
    columns.push_back(column_of(topic_seed + topics[last]));
    for (std::size_t gap = 1; gap <= std::min(last, widest_gap); ++gap) {
      const std::uint64_t pair = topics[last - gap] * 256U + topics[last];
      columns.push_back(column_of((gap == 1 ? neighbours_seed : near_seed) + pair));
    }
  }
  return columns;
}

float number_at(const char* at) {
  float number{};
  std::memcpy(&number, at, sizeof number);
  return number;
}

base::Error broken(const char* what) {
  return base::Error{base::ErrorKind::invalid, std::string("model of danger: ") + what};
}

}  // namespace

DangerModel::Features DangerModel::features_of(std::string_view folded) {
  Features features;
  features.words.reserve(folded.size() / 2);
  features.groups.reserve(folded.size() * 3);
  std::vector<std::uint8_t> topics;
  std::uint64_t before = 0;
  for (auto word = next_word(folded); !word.empty(); word = next_word(folded)) {
    if (before != 0) features.words.push_back(column_of(grown(grown(before, ' '), word)));
    before = hash_of_word(word);
    features.words.push_back(column_of(before));
    add_groups(word, features.groups);
    add_topics(word, before, topics);
  }
  features.topics = columns_of(topics);
  return features;
}

base::Result<DangerModel> DangerModel::read(std::string_view file) {
  if (!file.starts_with(mark)) return broken("not a file of it");
  if (file.size() != head + columns * kinds) return broken("cut off or too long");
  DangerModel model;
  model.step_ = number_at(file.data() + mark.size());
  for (std::size_t kind = 0; kind < kinds; ++kind)
    model.bias_[kind] = number_at(file.data() + mark.size() + sizeof(float) * (1 + kind));
  model.weights_ = reinterpret_cast<const std::int8_t*>(file.data() + head);
  return model;
}

const DangerModel& DangerModel::shipped() {
  static const DangerModel model = [] {
    auto read_in = read({flockmate_danger_model,
                         static_cast<std::size_t>(flockmate_danger_model_end - flockmate_danger_model)});
    return read_in ? std::move(read_in).value() : DangerModel();
  }();
  return model;
}

DangerModel::Odds DangerModel::odds_of(std::string_view folded) const {
  Odds odds{};
  if (weights_ == nullptr) return odds;
  for (std::size_t kind = 0; kind < kinds; ++kind) odds[kind] = bias_[kind];
  const auto add = [&](std::span<const std::uint16_t> found) {
    std::array<std::int32_t, kinds> sum{};
    for (const auto column : found) {
      for (std::size_t kind = 0; kind < kinds; ++kind) sum[kind] += weights_[column * kinds + kind];
    }
    if (found.empty()) return;
    const double unit = step_ / std::sqrt(static_cast<double>(found.size()));
    for (std::size_t kind = 0; kind < kinds; ++kind) odds[kind] += unit * sum[kind];
  };
  const Features features = features_of(folded);
  add(features.words);
  add(features.groups);
  add(features.topics);
  return odds;
}

}  // namespace language
