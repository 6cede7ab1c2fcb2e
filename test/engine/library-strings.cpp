// RUN: %check %s --pack generic --check tamga-custom-flow -- -std=c++20
#include <iterator>
#include <string>
#include <utility>
#include <vector>
std::string source();
int tainted();
void sink(const std::string &text);
void sink(const char *text);
void sink(char letter);
void sink(int number);
void sink(bool answer);
void sink(std::size_t number);

//== Library: string constructors
void constructed() {
  std::string all = source();
  std::string copy(all), part(all, 2), window(all, 1, 3), raw(all.c_str(), 4);
  sink(copy);                                       // expect tamga-custom-flow
  sink(part);                                       // expect tamga-custom-flow
  sink(window);                                     // expect tamga-custom-flow
  sink(raw);                                        // expect tamga-custom-flow
  sink(std::string(all.begin(), all.begin() + 2));  // expect tamga-custom-flow
  sink(std::string(3, all[0]));                     // expect tamga-custom-flow
  sink(std::string{'a', all.back()});               // expect tamga-custom-flow
  sink(std::string(all.size(), 'x'));               // clean
  std::string empty, filled(10, '-'), literal("text", 2), letters{'a', 'b'};
  sink(empty);   // clean
  sink(filled);  // clean
  sink(literal); // clean
  sink(letters); // clean
  const char *words = "several words";
  sink(std::string(words, words + 7)); // clean
}
void constructedAgain(bool again) {
  std::string text = source();
  text = std::string("fresh");
  sink(text); // overwritten
  std::string moved = source();
  std::string taker(std::move(moved));
  sink(taker); // expect tamga-custom-flow
  if (again)
    taker = {};
  sink(taker); // expect tamga-custom-flow
  taker = {};
  sink(taker); // overwritten
}

//== Library: string assignment
void assigned() {
  std::string one = "text", two, three, four, five, six;
  std::string all = source();
  one.assign(all);
  two.assign(all, 1, 2);
  three.assign(all.c_str(), 3);
  four.assign(all.begin(), all.end());
  five.assign(5, all[0]);
  six.assign({all[0], all[1]});
  sink(one);   // expect tamga-custom-flow
  sink(two);   // expect tamga-custom-flow
  sink(three); // expect tamga-custom-flow
  sink(four);  // expect tamga-custom-flow
  sink(five);  // expect tamga-custom-flow
  sink(six);   // expect tamga-custom-flow
  std::string seven;
  sink(seven.assign(std::move(all))); // expect tamga-custom-flow
  seven = 'x';
  sink(seven); // overwritten
}
void reassigned() {
  std::string plain = "plain";
  std::string one = source(), two = source(), three = source(), four = source(), five = source();
  one = plain;
  two.assign("const");
  three.assign(4, '*');
  four.assign(plain.begin(), plain.end());
  five.assign(plain, 0, 2);
  sink(one);   // overwritten
  sink(two);   // overwritten
  sink(three); // overwritten
  sink(four);  // overwritten
  sink(five);  // overwritten
  std::string six = source(), seven = source();
  six = {'a', 'b'};
  (seven = "a").append("b");
  sink(six);   // overwritten
  sink(seven); // overwritten
  sink(plain); // clean
}

//== Library: string append
void appended(const char *name) {
  std::string log, all = source();
  log += "user ";
  sink(log); // clean
  log += name;
  sink(log); // clean
  log += all;
  sink(log); // expect tamga-custom-flow
  std::string one, two, three, four, five, six;
  one.append(all, 0, 3);
  two.append(all.data(), 2);
  three.append(all.begin(), all.end());
  four.append(3, all.front());
  five.push_back(all[1]);
  six += {all[0], '!'};
  sink(one);   // expect tamga-custom-flow
  sink(two);   // expect tamga-custom-flow
  sink(three); // expect tamga-custom-flow
  sink(four);  // expect tamga-custom-flow
  sink(five);  // expect tamga-custom-flow
  sink(six);   // expect tamga-custom-flow
  std::string other;
  other.append(all.size(), ' ').append("end");
  sink(other); // clean
  other.append("x").push_back('y');
  sink(other); // clean
  (other += "a") += all;
  sink(other); // expect tamga-custom-flow
  other = "short";
  other += "er";
  sink(other); // overwritten
}

//== Library: string concatenation
void joined() {
  std::string user = source();
  sink("hello " + user);                     // expect tamga-custom-flow
  sink(user + '!');                          // expect tamga-custom-flow
  sink('<' + user + '>');                    // expect tamga-custom-flow
  sink(std::string("a") + "b" + user.c_str()); // expect tamga-custom-flow
  sink(std::string("a") + "b");              // clean
  std::string greeting = "hello ";
  std::string both = greeting + user;
  sink(greeting); // clean
  sink(both);     // expect tamga-custom-flow
  both = greeting + greeting;
  sink(both); // overwritten
  sink(greeting + std::to_string(user.length())); // clean
}

//== Library: string insert
void inserted() {
  std::string all = source();
  std::string one = "[]", two = "[]", three = "[]", four = "[]", five = "[]";
  one.insert(1, all);
  two.insert(1, all.c_str(), 2);
  three.insert(1, 4, all[0]);
  four.insert(four.begin(), all.begin(), all.end());
  five.insert(five.begin() + 1, all[2]);
  sink(one);   // expect tamga-custom-flow
  sink(two);   // expect tamga-custom-flow
  sink(three); // expect tamga-custom-flow
  sink(four);  // expect tamga-custom-flow
  sink(five);  // expect tamga-custom-flow
  std::string six = "[]";
  six.insert(all.size() % 2, "text");
  sink(six); // clean
  six.insert(six.end(), 'x');
  sink(six); // clean
  six.insert(0, "list: ");
  sink(six); // clean
  six.insert(0, all, 0, 1);
  sink(six); // expect tamga-custom-flow
  six.clear();
  six.insert(0, "again");
  sink(six); // overwritten
}

//== Library: string replace
void replaced() {
  std::string all = source();
  std::string one = "name", two = "name", three = "name", four = "name";
  one.replace(0, 1, all);
  two.replace(two.begin(), two.end(), all);
  three.replace(0, 2, all.c_str(), 2);
  four.replace(0, 2, 5, all[0]);
  sink(one);   // expect tamga-custom-flow
  sink(two);   // expect tamga-custom-flow
  sink(three); // expect tamga-custom-flow
  sink(four);  // expect tamga-custom-flow
  all.replace(0, 1, "x");
  sink(all); // expect tamga-custom-flow
  std::string text = "name", pattern = "na";
  text.replace(text.find(pattern), pattern.size(), "NA");
  sink(text); // clean
  text.replace(text.begin(), text.begin() + 1, 2, 'n');
  sink(text); // clean
  text.replace(0, all.size(), "");
  sink(text); // clean
  text.replace(0, 2, all, 1, 2);
  sink(text); // expect tamga-custom-flow
  text = pattern;
  sink(text); // overwritten
}

//== Library: string parts
void parts() {
  std::string line = source();
  sink(line.substr(3));                           // expect tamga-custom-flow
  sink(line.substr(line.find(':') + 1, 4));       // expect tamga-custom-flow
  sink(line[0]);                                  // expect tamga-custom-flow
  sink(line.at(1));                               // expect tamga-custom-flow
  sink(line.front());                             // expect tamga-custom-flow
  sink(line.back());                              // expect tamga-custom-flow
  sink(&line[2]);                                 // expect tamga-custom-flow
  sink(std::string(source(), 1).substr(1).c_str()); // expect tamga-custom-flow
  std::string fixed = "a=b";
  sink(fixed.substr(line.size()));         // clean
  sink(fixed[line.size() % 3]);            // clean
  sink(fixed.at(0));                       // clean
  std::string tail = line.substr(1);
  tail = fixed.substr(1);
  sink(tail); // overwritten
}
char lastLetter(const std::string &text) { return text.empty() ? '?' : text[text.size() - 1]; }
void partsOfArgument() {
  sink(lastLetter(source()));     // expect tamga-custom-flow
  sink(lastLetter("plain text")); // clean
}

//== Library: string elements written
void written() {
  std::string one(4, ' '), two(4, ' '), three(4, ' '), four(4, ' ');
  one[0] = source()[0];
  two.at(1) = char(tainted());
  three.front() = source().back();
  four.back() = char(tainted());
  sink(one);   // expect tamga-custom-flow
  sink(two);   // expect tamga-custom-flow
  sink(three); // expect tamga-custom-flow
  sink(four);  // expect tamga-custom-flow
  std::string five(4, ' '), six(4, ' ');
  *five.begin() = char(tainted());
  six.data()[2] = char(tainted());
  sink(five); // expect tamga-custom-flow
  sink(six);  // expect tamga-custom-flow
  std::string plain(4, ' ');
  plain[0] = 'x';
  sink(plain); // clean
  plain.front() = plain.back();
  sink(plain); // clean
  for (char &letter : plain)
    letter = char(letter + 1);
  sink(plain); // clean
  for (char &letter : plain)
    letter = char(tainted());
  sink(plain); // expect tamga-custom-flow
  plain.assign("done");
  sink(plain); // overwritten
}

//== Library: string iterators
void iterated() {
  std::string text = source(), out, upper;
  for (auto it = text.begin(); it != text.end(); ++it)
    out += *it;
  sink(out); // expect tamga-custom-flow
  for (auto it = text.crbegin(); it != text.crend(); it++)
    upper.push_back(char(*it - 32));
  sink(upper);                   // expect tamga-custom-flow
  sink(*(text.begin() + 2));     // expect tamga-custom-flow
  sink(*std::next(text.begin())); // expect tamga-custom-flow
  sink(*--text.end());           // expect tamga-custom-flow
  sink(text.begin()[1]);         // expect tamga-custom-flow
  std::string::const_iterator position = text.cbegin();
  position += 2;
  char letter = *position++;
  sink(letter); // expect tamga-custom-flow
  std::string plain = "text", dashes;
  for (auto it = plain.rbegin(); it != plain.rend(); ++it)
    dashes += *it;
  sink(dashes); // clean
  for (auto it = text.begin(); it != text.end(); ++it)
    dashes += '-';
  sink(dashes); // clean
  position = plain.begin();
  sink(*position); // overwritten
  sink(int(text.end() - text.begin())); // clean
}

//== Library: string questions
void asked() {
  std::string text = source();
  sink(text.size());               // clean
  sink(text.length() + 1);         // clean
  sink(text.empty());              // clean
  sink(text.find("a"));            // clean
  sink(text.rfind('a'));           // clean
  sink(text.find_first_of("abc")); // clean
  sink(text.compare("yes"));       // clean
  sink(text.starts_with("y"));     // clean
  sink(text.ends_with('y'));       // clean
  sink(text == "yes");             // clean
  sink(text < "yes");              // clean
  sink(text == "yes" ? text : "no"); // expect tamga-custom-flow
  if (text.starts_with("y"))
    sink(text); // expect tamga-custom-flow
  std::size_t at = text.find('=');
  sink(at == std::string::npos ? std::string() : text.substr(at)); // expect tamga-custom-flow
  at = text.find("x");
  sink(at); // clean
}

//== Library: string emptied and cut
void emptied() {
  std::string one = source(), two = source(), three = source(), four = source();
  one.clear();
  two.erase();
  three.resize(0);
  four.erase(four.begin(), four.end());
  sink(one);   // overwritten
  sink(two);   // overwritten
  sink(three); // overwritten
  sink(four);  // clean
  std::string five = source(), six = source(), seven = source(), eight = source();
  five.erase(0, 2);
  six.resize(5);
  seven.pop_back();
  eight.erase(eight.begin());
  sink(five);  // expect tamga-custom-flow
  sink(six);   // expect tamga-custom-flow
  sink(seven); // expect tamga-custom-flow
  sink(eight); // expect tamga-custom-flow
  std::string nine = "text", ten = "text", eleven = "text";
  nine.resize(9, char(tainted()));
  ten.resize(9, '.');
  eleven.erase(1).shrink_to_fit();
  sink(nine);   // expect tamga-custom-flow
  sink(ten);    // clean
  sink(eleven); // clean
  eleven.reserve(source().size());
  sink(eleven); // clean
}

//== Library: string swap, move, exchange
void exchanged() {
  std::string left = source(), right = "text";
  std::swap(left, right);
  sink(left);  // overwritten
  sink(right); // expect tamga-custom-flow
  left.swap(right);
  sink(left);  // expect tamga-custom-flow
  sink(right); // overwritten
  std::string taken = std::move(left);
  sink(taken); // expect tamga-custom-flow
  std::string old = std::exchange(taken, "none");
  sink(old);   // expect tamga-custom-flow
  sink(taken); // overwritten
  std::string plain = "a", other = "b";
  plain.swap(other);
  sink(plain); // clean
  sink(other); // clean
  std::string last = std::move(plain);
  sink(last); // clean
}
