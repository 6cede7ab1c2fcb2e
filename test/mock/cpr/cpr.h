// Stands in for cpr 1.10 (cpr/api.h, cpr/cprtypes.h, cpr/body.h, cpr/response.h).
#pragma once
#include <string>
namespace cpr {
template <class T> class StringHolder {
public:
  StringHolder() = default;
  explicit StringHolder(const std::string &str);
  explicit StringHolder(const char *str);
  const std::string &str() const;

protected:
  std::string str_;
};
class Url : public StringHolder<Url> {
public:
  Url() = default;
  Url(std::string url);
  Url(const char *url);
};
class Body : public StringHolder<Body> {
public:
  Body() = default;
  Body(std::string body);
  Body(const char *body);
};
class Response {
public:
  long status_code{};
  std::string text{};
  Url url{};
  std::string reason{};
};
template <typename... Ts> Response Post(Ts &&...ts);
template <typename... Ts> Response Get(Ts &&...ts);
} // namespace cpr
