// Many exponentials at once.
#pragma once

#include <span>

namespace language {

// The sum of exp(number - highest) over all numbers; those that are `too_far` or further behind count for
// nothing. No number is above `highest`; `too_far` is at most 20. The error is below 1e-12 for each.
double sum_of_exponentials(std::span<const float> numbers, double highest, double too_far);

}  // namespace language
