// RUN: %check %s --pack generic --check tamga-custom-flow -- -std=c++20
#include <nlohmann/json.hpp>
#include <string>
#include <vector>
using nlohmann::json;
std::string source();
int tainted();
void sink(const std::string &text);
void sink(int number);

//== Library: nlohmann::json, values under keys
void keys() {
  json data;
  data["answer"] = source();
  data["model"] = "small";
  sink(data["answer"].get<std::string>()); // expect tamga-custom-flow
  sink(data["model"].get<std::string>());  // clean
  sink(data.at("answer").dump());          // expect tamga-custom-flow
  std::string model = data.value("model", "none");
  sink(model);                             // clean
  sink(data.dump());                       // expect tamga-custom-flow
  data["answer"] = "none";
  sink(data["answer"].get<std::string>()); // overwritten
}
void nested() {
  json data;
  data["choices"]["text"] = source();
  data["usage"]["count"] = 3;
  sink(data["choices"]["text"].get<std::string>()); // expect tamga-custom-flow
  sink(data["usage"]["count"].get<int>());          // clean
  sink(data.at("choices").dump(2));                 // expect tamga-custom-flow
}
void otherwise() {
  json data = json::object();
  sink(data.value("name", source()));       // expect tamga-custom-flow
  sink(data.value("name", "nobody"));       // clean
  data["n"] = tainted();
  int number = data["n"];
  sink(number); // expect tamga-custom-flow
  sink(data.contains("n") ? 1 : 0); // clean
}

//== Library: nlohmann::json, parse and dump
void parsed() {
  json data = json::parse(source()), plain = json::parse(R"({"a": 1})");
  sink(data["text"].get<std::string>()); // expect tamga-custom-flow
  sink(plain["a"].get<int>());           // clean
  sink(data.dump());                     // expect tamga-custom-flow
  sink(plain.dump());                    // clean
  data = plain;
  sink(data.dump()); // overwritten
}
std::string respond(const std::string &text) {
  json body = {{"role", "assistant"}, {"content", text}};
  return body.dump();
}
void built() {
  sink(respond(source())); // expect tamga-custom-flow
  sink(respond("hello"));  // clean
}

//== Library: nlohmann::json, arrays and iteration
void arrays() {
  json list = json::array(), plain = json::array();
  list.push_back(source());
  plain.push_back("text");
  list.push_back(3);
  sink(list[0].get<std::string>());           // expect tamga-custom-flow
  sink(plain[0].get<std::string>());          // clean
  sink(static_cast<int>(list.size()));        // clean
  for (const auto &item : list)
    sink(item.get<std::string>()); // expect tamga-custom-flow
  for (const auto &item : plain)
    sink(item.get<std::string>()); // clean
  list = json::array();
  sink(list.dump()); // overwritten
}
void members() {
  json data, plain;
  data["a"] = source();
  plain["a"] = "text";
  for (auto &[key, value] : data.items())
    sink(value.get<std::string>()); // expect tamga-custom-flow
  for (auto &entry : plain.items())
    sink(entry.value().get<std::string>()); // clean
  for (auto it = data.begin(); it != data.end(); ++it)
    sink(it.value().get<std::string>()); // expect tamga-custom-flow
}
