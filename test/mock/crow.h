//===- crow.h - declarations for tests ------------------------------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// Names and signatures of Crow 1.3.3.
#pragma once

#include <functional>
#include <string>

namespace crow {
struct returnable {
  std::string content_type;
  virtual std::string dump() const = 0;
  virtual ~returnable() {}
};
namespace json {
class wvalue : public returnable {
public:
  wvalue();
  wvalue(const std::string &value);
  wvalue(const char *value);
  wvalue(bool value);
  wvalue(wvalue &&other);
  wvalue &operator=(const std::string &value);
  wvalue &operator=(bool value);
  wvalue &operator[](const std::string &key);
  std::string dump() const override;
};
} // namespace json
class query_string {
public:
  char *get(const std::string &name) const;
};
struct request {
  query_string url_params;
  std::string body;
  const std::string &get_header_value(const std::string &key) const;
};
struct response {
  int code{200};
  std::string body;
  response() {}
  explicit response(int code);
  response(std::string body);
  response(int code, std::string body);
  response(returnable &&value);
  response(std::string contentType, std::string body);
  response(int code, std::string contentType, std::string body);
  void set_header(std::string key, std::string value);
  void add_header(std::string key, std::string value);
  void write(const std::string &part);
  void end();
  void end(const std::string &part);
};
namespace websocket {
struct connection {
  virtual void send_binary(std::string message) = 0;
  virtual void send_text(std::string message) = 0;
  virtual ~connection() = default;
};
} // namespace websocket
template <typename... Args> class TaggedRule {
public:
  template <typename Func> void operator()(Func &&) {}
};
class SimpleApp {
public:
  template <unsigned long long Tag> TaggedRule<> &route(std::string rule);
};
} // namespace crow
#define CROW_ROUTE(app, url) app.route<1>(url)
