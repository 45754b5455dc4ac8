// The pages' templates and the files they load, read once at start. What is not on the shelf does not exist:
// no path of a request ever reaches the disk.
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <nlohmann/json_fwd.hpp>
#include <string>

#include "base/result.hpp"
#include "console/http.hpp"

namespace console {

// Where the shipped files' root is the source tree or an installation's share folder: what of it is ours.
std::filesystem::path console_folder(const std::filesystem::path& root);

struct ShelfPlaces {
  std::filesystem::path folder;     // holds pages/*.mustache and static/*
  std::filesystem::path bootstrap;  // bootstrap.min.css, of the package libjs-bootstrap5
};

class PageShelf {
 public:
  // Errors (failed) name the file or package that is missing.
  static base::Result<std::unique_ptr<PageShelf>> open(const ShelfPlaces& places);
  ~PageShelf();
  PageShelf(const PageShelf&) = delete;
  PageShelf& operator=(const PageShelf&) = delete;

  // The page `name` inside the frame that all pages share. In the view, "" and null count as absent, and
  // every text is escaped. Thread-safe.
  Response page(const std::string& name, const nlohmann::json& view, int status = 200) const;
  // The page `name` without the frame. It is HTML: a page takes it over with three braces.
  std::string part(const std::string& name, const nlohmann::json& view) const;
  // "/static/app.css"; 404 for what is not there.
  Response file(const Request& request) const;

 private:
  PageShelf();
  struct Inner;
  std::unique_ptr<Inner> inner_;
};

}  // namespace console
