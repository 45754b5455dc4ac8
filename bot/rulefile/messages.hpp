// From what is wrong to sentences that a teacher reads, in the languages of the catalogues.
#pragma once

#include <string_view>
#include <vector>

#include "rulefile/diagnostic.hpp"

namespace rulefile {

std::string_view code_of(Message message);
std::string_view to_word(Language language);  // "en", "fr"
// The sentences only; the mark is the caller's business.
Diagnostic compose(Told told, Language language = Language::english);
// The same diagnostic in another language; one that no message stands behind stays as it is.
Diagnostic in_language(Diagnostic diagnostic, Language language);

}  // namespace rulefile
