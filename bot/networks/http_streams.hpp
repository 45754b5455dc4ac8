// The two streams that cpprestsdk reads a request's body from and writes an answer's body to. Ours, because
// its own ones buffer without bound and can be rewound, which is how it sends a POST twice. For http.cpp
// only.
#pragma once

#include <cpprest/astreambuf.h>

#include <memory>

#include "networks/http_exchange.hpp"

namespace networks {

using Bytes = Concurrency::streams::details::streambuf_state_manager<std::uint8_t>;

// Neither seeks, neither lends its memory, and each goes one way only.
class OneWayStream : public Bytes {
 public:
  using Bytes::Bytes;
  bool can_seek() const override { return false; }
  bool has_size() const override { return false; }
  std::size_t buffer_size(std::ios_base::openmode /*direction*/) const override { return 0; }
  void set_buffer_size(std::size_t /*size*/, std::ios_base::openmode /*direction*/) override {}
  std::size_t in_avail() const override { return 0; }
  pos_type getpos(std::ios_base::openmode /*mode*/) const override { return nowhere; }
  pos_type seekpos(pos_type /*pos*/, std::ios_base::openmode /*mode*/) override { return nowhere; }
  pos_type seekoff(off_type /*offset*/, std::ios_base::seekdir /*way*/,
                   std::ios_base::openmode /*mode*/) override {
    return nowhere;
  }
  bool acquire(std::uint8_t*& ptr, std::size_t& count) override {
    ptr = nullptr;
    count = 0;
    return false;
  }
  void release(std::uint8_t* /*ptr*/, std::size_t /*count*/) override {}

 protected:
  static pplx::task<int_type> no_letter() { return pplx::task_from_result<int_type>(traits::eof()); }
  static pplx::task<std::size_t> nothing() { return pplx::task_from_result<std::size_t>(0); }

  pplx::task<int_type> _putc(std::uint8_t /*letter*/) override { return no_letter(); }
  pplx::task<std::size_t> _putn(const std::uint8_t* /*ptr*/, std::size_t /*count*/) override {
    return nothing();
  }
  pplx::task<int_type> _bumpc() override { return no_letter(); }
  int_type _sbumpc() override { return traits::eof(); }
  pplx::task<int_type> _getc() override { return no_letter(); }
  int_type _sgetc() override { return traits::eof(); }
  pplx::task<int_type> _nextc() override { return no_letter(); }
  pplx::task<int_type> _ungetc() override { return no_letter(); }
  pplx::task<std::size_t> _getn(std::uint8_t* /*ptr*/, std::size_t /*count*/) override { return nothing(); }
  std::size_t _scopy(std::uint8_t* /*ptr*/, std::size_t /*count*/) override { return 0; }
  pplx::task<bool> _sync() override { return pplx::task_from_result(true); }
  std::uint8_t* _alloc(std::size_t /*count*/) override { return nullptr; }
  void _commit(std::size_t /*count*/) override {}

 private:
  static constexpr off_type nowhere = -1;
};

class RequestBody final : public OneWayStream {
 public:
  explicit RequestBody(std::shared_ptr<HttpExchange> exchange)
      : OneWayStream(std::ios_base::in), exchange_(std::move(exchange)) {}

 protected:
  pplx::task<std::size_t> _getn(std::uint8_t* ptr, std::size_t count) override {
    const auto given = exchange_->give_body(reinterpret_cast<char*>(ptr), count);
    return pplx::task_from_result<std::size_t>(given.value_or(0));  // 0: the library breaks the request off
  }

 private:
  const std::shared_ptr<HttpExchange> exchange_;
};

class AnswerBody final : public OneWayStream {
 public:
  explicit AnswerBody(std::shared_ptr<HttpExchange> exchange)
      : OneWayStream(std::ios_base::out), exchange_(std::move(exchange)) {}

 protected:
  // While the task is not done the library reads no more from the server.
  pplx::task<std::size_t> _putn(const std::uint8_t* ptr, std::size_t count) override {
    const pplx::task_completion_event<std::size_t> taken;
    const auto resume = [taken, count] { taken.set(count); };
    switch (exchange_->take(reinterpret_cast<const char*>(ptr), count, resume)) {
      case HttpExchange::Taken::yes:
        return pplx::task_from_result(count);
      case HttpExchange::Taken::wait:
        return pplx::create_task(taken);
      case HttpExchange::Taken::too_much:
        break;
    }
    return pplx::task_from_exception<std::size_t>(std::length_error("the answer is too long"));
  }

 private:
  const std::shared_ptr<HttpExchange> exchange_;
};

}  // namespace networks
