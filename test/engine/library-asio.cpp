// RUN: %check %s --pack generic --check tamga-custom-flow -- -std=c++20 -I %S/../mock
#include "boost/asio.hpp"
#include <array>
#include <istream>
#include <memory>
#include <string>
#include <vector>
namespace asio = boost::asio;
using asio::ip::tcp;
std::string source();
namespace generic {
tcp::socket &source();
}
tcp::socket &opened();
void fill(char *buffer);
void sink(const std::string &text);
void sink(const char *text);
void sink(int number);

//== Library: boost::asio, buffers
void read() {
  char raw[64], plain[64];
  std::string text(32, ' ');
  std::vector<char> bytes(64);
  asio::read(generic::source(), asio::buffer(raw));
  asio::read(opened(), asio::buffer(plain));
  sink(raw);   // expect tamga-custom-flow
  sink(plain); // clean
  asio::read(generic::source(), asio::buffer(text));
  sink(text); // expect tamga-custom-flow
  size_t count = generic::source().read_some(asio::buffer(bytes));
  sink(bytes.data());            // expect tamga-custom-flow
  sink(static_cast<int>(count)); // clean
  text = "text";
  sink(text); // overwritten
}
void written() {
  tcp::socket socket, other;
  char raw[64], plain[64];
  asio::write(socket, asio::buffer(source()));
  asio::write(other, asio::buffer("text", 4));
  socket.read_some(asio::buffer(raw, sizeof raw));
  other.read_some(asio::buffer(plain, sizeof plain));
  sink(raw);   // expect tamga-custom-flow
  sink(plain); // clean
}
void lines() {
  asio::streambuf buffer, plain;
  asio::read_until(generic::source(), buffer, '\n');
  asio::read_until(opened(), plain, '\n');
  std::istream in(&buffer), other(&plain);
  std::string line, otherLine;
  std::getline(in, line);
  std::getline(other, otherLine);
  sink(line);      // expect tamga-custom-flow
  sink(otherLine); // clean
}

//== Library: boost::asio, handlers
void handled() {
  static char raw[64], plain[64];
  asio::async_read(generic::source(), asio::buffer(raw), [](boost::system::error_code, std::size_t) {
    sink(raw); // expect tamga-custom-flow
  });
  opened().async_read_some(asio::buffer(plain), [](boost::system::error_code, std::size_t size) {
    sink(plain);                  // clean
    sink(static_cast<int>(size)); // clean
  });
}
class Session : public std::enable_shared_from_this<Session> {
public:
  explicit Session(tcp::socket &socket) : socket(socket) {}
  void start() {
    auto self = shared_from_this();
    socket.async_read_some(asio::buffer(data), [this, self](boost::system::error_code error, std::size_t size) {
      if (!error)
        show(size);
    });
  }

private:
  void show(std::size_t size) {
    sink(std::string(data.data(), size)); // expect tamga-custom-flow
    sink(name);                           // clean
  }
  tcp::socket &socket;
  std::array<char, 128> data;
  std::string name = "session";
};
void sessions() { std::make_shared<Session>(generic::source())->start(); }
void later(asio::io_context &context) {
  std::string text = source(), plain = "text";
  asio::post(context, [text] { sink(text); });   // expect tamga-custom-flow
  asio::post(context, [plain] { sink(plain); }); // clean
  text = plain;
  asio::post(context, [text] { sink(text); }); // overwritten
}
