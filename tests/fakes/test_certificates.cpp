#include "tests/fakes/test_certificates.hpp"

#include <openssl/crypto.h>
#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>
#include <unistd.h>

#include <fstream>
#include <memory>
#include <random>

namespace fakes {
namespace {

template <auto release>
struct Release {
  template <typename T>
  void operator()(T* one) const {
    release(one);
  }
};
using Key = std::unique_ptr<EVP_PKEY, Release<EVP_PKEY_free>>;
using Certificate = std::unique_ptr<X509, Release<X509_free>>;
using Memory = std::unique_ptr<BIO, Release<BIO_free_all>>;

constexpr long a_day = 24L * 60 * 60;

std::string text_of(const Memory& memory) {
  char* bytes = nullptr;
  const long count = BIO_get_mem_data(memory.get(), &bytes);
  return {bytes, static_cast<std::size_t>(count)};
}

std::string pem_of(const Certificate& certificate) {
  const Memory memory(BIO_new(BIO_s_mem()));
  PEM_write_bio_X509(memory.get(), certificate.get());
  return text_of(memory);
}

std::string pem_of(const Key& key) {
  const Memory memory(BIO_new(BIO_s_mem()));
  PEM_write_bio_PrivateKey(memory.get(), key.get(), nullptr, nullptr, 0, nullptr, nullptr);
  return text_of(memory);
}

void extend(X509* certificate, X509* issuer, int kind, const std::string& value) {
  X509V3_CTX context;
  X509V3_set_ctx_nodb(&context);
  X509V3_set_ctx(&context, issuer, certificate, nullptr, nullptr, 0);
  const std::unique_ptr<X509_EXTENSION, Release<X509_EXTENSION_free>> extension(
      X509V3_EXT_conf_nid(nullptr, &context, kind, value.c_str()));
  X509_add_ext(certificate, extension.get(), -1);
}

Certificate start_certificate(const std::string& name, const Key& key) {
  Certificate certificate(X509_new());
  X509_set_version(certificate.get(), 2);
  ASN1_INTEGER_set(X509_get_serialNumber(certificate.get()),
                   static_cast<long>(std::random_device{}() & 0x7fffffffU));
  X509_gmtime_adj(X509_getm_notBefore(certificate.get()), -a_day);
  X509_gmtime_adj(X509_getm_notAfter(certificate.get()), a_day);
  X509_NAME_add_entry_by_txt(X509_get_subject_name(certificate.get()), "CN", MBSTRING_ASC,
                             reinterpret_cast<const unsigned char*>(name.c_str()), -1, -1, 0);
  X509_set_pubkey(certificate.get(), key.get());
  return certificate;
}

}  // namespace

TestCertificates make_test_certificates(const std::string& host) {
  ::OPENSSL_init_crypto(OPENSSL_INIT_NO_ATEXIT, nullptr);  // as networks::Http does, whoever comes first
  const Key authority_key(EVP_EC_gen("P-256"));
  const Certificate authority = start_certificate("Test authority", authority_key);
  X509_set_issuer_name(authority.get(), X509_get_subject_name(authority.get()));
  extend(authority.get(), authority.get(), NID_basic_constraints, "critical,CA:TRUE");
  extend(authority.get(), authority.get(), NID_key_usage, "critical,keyCertSign");
  X509_sign(authority.get(), authority_key.get(), EVP_sha256());

  const Key key(EVP_EC_gen("P-256"));
  const Certificate certificate = start_certificate(host, key);
  X509_set_issuer_name(certificate.get(), X509_get_subject_name(authority.get()));
  extend(certificate.get(), authority.get(), NID_subject_alt_name, "DNS:" + host + ",IP:127.0.0.1");
  X509_sign(certificate.get(), authority_key.get(), EVP_sha256());
  return {pem_of(authority), pem_of(certificate), pem_of(key)};
}

AuthorityFile::AuthorityFile(const TestCertificates& certificates) {
  std::string pattern = (std::filesystem::temp_directory_path() / "flockmate-ca-XXXXXX").string();
  const int descriptor = ::mkstemp(pattern.data());
  if (descriptor >= 0) ::close(descriptor);
  path_ = pattern;
  std::ofstream(path_) << certificates.authority;
}

AuthorityFile::~AuthorityFile() {
  std::error_code ignored;
  std::filesystem::remove(path_, ignored);
}

}  // namespace fakes
