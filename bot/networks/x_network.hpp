// X, by its API v2. Listens by the filtered stream and by search, speaks when it was spoken to, and counts
// what it costs.
#pragma once

#include <filesystem>

#include "domain/network.hpp"
#include "networks/x_listener.hpp"
#include "networks/x_writer.hpp"

namespace networks {

struct XOptions {
  std::string server = "https://api.x.com";
  std::string handle;  // without @, as in the config: until X tells what it is
  XKeys keys;
  std::filesystem::path state;  // tokens/x.json, x.json and x-spend.json go there
  XSpend::Limits limits;
  XListener::Options listening;
};

class XNetwork final : public domain::Network {
 public:
  // Asks the network nothing yet. `http` and `clock` outlive it.
  XNetwork(domain::HttpClient& http, XListener::ReadLines read_lines, const base::Clock& clock,
           const XOptions& options);
  ~XNetwork() override;

  domain::NetworkKind kind() const override { return domain::NetworkKind::x; }
  domain::Author self() const override;  // without an id until X told it
  base::Status listen(const std::string& cursor, domain::EventSink sink) override;
  void stop_listening() override;
  base::Result<domain::Published> publish(const domain::Utterance& utterance) override;
  base::Result<std::optional<domain::Published>> look_up(const domain::Utterance& utterance) override;
  base::Status withdraw(const std::string& id) override;
  base::Result<std::vector<domain::Post>> read_thread(const domain::Post& post) override;
  std::optional<base::Instant> away_since() const override { return listener_.hearing().away_since(); }
  std::optional<domain::Bill> bill() override { return spend_.bill(); }
  void set_limits(const XSpend::Limits& limits) { spend_.set_limits(limits); }

 private:
  base::Status learn_self();

  const std::string handle_;
  XSpend spend_;
  XSession session_;
  XReader reader_;
  XMemory memory_;
  XWriter writer_;
  XListener listener_;
};

}  // namespace networks
