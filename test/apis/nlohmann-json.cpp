// RUN: %check %s --pack generic --check tamga-custom-flow -- -std=c++20
// JSON values carry what is put into them.
#include <nlohmann/json.hpp>
#include <string>

using nlohmann::json;

std::string source();
void sink(const std::string &text);

void members() {
  json object;
  object["text"] = source();
  object["other"] = "clean";
  sink(object.dump()); // expect tamga-custom-flow
  sink(object["text"].get<std::string>()); // expect tamga-custom-flow
  sink(object["other"].get<std::string>());
  sink(object.at("text").get<std::string>()); // expect tamga-custom-flow
  sink(object.value("text", "none")); // expect tamga-custom-flow
  json copy = object;
  sink(copy.dump(2)); // expect tamga-custom-flow
}

void lists() {
  json array = json::array();
  array.push_back(source());
  sink(array.dump()); // expect tamga-custom-flow
  for (const auto &item : array)
    sink(item.get<std::string>()); // expect tamga-custom-flow
}

void parsing() {
  json parsed = json::parse(source());
  sink(parsed["text"].get<std::string>()); // expect tamga-custom-flow
  json clean = json::parse("{}");
  sink(clean.dump());
}
