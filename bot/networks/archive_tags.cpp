#include <algorithm>
#include <array>
#include <charconv>
#include <map>
#include <sstream>

#include "base/text.hpp"
#include "networks/archive_formats.hpp"
#include "networks/csv_rows.hpp"
#include "networks/post_json.hpp"

// The sheet of a TAGS archiver (tweets by hashtag), saved as CSV.
namespace networks {

using base::Error;
using base::ErrorKind;
using domain::Post;

namespace {

using Columns = std::map<std::string, std::size_t>;

std::string cell(const Columns& columns, const std::vector<std::string>& cells, const char* name) {
  const auto column = columns.find(name);
  const bool there = column != columns.end() && column->second < cells.size();
  return there ? base::valid_utf8(base::trim(cells[column->second])) : "";
}

int number(std::string_view text) {
  int value = -1;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

std::optional<base::Instant> instant_of(int year, int month, int day, const std::string& clock) {
  const auto instant = base::parse_rfc3339(std::to_string(year) + "-" + base::two_digits(month) + "-" +
                                           base::two_digits(day) + "T" + clock + "Z");
  return instant ? std::optional(*instant) : std::nullopt;
}

// "Tue Mar 03 21:50:00 +0000 2026" (created_at, always UTC) or "03/03/2026 21:50:00" (time: day first).
std::optional<base::Instant> read_time(const std::string& text) {
  constexpr std::array<std::string_view, 12> months{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                    "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  const auto words = base::split(text, ' ');
  if (words.size() == 6) {
    const auto* month = std::find(months.begin(), months.end(), words[1]);
    if (month == months.end()) return std::nullopt;
    return instant_of(number(words[5]), static_cast<int>(month - months.begin()) + 1, number(words[2]),
                      words[3]);
  }
  if (words.size() != 2) return std::nullopt;
  const auto date = base::split(words[0], '/');
  if (date.size() != 3) return std::nullopt;
  return instant_of(number(date[2]), number(date[1]), number(date[0]), words[1]);
}

base::Result<Post> read_row(const Columns& columns, const std::vector<std::string>& cells) {
  const auto at = [&](const char* name) { return cell(columns, cells, name); };
  Post post;
  post.network = domain::NetworkKind::x;
  post.id = at("id_str");
  post.author.handle = at("from_user");
  post.author.name = post.author.handle;
  post.author.id = at("from_user_id_str");
  if (post.author.id.empty()) post.author.id = base::fold(post.author.handle);
  post.text = unescaped(at("text"));
  auto time = read_time(at("created_at"));
  if (!time) time = read_time(at("time"));
  if (!time) return Error{ErrorKind::invalid, "neither created_at nor time is a time"};
  post.created_at = *time;
  post.in_reply_to = at("in_reply_to_status_id_str");
  post.thread = post.in_reply_to.empty() ? post.id : post.in_reply_to;
  post.language = at("user_lang").substr(0, 2);
  if (post.text.starts_with("RT @")) post.boost_of = "?";  // the sheet does not say of which post
  post.url = at("status_url");
  add_tags_and_links(post);
  if (auto checked = check_post(post); !checked) return checked.error();
  return post;
}

}  // namespace

bool posts_of_tags(std::istream& stream, const std::function<void(std::size_t, base::Result<Post>)>& take) {
  CsvRows rows(stream);
  if (!rows.next()) return true;
  Columns columns;
  for (std::size_t i = 0; i < rows.cells().size(); ++i) columns.emplace(base::trim(rows.cells()[i]), i);
  const bool timed = columns.contains("created_at") || columns.contains("time");
  if (!timed || !columns.contains("id_str") || !columns.contains("from_user") || !columns.contains("text")) {
    return false;
  }
  while (rows.next()) {
    const bool empty = rows.cells().size() == 1 && rows.cells().front().empty();
    if (empty) continue;
    if (rows.too_long()) {
      take(rows.line(), Error{ErrorKind::invalid, "it is too long"});
    } else {
      take(rows.line(), read_row(columns, rows.cells()));
    }
  }
  return true;
}

}  // namespace networks
