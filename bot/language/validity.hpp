// Whether a text as a whole is one valid entity, as X's own library answers.
#pragma once

#include <string_view>

namespace language {

bool is_valid_hashtag(std::string_view text);   // "#tag"
bool is_valid_username(std::string_view text);  // "@name"
bool is_valid_list(std::string_view text);      // "@name/list"
bool is_valid_url(std::string_view text, bool needs_protocol);

}  // namespace language
