// What the parts of BlueskyServer share. For the bluesky_*.cpp here.
#pragma once

#include "tests/fakes/bluesky_server.hpp"

namespace fakes::bluesky {

inline constexpr const char* post_type = "app.bsky.feed.post";

inline domain::HttpResponse answer(const nlohmann::json& body, int status = 200) {
  return {status, {{"content-type", "application/json"}}, body.dump()};
}

inline domain::HttpResponse error(int status, const std::string& name, const std::string& message) {
  return answer({{"error", name}, {"message", message}}, status);
}

inline int hex_digit(char letter) {
  if (letter >= '0' && letter <= '9') return letter - '0';
  return (letter | 0x20) - 'a' + 10;
}

inline std::string decoded(std::string_view text) {
  std::string plain;
  for (std::size_t place = 0; place < text.size(); ++place) {
    if (text[place] == '%' && place + 2 < text.size()) {
      plain += static_cast<char>(hex_digit(text[place + 1]) * 16 + hex_digit(text[place + 2]));
      place += 2;
    } else {
      plain += text[place];
    }
  }
  return plain;
}

// "" for a root post, and for one whose reply makes no sense.
inline std::string parent_of(const nlohmann::json& record) {
  const nlohmann::json::json_pointer place("/reply/parent/uri");
  return record.contains("reply") && record["reply"].is_object() && record.contains(place)
             ? record[place].get<std::string>()
             : "";
}

inline std::string account_of(const std::string& uri) {
  const std::size_t begin = std::string_view("at://").size();
  return uri.size() < begin ? "" : uri.substr(begin, uri.find('/', begin) - begin);
}

inline std::string collection_of(const std::string& uri) {
  const std::size_t begin = uri.find('/', std::string_view("at://").size()) + 1;
  return uri.substr(begin, uri.find('/', begin) - begin);
}

inline std::string uri_of(const std::string& did, const std::string& collection, const std::string& key) {
  return "at://" + did + "/" + collection + "/" + key;
}

}  // namespace fakes::bluesky
