#include "language/url_scan.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include "language/code_points.hpp"
#include "language/tlds.hpp"
#include "language/twitter_chars.hpp"
#include "language/url_parts.hpp"

namespace language {
namespace {

constexpr std::size_t npos = std::u32string_view::npos;

// Labels joined by single dots. Whether a host can begin in one of them is worked out once for all of them,
// from the last to the first, so that a text of nothing but dots and letters still takes linear time.
struct Label {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::size_t after_underscore = 0;  // behind its last underscore; 0: none
  std::size_t tld_end = 0;           // where the top-level domain at its beginning ends; 0: none
  std::size_t host_end = 0;          // where the longest host that begins with it ends; 0: none
};

bool is_label_char(char32_t c) {
  return c == U'-' || c == U'_' || is_domain_char(c);
}

class UrlScanner {
 public:
  explicit UrlScanner(std::u32string_view text) : text_(text) {}

  std::vector<FoundUrl> take() && {
    for (std::size_t dot = text_.find(U'.'); dot != npos;) {
      const std::size_t end = read_labels(dot);
      if (work_out_hosts()) scan_labels();
      dot = text_.find(U'.', std::max(end, free_));
    }
    return std::move(found_);
  }

 private:
  // Fills labels_ with those around the first dot; returns where they end.
  std::size_t read_labels(std::size_t dot) {
    labels_.clear();
    std::size_t begin = dot;
    while (begin > free_ && is_label_char(text_[begin - 1])) --begin;
    for (;;) {
      Label label{begin, begin, 0, 0, 0};
      while (label.end < text_.size() && is_label_char(text_[label.end])) {
        if (text_[label.end] == U'_') label.after_underscore = label.end + 1;
        ++label.end;
      }
      const bool first = labels_.empty();
      if (!first) {
        const std::size_t length = tld_length(text_.substr(label.begin));
        label.tld_end = length > 0 ? label.begin + length : 0;
      }
      labels_.push_back(label);
      const bool dotted = label.end < text_.size() && text_[label.end] == U'.';
      if (!dotted || (!first && label.begin == label.end)) return label.end;
      begin = label.end + 1;
    }
  }

  bool work_out_hosts() {
    bool any = false;
    for (std::size_t i = labels_.size() - 1; i-- > 0;) {
      labels_[i].host_end = host_end(i, labels_[i].begin);
      any = any || labels_[i + 1].tld_end > 0;
    }
    return any;
  }

  // The longest host that begins at `at` in label `i`; 0: none.
  std::size_t host_end(std::size_t i, std::size_t at) const {
    const Label& label = labels_[i];
    if (at >= label.end || !is_domain_char(text_[at]) || !is_domain_char(text_[label.end - 1])) return 0;
    const Label& next = labels_[i + 1];
    if (next.host_end > 0) return next.host_end;
    return label.after_underscore <= at ? next.tld_end : 0;
  }

  void scan_labels() {
    std::size_t at = labels_.front().begin;
    if (scan_with_protocol(at)) at = free_;
    if (at == 0 && scan_second_character()) at = free_;
    for (std::size_t i = 0; i + 1 < labels_.size();) {
      if (at >= labels_[i].end) {
        at = std::max(at, labels_[++i].begin);
        continue;
      }
      const std::size_t end = may_begin(at) || may_begin_inside(at) ? host_end(i, at) : 0;
      if (end > 0) {
        take_bare(at, end);
        at = free_;
      } else {
        ++at;
      }
    }
  }

  bool may_begin(std::size_t at) const {
    return at == 0 || (at - 1 >= free_ && may_precede_url(text_[at - 1]));
  }

  // X reads UTF-16, where the first half of an emoji stands before the second: a host can begin within it.
  bool may_begin_inside(std::size_t at) const { return text_[at] > 0xFFFF && at >= free_; }

  // X tries the second character of a text first when the first can stand before a link.
  bool scan_second_character() {
    if (labels_[0].end < 2 || !may_precede_url(text_[0])) return false;
    const std::size_t end = host_end(0, 1);
    if (end > 0) take_bare(1, end);
    return end > 0;
  }

  bool scan_with_protocol(std::size_t host) {
    const std::size_t begin = protocol_begin(host);
    const std::size_t end = begin != npos && may_begin(begin) ? labels_.front().host_end : 0;
    if (end == 0) return false;
    free_ = query_end(text_, path_end(text_, port_end(text_, end)));
    std::u32string_view url = text_.substr(begin, free_ - begin);
    if (!is_acceptable(url, 0, text_.substr(host, end - host))) return true;
    const std::size_t length = tco_length(url);
    if (length == npos) return true;
    if (length > 0) url = url.substr(0, length);
    found_.push_back({begin, begin + url.size(), std::u32string(url)});
    return true;
  }

  std::size_t protocol_begin(std::size_t host) const {
    for (const std::u32string_view protocol : {U"https://", U"http://"}) {
      if (host < protocol.size()) continue;
      const std::u32string_view before = text_.substr(host - protocol.size(), protocol.size());
      if (std::equal(before.begin(), before.end(), protocol.begin(),
                     [](char32_t a, char32_t b) { return to_ascii_lower(a) == b; })) {
        return host - protocol.size();
      }
    }
    return npos;
  }

  static bool is_acceptable(std::u32string_view url, std::size_t assumed_protocol, std::u32string_view host) {
    constexpr std::size_t longest = 4096;
    if (utf16_length(url) + assumed_protocol > longest) return false;
    if (host.starts_with(U"xn--") && latin_hosts(0, host).empty())
      return false;  // is ASCII by its own account
    return has_valid_labels(host);
  }

  // Without a protocol only the Latin parts of the host are links; a path belongs to the last of them.
  void take_bare(std::size_t begin, std::size_t end) {
    const bool glued = begin > free_ && std::u32string_view(U"-_./").find(text_[begin - 1]) != npos;
    const std::size_t path = port_end(text_, end);
    const std::size_t after_path = path_end(text_, path);
    free_ = query_end(text_, after_path);
    const std::u32string_view host = text_.substr(begin, end - begin);
    const std::u32string_view url = text_.substr(begin, free_ - begin);
    constexpr std::size_t assumed_protocol = 8;  // https://
    if (glued || !is_acceptable(url, assumed_protocol, host)) return;
    std::vector<FoundUrl> urls = latin_hosts(begin, host);
    if (!urls.empty() && after_path > path) {
      urls.back().text += text_.substr(end, free_ - end);
      urls.back().end = free_;
    }
    std::move(urls.begin(), urls.end(), std::back_inserter(found_));
  }

  static std::vector<FoundUrl> latin_hosts(std::size_t offset, std::u32string_view host) {
    std::vector<FoundUrl> urls;
    for (std::size_t begin = 0; begin < host.size();) {
      std::size_t end = 0;
      std::size_t at = begin;
      for (std::size_t label = at;; label = ++at) {
        while (at < host.size() && is_ascii_domain_char(host[at])) ++at;
        if (at == label || at >= host.size() || host[at] != U'.') break;
        const std::size_t length = tld_length(host.substr(at + 1));
        if (length > 0) end = at + 1 + length;
      }
      if (end > 0)
        urls.push_back({offset + begin, offset + end, std::u32string(host.substr(begin, end - begin))});
      begin = end > 0 ? end : std::max(at, begin + 1);
    }
    return urls;
  }

  std::u32string_view text_;
  std::size_t free_ = 0;  // behind the last link, counted or not
  std::vector<Label> labels_;
  std::vector<FoundUrl> found_;
};

}  // namespace

std::vector<FoundUrl> scan_urls(std::u32string_view text) {
  return UrlScanner(text).take();
}

}  // namespace language
