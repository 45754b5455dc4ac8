#include "console/http.hpp"

#include "base/text.hpp"

namespace console {
namespace {

const std::string& found(const Fields& fields, const std::string& name) {
  static const std::string nothing;
  const auto place = fields.find(name);
  return place == fields.end() ? nothing : place->second;
}

int hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

std::string form_decode(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool escaped =
        text[i] == '%' && i + 2 < text.size() && hex_digit(text[i + 1]) >= 0 && hex_digit(text[i + 2]) >= 0;
    if (escaped) {
      out += static_cast<char>(hex_digit(text[i + 1]) * 16 + hex_digit(text[i + 2]));
      i += 2;
    } else {
      out += text[i] == '+' ? ' ' : text[i];
    }
  }
  return base::valid_utf8(out);
}

}  // namespace

const std::string& Request::header(const std::string& name) const {
  return found(headers, name);
}
const std::string& Request::cookie(const std::string& name) const {
  return found(cookies, name);
}
const std::string& Request::field(const std::string& name) const {
  return found(form, name);
}
const std::string& Request::asked(const std::string& name) const {
  return found(query, name);
}

std::string_view reason_phrase(int status) {
  switch (status) {
    case 400:
      return "Bad request";
    case 401:
      return "Not logged in";
    case 403:
      return "Not allowed";
    case 404:
      return "Not found";
    case 405:
      return "Method not allowed";
    case 409:
      return "That did not work";
    case 411:
      return "Length required";
    case 413:
      return "Too large";
    case 415:
      return "Not understood";
    case 421:
      return "Wrong address";
    case 429:
      return "Too many tries";
    case 503:
      return "Not now";
    default:
      return status < 400 ? "Fine" : "Something went wrong";
  }
}

Response redirect_to(std::string where) {
  Response response;
  response.status = 303;
  response.type = "text/plain; charset=utf-8";
  response.headers.emplace_back("Location", std::move(where));
  return response;
}

Response json_answer(int status, std::string body) {
  Response response;
  response.status = status;
  response.type = "application/json";
  response.body = std::move(body);
  return response;
}

Response plain_page(int status, std::string_view title, std::string_view words) {
  Response response;
  response.status = status;
  response.body =
      "<!doctype html>\n<html lang=\"en\">\n<head><meta charset=\"utf-8\">"
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">"
      "<link rel=\"icon\" href=\"/static/icon.svg\">"
      "<link rel=\"stylesheet\" href=\"/static/app.css\"><title>" +
      escape_html(title) + " - Flockmate</title></head>\n<body class=\"plain\"><main><h1>" +
      escape_html(title) + "</h1><p>" + escape_html(words) +
      "</p><p><a href=\"/\">Back to the conversation</a></p></main></body>\n</html>\n";
  return response;
}

Fields parse_form(std::string_view body, std::size_t most) {
  Fields fields;
  std::size_t count = 0;
  while (!body.empty() && count++ < most) {
    const std::size_t end = std::min(body.find('&'), body.size());
    const std::string_view field = body.substr(0, end);
    const std::size_t equals = field.find('=');
    const std::string name = form_decode(field.substr(0, equals));
    if (!name.empty())
      fields[name] = equals == std::string_view::npos ? "" : form_decode(field.substr(equals + 1));
    body.remove_prefix(std::min(end + 1, body.size()));
  }
  return fields;
}

Fields parse_cookies(std::string_view header) {
  Fields cookies;
  for (const std::string& part : base::split(header, ';')) {
    const std::string pair = base::trim(part);
    const std::size_t equals = pair.find('=');
    if (equals == std::string::npos || equals == 0) continue;
    cookies.emplace(pair.substr(0, equals), pair.substr(equals + 1));  // the first one is the most specific
  }
  return cookies;
}

std::string escape_html(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (const char c : text) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      case '\'':
        out += "&#39;";
        break;
      default:
        out += c;
    }
  }
  return out;
}

std::string percent_encode(std::string_view text) {
  static constexpr std::string_view digits = "0123456789ABCDEF";
  static constexpr std::string_view plain =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";
  std::string out;
  for (const char c : text) {
    if (plain.find(c) != std::string_view::npos) {
      out += c;
    } else {
      const auto byte = static_cast<unsigned char>(c);
      out += '%';
      out += digits[byte >> 4U];
      out += digits[byte & 15U];
    }
  }
  return out;
}

}  // namespace console
