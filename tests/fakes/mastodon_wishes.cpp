#include "tests/fakes/mastodon_wishes.hpp"

#include "base/text.hpp"

namespace fakes {

using nlohmann::json;

namespace {

void put(json& wish, std::string name, const std::string& value) {
  if (name.empty()) return;
  if (name.ends_with("[]")) {
    name.resize(name.size() - 2);
    wish[name].push_back(value);
  } else {
    wish[name] = value;
  }
}

void add_form(json& wish, const std::string& form) {
  for (const std::string& one : base::split(form, '&')) {
    const std::size_t equals = std::min(one.find('='), one.size());
    put(wish, url_decoded(one.substr(0, equals)),
        equals < one.size() ? url_decoded(one.substr(equals + 1)) : "");
  }
}

// --BOUNDARY, headers with name="NAME", an empty line, the value; and so on.
void add_parts(json& wish, const std::string& body, const std::string& boundary) {
  const std::string mark = "--" + boundary;
  for (std::size_t at = body.find(mark); at != std::string::npos;) {
    const std::size_t next = body.find(mark, at + mark.size());
    const std::string part = body.substr(at, next == std::string::npos ? next : next - at);
    at = next;
    const std::size_t name = part.find("name=\"");
    const std::size_t value = part.find("\r\n\r\n");
    if (name == std::string::npos || value == std::string::npos) continue;
    const std::size_t begin = name + 6;
    put(wish, part.substr(begin, part.find('"', begin) - begin),
        part.substr(value + 4, part.size() - value - 4 - 2));
  }
}

}  // namespace

json wish_of(const WebRequest& request) {
  json wish = json::object();
  add_form(wish, request.query);
  const std::string type = request.header("content-type");
  const std::size_t boundary = type.find("boundary=");
  if (boundary != std::string::npos) {
    add_parts(wish, request.body, type.substr(boundary + 9));
  } else if (type.find("json") == std::string::npos) {
    add_form(wish, request.body);
  } else if (const json body = json::parse(request.body, nullptr, false); body.is_object()) {
    wish.update(body);
  }
  return wish;
}

std::string token_of(const WebRequest& request) {
  constexpr std::string_view bearer = "Bearer ";
  const std::string header = request.header("authorization");
  if (header.starts_with(bearer)) return header.substr(bearer.size());
  const std::string protocols = request.header("sec-websocket-protocol");
  if (!protocols.empty()) return protocols.substr(0, protocols.find(','));
  return request.field("access_token");
}

}  // namespace fakes
