#include "tests/language/labelled_posts.hpp"

#include <fstream>

#include "base/text.hpp"
#include "language/code_points.hpp"
#include "language/entities.hpp"

namespace labelled {

std::vector<Row> rows_of(const std::string& name, const std::string& split) {
  std::ifstream file(std::string(FLOCKMATE_SOURCE_DIR) + "/tests/language/labelled/" + name + ".tsv");
  std::vector<Row> rows;
  std::string line;
  std::getline(file, line);  // names of the columns
  while (std::getline(file, line)) {
    auto cells = base::split(line, '\t');
    if (cells.size() < 3 || cells[0] != split) continue;
    rows.push_back({cells[0], {cells.begin() + 1, cells.end()}});
  }
  return rows;
}

language::PlainText plain(const std::string& text) {
  const std::u32string points = language::code_points_of(text);
  return language::plain_text_of(points, language::entities_of(std::u32string_view(points)));
}

}  // namespace labelled
