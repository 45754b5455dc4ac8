// Four numbers that are reckoned with at once.
#pragma once

namespace language {

using Four = float __attribute__((vector_size(16)));

}  // namespace language
