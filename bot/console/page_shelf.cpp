#include "console/page_shelf.hpp"

#include <kainjow/mustache.hpp>
#include <nlohmann/json.hpp>

#include "base/files.hpp"
#include "base/text.hpp"

namespace console {
namespace {

namespace mustache = kainjow::mustache;

struct StaticFile {
  std::string type;
  std::string content;
  std::string tag;
};

mustache::data to_data(const nlohmann::json& value) {
  switch (value.type()) {
    case nlohmann::json::value_t::object: {
      mustache::data object;
      for (const auto& [name, inner] : value.items()) object.set(name, to_data(inner));
      return object;
    }
    case nlohmann::json::value_t::array: {
      mustache::data list{mustache::data::type::list};
      for (const auto& inner : value) list.push_back(to_data(inner));
      return list;
    }
    case nlohmann::json::value_t::string: {
      const auto& text = value.get_ref<const std::string&>();
      return text.empty() ? mustache::data{false} : mustache::data{text};
    }
    case nlohmann::json::value_t::boolean:
      return mustache::data{value.get<bool>()};
    case nlohmann::json::value_t::null:
      return mustache::data{false};
    default:
      return mustache::data{value.dump()};
  }
}

// By value: rendering changes a template's inner state. Parsed once, rendered by many.
std::string render(mustache::mustache page, const mustache::data& words) {
  mustache::context<std::string> context;
  context.push(&words);
  return page.render(context);
}

std::string type_of(const std::filesystem::path& path) {
  const std::string ending = path.extension();
  if (ending == ".css") return "text/css; charset=utf-8";
  if (ending == ".js") return "text/javascript; charset=utf-8";
  if (ending == ".svg") return "image/svg+xml";
  return "application/octet-stream";
}

}  // namespace

struct PageShelf::Inner {
  std::map<std::string, mustache::mustache> pages;
  std::map<std::string, StaticFile> files;

  base::Status add_page(const std::filesystem::path& path);
  base::Status add_file(const std::filesystem::path& path);
};

base::Status PageShelf::Inner::add_page(const std::filesystem::path& path) {
  const auto text = base::read_file(path);
  if (!text) return text.error();
  mustache::mustache page(*text);
  if (!page.is_valid()) {
    return base::Error{base::ErrorKind::failed, "The page " + path.string() + " is broken: " +
                                                    page.error_message() + ". Install Flockmate again."};
  }
  pages.emplace(path.stem(), std::move(page));
  return {};
}

base::Status PageShelf::Inner::add_file(const std::filesystem::path& path) {
  auto text = base::read_file(path);
  if (!text) return text.error();
  const std::string tag = "\"" + base::to_hex(base::stable_hash(*text)) + "\"";
  files["/static/" + path.filename().string()] = {type_of(path), std::move(*text), tag};
  return {};
}

std::filesystem::path console_folder(const std::filesystem::path& root) {
  std::error_code code;
  const std::filesystem::path installed = root / "console";
  return std::filesystem::is_directory(installed, code) ? installed : root / "bot" / "console";
}

PageShelf::PageShelf() : inner_(std::make_unique<Inner>()) {}
PageShelf::~PageShelf() = default;

base::Result<std::unique_ptr<PageShelf>> PageShelf::open(const ShelfPlaces& places) {
  std::unique_ptr<PageShelf> shelf(new PageShelf());
  const auto pages = base::list_files(places.folder / "pages", ".mustache");
  if (!pages) return pages.error();
  for (const auto& path : *pages) {
    if (auto added = shelf->inner_->add_page(path); !added) return added.error();
  }
  for (const char* ending : {".css", ".js", ".svg"}) {
    const auto files = base::list_files(places.folder / "static", ending);
    if (!files) return files.error();
    for (const auto& path : *files) {
      if (auto added = shelf->inner_->add_file(path); !added) return added.error();
    }
  }
  if (auto added = shelf->inner_->add_file(places.bootstrap); !added) {
    return base::Error{base::ErrorKind::failed,
                       "The pages need the package libjs-bootstrap5: " + added.error().message};
  }
  for (const char* name : {"frame", "room", "why", "login", "trouble", "rules", "editor", "findings", "proof",
                           "versions", "old-version", "told", "kept", "help"}) {
    if (shelf->inner_->pages.count(name) == 0) {
      return base::Error{base::ErrorKind::failed,
                         "The page " + std::string(name) + ".mustache is missing in " +
                             (places.folder / "pages").string() + ". Install Flockmate again."};
    }
  }
  return shelf;
}

Response PageShelf::page(const std::string& name, const nlohmann::json& view, int status) const {
  Response response;
  response.status = status;
  mustache::data
      frame_words;  // only what the frame itself shows: a copy of the whole view would cost more than it
  for (const char* shown : {"title", "several", "cohorts", "places", "practice", "can_log_out", "token"}) {
    frame_words.set(shown, to_data(view.value(shown, nlohmann::json())));
  }
  frame_words.set("content", part(name, view));
  response.body = render(inner_->pages.at("frame"), frame_words);
  return response;
}

std::string PageShelf::part(const std::string& name, const nlohmann::json& view) const {
  return render(inner_->pages.at(name), to_data(view));
}

Response PageShelf::file(const Request& request) const {
  const auto found = inner_->files.find(request.path);
  if (found == inner_->files.end()) return plain_page(404, "Not found", "There is no such file here.");
  Response response;
  response.headers = {{"Cache-Control", "no-cache"}, {"ETag", found->second.tag}};
  response.type = found->second.type;
  if (request.header("if-none-match") == found->second.tag) {
    response.status = 304;
  } else {
    response.body = found->second.content;
  }
  return response;
}

}  // namespace console
