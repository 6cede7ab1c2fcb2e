//===- drogon.h - declarations for tests ----------------------------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// Names and signatures of drogon 1.9.9.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>

namespace Json {
class Value {
public:
  Value();
  Value(const char *value);
  Value(const std::string &value);
  Value(bool value);
  Value &operator=(const Value &other);
  Value &operator[](const char *key);
  std::string asString() const;
};
} // namespace Json

namespace drogon {
class HttpResponse;
class HttpRequest;
using HttpResponsePtr = std::shared_ptr<HttpResponse>;
using HttpRequestPtr = std::shared_ptr<HttpRequest>;
enum class ReqResult { Ok, BadResponse };
enum HttpMethod { Get, Post };

class HttpViewData {
public:
  template <typename T> void insertAsString(const std::string &key, T &&value);
};

class ResponseStream {
public:
  bool send(const std::string &data);
  void close();
};
using ResponseStreamPtr = std::unique_ptr<ResponseStream>;

class HttpResponse {
public:
  virtual ~HttpResponse() = default;
  static HttpResponsePtr newHttpResponse();
  static HttpResponsePtr newHttpJsonResponse(const Json::Value &data);
  static HttpResponsePtr newHttpViewResponse(const std::string &viewName,
                                             const HttpViewData &data = HttpViewData(),
                                             const HttpRequestPtr &request = HttpRequestPtr());
  static HttpResponsePtr
  newAsyncStreamResponse(const std::function<void(ResponseStreamPtr)> &callback,
                         bool disableKickoffTimeout = false);
  virtual void addHeader(std::string field, const std::string &value) = 0;
  virtual void addHeader(std::string field, std::string &&value) = 0;
  virtual void setBody(const std::string &body) = 0;
  virtual void setBody(std::string &&body) = 0;
};

class HttpRequest {
public:
  virtual ~HttpRequest() = default;
  static HttpRequestPtr newHttpRequest();
  virtual const std::string &getParameter(const std::string &key) const = 0;
  std::string_view getBody() const;
  virtual void setBody(const std::string &body) = 0;
};

class WebSocketConnection {
public:
  virtual ~WebSocketConnection() = default;
  virtual void send(std::string_view message, int type = 1) = 0;
};
using WebSocketConnectionPtr = std::shared_ptr<WebSocketConnection>;

using HttpReqCallback = std::function<void(ReqResult, const HttpResponsePtr &)>;
class HttpClient;
using HttpClientPtr = std::shared_ptr<HttpClient>;
class HttpClient {
public:
  virtual ~HttpClient() = default;
  static HttpClientPtr newHttpClient(const std::string &host);
  virtual void sendRequest(const HttpRequestPtr &request, const HttpReqCallback &callback,
                           double timeout = 0) = 0;
  virtual void sendRequest(const HttpRequestPtr &request, HttpReqCallback &&callback,
                           double timeout = 0) = 0;
};

class HttpAppFramework {
public:
  template <typename Function>
  HttpAppFramework &registerHandler(const std::string &, Function &&) {
    return *this;
  }
};
HttpAppFramework &app();
} // namespace drogon
