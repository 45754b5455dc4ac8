// As whom one can speak in the practice room.
#pragma once

#include <string>
#include <vector>

#include "domain/course.hpp"
#include "domain/post.hpp"

namespace console {

struct Voice {
  std::string handle;
  std::string name;
};

struct Voices {
  Voice newcomer;               // somebody who has never spoken
  std::vector<Voice> learners;  // those who spoke last first, then two who are always there
  std::vector<Voice> facilitators;
  Voice guest;

  // The one with this handle, or nullptr.
  const Voice* find(const std::string& handle) const;
};

// `timeline`: newest first, as the practice room gives it.
Voices voices_of(const domain::Course& course, const std::vector<domain::Post>& timeline,
                 const std::string& bot_handle);

}  // namespace console
