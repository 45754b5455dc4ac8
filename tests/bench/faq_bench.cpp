// How long an FAQ takes to load, and a post to be matched with it, on one thread; what it takes of memory.
// Made-up entries of five wordings and an answer each, in the words people ask with.
#include <sys/resource.h>

#include <array>
#include <cstdint>
#include <cstdio>
#include <ctime>
#include <fstream>
#include <string>
#include <string_view>
#include <vector>

#include "base/text.hpp"
#include "language/faq_index.hpp"
#include "language/reader.hpp"

namespace {

constexpr std::array<std::string_view, 10> frames{
    "Where do I find the ",         "How can I get the ",        "When is the ",
    "Is there a way to see my ",    "I can't open the ",         "Does anyone know about the ",
    "What happens to the ",         "Could somebody share the ", "Who do I ask about the ",
    "Wondering if there will be a "};
constexpr std::array<std::string_view, 40> things{
    "slides",   "recording",  "deadline", "quiz",    "certificate", "forum",    "password",  "homework",
    "schedule", "transcript", "webinar",  "badge",   "grade",       "exam",     "reading",   "video",
    "link",     "account",    "group",    "session", "essay",       "feedback", "extension", "handout",
    "library",  "meeting",    "payment",  "receipt", "syllabus",    "teacher",  "room",      "software",
    "survey",   "workbook",   "calendar", "chat",    "module",      "project",  "refund",    "visa"};
constexpr std::array<std::string_view, 30> kinds{
    "of week one",      "for the final project", "in French",       "on my phone",
    "for late joiners", "from last year",        "of my group",     "with subtitles",
    "for free",         "after the course",      "before Monday",   "on paper",
    "by e-mail",        "for beginners",         "of the guest",    "without a login",
    "in my time zone",  "for teachers",          "at the end",      "with the answers",
    "on the tablet",    "of the workshop",       "for the library", "next month",
    "for members",      "in the second part",    "of the survey",   "from the tutor",
    "over the summer",  "in large print"};

std::vector<domain::FaqEntry> made_entries(std::size_t count) {
  std::vector<domain::FaqEntry> entries;
  for (std::size_t e = 0; e < count; ++e) {
    domain::FaqEntry entry;
    const auto about = std::string(things.at(e % things.size())) + ' ' +
                       std::string(kinds.at(e / things.size() % kinds.size()));
    entry.id = "entry-" + std::to_string(e);
    for (std::size_t a = 0; a < 5; ++a)
      entry.asks.push_back(std::string(frames.at((e + 2 * a) % frames.size())) + about + "?");
    entry.answer["en"] =
        "Everything on the " + about + " is on the course site, page " + std::to_string(e) + ".";
    entries.push_back(std::move(entry));
  }
  return entries;
}

std::vector<std::string> made_posts() {
  std::vector<std::string> posts;
  for (std::size_t i = 0; i < 1'000; ++i) {
    posts.push_back(base::fold(
        "hi all! really enjoying the course so far. " + std::string(frames.at(i % frames.size())) +
        std::string(things.at(i * 7 % things.size())) + " " + std::string(kinds.at(i * 11 % kinds.size())) +
        "? thanks a lot, and good luck with teh rest"));
  }
  return posts;
}

double cpu_seconds() {
  return static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
}

double resident_megabytes() {
  std::ifstream file("/proc/self/statm");
  double total = 0;
  double resident = 0;
  file >> total >> resident;
  return resident * 4096 / 1e6;
}

void measure(std::size_t count) {
  const auto entries = made_entries(count);
  const double before = resident_megabytes();
  const double begin = cpu_seconds();
  const language::FaqIndex index(entries);
  const double loaded = cpu_seconds();
  const double memory = resident_megabytes() - before;
  const auto posts = made_posts();
  std::size_t matched = 0;
  double sum = 0;
  double taken = 0;
  const double start = cpu_seconds();
  while (taken < 1) {
    for (const auto& post : posts) sum += index.match(post).front().score;
    matched += posts.size();
    taken = cpu_seconds() - start;
  }
  std::printf("%5zu entries: %7.1f ms to load, %6.1f µs a match, %6.1f MB more   (%.3f)\n", count,
              1e3 * (loaded - begin), 1e6 * taken / static_cast<double>(matched), memory,
              sum / static_cast<double>(matched));
}

}  // namespace

int main() {
  for (const std::size_t count : {12U, 100U, 300U, 1'000U}) measure(count);
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  std::printf("most memory at any time: %.0f MB\n", static_cast<double>(usage.ru_maxrss) / 1e3);
  return 0;
}
