// What somebody at the page wanted to act on is gone.
#pragma once

#include <string>

#include "base/result.hpp"

namespace app {

// `what`: "draft", "reply" and the like.
inline base::Error no_longer_there(const std::string& what) {
  return {base::ErrorKind::not_found,
          "This " + what + " is no longer there: somebody was faster. Load the page again."};
}

}  // namespace app
