// How far each source (a hashtag on a server, the notifications) was heard: what a cursor holds. A value.
#pragma once

#include <map>
#include <string>

namespace networks {

class MastodonPlaces {
 public:
  // A cursor that cannot be read is as if there were none: what was heard already is known by its id.
  static MastodonPlaces from_cursor(const std::string& cursor);
  std::string cursor() const;

  std::string place(const std::string& source) const;              // the last id, or ""
  void advance(const std::string& source, const std::string& id);  // never back

 private:
  std::map<std::string, std::string> places_;
};

}  // namespace networks
