#include "networks/url.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>

namespace networks {
namespace {

using base::Error;
using base::ErrorKind;

constexpr std::size_t longest_url = 8192;

Error bad(const std::string& why) {
  return {ErrorKind::invalid, "That is not an address that can be used: " + why + "."};
}

bool is_visible_ascii(char c) {
  return c > ' ' && c < 0x7f;
}

bool is_host_letter(char c) {
  return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '-' || c == '.' || c == '_';
}

std::uint16_t usual_port(bool secure) {
  return secure ? 443 : 80;
}

base::Status read_port(std::string_view digits, std::uint16_t& port) {
  const char* end = digits.data() + digits.size();
  const auto [stopped, code] = std::from_chars(digits.data(), end, port);
  if (code != std::errc() || stopped != end || port == 0) return bad("its port is no port");
  return {};
}

// "host", "host:80" or "[::1]:80".
base::Status read_authority(std::string_view authority, Url& url) {
  const bool literal = authority.starts_with('[');
  const std::size_t closing = authority.find(']');
  if (literal && closing == std::string_view::npos) return bad("its IPv6 address is not closed");
  const std::size_t colon = authority.find(':', literal ? closing : 0);
  const std::string_view host = literal ? authority.substr(1, closing - 1) : authority.substr(0, colon);
  const auto belongs = [&](char c) {
    return literal ? std::isxdigit(c) != 0 || c == ':' : is_host_letter(c);
  };
  if (host.empty() || !std::all_of(host.begin(), host.end(), belongs)) return bad("its host is no host");
  std::transform(host.begin(), host.end(), std::back_inserter(url.host),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  if (colon == std::string_view::npos) return {};
  return read_port(authority.substr(colon + 1), url.port);
}

}  // namespace

std::string Url::origin() const {
  const std::string shown = host.find(':') == std::string::npos ? host : "[" + host + "]";
  const std::string where = scheme + "://" + shown;
  return port == usual_port(is_secure()) ? where : where + ":" + std::to_string(port);
}

base::Result<Url> parse_url(std::string_view text) {
  if (text.size() > longest_url) return bad("it is too long");
  if (!std::all_of(text.begin(), text.end(), is_visible_ascii))
    return bad("it holds white space or odd letters");
  const std::size_t colon = text.find("://");
  if (colon == std::string_view::npos) return bad("it does not start with https://");
  Url url;
  url.scheme = text.substr(0, colon);
  constexpr std::array<std::string_view, 4> known{"http", "https", "ws", "wss"};
  if (std::find(known.begin(), known.end(), url.scheme) == known.end())
    return bad("it does not start with https://");
  const std::string_view rest = text.substr(colon + 3);
  const std::size_t end = rest.find_first_of("/?#");
  const std::string_view authority = rest.substr(0, end);
  if (authority.find('@') != std::string_view::npos) return bad("it holds a user name");
  if (rest.find('#') != std::string_view::npos) return bad("it holds a #");
  url.port = usual_port(url.is_secure());
  if (auto read = read_authority(authority, url); !read) return read.error();
  if (end != std::string_view::npos) url.target = rest.substr(end);
  if (!url.target.starts_with('/')) url.target.insert(0, "/");
  if (!url.is_secure() && !is_this_machine(url.host)) return bad("to another machine it must be https://");
  return url;
}

bool is_this_machine(std::string_view host) {
  const auto is_number = [](char c) { return c == '.' || (c >= '0' && c <= '9'); };
  if (host == "localhost" || host == "::1") return true;
  return host.starts_with("127.") && std::all_of(host.begin(), host.end(), is_number);
}

std::string percent_encoded(std::string_view text) {
  constexpr std::string_view hex = "0123456789ABCDEF";
  std::string out;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x80 &&
        (std::isalnum(byte) != 0 || std::string_view("-._~").find(c) != std::string_view::npos)) {
      out += c;
    } else {
      out += '%';
      out += hex[byte >> 4U];
      out += hex[byte & 0xfU];
    }
  }
  return out;
}

std::string query_of(const Parameters& parameters) {
  std::string out;
  for (const auto& [name, value] : parameters) {
    if (!out.empty()) out += '&';
    out += percent_encoded(name) + "=" + percent_encoded(value);
  }
  return out;
}

}  // namespace networks
