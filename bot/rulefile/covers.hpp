// Which lines of rules take in all that others do.
#pragma once

namespace rules {
struct Condition;
}  // namespace rules

namespace rulefile {

// Whatever satisfies `narrow` satisfies `wide` too; false when in doubt.
bool covers(const rules::Condition& wide, const rules::Condition& narrow);

}  // namespace rulefile
