// A course and a conversation of any size, the same on every run and machine, as the program reads them.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

#include "domain/content.hpp"

namespace made {

enum class Words { phrases, patterns };

struct Size {
  std::size_t rules = 0;
  Words words = Words::phrases;
  std::size_t faq = 0;
};

std::vector<domain::FaqEntry> faq(std::size_t count);

// Writes course.yaml, rules.yaml and faq.yaml.
void write_course(const std::filesystem::path& folder, const Size& size);

// Real questions and chatter, no two alike, as automata have seen it all after a few repeats: halves of our
// labelled posts and of the development sets' texts, each with a hashtag, some with a link or a name.
std::vector<std::string> posts(std::size_t count);

// What `understand` and `replay` read: a line for each post.
std::string understand_lines(const std::vector<std::string>& posts);
std::string archive_lines(const std::vector<std::string>& posts);

}  // namespace made
