// Lines of a file or pipe with a bound, so that input without line ends cannot fill the memory.
#pragma once

#include <cstddef>
#include <functional>
#include <string>

namespace cli {

// Without the line end ("\n" or "\r\n"). A line of more than `longest` bytes is passed as empty with too_long
// = true. `at_pause` is called whenever all that has arrived so far was visited: the time to flush answers.
void each_line(int descriptor, std::size_t longest,
               const std::function<void(const std::string& line, bool too_long)>& visit,
               const std::function<void()>& at_pause);

}  // namespace cli
