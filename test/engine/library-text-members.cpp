// RUN: %check %s --pack generic --check tamga-custom-flow -- -std=c++20
// Text, member by member.
#include <algorithm>
#include <codecvt>
#include <cstring>
#include <iomanip>
#include <iostream>
#include <iterator>
#include <locale>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>
std::string source();
int tainted();
void sink(const std::string &text);
void sink(const char *text);
void sink(std::string_view text);
void sink(int number);
void sink(long number);
void sink(unsigned long number);
void sink(double number);
void sink(bool answer);
void sink(char letter);

//== Library: strings, read
void read() {
  std::string s = source(), p = "plain", o;
  sink(s.at(0));                               // expect tamga-custom-flow
  sink(s[1]);                                  // expect tamga-custom-flow
  sink(s.front());                             // expect tamga-custom-flow
  sink(s.back());                              // expect tamga-custom-flow
  sink(p.at(0));                               // clean
  sink(s.c_str());                             // expect tamga-custom-flow
  sink(s.data());                              // expect tamga-custom-flow
  sink(&s[0]);                                 // expect tamga-custom-flow
  sink(p.c_str());                             // clean
  sink(s.size());                              // clean
  sink(s.length());                            // clean
  sink(s.find("x"));                           // clean
  sink(s.compare(p));                          // clean
  sink(s.empty());                             // clean
  sink(s.starts_with("a"));                    // clean
  sink(s == p);                                // clean
  sink(s < p);                                 // clean
  sink(std::string(s, 1));                     // expect tamga-custom-flow
  sink(std::string(s, 1, 2));                  // expect tamga-custom-flow
  sink(std::string(s.begin(), s.end()));       // expect tamga-custom-flow
  sink(std::string(s.rbegin(), s.rend()));     // expect tamga-custom-flow
  sink(std::string(s.c_str(), 3));             // expect tamga-custom-flow
  sink(std::string(3, s[0]));                  // expect tamga-custom-flow
  sink(std::string(3, 'c'));                   // clean
  sink(std::string({s[0], 'b'}));              // expect tamga-custom-flow
  sink(std::string{'a', 'b'});                 // clean
  sink(std::string(std::string_view(s)));      // expect tamga-custom-flow
  sink(std::string(p, 1));                     // clean
  sink(std::string(p.begin(), p.begin() + 2)); // clean
  o = p + s;
  sink(o); // expect tamga-custom-flow
  o = "x" + p;
  sink(o); // overwritten
  o = 'c' + s;
  sink(o); // expect tamga-custom-flow
  o = std::move(s) + "x";
  sink(o); // expect tamga-custom-flow
  o = p + 'c';
  sink(o); // overwritten
}

//== Library: strings, composed
void composed() {
  std::string s = source(), p = "plain";
  {
    std::string o;
    o.append(s);
    sink(o); // expect tamga-custom-flow
  }
  {
    std::string o;
    o.append(s, 1, 2);
    sink(o); // expect tamga-custom-flow
  }
  {
    std::string o;
    o.append(s.c_str());
    sink(o); // expect tamga-custom-flow
  }
  {
    std::string o;
    o.append(s.c_str(), 2);
    sink(o); // expect tamga-custom-flow
  }
  {
    std::string o;
    o.append(s.begin(), s.end());
    sink(o); // expect tamga-custom-flow
  }
  {
    std::string o;
    o.append({s[0], 'x'});
    sink(o); // expect tamga-custom-flow
  }
  {
    std::string o;
    o.append(2, s[0]);
    sink(o); // expect tamga-custom-flow
  }
  {
    std::string o;
    o.append(2, 'c');
    sink(o); // clean
  }
  {
    std::string o;
    o.push_back(s[0]);
    sink(o); // expect tamga-custom-flow
  }
  {
    std::string o;
    o += s[0];
    sink(o); // expect tamga-custom-flow
  }
  {
    std::string o;
    o += {s[0], 'a'};
    sink(o); // expect tamga-custom-flow
  }
  {
    std::string o;
    o += std::string_view(s);
    sink(o); // expect tamga-custom-flow
  }
  {
    std::string o;
    o.insert(0, s);
    sink(o); // expect tamga-custom-flow
  }
  {
    std::string o;
    o.insert(0, s, 1, 2);
    sink(o); // expect tamga-custom-flow
  }
  {
    std::string o;
    o.insert(0, s.c_str());
    sink(o); // expect tamga-custom-flow
  }
  {
    std::string o;
    o.insert(o.begin(), s[0]);
    sink(o); // expect tamga-custom-flow
  }
  {
    std::string o;
    o.insert(o.begin(), s.begin(), s.end());
    sink(o); // expect tamga-custom-flow
  }
  {
    std::string o;
    o.insert(o.begin(), 3, s[0]);
    sink(o); // expect tamga-custom-flow
  }
  {
    std::string o;
    o.insert(0, 3, 'c');
    sink(o); // clean
  }
  {
    std::string o = p;
    o.replace(0, 1, s);
    sink(o); // expect tamga-custom-flow
  }
  {
    std::string o = p;
    o.replace(o.begin(), o.begin() + 1, s);
    sink(o); // expect tamga-custom-flow
  }
  {
    std::string o = p;
    o.replace(0, 1, s, 0, 2);
    sink(o); // expect tamga-custom-flow
  }
  {
    std::string o = p;
    o.replace(0, 1, 2, s[0]);
    sink(o); // expect tamga-custom-flow
  }
  {
    std::string o = p;
    o.replace(o.begin(), o.end(), s.begin(), s.end());
    sink(o); // expect tamga-custom-flow
  }
  {
    std::string o = p;
    o.replace(0, 1, "x");
    sink(o); // clean
  }
  {
    std::string o = s;
    o.replace(0, 1, "x");
    sink(o); // expect tamga-custom-flow
  }
  {
    std::string o;
    o.assign(s);
    sink(o); // expect tamga-custom-flow
  }
  {
    std::string o;
    o.assign(s, 1, 2);
    sink(o); // expect tamga-custom-flow
  }
  {
    std::string o;
    o.assign(s.c_str(), 2);
    sink(o); // expect tamga-custom-flow
  }
  {
    std::string o;
    o.assign(s.begin(), s.end());
    sink(o); // expect tamga-custom-flow
  }
  {
    std::string o;
    o.assign(std::move(s));
    sink(o); // expect tamga-custom-flow
  }
  s = source();
  {
    std::string o;
    o = s.substr(1);
    sink(o); // expect tamga-custom-flow
  }
  {
    std::string o;
    o = p.substr(1, 2);
    sink(o); // clean
  }
  {
    char buf[10];
    s.copy(buf, 3);
    sink(buf); // expect tamga-custom-flow
  }
  {
    char buf[10];
    p.copy(buf, 3, 1);
    sink(buf); // clean
  }
  {
    std::string o = "x";
    o.swap(s);
    sink(o); // expect tamga-custom-flow
    sink(s);
  }
}

//== Library: strings, changed
void changed() {
  std::string s = source(), p = "plain";
  for (char c : s)
    sink(c); // expect tamga-custom-flow
  for (char &c : p)
    c = 'x';
  sink(p); // clean
  for (auto it = s.begin(); it != s.end(); ++it)
    sink(*it); // expect tamga-custom-flow
  for (auto it = s.crbegin(); it != s.crend(); ++it)
    sink(*it); // expect tamga-custom-flow
  for (size_t i = 0; i < s.size(); ++i)
    p[i] = s[i];
  sink(p); // expect tamga-custom-flow
  p = "x";
  std::transform(s.begin(), s.end(), s.begin(), ::toupper);
  sink(s); // expect tamga-custom-flow
  std::transform(s.begin(), s.end(), std::back_inserter(p), [](unsigned char c) { return std::tolower(c); });
  sink(p); // expect tamga-custom-flow
  std::string r = "abc";
  std::reverse(r.begin(), r.end());
  sink(r); // clean
  s.erase(std::remove(s.begin(), s.end(), ' '), s.end());
  sink(s); // expect tamga-custom-flow
  s.erase(2);
  sink(s); // expect tamga-custom-flow
  s.erase(s.begin());
  sink(s); // expect tamga-custom-flow
  s.pop_back();
  sink(s); // expect tamga-custom-flow
  s.resize(10, 'x');
  sink(s); // expect tamga-custom-flow
  s.shrink_to_fit();
  s.reserve(3);
  std::erase(s, 'x');
  sink(s); // expect tamga-custom-flow
  std::erase_if(s, [](char c) { return c == 'x'; });
  sink(s); // expect tamga-custom-flow
  std::string t;
  t.resize(4);
  std::memcpy(t.data(), s.data(), 4);
  sink(t); // expect tamga-custom-flow
  std::string u(4, 0);
  std::strcpy(&u[0], s.c_str());
  sink(u); // expect tamga-custom-flow
  std::string v = "aaa";
  v[1] = s[0];
  sink(v); // expect tamga-custom-flow
  v = "aaa";
  v.front() = s[0];
  sink(v); // expect tamga-custom-flow
  v = "aaa";
  v.at(2) = 'x';
  sink(v); // overwritten
  v = "aaa";
  *v.begin() = s[0];
  sink(v); // expect tamga-custom-flow
  using namespace std::literals;
  sink("x"s + s); // expect tamga-custom-flow
  sink("x"sv);    // clean
  std::u16string u16 = u"x";
  std::u8string u8(s.begin(), s.end());
  sink(std::string(u8.begin(), u8.end())); // expect tamga-custom-flow
}

//== Library: string views, member by member
void viewed() {
  std::string s = source(), p = "plain";
  std::string_view v = s, w = p;
  sink(v);           // expect tamga-custom-flow
  sink(w);           // clean
  sink(v.substr(1)); // expect tamga-custom-flow
  sink(v[0]);        // expect tamga-custom-flow
  sink(v.front());   // expect tamga-custom-flow
  sink(v.data());    // expect tamga-custom-flow
  sink(v.at(1));     // expect tamga-custom-flow
  v.remove_prefix(1);
  sink(v); // expect tamga-custom-flow
  v.remove_suffix(1);
  sink(v);                               // expect tamga-custom-flow
  sink(std::string(v));                  // expect tamga-custom-flow
  sink(std::string(v.begin(), v.end())); // expect tamga-custom-flow
  sink(v.size());                        // clean
  sink(v.find('x'));                     // clean
  sink(v.starts_with("x"));              // clean
  char buf[4];
  v.copy(buf, 3);
  sink(buf); // expect tamga-custom-flow
  w.swap(v);
  sink(w); // expect tamga-custom-flow
  sink(v); // overwritten
  w = p;
  sink(w); // overwritten
  std::string_view x(s.data(), 2);
  sink(x); // expect tamga-custom-flow
  std::string_view y(s.begin(), s.end());
  sink(y); // expect tamga-custom-flow
  std::string_view z{"text", 2};
  sink(z); // clean
  for (char c : y)
    sink(c); // expect tamga-custom-flow
  const char *q = y.data();
  sink(q); // expect tamga-custom-flow
  std::string big;
  big += y;
  sink(big); // expect tamga-custom-flow
  std::string cat = std::string("a").append(y);
  sink(cat); // expect tamga-custom-flow
}

//== Library: views of a string that changes
void follows() {
  std::string text = "plain";
  std::string_view view = text;
  text = source();
  sink(view); // expect tamga-custom-flow
  std::string_view again = text;
  text = "plain";
  sink(again); // overwritten
  std::string other = "x";
  const char *raw = other.c_str();
  other[0] = char(tainted());
  sink(raw); // expect tamga-custom-flow
}
