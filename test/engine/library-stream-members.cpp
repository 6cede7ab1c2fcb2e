// RUN: %check %s --pack generic --check tamga-custom-flow -- -std=c++20
// Streams, member by member.
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
void sink(const std::wstring &text);

//== Library: streams, member by member
void streamed() {
  std::ostringstream o, o2;
  std::string s = source();
  o << "a" << s << 3 << std::endl;
  o2 << "b" << std::setw(3) << std::setfill('0') << std::hex << 4;
  sink(o.str());  // expect tamga-custom-flow
  sink(o2.str()); // clean
  o.str("");
  o << "x";
  sink(o.str()); // overwritten
  o << std::quoted(s);
  sink(o.str()); // expect tamga-custom-flow
  std::istringstream in(s), in2("a b");
  std::string w, w2;
  int n, n2;
  char ch;
  in >> w;
  sink(w); // expect tamga-custom-flow
  in2 >> w2;
  sink(w2); // clean
  in >> n;
  sink(n); // expect tamga-custom-flow
  in2 >> n2;
  sink(n2); // clean
  in >> std::ws;
  in >> std::hex >> n;
  sink(n); // expect tamga-custom-flow
  in.get(ch);
  sink(ch);        // expect tamga-custom-flow
  sink(in.get());  // expect tamga-custom-flow
  sink(in.peek()); // expect tamga-custom-flow
  std::getline(in, w);
  sink(w); // expect tamga-custom-flow
  std::getline(in2, w);
  sink(w); // overwritten
  std::getline(in, w, ',');
  sink(w); // expect tamga-custom-flow
  char buf[20];
  in.getline(buf, 20);
  sink(buf); // expect tamga-custom-flow
  in2.getline(buf, 20, ';');
  sink(buf); // overwritten
  in.read(buf, 4);
  sink(buf); // expect tamga-custom-flow
  in2.read(buf, 20);
  sink(buf); // overwritten
  in.get(buf, 4);
  sink(buf); // expect tamga-custom-flow
  in2.get(buf, 20);
  in.readsome(buf, 4);
  sink(buf); // expect tamga-custom-flow
  in.ignore(3);
  in.unget();
  in.putback('x');
  while (in >> w)
    sink(w); // expect tamga-custom-flow
  std::string line;
  while (std::getline(in2, line))
    sink(line); // clean
  std::istringstream in3;
  in3.str(s);
  in3 >> w;
  sink(w); // expect tamga-custom-flow
  std::stringstream ss;
  ss << s;
  ss >> w2;
  sink(w2); // expect tamga-custom-flow
  std::stringstream s2;
  s2 << 4;
  int k;
  s2 >> k;
  sink(k);                 // clean
  sink(ss.rdbuf()->str()); // expect tamga-custom-flow
  std::ostringstream all;
  all << in.rdbuf();
  sink(all.str()); // expect tamga-custom-flow
  std::ostringstream none;
  none << in2.rdbuf();
  sink(none.str()); // clean
  std::string whole((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());
  sink(whole); // expect tamga-custom-flow
  std::string whole2((std::istreambuf_iterator<char>(in2)), {});
  sink(whole2); // clean
  std::vector<std::string> words((std::istream_iterator<std::string>(in)), std::istream_iterator<std::string>());
  sink(words[0]); // expect tamga-custom-flow
  std::vector<std::string> words2{std::istream_iterator<std::string>(in2), {}};
  sink(words2[0]); // clean
  std::vector<int> nums;
  std::copy(std::istream_iterator<int>(in), {}, std::back_inserter(nums));
  sink(nums[0]); // expect tamga-custom-flow
  std::ostringstream j;
  std::copy(words.begin(), words.end(), std::ostream_iterator<std::string>(j, ","));
  sink(j.str()); // expect tamga-custom-flow
  std::ostringstream j2;
  std::copy(words2.begin(), words2.end(), std::ostream_iterator<std::string>(j2, ","));
  sink(j2.str()); // clean
  o.str(std::string());
  o.write(s.data(), 3);
  sink(o.str()); // expect tamga-custom-flow
  std::ostringstream pt;
  pt.put(s[0]);
  sink(pt.str()); // expect tamga-custom-flow
  std::ostringstream mv = std::move(pt);
  sink(mv.str()); // expect tamga-custom-flow
  std::ostringstream tmp;
  sink((tmp << "x" << s).good()); // clean
  sink(tmp.view());               // expect tamga-custom-flow
  std::ostringstream dbl;
  dbl << std::fixed << std::setprecision(2) << double(tainted());
  sink(dbl.str()); // expect tamga-custom-flow
  std::string q = (std::ostringstream() << "a" << s).str();
  sink(q); // expect tamga-custom-flow
}
struct P {
  std::string n;
  int a;
};
std::ostream &operator<<(std::ostream &out, const P &p) { return out << p.n; }
std::istream &operator>>(std::istream &in, P &p) { return in >> p.n >> p.a; }
struct Age {
  int a;
};
std::ostream &operator<<(std::ostream &out, const Age &p) {
  out << p.a;
  return out;
}

//== Library: streams of own types and of wide letters
void ownOperators() {
  std::ostringstream o, o2;
  P p{source(), 2};
  Age g{4};
  o << p;
  sink(o.str()); // expect tamga-custom-flow
  o2 << g << std::boolalpha << true;
  sink(o2.str()); // clean
  std::istringstream in(source());
  P q;
  in >> q;
  sink(q.n); // expect tamga-custom-flow
  sink(q.a); // expect tamga-custom-flow
  std::istringstream in2("a 2");
  in2 >> q;
  sink(q.n); // overwritten
  std::wostringstream w;
  std::wstring ws(o.str().begin(), o.str().end());
  w << ws << L"x";
  sink(w.str()); // expect tamga-custom-flow
  std::wstring wide = L"x";
  wide += ws[0];
  sink(wide); // expect tamga-custom-flow
  std::wistringstream wi(ws);
  std::wstring r;
  wi >> r;
  sink(r); // expect tamga-custom-flow
  std::getline(wi, r);
  sink(r); // expect tamga-custom-flow
  std::wstring_convert<std::codecvt_utf8<wchar_t>> conv;
  sink(conv.to_bytes(ws));    // expect tamga-custom-flow
  sink(conv.from_bytes("x")); // clean
  sink(conv.from_bytes(p.n)); // expect tamga-custom-flow
}
