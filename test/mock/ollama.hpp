// Stands in for ollama-hpp at 539eba367.
#pragma once
#include <functional>
#include <nlohmann/json.hpp>
#include <ostream>
#include <string>
#include <vector>
using json = nlohmann::json;
namespace ollama {
enum class message_type { generation, chat, embedding };
class message : public json {
public:
  message(const std::string &role, const std::string &content);
};
class messages : public std::vector<message> {
public:
  messages(const std::initializer_list<message> &list);
};
class request : public json {
public:
  request(const std::string &model, const std::string &prompt, const json &options = nullptr,
          bool stream = false);
};
class response {
public:
  response(const std::string &json_string, message_type type = message_type::generation);
  const std::string &as_json_string() const;
  const json &as_json() const;
  const std::string &as_simple_string() const;
  bool has_error() const;
  friend std::ostream &operator<<(std::ostream &os, const ollama::response &response) {
    os << response.as_simple_string();
    return os;
  }
  operator std::string() const;
};
response generate(const std::string &model, const std::string &prompt,
                  const json &options = nullptr,
                  const std::vector<std::string> &images = std::vector<std::string>());
response generate(const std::string &model, const std::string &prompt, const response &context,
                  const json &options = nullptr,
                  const std::vector<std::string> &images = std::vector<std::string>());
response generate(request &request);
bool generate(const std::string &model, const std::string &prompt,
              std::function<bool(const response &)> on_receive_response,
              const json &options = nullptr,
              const std::vector<std::string> &images = std::vector<std::string>());
bool generate(request &request, std::function<bool(const response &)> on_receive_response);
response chat(const std::string &model, const messages &messages, const json &options = nullptr,
              const std::string &format = "json", const std::string &keep_alive_duration = "5m");
bool chat(const std::string &model, const messages &messages,
          std::function<bool(const response &)> on_receive_response,
          const json &options = nullptr, const std::string &format = "json",
          const std::string &keep_alive_duration = "5m");
std::string get_version();
} // namespace ollama
class Ollama {
public:
  Ollama(const std::string &url);
  ollama::response generate(const std::string &model, const std::string &prompt,
                            const json &options = nullptr,
                            const std::vector<std::string> &images = std::vector<std::string>());
};
