// What the parts of the X in memory share.
#pragma once

#include <map>
#include <nlohmann/json.hpp>
#include <string>

#include "domain/http_client.hpp"

namespace fakes::x_parts {

// "a=1&b=%20", decoded.
std::map<std::string, std::string> decoded_pairs(const std::string& text);

domain::HttpResponse answer(int status, const nlohmann::json& body);
// The title is the status's usual one.
domain::HttpResponse problem(int status, const std::string& detail);

}  // namespace fakes::x_parts
