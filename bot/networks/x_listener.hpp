// Listens on X: the filtered stream, and the recent search for what the stream did not bring. X lets one
// connection in; when it believes that an old one lives on, the search takes over until it does not.
#pragma once

#include <functional>
#include <stop_token>
#include <string>
#include <thread>
#include <vector>

#include "domain/network.hpp"
#include "networks/backoff.hpp"
#include "networks/hearing.hpp"
#include "networks/x_memory.hpp"
#include "networks/x_reader.hpp"
#include "networks/x_rules.hpp"

namespace networks {

struct XPace {
  base::Duration idle = std::chrono::seconds{22};        // X says something every 20 s at least
  base::Duration search_lag = std::chrono::seconds{60};  // its search is complete up to so long ago
  base::Duration settle = std::chrono::seconds{75};  // from a connection to the search for what came before
  base::Duration reconcile = std::chrono::minutes{15};  // between two searches while the stream lives
  base::Duration fallback = std::chrono::minutes{1};    // and while it does not
  base::Duration rules = std::chrono::seconds{10};      // between two looks whether the hashtags are the same
  base::Duration deletions = std::chrono::hours{24};    // between two looks at the posts that were answered
};

class XListener {
 public:
  using OnLine = std::function<bool(std::string_view line)>;
  // As Http::read_lines.
  using ReadLines = std::function<base::Result<domain::HttpResponse>(const domain::HttpRequest&,
                                                                     const OnLine&, const std::stop_token&)>;
  struct Options {
    XPace pace;
    std::function<std::vector<std::string>()> hashtags;  // asked again and again: a reload may change them
    std::function<void(const std::string&)> tell;        // what went wrong, for the log
    Jitter jitter;
    std::function<bool(const std::stop_token&, base::Duration)> pause;  // false: it is to stop
  };
  struct Parts {  // all outlive the listener
    XSession& session;
    XReader& reader;
    XMemory& memory;
    XSpend& spend;
    const base::Clock& clock;
  };
  XListener(Parts parts, ReadLines read_lines, Options options);
  ~XListener();
  XListener(const XListener&) = delete;
  XListener& operator=(const XListener&) = delete;

  void start(const std::string& cursor, domain::EventSink sink, std::function<base::Status()> ready);
  void stop();
  const Hearing& hearing() const { return hearing_; }

 private:
  static constexpr std::chrono::hours longest_slice{24};
  static constexpr std::chrono::seconds shortest_slice{5};
  void run(const std::stop_token& stop, const std::function<base::Status()>& ready);
  bool wait(const std::stop_token& stop, base::Duration duration);
  base::Duration turn(const std::stop_token& stop);
  base::Duration listen(const std::stop_token& stop);
  base::Duration pause_after(const base::Result<domain::HttpResponse>& ended);
  bool take_line(std::string_view line);
  void note_alive();
  void tend(const std::stop_token& stop);
  void tend_rules();
  base::Result<bool> search(const std::stop_token& stop);  // false: there is more
  base::Result<XReader::Found> patiently(const XReader::Range& range, const std::stop_token& stop);
  base::Result<XReader::Found> everything_in(const XReader::Range& range);
  base::Status look_for_deletions();
  bool pass_on(std::vector<domain::Post> posts);
  void complain(const std::string& trouble);

  const Parts parts_;
  const ReadLines read_lines_;
  const Options options_;
  XRules rules_;
  Backoff cut_;
  Backoff broken_;
  Backoff crowded_;
  domain::EventSink sink_;
  bool wanted_ = true;                    // the sink still takes events
  bool streaming_ = false;                // the stream has said something since it was opened
  std::string heard_;                     // everything before this id was heard
  base::Duration slice_ = longest_slice;  // of time: what a search asks for at once
  base::Instant search_due_{};
  base::Instant rules_due_{};
  std::string complaint_;
  Hearing hearing_;
  std::jthread thread_;
};

}  // namespace networks
