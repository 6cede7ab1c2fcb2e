// RUN: %check %s --pack generic --check tamga-custom-flow -- -std=c++20
// Regular expressions, paths, and numbers as text.
#include <charconv>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <regex>
#include <sstream>
#include <string>
#include <vector>
std::string source();
int tainted();
void sink(const std::string &text);
void sink(const char *text);
void sink(int number);
void sink(double number);

//== Library: regex_match, regex_search, match_results
void matched() {
  std::string line = source(), fixed = "key=value";
  std::smatch match, plain;
  if (std::regex_match(line, match, std::regex("(\\w+)=(\\w+)")))
    sink(match[2].str()); // expect tamga-custom-flow
  if (std::regex_search(fixed, plain, std::regex("(\\w+)=")))
    sink(plain[1].str()); // clean
  sink(match.str(1));      // expect tamga-custom-flow
  sink(match.prefix().str()); // expect tamga-custom-flow
  sink(static_cast<int>(match.size())); // clean
  std::string key = match[1];
  sink(key); // expect tamga-custom-flow
  key = plain[1];
  sink(key); // overwritten
  sink(std::regex_match(line, std::regex("a+")) ? "yes" : "no"); // clean
}
void everyGroup() {
  std::string line = source();
  std::smatch match;
  std::regex pattern("(a)(b)");
  while (std::regex_search(line, match, pattern)) {
    for (const auto &group : match)
      sink(group.str()); // expect tamga-custom-flow
    line = match.suffix();
  }
  std::string plain = "ab";
  std::regex_search(plain, match, pattern);
  sink(match[0].str()); // overwritten
}
void characters() {
  std::string text = source();
  std::cmatch match, plain;
  std::regex_search(text.c_str(), match, std::regex("b"));
  std::regex_search("abc", plain, std::regex("b"));
  sink(match[0].str()); // expect tamga-custom-flow
  sink(plain[0].str()); // clean
}
void replaced() {
  std::regex pattern("[0-9]+");
  sink(std::regex_replace(source(), pattern, "#"));                  // expect tamga-custom-flow
  sink(std::regex_replace(std::string("a1"), pattern, source()));    // expect tamga-custom-flow
  sink(std::regex_replace(std::string("a1"), pattern, "#"));         // clean
  std::string out, text = source();
  std::regex_replace(std::back_inserter(out), text.begin(), text.end(), pattern, "$&");
  sink(out); // expect tamga-custom-flow
}
void iterated() {
  std::string text = source(), fixed = "a b";
  std::regex word("\\w+");
  for (std::sregex_iterator it(text.begin(), text.end(), word), end; it != end; ++it)
    sink(it->str()); // expect tamga-custom-flow
  for (auto it = std::sregex_iterator(fixed.begin(), fixed.end(), word); it != std::sregex_iterator(); ++it)
    sink((*it)[0].str()); // clean
  std::vector<std::string> words(std::sregex_token_iterator(text.begin(), text.end(), word, -1), {});
  for (const std::string &part : words)
    sink(part); // expect tamga-custom-flow
  std::sregex_token_iterator token(text.begin(), text.end(), word), last;
  for (; token != last; ++token)
    sink(*token); // expect tamga-custom-flow
}

//== Library: filesystem::path
namespace fs = std::filesystem;
void paths() {
  fs::path file = source(), plain = "/tmp/notes.txt";
  sink(file.string());             // expect tamga-custom-flow
  sink(plain.string());            // clean
  sink(file.filename().string());  // expect tamga-custom-flow
  sink(file.parent_path().c_str()); // expect tamga-custom-flow
  sink(plain.extension().string()); // clean
  fs::path joined = plain.parent_path() / source() / "x";
  sink(joined.string()); // expect tamga-custom-flow
  joined = plain;
  sink(joined.string()); // overwritten
  sink(file.has_extension() ? ".x" : ""); // clean
}
void grown() {
  fs::path folder("/data"), plain("/data");
  folder /= source();
  plain /= "a";
  plain += ".txt";
  sink(folder.native()); // expect tamga-custom-flow
  sink(plain.native());  // clean
  plain.replace_extension(source());
  sink(plain.u8string().empty() ? 1 : 2); // clean
  sink(plain.generic_string());           // expect tamga-custom-flow
  folder.clear();
  sink(folder.string()); // overwritten
}
void parts() {
  fs::path path = source(), plain = "/a/b";
  for (const fs::path &part : path)
    sink(part.string()); // expect tamga-custom-flow
  for (const auto &part : plain)
    sink(part.string()); // clean
  std::string text = fs::absolute(path).lexically_normal();
  sink(text); // expect tamga-custom-flow
  if (fs::exists(path))
    sink(static_cast<int>(fs::file_size(path))); // clean
}
std::string read(const fs::path &path) {
  std::ifstream in(path);
  return {std::istreambuf_iterator<char>(in), {}};
}
void content() { sink(read(source())); } // clean

//== Library: to_string, stoi, to_chars, from_chars
void numbers() {
  sink(std::to_string(tainted())); // expect tamga-custom-flow
  sink(std::to_string(4));         // clean
  sink(std::stoi(source()));       // expect tamga-custom-flow
  sink(std::stod(source()) + 1);   // expect tamga-custom-flow
  sink(std::stoi("12"));           // clean
  int number = std::stoi(source(), nullptr, 16);
  sink(number); // expect tamga-custom-flow
  number = std::stoi("7");
  sink(number); // overwritten
}
void characterBuffers() {
  char buffer[16] = {}, plain[16] = {};
  auto [end, error] = std::to_chars(buffer, buffer + sizeof buffer, tainted());
  *end = '\0';
  std::to_chars(plain, plain + sizeof plain, 42);
  sink(buffer); // expect tamga-custom-flow
  sink(plain);  // clean
  sink(std::string(buffer, end)); // expect tamga-custom-flow
  std::fill(buffer, buffer + sizeof buffer, '\0');
  sink(plain); // clean
}
bool parse(std::string_view text, int &number) {
  auto result = std::from_chars(text.data(), text.data() + text.size(), number);
  return result.ec == std::errc();
}
void parsed() {
  int number = 0, plain = 0;
  std::string text = source();
  if (parse(text, number))
    sink(number); // expect tamga-custom-flow
  if (parse("42", plain))
    sink(plain); // clean
  const char *rest = std::from_chars(text.data(), text.data() + 4, number).ptr;
  sink(rest); // expect tamga-custom-flow
}
