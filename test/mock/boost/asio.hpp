// The names and signatures of boost::asio that the tests call.
#pragma once
#include <array>
#include <cstddef>
#include <istream>
#include <streambuf>
#include <string>
#include <vector>

namespace boost {
namespace system {
class error_code {
public:
  std::string message() const;
  explicit operator bool() const;
};
} // namespace system
namespace asio {
class mutable_buffer {
public:
  mutable_buffer(void *data, std::size_t size);
  void *data() const;
  std::size_t size() const;
};
class const_buffer {
public:
  const_buffer(const void *data, std::size_t size);
  const_buffer(const mutable_buffer &buffer);
  const void *data() const;
  std::size_t size() const;
};
mutable_buffer buffer(void *data, std::size_t size);
const_buffer buffer(const void *data, std::size_t size);
template <std::size_t count> mutable_buffer buffer(char (&data)[count]);
template <std::size_t count> mutable_buffer buffer(std::array<char, count> &data);
mutable_buffer buffer(std::vector<char> &data);
mutable_buffer buffer(std::string &data);
const_buffer buffer(const std::string &data);
template <class Container> class dynamic_string_buffer {};
dynamic_string_buffer<std::string> dynamic_buffer(std::string &data);
class streambuf : public std::streambuf {
public:
  std::size_t size() const;
  const_buffer data() const;
  mutable_buffer prepare(std::size_t size);
  void commit(std::size_t size);
  void consume(std::size_t size);
};
namespace ip {
struct tcp {
  class socket {
  public:
    template <class Buffers> std::size_t read_some(const Buffers &buffers) { return 0; }
    template <class Buffers> std::size_t write_some(const Buffers &buffers) { return 0; }
    template <class Buffers> std::size_t receive(const Buffers &buffers) { return 0; }
    template <class Buffers> std::size_t send(const Buffers &buffers) { return 0; }
    template <class Buffers, class Handler> void async_read_some(const Buffers &buffers, Handler handler) {}
    template <class Buffers, class Handler> void async_write_some(const Buffers &buffers, Handler handler) {}
  };
};
} // namespace ip
template <class Stream, class Buffers> std::size_t read(Stream &stream, const Buffers &buffers) { return 0; }
template <class Stream> std::size_t read_until(Stream &stream, streambuf &buffer, char end) { return 0; }
template <class Stream, class Dynamic>
std::size_t read_until(Stream &stream, Dynamic buffer, const char *end) { return 0; }
template <class Stream, class Buffers> std::size_t write(Stream &stream, const Buffers &buffers) { return 0; }
template <class Stream, class Buffers, class Handler>
void async_read(Stream &stream, const Buffers &buffers, Handler handler) {}
template <class Stream, class Handler>
void async_read_until(Stream &stream, streambuf &buffer, char end, Handler handler) {}
template <class Stream, class Buffers, class Handler>
void async_write(Stream &stream, const Buffers &buffers, Handler handler) {}
class io_context {
public:
  void run();
};
template <class Handler> void post(io_context &context, Handler handler) {}
} // namespace asio
} // namespace boost
