// What X's stream listens for: one rule for each hashtag and one for mentions of the bot. X keeps the rules
// between connections, so they are listed before any is added. Rules of others are left alone.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "networks/x_session.hpp"

namespace networks {

class XRules {
 public:
  explicit XRules(XSession& session) : session_(session) {}

  // Makes them so on X, unless that was done before. Errors: unavailable.
  base::Status set(const std::vector<std::string>& hashtags, const std::string& handle);
  void forget() { standing_.clear(); }  // X says that they are not as we thought

  // Searches that find the same posts, each short enough for X.
  static std::vector<std::string> searches(const std::vector<std::string>& hashtags);

 private:
  struct Kept {
    std::set<std::string> values;
    std::vector<std::string> outdated;  // ids of ours that nobody wants any more
  };
  base::Result<Kept> list(const std::set<std::string>& wanted);
  base::Status change(const nlohmann::json& how);

  XSession& session_;
  std::set<std::string> standing_;
};

}  // namespace networks
