// What a post says: everything that rules, etiquette and `understand` ask about its text, read once.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace language {

// Half-open, in Unicode code points.
struct Span {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
};

struct Entity {
  std::string text;  // without # @ $; as typed
  Span span;
};

struct Entities {
  std::vector<Entity> hashtags;
  std::vector<Entity> mentions;
  std::vector<Entity> urls;
  std::vector<Entity> cashtags;
};

struct Lengths {
  int x_weighted = 0;
  int mastodon = 0;
  int graphemes = 0;
  int bytes = 0;
};

struct LanguageGuess {
  std::string code = "und";  // ISO 639-1
  double confidence = 0;
};

struct Score {
  bool is = false;
  double score = 0;  // 0..1
};

struct Told {
  enum class Kind { place, branch, role, interest, name };
  Kind kind = Kind::name;
  std::string text;
  Span span;
};

struct Introduction {
  bool is = false;
  double score = 0;
  std::vector<Told> told;
};

enum class Danger { none, self_harm, harassment, grief, threat };
std::string_view to_word(Danger danger);  // "self-harm", …; none is ""

struct Safety {
  Danger danger = Danger::none;
  double score = 0;
  bool human_needed() const { return danger != Danger::none; }
};

// The consent words: recognised only in an addressed post that says nothing else.
enum class Command { none, stop, start, join, forget, help, who };
std::string_view to_word(Command command);  // none is ""

struct GlossaryRequest {
  std::optional<std::size_t>
      term;           // index into the glossary; none: it asks for a term that the glossary lacks
  std::string asked;  // the words it asks about
  double score = 0;
};

struct FaqHit {
  std::size_t entry = 0;  // index into the FAQ
  double score = 0;       // 0..1: confidence that this entry answers this post
};

struct Reading {
  std::string folded;                 // base::fold of the text without its links
  std::vector<std::string> hashtags;  // folded, without #, once each
  Entities entities;
  Lengths lengths;
  LanguageGuess language;
  Score question;
  Introduction introduction;
  Safety safety;
  Command command = Command::none;
  std::optional<GlossaryRequest> glossary;
  std::vector<FaqHit> faq;             // best first, at most four; empty without entries
  std::vector<std::size_t> faq_asked;  // entries clearly asked (score at least `answer`), several in one post
  std::vector<std::uint32_t> phrases;  // ids of the phrases found, ascending, once each
  std::vector<std::uint32_t> patterns;  // ids of the regular expressions that match, ascending
};

}  // namespace language
