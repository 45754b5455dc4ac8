// A value or the reason why there is none. Errors travel up as values; nothing here throws.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <variant>

namespace base {

// What a caller can do about an error. The message is for people; the kind is for code.
enum class ErrorKind {
  invalid,      // the input is wrong: say so to whoever wrote it
  not_found,    // the thing named does not exist (any more)
  conflict,     // it exists already, or somebody else changed it
  refused,      // the other side understood and said no; asking again does not help
  unavailable,  // try again later
  in_doubt,     // it may or may not have happened; look before trying again
  too_new,      // written by a newer version of the program
  failed,       // the machine: disk full, permission, no memory
};

struct Error {
  ErrorKind kind = ErrorKind::failed;
  std::string
      message;  // one sentence or more, plain language, with what to do where there is something to do
};

template <typename T>
class [[nodiscard]] Result {
 public:
  Result(T value)
      : state_(std::in_place_index<0>, std::move(value)) {}  // NOLINT(google-explicit-constructor)
  Result(Error error) : state_(std::in_place_index<1>, std::move(error)) {}  // NOLINT

  bool ok() const { return state_.index() == 0; }
  explicit operator bool() const { return ok(); }
  // Calling value() on an error, or error() on a value, is a bug of ours.
  T& value() & { return std::get<0>(state_); }
  const T& value() const& { return std::get<0>(state_); }
  T&& value() && { return std::get<0>(std::move(state_)); }
  T& operator*() & { return value(); }
  const T& operator*() const& { return value(); }
  T* operator->() { return &value(); }
  const T* operator->() const { return &value(); }
  const Error& error() const { return std::get<1>(state_); }

 private:
  std::variant<T, Error> state_;
};

template <>
class [[nodiscard]] Result<void> {
 public:
  Result() = default;
  Result(Error error) : error_(std::move(error)) {}  // NOLINT(google-explicit-constructor)

  bool ok() const { return !error_; }
  explicit operator bool() const { return ok(); }
  const Error& error() const { return *error_; }

 private:
  std::optional<Error> error_;
};

using Status = Result<void>;

}  // namespace base
