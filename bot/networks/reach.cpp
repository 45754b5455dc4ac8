#include "networks/reach.hpp"

#include <algorithm>
#include <cctype>

#include "base/text.hpp"

namespace networks {
namespace {

std::string lower(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return text;
}

std::string upper(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(),
                 [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
  return text;
}

bool covers(const std::string& rule, const std::string& host) {
  const std::string domain = rule.starts_with('.') ? rule.substr(1) : rule;
  return rule == "*" || host == domain || host.ends_with("." + domain);
}

}  // namespace

// A proxy stands where ops put it: unlike a server it may be plain http on another machine.
std::optional<Url> Reach::proxy_for(const std::string& host) const {
  if (proxy.empty() || is_this_machine(host)) return std::nullopt;
  const auto direct = [&](const std::string& rule) { return covers(rule, host); };
  if (std::any_of(without_proxy.begin(), without_proxy.end(), direct)) return std::nullopt;
  constexpr std::string_view plain = "http://";
  const std::string address = proxy.starts_with(plain) ? proxy.substr(plain.size()) : proxy;
  auto parsed = parse_url("https://" + address);
  if (!parsed) return std::nullopt;
  parsed->scheme = "http";
  if (address.find(':') == std::string::npos) parsed->port = 8080;
  return *parsed;
}

Reach reach_of_environment(const std::function<std::string(const std::string&)>& variable) {
  const auto read = [&](const std::string& name) {
    const std::string value = variable(name);
    return value.empty() ? variable(upper(name)) : value;
  };
  Reach reach;
  for (const char* name : {"https_proxy", "http_proxy", "all_proxy"}) {
    if (reach.proxy.empty()) reach.proxy = base::trim(read(name));
  }
  for (const std::string& one : base::split(read("no_proxy"), ',')) {
    const std::string host = lower(base::trim(one));
    if (!host.empty()) reach.without_proxy.push_back(host);
  }
  return reach;
}

}  // namespace networks
