// What teachers write who know other programs' search boxes, or expect signs to be read that are not.
// Only what hardly anybody means as it stands: whoever does puts it in quotes, or lives with a remark.
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace rulefile {

// `slides or deck`, `slides | deck`: the words that are meant one by one; empty: the text is one.
std::vector<std::string> words_meant(const std::string& text, bool quoted);
// slides/deck, "hi, hello, hey", where nothing else stands on the line.
std::vector<std::string> words_in_a_row(const std::string& text, bool quoted);
// `slides and deck`: the words that are meant to stand in one post, anywhere; empty: the text is one.
std::vector<std::string> all_words_meant(const std::string& text, bool quoted);

struct TermMeant {
  std::string term;  // "Retweet"; "" when the text is one
  std::string also;  // "RT"
};
TermMeant term_meant(const std::string& text);  // Retweet (RT), Slide(s)

// "What is a MOOC?", "C'est quoi un MOOC ?": the word that is asked for; "" when the text is no question.
std::string term_asked_for(const std::string& text);

// "Where are the slides? Is there a slide deck?": each by itself; empty: it is one, with what is said around.
std::vector<std::string> questions_meant(const std::string& text);

struct OddSign {
  std::string sign;     // "*"
  std::string instead;  // the text without it; "" where only a pattern says what is meant
};
std::optional<OddSign> odd_sign_in(const std::string& text);  // slide*, %slide%, ^slides, \bslides

// '/slides/i': what stands between the slashes; "" when they are no frame.
std::string within_slashes(const std::string& pattern);

// The address of somebody's page, or half a handle: the handle; "" when nothing is wrong with it.
std::string handle_meant(const std::string& network, const std::string& text);

}  // namespace rulefile
