#include "networks/practice_people.hpp"

#include "base/text.hpp"
#include "networks/post_json.hpp"

namespace networks {

using base::Error;
using base::ErrorKind;

namespace {

constexpr std::size_t longest_handle = 60;

// "@Ana María" becomes "Ana_María": what stands behind an @ holds no spaces or punctuation.
std::string as_handle(const std::string& typed) {
  std::string handle;
  for (const char letter : base::trim(typed)) {
    const auto byte = static_cast<unsigned char>(letter);
    const bool plain = (byte >= '0' && byte <= '9') || (byte >= 'a' && byte <= 'z') ||
                       (byte >= 'A' && byte <= 'Z') || byte == '_' || byte == '-' || byte == '.' ||
                       byte >= 0x80;
    if (plain) handle += letter;
    if (letter == ' ') handle += '_';
  }
  return handle;
}

}  // namespace

std::string account_of(const std::string& handle, const std::string& bot_handle) {
  const std::string folded = base::fold(handle);
  return folded == base::fold(bot_handle) ? bot_account : "person-" + folded;
}

base::Result<domain::Author> practice_author(const std::string& handle, const std::string& name,
                                             const std::string& bot_handle) {
  if (!base::is_valid_utf8(handle) || !base::is_valid_utf8(name)) {
    return Error{ErrorKind::invalid, "The name is not readable text (UTF-8). Type it again."};
  }
  domain::Author author;
  author.handle = as_handle(handle);
  if (author.handle.empty()) return Error{ErrorKind::invalid, "Who speaks? Type a name."};
  if (author.handle.size() > longest_handle || name.size() > 2 * longest_handle) {
    return Error{ErrorKind::invalid, "That name is too long. Use a shorter one."};
  }
  author.id = account_of(author.handle, bot_handle);
  if (author.id == bot_account)
    return Error{ErrorKind::invalid, "That is the bot's own name. Choose another one."};
  author.name = name.empty() ? author.handle : name;
  return author;
}

base::Status check_practice_text(const std::string& text) {
  if (base::trim(text).empty())
    return Error{ErrorKind::invalid, "There is nothing to post. Type something first."};
  if (text.size() > longest_text) {
    return Error{ErrorKind::invalid, "That post is too long: " + std::to_string(text.size() / 1024) +
                                         " KiB, and at most 64 KiB fit. Make it shorter."};
  }
  if (!base::is_valid_utf8(text)) {
    return Error{ErrorKind::invalid, "That post is not readable text (UTF-8). Type or paste it again."};
  }
  return {};
}

}  // namespace networks
