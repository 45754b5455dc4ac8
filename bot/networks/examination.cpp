#include "networks/examination.hpp"

#include "base/text.hpp"
#include "networks/rate_limit.hpp"
#include "networks/url.hpp"

namespace networks {

using domain::Health;

namespace {

constexpr std::chrono::minutes clocks_may_differ{5};

bool is_about_tls(const std::string& problem) {
  return problem.find("SSL") != std::string::npos || problem.find("certificate") != std::string::npos;
}

}  // namespace

std::string without_stop(std::string words) {
  while (words.ends_with('.')) words.pop_back();
  return words;
}

std::string host_of(const std::string& url) {
  const auto parsed = parse_url(url);
  if (!parsed) return url;
  const std::string origin = parsed->origin();
  return origin.substr(origin.find("://") + 3);
}

bool is_account(const std::string& named, const std::string& told) {
  return named.empty() || base::fold(named.substr(0, named.find('@'))) == base::fold(told);
}

Examination::Examination(std::string name, domain::HttpClient& http, const base::Clock& clock)
    : name_(std::move(name)), http_(http), clock_(clock) {}

void Examination::note(const std::string& what, Health health, const std::string& sentence,
                       const std::string& mend) {
  findings_.push_back({name_ + ": " + what, health, sentence, mend});
}

void Examination::fine(const std::string& what, const std::string& sentence) {
  note(what, Health::fine, sentence, "");
}

void Examination::by_hand(const std::string& what, const std::string& sentence, const std::string& mend) {
  note(what, Health::by_hand, sentence, mend);
}

void Examination::warning(const std::string& what, const std::string& sentence, const std::string& mend) {
  note(what, Health::warning, sentence, mend);
}

void Examination::error(const std::string& what, const std::string& sentence, const std::string& mend) {
  note(what, Health::error, sentence, mend);
}

std::optional<domain::HttpResponse> Examination::reach(const domain::HttpRequest& request) {
  const std::string server = host_of(request.url);
  auto response = http_.send(request);
  if (!response) {
    unreachable(server, without_stop(response.error().message));
    return std::nullopt;
  }
  compare_clocks(server, *response);
  if (response->status >= 500 || response->status == 429) {
    error("server", server + " answers, but cannot work now (HTTP " + std::to_string(response->status) + ").",
          "Try again in a few minutes. If it stays like this, ask whoever runs the server.");
    return std::nullopt;
  }
  fine("server", server + (request.url.starts_with("https") ? " answers, and its certificate is trusted."
                                                            : " answers, on this machine and without TLS."));
  return std::move(response).value();
}

void Examination::unreachable(const std::string& server, const std::string& problem) {
  if (is_about_tls(problem)) {
    error("server", server + "'s certificate is not trusted: " + problem + ".",
          "If the authority is your own, name its certificate with `ca_file:`. Else look at this machine's "
          "date and "
          "at the package ca-certificates.");
  } else {
    error("server", server + " cannot be reached: " + problem + ".",
          "Look at the address in the settings, at this machine's network, and at its proxy (https_proxy).");
  }
}

void Examination::compare_clocks(const std::string& server, const domain::HttpResponse& response) {
  const auto header = response.headers.find("date");
  const auto theirs = header == response.headers.end() ? std::nullopt : read_http_date(header->second);
  if (!theirs) return;
  const base::Duration ahead = clock_.now() - *theirs;
  const base::Duration off = ahead < base::Duration::zero() ? -ahead : ahead;
  if (off < clocks_may_differ) {
    fine("clock", "This machine's clock and " + server + "'s agree.");
    return;
  }
  const auto minutes = std::chrono::duration_cast<std::chrono::minutes>(off).count();
  error("clock",
        "This machine's clock is " + std::to_string(minutes) + " minutes " +
            (ahead > base::Duration::zero() ? "ahead of " : "behind ") + server + "'s.",
        "Set it, and keep it set: sudo timedatectl set-ntp true.");
}

void Examination::rate_limit(const domain::HttpResponse& response) {
  const RateLimit left = read_rate_limit(response.headers, clock_.now());
  if (!left.remaining || !left.limit || *left.limit <= 0) return;
  const std::string words =
      std::to_string(*left.remaining) + " of " + std::to_string(*left.limit) + " requests are left";
  if (*left.remaining * 10 >= *left.limit) return fine("rate limit", words + ".");
  warning("rate limit", words + (left.reset ? " until " + base::to_rfc3339(*left.reset) : "") + ".",
          "Find out what else uses this account or this address; the bot waits when nothing is left.");
}

}  // namespace networks
