#include "networks/x_keys.hpp"

#include <openssl/evp.h>
#include <openssl/hmac.h>

#include <algorithm>
#include <array>
#include <utility>

#include "base/text.hpp"
#include "networks/url.hpp"

namespace networks {

using base::Error;
using base::ErrorKind;

namespace {

struct Field {
  const char* name;
  std::string XKeys::*value;
};
constexpr std::array fields{
    Field{"bearer", &XKeys::bearer},
    Field{"client_id", &XKeys::client_id},
    Field{"client_secret", &XKeys::client_secret},
    Field{"refresh_token", &XKeys::refresh_token},
    Field{"api_key", &XKeys::api_key},
    Field{"api_secret", &XKeys::api_secret},
    Field{"access_token", &XKeys::access_token},
    Field{"access_secret", &XKeys::access_secret},
};

std::string base64(const unsigned char* bytes, std::size_t count) {
  std::string text(4 * ((count + 2) / 3) + 1, '\0');
  const int size =
      EVP_EncodeBlock(reinterpret_cast<unsigned char*>(text.data()), bytes, static_cast<int>(count));
  text.resize(static_cast<std::size_t>(size));
  return text;
}

std::string hmac_sha1(const std::string& key, const std::string& text) {
  std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
  unsigned int size = 0;
  HMAC(EVP_sha1(), key.data(), static_cast<int>(key.size()),
       reinterpret_cast<const unsigned char*>(text.data()), text.size(), digest.data(), &size);
  return base64(digest.data(), size);
}

// The query's parameters, still encoded.
Parameters query_parameters(const std::string& url) {
  Parameters parameters;
  const std::size_t mark = url.find('?');
  if (mark == std::string::npos) return parameters;
  for (const std::string& one : base::split(url.substr(mark + 1), '&')) {
    const std::size_t equals = one.find('=');
    if (equals != std::string::npos) parameters.emplace_back(one.substr(0, equals), one.substr(equals + 1));
  }
  return parameters;
}

}  // namespace

base::Result<XKeys> read_some_x_keys(const std::string& text) {
  XKeys keys;
  for (const std::string& line : base::split(text, '\n')) {
    const std::string trimmed = base::trim(line);
    if (trimmed.empty() || trimmed.starts_with('#')) continue;
    const std::size_t colon = trimmed.find(':');
    const std::string name = base::trim(trimmed.substr(0, colon));
    const auto field =
        std::find_if(fields.begin(), fields.end(), [&](const Field& one) { return name == one.name; });
    if (colon == std::string::npos || field == fields.end()) {
      return Error{
          ErrorKind::invalid,
          "X's credential has a line that is not one of: bearer, client_id, client_secret, "
          "refresh_token, api_key, api_secret, access_token, access_secret, each followed by a colon "
          "and its value."};
    }
    keys.*field->value = base::trim(trimmed.substr(colon + 1));
  }
  return keys;
}

std::string text_of(const XKeys& keys) {
  std::string text;
  for (const Field& field : fields) {
    if ((keys.*field.value).empty()) continue;
    text.append(field.name).append(": ").append(keys.*field.value).append("\n");
  }
  return text;
}

base::Result<XKeys> read_x_keys(const std::string& text) {
  auto read = read_some_x_keys(text);
  if (!read) return read;
  XKeys keys = std::move(read).value();
  if (keys.bearer.empty()) {
    return Error{ErrorKind::invalid, "X's credential lacks a line `bearer: …`, the app's bearer token."};
  }
  const bool all_four = !keys.api_key.empty() && !keys.api_secret.empty() && !keys.access_token.empty() &&
                        !keys.access_secret.empty();
  const bool renews = !keys.client_id.empty() && !keys.refresh_token.empty();
  if (!all_four && !renews) {
    return Error{
        ErrorKind::invalid,
        "X's credential needs `client_id` and `refresh_token` (OAuth 2.0), or `api_key`, `api_secret`, "
        "`access_token` and `access_secret` (OAuth 1.0a)."};
  }
  if (!all_four) keys.api_key.clear();
  return keys;
}

void sign_for_x(domain::HttpRequest& request, const XKeys& keys, base::Instant now,
                const std::string& nonce) {
  Parameters own{{"oauth_consumer_key", keys.api_key},
                 {"oauth_nonce", nonce},
                 {"oauth_signature_method", "HMAC-SHA1"},
                 {"oauth_timestamp", std::to_string(base::to_millis(now) / 1000)},
                 {"oauth_token", keys.access_token},
                 {"oauth_version", "1.0"}};
  Parameters all = query_parameters(request.url);
  for (const auto& [name, value] : own) all.emplace_back(name, percent_encoded(value));
  std::sort(all.begin(), all.end());
  std::string joined;
  for (const auto& [name, value] : all) {
    joined.append(joined.empty() ? "" : "&").append(name).append("=").append(value);
  }
  const std::string text = request.method + "&" +
                           percent_encoded(request.url.substr(0, request.url.find('?'))) + "&" +
                           percent_encoded(joined);
  const std::string key = percent_encoded(keys.api_secret) + "&" + percent_encoded(keys.access_secret);
  own.emplace_back("oauth_signature", hmac_sha1(key, text));
  std::string header = "OAuth ";
  for (const auto& [name, value] : own) {
    if (header.size() > 6) header += ", ";
    header += name + "=\"" + percent_encoded(value) + "\"";
  }
  request.headers["authorization"] = header;
}

void prove_client(domain::HttpRequest& request, Parameters& form, const XKeys& keys) {
  if (keys.client_secret.empty()) {
    form.emplace_back("client_id", keys.client_id);
    return;
  }
  const std::string plain = percent_encoded(keys.client_id) + ":" + percent_encoded(keys.client_secret);
  request.headers["authorization"] =
      "Basic " + base64(reinterpret_cast<const unsigned char*>(plain.data()), plain.size());
}

}  // namespace networks
