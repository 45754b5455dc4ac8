#pragma once

namespace fakes {

// A port of this machine that nobody uses just now.
int free_port();

}  // namespace fakes
