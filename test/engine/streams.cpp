// RUN: %check %s --pack generic --check tamga-custom-flow -- -std=c++20
#include <cstdio>
#include <fstream>
#include <iomanip>
#include <iostream>
#include <sstream>
#include <string>
std::string source();
int tainted();
void sink(const std::string &text);
void sink(int number);
void sink(const char *text);

//== Library: stringstream, getline and manipulators
void outputStream() {
  std::ostringstream out;
  out << "answer: " << source() << '\n';
  sink(out.str()); // expect tamga-custom-flow
  std::ostringstream clean;
  clean << "answer: " << 42;
  sink(clean.str()); // clean
}
void manipulators() {
  std::stringstream out;
  out << std::setw(4) << std::hex << tainted();
  sink(out.str()); // expect tamga-custom-flow
}
void emptied() {
  std::ostringstream out;
  out << source();
  out.str("");
  sink(out.str()); // clean
}
void inputStream() {
  std::istringstream in(source());
  std::string word;
  int number;
  in >> word >> number;
  sink(word);   // expect tamga-custom-flow
  sink(number); // expect tamga-custom-flow
}
void lines() {
  std::istringstream in(source());
  std::string line;
  while (std::getline(in, line))
    sink(line); // expect tamga-custom-flow
  std::istringstream clean("text");
  std::string other;
  std::getline(clean, other);
  sink(other); // clean
}
void characters() {
  std::istringstream in(source());
  char buffer[16];
  in.read(buffer, sizeof buffer);
  sink(buffer); // expect tamga-custom-flow
  char letter;
  while (in.get(letter))
    sink(int(letter)); // expect tamga-custom-flow
}
void written() {
  std::stringstream both;
  std::string text = source();
  both.write(text.data(), text.size());
  sink(both.str()); // expect tamga-custom-flow
}
void scanned() {
  int number = 0, other = 0;
  std::sscanf(source().c_str(), "%d", &number);
  sink(number); // expect tamga-custom-flow
  sink(other); // clean
}
struct User {
  std::string name;
  int age;
};
std::ostream &operator<<(std::ostream &out, const User &user) { return out << user.name; }
void userDefined() {
  User user{source(), 3};
  std::ostringstream out;
  out << user;
  sink(out.str()); // expect tamga-custom-flow
  User clean{"text", 3};
  std::ostringstream other;
  other << clean;
  sink(other.str()); // clean
}
void print(std::ostream &out, const std::string &text) { out << text; }
void passed() {
  std::ostringstream out, clean;
  print(out, source());
  print(clean, "text");
  sink(out.str()); // expect tamga-custom-flow
  sink(clean.str()); // clean
}
