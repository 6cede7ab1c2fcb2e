// RUN: %check %s --pack kz --check tamga-label-missing -- -std=c++20 -I %S/../mock
// Boost.Beast: responses are bodies that are written, requests are none; fields as labels.
#include "common/sampling.h"
#include <boost/asio/ip/tcp.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>
#include <boost/beast/websocket.hpp>

namespace http = boost::beast::http;
using Socket = boost::asio::ip::tcp::socket;

std::string reply(common_sampler *sampler, llama_context *context) {
  return common_token_to_piece(context, common_sampler_sample(sampler, context, -1));
}

void bare(Socket &socket, common_sampler *sampler, llama_context *context) {
  http::response<http::string_body> response{http::status::ok, 11};
  response.body() = reply(sampler, context);
  response.prepare_payload();
  http::write(socket, response); // expect tamga-label-missing
}

void labelled(Socket &socket, common_sampler *sampler, llama_context *context) {
  http::response<http::string_body> response{http::status::ok, 11};
  response.set("AI-Disclosure", "mode=ai-originated"); // label: anywhere
  response.body() = reply(sampler, context);
  http::write(socket, response); // clean
}

void labelOfAnother(Socket &socket, common_sampler *sampler, llama_context *context) {
  http::response<http::string_body> response{http::status::ok, 11}, other;
  other.set("AI-Disclosure", "mode=ai-originated");
  response.body() = reply(sampler, context);
  http::write(socket, response); // expect tamga-label-missing
}

void own(Socket &socket, const std::string &name) {
  http::response<http::string_body> response{http::status::ok, 11};
  response.body() = "Hello " + name;
  http::write(socket, response); // clean
}

void asks(Socket &socket, common_sampler *sampler, llama_context *context) {
  http::request<http::string_body> request{http::verb::post, "/index", 11};
  request.body() = reply(sampler, context);
  http::write(socket, request); // clean
}

void chat(boost::beast::websocket::stream<Socket> &stream, common_sampler *sampler,
          llama_context *context) {
  std::string text = reply(sampler, context);
  stream.write(boost::asio::buffer(text)); // expect tamga-label-missing
  std::string marked = "AI-generated: " + text;
  stream.write(boost::asio::buffer(marked)); // clean
}
