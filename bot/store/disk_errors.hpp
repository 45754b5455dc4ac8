// What a failure of the database means for the people who run the bot.
#pragma once

#include <SQLiteCpp/Exception.h>

#include <string>

#include "base/result.hpp"

namespace store {

base::Error damaged(const std::string& path);
base::Error explain(const SQLite::Exception& problem, const std::string& path);

}  // namespace store
