#include "cli/message_examination.hpp"

#include "domain/messenger.hpp"

namespace cli {

using domain::Finding;
using domain::Health;

domain::Findings examine_messages(domain::NetworkKind network,
                                  const std::vector<domain::Facilitator>& facilitators,
                                  domain::Messenger& messenger) {
  const std::string word(domain::to_word(network));
  const std::string what = word + ": direct messages";
  domain::Findings findings;
  for (const domain::Facilitator& person : facilitators) {
    const auto handle = person.handles.find(network);
    if (handle == person.handles.end()) continue;
    const base::Status works = messenger.examine(handle->second);
    Finding finding = works
                          ? Finding{what, Health::fine, person.name + " can be called by direct message.", ""}
                          : domain::finding_of(what, works.error(), Health::warning);
    if (!works) finding.sentence = person.name + " cannot be called: " + finding.sentence;
    findings.push_back(std::move(finding));
  }
  if (findings.empty()) {
    findings.push_back({what, Health::warning, "The course names no facilitator there, so nobody is called.",
                        "Add the line `" + word + ":` with their handle below `facilitators:`."});
  }
  return findings;
}

}  // namespace cli
