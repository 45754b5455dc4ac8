// The pages of the diagnostics' codes and the one grammar table, for `help`, did-you-mean, schema and the
// reference page.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "rulefile/phrase.hpp"

namespace rulefile {

// What, why it matters to learners, how to mend, before and after. None: no such code.
std::optional<std::string> help_page(const std::string& code, Language language = Language::english);
std::vector<std::string> help_codes();
// What a line of that name is, wherever one may stand. None: there is no such line.
std::optional<std::string> key_page(std::string_view name);
// JSON Schema (draft-07) of the rule files, made from the grammar table.
std::string json_schema();
// The facilitators' reference of every key (Markdown), made from the grammar table.
std::string reference_page();

}  // namespace rulefile
