// A request and its answer as values; no library shows through.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace console {

using Fields = std::map<std::string, std::string>;

struct Request {
  std::string method;  // GET, HEAD or POST: others never arrive here
  std::string path;    // percent-decoded, valid UTF-8
  Fields query;        // the same; of a name given twice the last counts
  Fields form;         // of a POST
  Fields headers;      // names in lower case
  Fields cookies;
  std::string address;  // of the client, without the port

  // "" when missing.
  const std::string& header(const std::string& name) const;
  const std::string& cookie(const std::string& name) const;
  const std::string& field(const std::string& name) const;  // of the form
  const std::string& asked(const std::string& name) const;  // of the query
};

struct Response {
  int status = 200;
  std::string type = "text/html; charset=utf-8";
  std::string body;
  std::vector<std::pair<std::string, std::string>> headers;
  bool event_stream = false;  // stays open and tells of every change; body is not used
};

// Called by several threads at once; must not throw and must not wait.
using Answer = std::function<Response(const Request&)>;

std::string_view reason_phrase(int status);
Response redirect_to(std::string where);  // 303
Response json_answer(int status, std::string body);
// A page without any other page's help: for what goes wrong before there is one. Words are escaped here.
Response plain_page(int status, std::string_view title, std::string_view words);

// "a=1&b=two+words", percent-decoded, bytes made valid UTF-8; at most `most` fields, the rest is left out.
Fields parse_form(std::string_view body, std::size_t most = 64);
Fields parse_cookies(std::string_view header);
std::string escape_html(std::string_view text);
std::string percent_encode(std::string_view text);  // for one value in a query

}  // namespace console
