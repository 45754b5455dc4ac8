// Texts that people read, kept in files. FLOCKMATE_ACCEPT=1 writes them anew; read the difference before you
// commit it.
#pragma once

#include <string>

namespace tests {

// Compares `text` with the file (path from the source folder); the test fails with both when they differ.
void expect_golden(const std::string& path, const std::string& text);

}  // namespace tests
