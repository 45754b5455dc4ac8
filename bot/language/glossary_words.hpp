// Words that a frame of a glossary request caught: what is asked about, and could it be a term at all?
#pragma once

#include <string>
#include <string_view>

namespace language {

// Without the quotation marks, articles and blanks around it.
std::string_view bare(std::string_view asked);
// "ok so LMS" without what leads to it.
std::string_view without_lead(std::string_view said);
// What stands before the mark, dash or emoji that ends `said`, which is not empty; empty where none does.
std::string_view before_mark(std::string_view said);
// One spelling for "re-tweet", "tweet chat" and "tweetchat".
std::string squeezed(std::string_view name);
// Among the commonest words of English: nobody asks what it means by its name alone.
bool is_everyday(std::string_view word);
// Not a piece of another question ("going on"), not a thing that is weighed ("a fair price").
bool could_be_term(std::string_view asked);

}  // namespace language
