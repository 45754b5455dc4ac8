// The name an introduction gives as the writer's own.
#pragma once

#include <cstddef>
#include <optional>

#include "language/told_page.hpp"

namespace language {

struct WordRange {
  std::size_t first = 0;
  std::size_t last = 0;
};

// "I'm Dana", "moi c'est Luc", "sam here", "Priya, 28, from Pune", "Name: Femi".
std::optional<WordRange> own_name_in(const Page& page);

}  // namespace language
