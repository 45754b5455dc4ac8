// The files of the tables, left in the build's folder for those who judge them with other programs
// (tests/peers/schema).
#pragma once

#include <string>

namespace tests {

// samples/KIND/NAME.yaml in the folder of the build.
void leave_sample(const std::string& kind, const std::string& name, const std::string& text);

}  // namespace tests
