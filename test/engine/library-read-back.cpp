// RUN: %check %s --pack generic --check tamga-custom-flow -- -std=c++20
#include <charconv>
#include <chrono>
#include <complex>
#include <filesystem>
#include <fstream>
#include <iomanip>
#include <iostream>
#include <locale>
#include <map>
#include <numeric>
#include <regex>
#include <sstream>
#include <string>
#include <valarray>
#include <vector>
#include <atomic>
std::string source();
int tainted();
void sink(const std::string &text);
void sink(const char *text);
void sink(int number);
void sink(long number);
void sink(double number);
void sink(char letter);

//== Library: regex, fields of a line
std::map<std::string, std::string> fieldsOf(const std::string &line) {
  static const std::regex field(R"((\w+)=([^;]*))");
  std::map<std::string, std::string> out;
  for (std::sregex_iterator it(line.begin(), line.end(), field), end; it != end; ++it)
    out[(*it)[1].str()] = (*it)[2].str();
  return out;
}
void fields() {
  auto hot = fieldsOf(source()), cold = fieldsOf("name=a;city=b");
  sink(hot["name"]);  // expect tamga-custom-flow
  sink(cold["name"]); // clean
  for (const auto &[key, value] : hot)
    sink(value); // expect tamga-custom-flow
  for (const auto &[key, value] : cold)
    sink(value); // clean
}
std::string masked(const std::string &text) {
  static const std::regex digits("[0-9]{12}");
  return std::regex_replace(text, digits, "************");
}
void replaced() {
  sink(masked(source())); // expect tamga-custom-flow
  sink(masked("text"));   // clean
  std::string out;
  std::string text = source();
  std::regex_replace(std::back_inserter(out), text.begin(), text.end(), std::regex("a"), "b");
  sink(out); // expect tamga-custom-flow
  out = std::regex_replace(std::string("aa"), std::regex("a"), "b");
  sink(out); // overwritten
  sink(std::regex_replace("aa", std::regex("a"), source())); // expect tamga-custom-flow
}
void matched() {
  std::smatch parts;
  std::string text = source(), plain = "a-b";
  if (std::regex_match(text, parts, std::regex("(.*)-(.*)"))) {
    std::string left = parts[1], right = parts.str(2);
    sink(left);  // expect tamga-custom-flow
    sink(right); // expect tamga-custom-flow
    sink(parts.prefix().str() + parts.suffix().str()); // expect tamga-custom-flow
    sink(long(parts.size())); // clean
    sink(long(parts.position(1))); // clean
  }
  if (std::regex_search(plain, parts, std::regex("(.*)-(.*)")))
    sink(parts[1].str()); // clean
  std::cmatch raw;
  if (std::regex_search(text.c_str(), raw, std::regex("b")))
    sink(std::string(raw[0].first, raw[0].second)); // expect tamga-custom-flow
}
void tokens() {
  std::string text = source(), plain = "a,b";
  std::regex comma(",");
  std::vector<std::string> words, others;
  for (std::sregex_token_iterator it(text.begin(), text.end(), comma, -1), end; it != end; ++it)
    words.push_back(*it);
  std::copy(std::sregex_token_iterator(plain.begin(), plain.end(), comma, -1), std::sregex_token_iterator(), std::back_inserter(others));
  sink(words[0]);  // expect tamga-custom-flow
  sink(others[0]); // clean
  others.assign(std::sregex_token_iterator(text.begin(), text.end(), comma, -1), {});
  sink(others[0]); // expect tamga-custom-flow
  std::vector<std::string> all(std::sregex_token_iterator(text.begin(), text.end(), comma, -1), std::sregex_token_iterator{});
  sink(all[0]); // expect tamga-custom-flow
}

//== Library: filesystem, names of files
namespace fs = std::filesystem;
fs::path outputFor(const fs::path &input, const std::string &suffix) {
  fs::path out = input.parent_path() / input.stem();
  out += "-" + suffix;
  out.replace_extension(".wav");
  return out;
}
void paths() {
  sink(outputFor(source(), "out").string()); // expect tamga-custom-flow
  sink(outputFor("a.txt", "out").string());  // clean
  sink(outputFor("a.txt", source()).c_str()); // expect tamga-custom-flow
  fs::path path = "/tmp";
  path /= source();
  sink(path.string()); // expect tamga-custom-flow
  sink(path.filename().string()); // expect tamga-custom-flow
  for (const auto &part : path)
    sink(part.string()); // expect tamga-custom-flow
  sink(int(path.has_extension())); // clean
  path = "/tmp";
  sink(path.native()); // overwritten
  path.replace_filename(source());
  sink(path.generic_string()); // expect tamga-custom-flow
  path.clear();
  sink(path.string()); // overwritten
  std::vector<fs::path> found;
  for (const auto &entry : fs::directory_iterator("/tmp"))
    found.push_back(entry.path());
  sink(found[0].string()); // clean
  sink(fs::absolute(source()).lexically_normal().u8string().size() > 3 ? 1 : 0); // clean
  sink(fs::relative(fs::path(source()), "/tmp").string()); // expect tamga-custom-flow
  sink((fs::temp_directory_path() / "a").string()); // clean
}

//== Library: charconv, numbers there and back
void converted() {
  char digits[32];
  auto [end, error] = std::to_chars(digits, digits + 32, tainted());
  sink(std::string(digits, end)); // expect tamga-custom-flow
  sink(int(error));               // clean
  std::to_chars(digits, digits + 32, 3);
  int value = 0, other = 0;
  std::string text = source();
  std::from_chars(text.data(), text.data() + text.size(), value);
  std::string_view plain = "12";
  auto result = std::from_chars(plain.data(), plain.data() + plain.size(), other);
  sink(value); // expect tamga-custom-flow
  sink(other); // clean
  sink(result.ptr); // clean
  value = 0;
  sink(value); // overwritten
  double real = 0;
  if (std::from_chars(text.c_str(), text.c_str() + 3, real).ec == std::errc())
    sink(real); // expect tamga-custom-flow
}

//== Library: chrono, durations that were read
using namespace std::chrono_literals;
void durations() {
  std::chrono::seconds wait(tainted());
  sink(long(wait.count())); // expect tamga-custom-flow
  auto longer = std::chrono::duration_cast<std::chrono::milliseconds>(wait * 2 + 5s);
  sink(long(longer.count())); // expect tamga-custom-flow
  sink(long((5s + 3ms).count())); // clean
  auto at = std::chrono::system_clock::now() + wait;
  sink(long(at.time_since_epoch().count())); // expect tamga-custom-flow
  sink(long(std::chrono::system_clock::now().time_since_epoch().count())); // clean
  wait = 3s;
  sink(long(wait.count())); // overwritten
  wait += std::chrono::seconds{tainted()};
  sink(long(wait.count())); // expect tamga-custom-flow
  std::chrono::year_month_day day{std::chrono::year{tainted()}, std::chrono::May, std::chrono::day{3}};
  sink(int(day.year())); // expect tamga-custom-flow
  sink(int(unsigned(day.day()))); // clean
}

//== Library: valarray and complex, samples of sound
void samples() {
  std::valarray<double> wave(16), still(16);
  wave[3] = tainted();
  sink(wave[3]);  // expect tamga-custom-flow
  sink(still[3]); // clean
  std::valarray<double> louder = wave * 2.0 + still;
  sink(louder[0]); // expect tamga-custom-flow
  sink((still * 2.0)[0]); // clean
  sink(louder.max()); // expect tamga-custom-flow
  sink(louder.sum()); // expect tamga-custom-flow
  sink(double(wave.size())); // clean
  std::valarray<double> half = wave[std::slice(0, 8, 2)];
  sink(half[1]); // expect tamga-custom-flow
  wave = 0.0;
  sink(wave[3]); // overwritten
  std::valarray<double> scaled = louder.apply([](double x) { return x / 2; });
  sink(scaled[1]); // expect tamga-custom-flow
  still += louder;
  sink(still[1]); // expect tamga-custom-flow
  std::complex<double> point(tainted(), 1), origin(0, 1);
  sink(point.real()); // expect tamga-custom-flow
  sink(origin.real()); // clean
  sink(std::abs(point)); // expect tamga-custom-flow
  sink(std::norm(origin)); // clean
  auto turned = point * std::polar(1.0, 0.5);
  sink(turned.imag()); // expect tamga-custom-flow
  point = origin;
  sink(point.real()); // overwritten
  point.imag(tainted());
  sink(point.imag()); // expect tamga-custom-flow
}

//== Library: locale and manipulators
void locales() {
  std::ostringstream out, plain;
  out.imbue(std::locale("C"));
  out << std::setw(8) << std::quoted(source());
  plain << std::put_money(12) << std::hex << 12;
  sink(out.str());   // expect tamga-custom-flow
  sink(plain.str()); // clean
  std::string text = source();
  for (char &c : text)
    c = std::toupper(c, std::locale());
  sink(text); // expect tamga-custom-flow
  std::use_facet<std::ctype<char>>(std::locale()).tolower(text.data(), text.data() + text.size());
  sink(text); // expect tamga-custom-flow
  text = "a";
  std::use_facet<std::ctype<char>>(std::locale()).tolower(text.data(), text.data() + text.size());
  sink(text); // overwritten
  std::istringstream in(source());
  std::tm when{};
  in >> std::get_time(&when, "%Y-%m-%d");
  sink(when.tm_year); // expect tamga-custom-flow
  std::ostringstream date;
  std::tm then{};
  date << std::put_time(&then, "%Y");
  sink(date.str()); // clean
}

//== Library: atomics, counters and slots
struct Slot {
  std::atomic<int> value{0};
  std::atomic<const char *> text{nullptr};
  std::atomic_flag busy;
};
void atomics() {
  Slot slot, other;
  slot.value.store(tainted(), std::memory_order_release);
  sink(slot.value.load(std::memory_order_acquire)); // expect tamga-custom-flow
  sink(other.value); // clean
  sink(slot.text.load() ? 1 : 0); // clean
  int seen = 0;
  other.value.compare_exchange_strong(seen, tainted());
  sink(other.value.load()); // expect tamga-custom-flow
  sink(other.value.exchange(0)); // expect tamga-custom-flow
  sink(other.value.load()); // overwritten
  other.value.fetch_add(tainted());
  sink(other.value++); // expect tamga-custom-flow
  int number = 0;
  std::atomic_ref<int>(number).store(tainted());
  sink(number); // expect tamga-custom-flow
  sink(slot.busy.test_and_set() ? 1 : 0); // clean
}
