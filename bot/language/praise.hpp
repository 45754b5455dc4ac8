// Posts that praise or thank: "The slides were great" names what an answer is about and asks for nothing.
#pragma once

#include "language/plain_text.hpp"

namespace language {

// English and French. False as soon as something is asked for, wanted, missing or wrong as well.
bool is_praise(const PlainText& post);

}  // namespace language
