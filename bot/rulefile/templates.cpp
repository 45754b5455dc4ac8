#include "rulefile/templates.hpp"

#include <algorithm>
#include <filesystem>

#include "base/text.hpp"
#include "domain/course.hpp"
#include "rulefile/cohort_files.hpp"
#include "rulefile/near_words.hpp"
#include "rulefile/typed_text.hpp"

namespace rulefile {
namespace {

bool is_separator(std::string_view line) {
  return base::trim(line) == "---";
}

void add_variant(TemplatePart& part, int first_line, int end_line) {
  std::string text;
  for (int line = first_line; line < end_line; ++line) {
    if (line > first_line) text += '\n';
    text += part.source.line(line);
  }
  // Empty lines around a variant are layout; those before it must not shift the places inside it.
  int first = first_line;
  while (first < end_line && base::trim(part.source.line(first)).empty()) ++first;
  const std::string trimmed = base::trim(text);
  const Spot spot{first, 1, first, 1 + static_cast<int>(base::count_code_points(part.source.line(first)))};
  if (trimmed.empty()) {
    part.findings.add(Message::empty_wording, {first_line, 1, first_line, 2});
    return;
  }
  check_placeholders(
      trimmed, {first, 1 + static_cast<int>(part.source.line(first).find_first_not_of(" \t")), first, 1},
      true, part.findings);
  part.variants.push_back({domain::ActionKind::reply, part.language, trimmed, spot});
}

// Where in a text a tag stands, as a spot of the file.
Spot spot_within(const std::string& text, std::size_t begin, std::size_t end, const Spot& start) {
  const std::string before = text.substr(0, begin);
  const auto lines = static_cast<int>(std::count(before.begin(), before.end(), '\n'));
  const std::size_t line_start = lines == 0 ? 0 : before.rfind('\n') + 1;
  const int first_column = lines == 0 ? start.column : 1;
  const int column = first_column + static_cast<int>(base::count_code_points(before.substr(line_start)));
  const int width = static_cast<int>(base::count_code_points(text.substr(begin, end - begin)));
  return {start.line + lines, column, start.line + lines, column + width};
}

// Where a piece of a text stands in the file that the text was read from, a block text below its key
// included; the text's own spot where the piece was written otherwise.
Spot spot_of_piece(const SourceText& source, const std::string& piece, const Spot& text) {
  constexpr int longest = 200;  // lines
  for (int number = text.line; number <= std::min(source.lines(), text.line + longest); ++number) {
    const std::string_view line = source.line(number);
    for (std::size_t at = line.find(piece); at != std::string_view::npos; at = line.find(piece, at + 1)) {
      const Spot found = source.spot(number, at, at + piece.size());
      if (number > text.line || found.column >= text.column) return found;
    }
  }
  return text;
}

// {name}: one brace is missing on each side.
void check_single_braces(const std::string& text, const Spot& spot, bool is_file, Findings& findings) {
  for (std::size_t at = text.find('{'); at != std::string::npos; at = text.find('{', at + 1)) {
    const std::size_t close = text.find('}', at);
    if (close == std::string::npos) return;
    const bool pair = text.compare(at, 2, "{{") == 0;
    const std::string name = pair ? "" : base::trim(std::string_view(text).substr(at + 1, close - at - 1));
    const auto& names = placeholder_names();
    if (std::find(names.begin(), names.end(), name) != names.end()) {
      const Spot where = is_file ? spot_within(text, at, close + 1, spot)
                                 : spot_of_piece(findings.source(), text.substr(at, close + 1 - at), spot);
      return findings.add(Message::single_braces, where, {name});
    }
    at = close;
  }
}

void check_as_typed(const std::string& text, const Spot& spot, bool is_file, Findings& findings) {
  const auto tell = [&](Message message, const std::string& piece, const std::vector<Argument>& arguments) {
    const std::size_t at = text.find(piece);
    const Spot where = is_file ? spot_within(text, at, at + piece.size(), spot)
                               : spot_of_piece(findings.source(), piece, spot);
    findings.add(message, where, arguments);
  };
  if (const auto found = seen_as_typed(text)) {
    tell(Message::as_it_stands, found->piece, {found->piece, found->instead});
  }
  if (const std::string link = half_link_in(text); !link.empty()) {
    tell(Message::half_link, link, {link, Argument(Phrase::write_instead, {whole_link(link)})});
  }
  if (const std::string piece = at_before_handle(text); !piece.empty()) {
    tell(Message::at_before_handle, piece, {});
  }
}

}  // namespace

const std::vector<std::string>& placeholder_names() {
  static const std::vector<std::string> names{"name",        "handle",      "term",     "definition",
                                              "answer",      "question",    "host",     "contact",
                                              "course.name", "course.site", "post.link"};
  return names;
}

void check_placeholders(const std::string& text, const Spot& spot, bool is_file, Findings& findings) {
  check_single_braces(text, spot, is_file, findings);
  check_as_typed(text, spot, is_file, findings);
  std::size_t at = 0;
  while ((at = text.find("{{", at)) != std::string::npos) {
    const bool triple = text.compare(at, 3, "{{{") == 0;
    const std::size_t close = text.find("}}", at + 2);
    const std::size_t end =
        close == std::string::npos ? text.size() : std::min(text.size(), close + (triple ? 3 : 2));
    const Spot where = is_file ? spot_within(text, at, end, spot)
                               : spot_of_piece(findings.source(), text.substr(at, end - at), spot);
    if (close == std::string::npos) {
      findings.add(Message::broken_placeholder, where, {Phrase::never_closed});
      return;
    }
    std::string name = base::trim(text.substr(at + (triple ? 3 : 2), close - at - (triple ? 3 : 2)));
    const bool raw = triple || name.starts_with('&');
    if (name.starts_with('&')) name = base::trim(name.substr(1));
    const auto& names = placeholder_names();
    if (raw) {
      findings.add(Message::raw_placeholder, where, {name});
    } else if (!name.empty() && std::string_view("#^/!>=").find(name.front()) != std::string_view::npos) {
      findings.add(Message::broken_placeholder, where, {Phrase::only_plain});
    } else if (std::find(names.begin(), names.end(), name) == names.end()) {
      const std::string known = placeholder_meant(name);
      const std::string near = known.empty() ? base::closest(name, names) : known;
      findings.add(Message::unknown_placeholder, where,
                   {base::shorten(name, 40),
                    near.empty() ? Argument("") : Argument(Phrase::did_you_mean_placeholder, {near}),
                    Argument(Phrase::placeholders_are, {base::join(names, "}}, {{")})});
    } else if (name == "host") {
      findings.add(Message::not_available, where, {"{{host}}"});
    }
    at = end;
  }
}

std::unique_ptr<TemplatePart> read_template(const SourceFile& file) {
  const bool too_large = file.text.size() > largest_file;
  auto part = std::make_unique<TemplatePart>(SourceFile{file.path, too_large ? std::string() : file.text});
  const std::filesystem::path path(file.path);
  part->name = path.stem().string();
  part->language = path.parent_path().filename().string();
  if (too_large) {
    part->findings.add(Message::file_too_large, {});
    return part;
  }
  if (const int broken = part->source.broken_line(); broken != 0) {
    part->findings.add(Message::not_text, part->source.spot(broken, 0, part->source.line(broken).size()));
    return part;
  }
  int first = 1;
  for (int line = 1; line <= part->source.lines() + 1; ++line) {
    if (line <= part->source.lines() && !is_separator(part->source.line(line))) continue;
    add_variant(*part, first, line);
    first = line + 1;
  }
  return part;
}

}  // namespace rulefile
