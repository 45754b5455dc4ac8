// A certificate authority for tests, and a certificate of it for localhost: made afresh in each run, so
// nothing expires and no key is committed.
#pragma once

#include <filesystem>
#include <string>

namespace fakes {

struct TestCertificates {
  std::string authority;    // PEM
  std::string certificate;  // PEM, for localhost and 127.0.0.1
  std::string key;          // PEM
};

TestCertificates make_test_certificates(const std::string& host = "localhost");

// The authority's certificate in a file that lives as long as this does.
class AuthorityFile {
 public:
  explicit AuthorityFile(const TestCertificates& certificates);
  ~AuthorityFile();
  AuthorityFile(const AuthorityFile&) = delete;
  AuthorityFile& operator=(const AuthorityFile&) = delete;
  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

}  // namespace fakes
