// How the pages put things: the same few phrases everywhere.
#pragma once

#include <string>

#include "base/clock.hpp"
#include "domain/decision.hpp"
#include "domain/post.hpp"

namespace console {

std::string age_words(base::Duration age);               // "just now", "12 min", "3 h 5 min", "2 days"
std::string action_words(const domain::Action& action);  // "tells the facilitators on duty"
std::string route_words(domain::Route route);            // "draft: a human sends it"
std::string told_words(const std::string& to);           // "the facilitators on duty", "everybody", "Dana"
std::string verdict_class(domain::Verdict verdict);      // for the style sheet: "not-reached"
std::string anchor_of(const domain::PostKey& key);       // an id that is safe in HTML
std::string why_link(const domain::PostKey& key, const std::string& cohort);
std::string rules_link(const std::string& cohort);
std::string rule_anchor(const std::string& rule);  // its card on the Rules page
// The editor with a file; `line` from 1, 0: from its top.
std::string editor_link(const std::string& cohort, const std::string& path, int line = 0);
std::string old_version_link(const std::string& cohort, const std::string& path, const std::string& id);
// (3, "mistake") is "3 mistakes"
std::string counted(std::size_t count, const std::string& thing);
std::string size_words(std::size_t bytes);          // "312 bytes", "4 KiB"
std::string initial_of(const std::string& name);    // first letter, upper case
std::string colour_of(const std::string& account);  // one of eight, "hue-3"
std::string handle_from(const std::string& name);   // "Léa Roy" becomes "lea_roy"; "" when nothing is left

}  // namespace console
