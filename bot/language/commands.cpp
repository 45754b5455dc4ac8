#include "language/commands.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "language/command_words.hpp"

namespace language {
namespace {

// A command is a few words; a longer post says something else.
constexpr std::size_t most_words = 12;

bool is_polite(std::string_view word) {
  const auto polite = polite_words();
  return std::find(polite.begin(), polite.end(), word) != polite.end();
}

bool inside(const std::vector<Entity>& entities, Span span) {
  return std::any_of(entities.begin(), entities.end(), [&](const Entity& entity) {
    return span.begin >= entity.span.begin && span.end <= entity.span.end;
  });
}

// Goes along the tokens and knows those of a handle as networks write them: "@ana.example.org",
// "@ana@social.example". Entities are X's and end at the first dot.
class Handles {
 public:
  bool takes(const Token& token) {
    const bool adjacent = token.span.begin == end_;
    const bool joint = token.folded == "@" || token.folded == "." || token.folded == "-";
    inside_ = token.folded == "@" || (inside_ && adjacent && (token.is_word() || joint));
    end_ = token.span.end;
    return inside_;
  }

 private:
  bool inside_ = false;
  std::uint32_t end_ = 0;
};

using Words = std::vector<std::string_view>;

// The words of the post that are no mention, hashtag or link; none when there are too many.
Words own_words(const std::vector<Token>& tokens, const Entities& entities) {
  Words words;
  Handles handles;
  for (const auto& token : tokens) {
    if (handles.takes(token) || !token.is_word()) continue;
    if (inside(entities.mentions, token.span) || inside(entities.hashtags, token.span)) continue;
    if (inside(entities.urls, token.span)) return {};
    words.push_back(token.folded);
    if (words.size() > most_words) return {};
  }
  return words;
}

// "s t o p" as one word.
bool is_spelled_out(const Words& words) {
  return words.size() >= 3 &&
         std::all_of(words.begin(), words.end(), [](auto word) { return word.size() == 1; });
}

std::string joined(const Words& words, std::string_view between) {
  std::string text;
  for (const auto word : words) {
    if (!text.empty()) text += between;
    text += word;
  }
  return text;
}

// Stretched letters once: "stooop" is "stop".
std::string unstretched(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (out.empty() || out.back() != c) out += c;
  }
  return out;
}

Command look_up(const Words& words) {
  if (words.empty()) return Command::none;
  const auto text = is_spelled_out(words) ? joined(words, "") : joined(words, " ");
  const auto short_text = unstretched(text);
  for (const auto& wording : command_wordings()) {
    if (wording.words == text || unstretched(wording.words) == short_text) return wording.command;
  }
  return Command::none;
}

// "stop stop stop": one word said again and again.
Words once_each(Words words) {
  words.erase(std::unique(words.begin(), words.end()), words.end());
  return words;
}

}  // namespace

Command command_in(const std::vector<Token>& tokens, const Entities& entities) {
  auto words = own_words(tokens, entities);
  if (words.empty()) return Command::none;
  if (const auto command = look_up(words); command != Command::none) return command;
  if (!is_spelled_out(words)) words = once_each(std::move(words));
  if (const auto command = look_up(words); command != Command::none) return command;
  // "thank you" and "s'il vous plaît" are politeness of several words.
  const auto text = " " + joined(words, " ") + " ";
  std::string stripped = text;
  for (const std::string_view phrase :
       {" thank you ", " s' il vous plait ", " s' il te plait ", " for me "}) {
    if (const auto at = stripped.find(phrase); at != std::string::npos)
      stripped.replace(at, phrase.size(), " ");
  }
  Words left;
  for (std::size_t at = 0; at < stripped.size();) {
    const auto end = std::min(stripped.find(' ', at), stripped.size());
    const auto word = std::string_view(stripped).substr(at, end - at);
    if (!word.empty() && !is_polite(word)) left.push_back(word);
    at = end + 1;
  }
  return look_up(once_each(left));
}

bool says_thanks(const std::vector<Token>& tokens) {
  constexpr std::array<std::string_view, 17> thanks = {
      "thanks",   "thank", "thx", "thanx",  "ty",     "tysm",   "cheers", "merci", "mrc",
      "thankyou", "tks",   "tnx", "solved", "sorted", "resolu", "regle",  "mersi"};
  constexpr std::array<std::string_view, 11> takes_back = {
      "but", "mais", "still", "toujours", "no", "not", "advance", "avance", "unfortunately", "non", "didn't"};
  bool thankful = false;
  for (const auto& token : tokens) {
    if (token.folded == "?") return false;
    if (!token.is_word()) continue;
    if (std::find(takes_back.begin(), takes_back.end(), token.folded) != takes_back.end()) return false;
    thankful |= std::find(thanks.begin(), thanks.end(), token.folded) != thanks.end();
  }
  return thankful;
}

}  // namespace language
