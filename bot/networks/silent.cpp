#include "networks/silent.hpp"

#include <utility>

namespace networks {

using domain::Published;
using domain::Utterance;

SilentNetwork::SilentNetwork(domain::NetworkKind kind, const std::string& handle) : kind_(kind) {
  self_.id = "bot";
  self_.handle = handle;
  self_.name = handle;
  self_.bot = true;
}

std::vector<Utterance> SilentNetwork::take_said() {
  const std::lock_guard lock(mutex_);
  return std::exchange(said_, {});
}

base::Status SilentNetwork::listen(const std::string& /*cursor*/, domain::EventSink /*sink*/) {
  return {};
}

// The id is made of the key: the same utterance has the same one in every run.
base::Result<Published> SilentNetwork::publish(const Utterance& utterance) {
  const std::lock_guard lock(mutex_);
  said_.push_back(utterance);
  return Published{"silent/" + utterance.key, ""};
}

base::Result<std::optional<Published>> SilentNetwork::look_up(const Utterance& /*utterance*/) {
  return std::optional<Published>();
}

base::Status SilentNetwork::withdraw(const std::string& /*id*/) {
  return {};
}

base::Result<std::vector<domain::Post>> SilentNetwork::read_thread(const domain::Post& post) {
  return std::vector<domain::Post>{post};
}

}  // namespace networks
