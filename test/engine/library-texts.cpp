// RUN: %check %s --pack generic --check tamga-custom-flow -- -std=c++20
#include <map>
#include <string>
#include <string_view>
#include <vector>
std::string source();
std::wstring wideSource();
int tainted();
void fill(char *buffer);
void sink(std::string_view text);
void sink(const std::wstring &text);
void sink(const std::u16string &text);
void sink(const std::u32string &text);
void sink(wchar_t letter);
void sink(char letter);
void sink(int number);
void sink(std::size_t number);
std::wstring widen(const std::string &text) { return std::wstring(text.begin(), text.end()); }

//== Library: string_view
void views() {
  std::string owner = source();
  std::string_view view = owner;
  sink(view);                       // expect tamga-custom-flow
  sink(view.substr(1, 2));          // expect tamga-custom-flow
  sink(view.front());               // expect tamga-custom-flow
  sink(view[3]);                    // expect tamga-custom-flow
  sink(view.data());                // expect tamga-custom-flow
  sink(*view.begin());              // expect tamga-custom-flow
  sink(std::string(view));          // expect tamga-custom-flow
  std::string_view window(owner.data() + 1, 3), rest = view;
  sink(window); // expect tamga-custom-flow
  rest.remove_prefix(2);
  sink(rest); // expect tamga-custom-flow
  rest.remove_suffix(1);
  sink(rest);        // expect tamga-custom-flow
  sink(view.size()); // clean
  sink(view.find(':')); // clean
  rest = "literal";
  sink(rest); // overwritten
  using namespace std::literals;
  constexpr std::string_view constant = "constant"sv;
  sink(constant); // clean
  sink(constant.substr(view.size())); // clean
}
std::string_view trimmed(std::string_view text) {
  while (!text.empty() && text.front() == ' ')
    text.remove_prefix(1);
  while (!text.empty() && text.back() == ' ')
    text.remove_suffix(1);
  return text;
}
std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> words;
  for (std::size_t start = 0; start <= text.size();) {
    std::size_t end = text.find(separator, start);
    if (end == std::string_view::npos)
      end = text.size();
    words.push_back(text.substr(start, end - start));
    start = end + 1;
  }
  return words;
}
void helpers() {
  std::string line = source();
  sink(trimmed(line));       // expect tamga-custom-flow
  sink(trimmed(" plain  ")); // clean
  for (std::string_view word : split(line, ' '))
    sink(word); // expect tamga-custom-flow
  for (std::string_view word : split("a b c", ' '))
    sink(word); // clean
  std::string_view views[2] = {line, "plain"};
  sink(views[0]); // expect tamga-custom-flow
  sink(views[1]); // clean
  std::string copy(4, ' ');
  std::string_view(line).copy(copy.data(), 4);
  sink(copy); // expect tamga-custom-flow
}
void swappedViews() {
  std::string owner = source();
  std::string_view one = owner, two = "two";
  one.swap(two);
  sink(one); // overwritten
  sink(two); // expect tamga-custom-flow
  std::swap(one, two);
  sink(one); // expect tamga-custom-flow
  sink(two); // overwritten
}

//== Library: views of a string that changes
void viewOfChanged() {
  std::string owner = "text";
  std::string_view view = owner;
  sink(view); // clean
  owner[0] = source()[0];
  sink(view); // expect tamga-custom-flow
  std::string other = source();
  std::string_view second = other;
  std::string kept(second);
  sink(kept);   // expect tamga-custom-flow
  sink(second); // expect tamga-custom-flow
  second = view.substr(0, 0);
  second = "";
  sink(second); // overwritten
  kept = second;
  sink(kept); // overwritten
  std::string_view third = kept;
  sink(third.substr(1)); // clean
}

//== Library: wstring
void wide() {
  std::wstring text = wideSource();
  text = widen(source());
  sink(text);                // expect tamga-custom-flow
  sink(text.substr(2));      // expect tamga-custom-flow
  sink(text[0]);             // expect tamga-custom-flow
  sink(L"<" + text + L">");  // expect tamga-custom-flow
  std::wstring log = L"log: ";
  log.append(text, 0, 3);
  sink(log); // expect tamga-custom-flow
  std::wstring plain = L"plain";
  sink(plain);                      // clean
  sink(plain + L"er");              // clean
  sink(widen("plain"));             // clean
  sink(std::wstring(text.size(), L' ')); // clean
  sink(std::to_wstring(tainted())); // expect tamga-custom-flow
  std::wstring_view view = text;
  sink(std::wstring(view)); // expect tamga-custom-flow
  text = plain;
  sink(text); // overwritten
  log.clear();
  sink(log); // overwritten
}

//== Library: basic_string of other letters
void otherLetters() {
  std::string text = source();
  std::u16string sixteen(text.begin(), text.end());
  std::u32string thirtyTwo;
  for (char letter : text)
    thirtyTwo.push_back(char32_t(letter));
  sink(sixteen);             // expect tamga-custom-flow
  sink(thirtyTwo);           // expect tamga-custom-flow
  sink(sixteen + u"!");      // expect tamga-custom-flow
  sink(thirtyTwo.substr(1)); // expect tamga-custom-flow
  sink(std::u16string(u"text")); // clean
  std::u32string fixed(text.size(), U'x');
  sink(fixed); // clean
  fixed += U"y";
  sink(fixed); // clean
  sixteen.assign(u"text");
  sink(sixteen); // overwritten
  std::basic_string<char> same = text;
  sink(same); // expect tamga-custom-flow
}

//== Library: numbers and text
void numbers() {
  int number = tainted();
  sink(std::to_string(number));              // expect tamga-custom-flow
  sink("n=" + std::to_string(number * 2));   // expect tamga-custom-flow
  sink(std::stoi(source()));                 // expect tamga-custom-flow
  sink(int(std::stod(source().substr(1))));  // expect tamga-custom-flow
  sink(std::to_string(42));                  // clean
  sink(std::stoi("42"));                     // clean
  sink(std::to_string(source().size()));     // clean
  std::string shown = std::to_string(number);
  shown = std::to_string(7);
  sink(shown); // overwritten
  std::size_t used = 0;
  int parsed = std::stoi(source(), &used, 16);
  sink(parsed); // expect tamga-custom-flow
  sink(used);   // clean
}

//== Library: string literals with suffix
void suffixes() {
  using namespace std::string_literals;
  std::string text = "a"s + source();
  sink(text);            // expect tamga-custom-flow
  sink("b"s);            // clean
  sink("b"s + "c"s);     // clean
  sink(source() + "d"s); // expect tamga-custom-flow
  sink(("x"s += source())); // expect tamga-custom-flow
  text = "e"s;
  sink(text); // overwritten
  sink("f"s.append(3, 'g')); // clean
}

//== Library: string and raw buffers
void rawBuffers() {
  char raw[32], copy[32] = "";
  fill(raw);
  std::string text = raw;
  sink(text); // expect tamga-custom-flow
  text.copy(copy, 4);
  sink(copy); // expect tamga-custom-flow
  std::string room(32, '\0');
  fill(room.data());
  sink(room); // expect tamga-custom-flow
  std::string other(32, '\0');
  fill(&other[0]);
  sink(other.substr(1)); // expect tamga-custom-flow
  char plain[8] = "plain";
  text = plain;
  sink(text); // overwritten
  std::string cut(plain, 3);
  sink(cut); // clean
  cut.append(plain, sizeof plain);
  sink(cut);         // clean
  sink(cut.c_str()); // clean
}

//== Library: string in fields and containers
struct Message {
  std::string from, body;
  std::string &part(bool isBody) { return isBody ? body : from; }
};
void fields() {
  Message message{"me", source()};
  sink(message.body); // expect tamga-custom-flow
  sink(message.from); // clean
  message.from.append(message.body.substr(0, 1));
  sink(message.from); // expect tamga-custom-flow
  message.body.clear();
  sink(message.body); // overwritten
  Message second;
  second.part(true) += source();
  sink(second.body); // expect tamga-custom-flow
  std::vector<std::string> lines(2);
  lines[0].append(source());
  sink(lines[0]); // expect tamga-custom-flow
  sink(lines[1]); // clean
  std::map<std::string, std::string> words;
  words["a"] += source();
  sink(words["a"]); // expect tamga-custom-flow
  sink(words["b"]); // clean
}
