// Several channels as one: every alert goes to each of them.
#pragma once

#include <vector>

#include "domain/alert.hpp"

namespace alerts {

class Channels final : public domain::Alerts {
 public:
  // They outlive it.
  explicit Channels(std::vector<domain::Alerts*> channels) : channels_(std::move(channels)) {}
  // The first error, after all were told.
  base::Status tell(const domain::Alert& alert) override {
    base::Status first;
    for (domain::Alerts* channel : channels_) {
      const base::Status told = channel->tell(alert);
      if (first && !told) first = told;
    }
    return first;
  }

 private:
  const std::vector<domain::Alerts*> channels_;
};

}  // namespace alerts
