#include "alerts/journal.hpp"

#include <spdlog/spdlog.h>

namespace alerts {
namespace {

spdlog::level::level_enum level_of(domain::Alert::Kind kind) {
  switch (kind) {
    case domain::Alert::Kind::urgent:
    case domain::Alert::Kind::breaker:
      return spdlog::level::err;
    case domain::Alert::Kind::rules:
      return spdlog::level::warn;
    case domain::Alert::Kind::question:
    case domain::Alert::Kind::draft:
      return spdlog::level::info;
  }
  return spdlog::level::info;
}

}  // namespace

Journal::Journal(std::shared_ptr<spdlog::logger> log) : log_(std::move(log)) {}

base::Status Journal::tell(const domain::Alert& alert) {
  log_->log(level_of(alert.kind), "facilitators are called ({}): {}", alert.cohort, alert.text);
  return {};
}

}  // namespace alerts
