// RUN: %check %s --pack generic --check tamga-custom-flow -- -std=c++20
// Streams: buffers, iterators, files, and chains of operators.
#include <algorithm>
#include <fstream>
#include <iomanip>
#include <iostream>
#include <iterator>
#include <sstream>
#include <string>
#include <vector>
std::string source();
int tainted();
void sink(const std::string &text);
void sink(const char *text);
void sink(int number);

//== Library: operator<< and >> in chains
void chains() {
  std::stringstream both, plain;
  both << 1 << ' ' << source() << std::endl;
  plain << 1 << ' ' << "text" << std::flush;
  int number = 0, other = 0;
  std::string word, fixed;
  both >> number >> std::ws >> word;
  plain >> other >> fixed;
  sink(word);  // expect tamga-custom-flow
  sink(fixed); // clean
  sink(other); // clean
  if (!(plain >> word))
    return;
  sink(word); // overwritten
}
template <class... Parts> std::string concat(const Parts &...parts) {
  std::ostringstream out;
  (out << ... << parts);
  return out.str();
}
void folded() {
  sink(concat("a", 1, source())); // expect tamga-custom-flow
  sink(concat("a", 1, "b"));      // clean
}
void manipulated() {
  std::ostringstream out, plain;
  out << std::setw(8) << std::setfill('0') << std::uppercase << std::hex << tainted() << std::dec;
  plain << std::left << std::setw(tainted()) << 4 << std::quoted("text");
  sink(out.str());   // expect tamga-custom-flow
  sink(plain.str()); // clean
  out.str({});
  out.clear();
  sink(out.str()); // overwritten
}
struct Money {
  int amount;
  std::string currency;
};
std::ostream &operator<<(std::ostream &out, const Money &money) {
  return out << money.amount << ' ' << money.currency;
}
std::istream &operator>>(std::istream &in, Money &money) { return in >> money.amount >> money.currency; }
void ownOperators() {
  std::ostringstream out;
  out << Money{1, source()};
  sink(out.str()); // expect tamga-custom-flow
  std::istringstream in(source()), plain("1 KZT");
  Money money{}, other{};
  in >> money;
  plain >> other;
  sink(money.currency); // expect tamga-custom-flow
  sink(other.currency); // clean
}

//== Library: getline
void lines() {
  std::istringstream in(source()), plain("a\nb");
  std::vector<std::string> all, others;
  for (std::string line; std::getline(in, line);)
    all.push_back(line);
  for (std::string line; std::getline(plain, line, '\n');)
    others.push_back(line);
  sink(all.back());    // expect tamga-custom-flow
  sink(others.back()); // clean
  std::string line = source();
  if (!std::getline(plain, line))
    return;
  sink(line); // overwritten
  char raw[32];
  std::istringstream again(source());
  again.getline(raw, sizeof raw);
  sink(raw); // expect tamga-custom-flow
}
std::string firstLine(std::istream &in) {
  std::string line;
  std::getline(in >> std::ws, line);
  return line;
}
void throughHelper() {
  std::istringstream in(source()), plain("text");
  sink(firstLine(in));    // expect tamga-custom-flow
  sink(firstLine(plain)); // clean
  sink(firstLine(std::cin)); // clean
}

//== Library: streambuf and iterators of streams
void buffers() {
  std::istringstream in(source()), plain("text");
  std::string all(std::istreambuf_iterator<char>(in), {});
  std::string other{std::istreambuf_iterator<char>(plain), std::istreambuf_iterator<char>()};
  sink(all);   // expect tamga-custom-flow
  sink(other); // clean
  std::ostringstream out, fixed;
  std::istringstream from(source());
  out << from.rdbuf();
  fixed << plain.rdbuf();
  sink(out.str());   // expect tamga-custom-flow
  sink(fixed.str()); // clean
  all = other;
  sink(all); // overwritten
}
void words() {
  std::istringstream in(source()), plain("a b");
  std::vector<std::string> all(std::istream_iterator<std::string>(in), {});
  std::vector<std::string> other(std::istream_iterator<std::string>(plain), {});
  sink(all[0]);   // expect tamga-custom-flow
  sink(other[0]); // clean
  std::ostringstream out;
  std::copy(all.begin(), all.end(), std::ostream_iterator<std::string>(out, ", "));
  sink(out.str()); // expect tamga-custom-flow
}
void characters() {
  std::stringbuf buffer, plain;
  std::string text = source();
  buffer.sputn(text.data(), static_cast<std::streamsize>(text.size()));
  plain.sputc('a');
  sink(buffer.str()); // expect tamga-custom-flow
  sink(plain.str());  // clean
}

//== Library: fstream
void writtenAndRead() {
  std::fstream file("notes.txt", std::ios::in | std::ios::out | std::ios::trunc), other("other.txt");
  file << source();
  file.seekg(0);
  std::string text, plain;
  file >> text;
  other >> plain;
  sink(text);  // expect tamga-custom-flow
  sink(plain); // clean
}
std::string load(const std::string &name) {
  std::ifstream in(name, std::ios::binary);
  std::ostringstream out;
  out << in.rdbuf();
  return out.str();
}
void named() {
  sink(load("a.txt"));  // clean
  sink(load(source())); // clean
  std::ofstream out(source());
  sink(out.is_open() ? 1 : 2); // clean
}
void print(std::ostream &out, const std::string &text) { out << text << '\n'; }
void polymorphic() {
  std::ostringstream memory, plain;
  std::ofstream file("x");
  print(file, source());
  print(memory, source());
  print(plain, "text");
  sink(memory.str()); // expect tamga-custom-flow
  sink(plain.str());  // clean
  std::string text = memory.str();
  sink(text); // expect tamga-custom-flow
  text = plain.str();
  sink(text); // overwritten
}
