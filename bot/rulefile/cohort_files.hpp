// A cohort's files, as text.
#pragma once

#include <map>
#include <string>
#include <vector>

namespace rulefile {

struct SourceFile {
  std::string path;  // as people should see it
  std::string text;  // any bytes
};

struct CohortFiles {
  std::string cohort;                 // name of the folder
  std::vector<SourceFile> files;      // *.yaml (and *.test.yaml) of the cohort, by file name
  std::vector<SourceFile> templates;  // templates/<language>/<name>.mustache of the cohort
  std::vector<SourceFile> starter;    // the shipped pack's *.yaml
  std::vector<SourceFile> starter_templates;
  std::vector<std::string> not_read;         // paths of *.yml files: a slip that would lose rules in silence
  std::map<std::string, std::string> texts;  // other files named by the course (joined: roster.txt), by name
};

}  // namespace rulefile
