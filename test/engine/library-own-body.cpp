// RUN: %check %s --pack generic --api %S/Inputs/own-body.json --check tamga-custom-flow -- -std=c++20
// Functions that a model speaks of, and that the program has itself.
#include <cstddef>
#include <string>
std::string source();
void fill(char *buffer);
void sink(const std::string &text);
void sink(const char *text);
void sink(int number);

//== Library: models of functions that the program has
namespace voice {
std::string render(const std::string &text) { return text + source(); }
void speak(const std::string &text, std::string &samples, std::string &name) {
  samples = render(text);
  name = text;
}
std::string hear(const std::string &device) { return "from " + device; }
int pick(const std::string &words) { return words.size() > 3 ? 1 : 2; }
std::string quote(const std::string &text) { return "'" + text + "'"; }
} // namespace voice
void spoken() {
  std::string samples, name;
  voice::speak("hello", samples, name);
  sink(samples); // expect tamga-custom-flow
  sink(name);    // clean
  voice::speak(source(), samples, name);
  sink(name); // expect tamga-custom-flow
  name = "hello";
  sink(name); // overwritten
}
void heard() {
  sink(voice::hear("microphone")); // expect tamga-custom-flow
  sink(voice::pick(source()));     // expect tamga-custom-flow
  sink(voice::pick("one"));        // clean
  sink(voice::quote(source()));    // clean
}

//== Library: functions of one's own with the name of one of C
struct Report {
  std::string title, body;
};
void write(Report &report, const std::string &title, const std::string &body) {
  report.title = title;
  report.body = body;
}
std::string read(const Report &report, bool isShort, int) { return isShort ? report.title : report.body; }
int index(const char *text, int letter) { return *text == letter ? 0 : 1; }
static char *strtok(char *text) { return text + 1; }
void bzero(Report &report, std::size_t) { report.title = "kept"; }
void ownNames() {
  Report report, plain;
  write(report, "title", source());
  write(plain, "title", "text");
  sink(report.body);              // expect tamga-custom-flow
  sink(report.title);             // clean
  sink(read(report, false, 3));   // expect tamga-custom-flow
  sink(read(plain, false, 3));    // clean
  sink(index("text", source()[0])); // clean
  bzero(report, 3);
  sink(report.body); // expect tamga-custom-flow
  char text[16];
  fill(text);
  sink(strtok(text)); // expect tamga-custom-flow
  report.body = "text";
  sink(report.body); // overwritten
}
