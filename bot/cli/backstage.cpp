#include "cli/backstage.hpp"

#include "networks/silent.hpp"
#include "store/memory.hpp"

namespace cli {

app::Backstage backstage() {
  return {[] { return std::make_unique<store::MemoryStore>(); },
          [](domain::NetworkKind kind, const domain::Author& self) {
            return std::make_unique<networks::SilentNetwork>(kind, self);
          }};
}

}  // namespace cli
