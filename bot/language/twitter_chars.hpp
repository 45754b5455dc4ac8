// Which characters may stand where in an entity, as X reads posts (twitter-text 3.1.0). Any case.
#pragma once

namespace language {

bool is_space_to_x(char32_t c);
bool is_direction_mark(char32_t c);
bool is_never_allowed(char32_t c);  // U+FFFE, U+FFFF and the byte order mark
bool is_accent(char32_t c);         // Latin letters with accents, and the accents themselves

bool may_precede_url(char32_t c);
bool is_domain_char(char32_t c);  // a label may also have - and, left of the last two labels, _ inside
bool is_ascii_domain_char(
    char32_t c);  // what X links without "https://": letters of Latin scripts, digits, -
bool is_path_char(char32_t c);
bool may_end_path(char32_t c);
bool is_query_char(char32_t c);
bool may_end_query(char32_t c);

bool is_hashtag_letter(char32_t c);  // a hashtag has at least one
bool is_hashtag_char(char32_t c);

bool is_name_char(char32_t c);  // of a handle: ASCII letters, digits, _
bool ends_cashtag(char32_t c);

}  // namespace language
