// RUN: %check %s --pack generic --check tamga-custom-flow -- -std=c++20
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>
std::string source();
int tainted();
void sink(const std::string &text);
void sink(int number);
using json = nlohmann::json;
//== Library: nlohmann::json, messages of a server
json messageOf(const std::string &role, const std::string &text) {
  return {{"role", role}, {"content", text}};
}
void messages() {
  json hot = messageOf("user", source()), cold = messageOf("user", "text");
  sink(hot["content"].get<std::string>());  // expect tamga-custom-flow
  sink(cold["content"].get<std::string>()); // clean
  json all = json::array();
  all.push_back(hot);
  sink(all.dump());     // expect tamga-custom-flow
  sink(all.at(0).at("content").get<std::string>()); // expect tamga-custom-flow
  sink(cold.dump(2));   // clean
  sink(int(all.size())); // clean
}
struct Person {
  std::string name;
  int age = 0;
};
void to_json(json &out, const Person &person) { out = json{{"name", person.name}, {"age", person.age}}; }
void from_json(const json &in, Person &person) {
  in.at("name").get_to(person.name);
  person.age = in.value("age", 0);
}
void converted() {
  Person asel{source(), 3}, dana{"Dana", 4};
  json out = asel, other = dana;
  sink(out.dump());   // expect tamga-custom-flow
  sink(other.dump()); // clean
  Person back = out.get<Person>(), there = other.get<Person>();
  sink(back.name);  // expect tamga-custom-flow
  sink(there.name); // clean
  back.name = "text";
  sink(back.name); // overwritten
}
void parsed() {
  json body = json::parse(source(), nullptr, false), plain = json::parse(R"({"a": 1})");
  if (body.is_discarded())
    return;
  std::string name = body.value("name", "");
  sink(name); // expect tamga-custom-flow
  sink(plain.value("a", 0)); // clean
  for (auto &[key, value] : body.items())
    sink(value.get<std::string>()); // expect tamga-custom-flow
  for (const auto &item : plain)
    sink(item.dump()); // clean
  if (body.contains("list") && body["list"].is_array())
    for (const auto &item : body["list"])
      sink(item.get<int>()); // expect tamga-custom-flow
  std::map<std::string, std::string> fields = body;
  sink(fields["a"]); // expect tamga-custom-flow
  std::vector<int> numbers = plain["list"];
  sink(numbers[0]); // clean
  body["name"] = "text";
  sink(body["name"].get<std::string>()); // overwritten
  json merged = plain;
  merged.update(body);
  sink(merged.dump()); // expect tamga-custom-flow
  merged.clear();
  sink(merged.dump()); // overwritten
  std::ofstream("a.json") << body;
  std::ostringstream text;
  text << std::setw(2) << body;
  sink(text.str()); // expect tamga-custom-flow
  const json *found = plain.contains("a") ? &plain["a"] : nullptr;
  sink(found ? found->dump() : ""); // clean
  json::json_pointer place("/list/0");
  sink(body[place].dump()); // expect tamga-custom-flow
  std::string made;
  made = body.dump();
  sink(made); // expect tamga-custom-flow
  auto it = body.find("name");
  if (it != body.end())
    sink(it->get<std::string>()); // overwritten
  sink(body.type_name()); // clean
}
