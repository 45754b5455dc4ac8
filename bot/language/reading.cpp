#include "language/reading.hpp"

namespace language {

std::string_view to_word(Danger danger) {
  switch (danger) {
    case Danger::none:
      return "";
    case Danger::self_harm:
      return "self-harm";
    case Danger::harassment:
      return "harassment";
    case Danger::grief:
      return "grief";
    case Danger::threat:
      return "threat";
  }
  return "";
}

std::string_view to_word(Command command) {
  switch (command) {
    case Command::none:
      return "";
    case Command::stop:
      return "stop";
    case Command::start:
      return "start";
    case Command::join:
      return "join";
    case Command::forget:
      return "forget";
    case Command::help:
      return "help";
    case Command::who:
      return "who";
  }
  return "";
}

}  // namespace language
