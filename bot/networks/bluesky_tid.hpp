// Record keys of our own (TIDs): whoever chooses the key before sending can never post the same thing twice.
#pragma once

#include <string>
#include <string_view>

namespace networks {

// The same key gives the same TID, on every machine and in every version.
std::string tid_of(std::string_view key);

}  // namespace networks
