// RUN: %check %s --pack generic --check tamga-custom-flow -- -std=c++20
// Texts that are known and then cut or changed are other texts: as keys, any.
#include <algorithm>
#include <cctype>
#include <map>
#include <string>
#include <string_view>
std::string source();
void sink(const std::string &text);
using Texts = std::map<std::string, std::string>;

//== Library: parts of a text as keys
void part() {
  Texts texts;
  std::string line = "key-rest";
  std::string key = line.substr(0, line.find('-')), other = "rest";
  texts["key"] = source();
  sink(texts[key]);   // expect tamga-custom-flow
  sink(texts[other]); // clean
}
void partOfView() {
  Texts texts;
  std::string_view line = "a=key";
  std::string key(line.substr(line.find('=') + 1));
  line.remove_prefix(2);
  texts["key"] = source();
  sink(texts[key]);               // expect tamga-custom-flow
  sink(texts[std::string(line)]); // expect tamga-custom-flow
}
void made() {
  Texts texts;
  const char *line = "key-rest";
  std::string first(line, 3), second(line, line + 3), third, whole(line);
  third.assign(line, 3);
  texts["key"] = source();
  sink(texts[first]);  // expect tamga-custom-flow
  sink(texts[second]); // expect tamga-custom-flow
  sink(texts[third]);  // expect tamga-custom-flow
  sink(texts[whole]);  // clean
}
void shortened() {
  Texts texts;
  std::string popped = "keys", resized = "keys", erased = "keys", reserved = "keys";
  popped.pop_back();
  resized.resize(3);
  erased.erase(3);
  reserved.reserve(100);
  texts["key"] = source();
  sink(texts[popped]);   // expect tamga-custom-flow
  sink(texts[resized]);  // expect tamga-custom-flow
  sink(texts[erased]);   // expect tamga-custom-flow
  sink(texts[reserved]); // clean
}
static std::string trimmed(const std::string &text) {
  size_t from = text.find_first_not_of(' ');
  return text.substr(from, text.find_last_not_of(' ') - from + 1);
}
void inCallee() {
  Texts texts;
  texts["key"] = source();
  sink(texts[trimmed(" key ")]); // missed tamga-custom-flow
}

//== Library: letters of a text that are written
static std::string lower(std::string text) {
  for (char &letter : text)
    letter = char(std::tolower(letter));
  return text;
}
void written() {
  Texts texts;
  std::string first = "Key", turned = "yek";
  first[0] = 'k';
  std::reverse(turned.begin(), turned.end());
  texts["key"] = source();
  sink(texts[first]);        // expect tamga-custom-flow
  sink(texts[turned]);       // expect tamga-custom-flow
  sink(texts[lower("KEY")]); // expect tamga-custom-flow
  sink(texts["Key"]);        // clean
}
