#include "app/aside.hpp"

#include <sys/resource.h>
#include <unistd.h>

namespace app {

// On Linux the priority is the thread's, not the process's. A refusal costs speed only.
void yield_to_others() {
  constexpr int polite = 10;
  (void)::setpriority(PRIO_PROCESS, static_cast<id_t>(::gettid()), polite);
}

}  // namespace app
