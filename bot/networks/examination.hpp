// An examination of one account on one network: questions to its server, and what the answers mean for ops.
// For the *_examination.cpp here.
#pragma once

#include <optional>
#include <string>

#include "domain/finding.hpp"
#include "domain/http_client.hpp"

namespace networks {

class Examination {
 public:
  // `name` begins every finding: "mastodon". Both references outlive it.
  Examination(std::string name, domain::HttpClient& http, const base::Clock& clock);

  void fine(const std::string& what, const std::string& sentence);
  void by_hand(const std::string& what, const std::string& sentence, const std::string& mend);
  void warning(const std::string& what, const std::string& sentence, const std::string& mend);
  void error(const std::string& what, const std::string& sentence, const std::string& mend);
  void add(domain::Finding finding) { findings_.push_back(std::move(finding)); }

  base::Result<domain::HttpResponse> ask(const domain::HttpRequest& request) { return http_.send(request); }
  // The first question: is the server there, is its certificate good, does its clock agree with ours? None
  // when there is nothing to go on with.
  std::optional<domain::HttpResponse> reach(const domain::HttpRequest& request);
  // How many requests are left, by the headers of any answer.
  void rate_limit(const domain::HttpResponse& response);

  const domain::Findings& findings() const { return findings_; }

 private:
  void unreachable(const std::string& server, const std::string& problem);
  void compare_clocks(const std::string& server, const domain::HttpResponse& response);
  void note(const std::string& what, domain::Health health, const std::string& sentence,
            const std::string& mend);

  const std::string name_;
  domain::HttpClient& http_;
  const base::Clock& clock_;
  domain::Findings findings_;
};

// "https://social.example/api" is "social.example".
std::string host_of(const std::string& url);
// Somebody else's words, to go on after them.
std::string without_stop(std::string words);
// On one server: is the account that the settings name ("Flockmate", or "flockmate@social.example") the one
// that the server tells of? "" names any.
bool is_account(const std::string& named, const std::string& told);

}  // namespace networks
