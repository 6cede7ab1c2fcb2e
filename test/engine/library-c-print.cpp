// RUN: %check %s --pack generic --check tamga-custom-flow -- -std=c++20
// Formatted output into memory, with variable arguments and lists of them.
#include <cstdarg>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>
std::string source();
int tainted();
void fill(char *buffer);
void sink(const std::string &text);
void sink(const char *text);
void sink(int number);

//== Library: sprintf, snprintf
void printed() {
  char line[128];
  std::sprintf(line, "%s=%d", source().c_str(), 3);
  sink(line); // expect tamga-custom-flow
  sprintf(line, "%s=%d", "name", 3);
  sink(line); // overwritten
  snprintf(line, sizeof line, "%05d", tainted());
  sink(line); // expect tamga-custom-flow
  int length = snprintf(line, sizeof line, "none");
  sink(line);   // overwritten
  sink(length); // clean
}
void formatItself() {
  char line[64], format[32];
  fill(format);
  snprintf(line, sizeof line, format, 1, 2);
  sink(line); // expect tamga-custom-flow
}
void inPieces() {
  char line[128], plain[128];
  int used = snprintf(line, sizeof line, "%s: ", "name");
  used += snprintf(line + used, sizeof line - used, "%s", source().c_str());
  snprintf(line + used, sizeof line - used, ".");
  sink(line); // expect tamga-custom-flow
  int count = snprintf(plain, sizeof plain, "%d ", 1);
  snprintf(plain + count, sizeof plain - count, "%d", 2);
  sink(plain); // clean
}
struct Report {
  char title[64];
  char body[256];
};
void write(Report &report, const char *title, const std::string &body) {
  snprintf(report.title, sizeof report.title, "== %s ==", title);
  snprintf(report.body, sizeof report.body, "%s\n", body.c_str());
}
void fields() {
  Report report, plain;
  write(report, "Today", source());
  write(plain, "Today", "nothing");
  sink(report.body);  // expect tamga-custom-flow
  sink(report.title); // clean
  sink(plain.body);   // clean
  write(report, "Today", "nothing");
  sink(report.body); // overwritten
}
std::string sized(const char *name) {
  int size = std::snprintf(nullptr, 0, "Dear %s", name);
  std::string text(size, '\0');
  std::snprintf(text.data(), text.size() + 1, "Dear %s", name);
  return text;
}
void twice() {
  sink(sized(source().c_str())); // expect tamga-custom-flow
  sink(sized("friend"));         // clean
}
void stringAndLength() {
  std::string text = source();
  char line[64];
  sprintf(line, "%.*s", static_cast<int>(text.size()), text.data());
  sink(line); // expect tamga-custom-flow
  snprintf(line, sizeof line, "%zu characters", text.size());
  sink(line); // clean
}

//== Library: vsprintf, vsnprintf, vasprintf
std::string format(const char *pattern, ...) {
  char line[256];
  va_list arguments;
  va_start(arguments, pattern);
  vsnprintf(line, sizeof line, pattern, arguments);
  va_end(arguments);
  return line;
}
void throughList() {
  sink(format("%s is %d", source().c_str(), 3)); // expect tamga-custom-flow
  sink(format("%s is %d", "it", 3));             // clean
  sink(format("%d", tainted()));                 // expect tamga-custom-flow
}
std::string formatList(const char *pattern, va_list arguments) {
  va_list again;
  va_copy(again, arguments);
  int size = vsnprintf(nullptr, 0, pattern, again);
  va_end(again);
  std::string text(size, ' ');
  std::vsnprintf(text.data(), size + 1, pattern, arguments);
  return text;
}
std::string formatTwice(const char *pattern, ...) {
  va_list arguments;
  va_start(arguments, pattern);
  std::string text = formatList(pattern, arguments);
  va_end(arguments);
  return text;
}
void listPassedOn() {
  sink(formatTwice("%d: %s", 1, source().c_str())); // expect tamga-custom-flow
  sink(formatTwice("%d: %s", 1, "one"));            // clean
}
char *onHeap(const char *pattern, ...) {
  char *text = nullptr;
  va_list arguments;
  va_start(arguments, pattern);
  if (vasprintf(&text, pattern, arguments) < 0)
    text = nullptr;
  va_end(arguments);
  return text;
}
void heap() {
  char *text = onHeap("<%s>", source().c_str()), *plain = onHeap("<%s>", "b");
  sink(text);  // expect tamga-custom-flow
  sink(plain); // clean
  free(text);
  text = onHeap("<%s>", "i");
  sink(text); // overwritten
}
void append(char *line, size_t size, const char *pattern, ...) {
  size_t used = strlen(line);
  va_list arguments;
  va_start(arguments, pattern);
  vsnprintf(line + used, size - used, pattern, arguments);
  va_end(arguments);
}
void appended() {
  char line[128] = "", plain[128] = "";
  append(line, sizeof line, "%d", 1);
  append(line, sizeof line, ", %s", source().c_str());
  append(line, sizeof line, ", %d", 2);
  append(plain, sizeof plain, ", %d", 2);
  sink(line);  // expect tamga-custom-flow
  sink(plain); // clean
}
void replaceAll(char *line, const char *pattern, ...) {
  va_list arguments;
  va_start(arguments, pattern);
  vsprintf(line, pattern, arguments);
  va_end(arguments);
}
void replaced() {
  char line[64];
  fill(line);
  sink(line); // expect tamga-custom-flow
  replaceAll(line, "%d", 4);
  sink(line); // overwritten
}
class Log {
public:
  void add(const char *pattern, ...) __attribute__((format(printf, 2, 3))) {
    va_list arguments;
    va_start(arguments, pattern);
    char line[128];
    vsnprintf(line, sizeof line, pattern, arguments);
    va_end(arguments);
    text += line;
  }
  std::string text;
};
void member() {
  Log log, other;
  log.add("%s", source().c_str());
  other.add("%s", "text");
  sink(log.text);   // expect tamga-custom-flow
  sink(other.text); // clean
  log.text.clear();
  sink(log.text); // overwritten
}

//== Library: open_memstream, fmemopen, fprintf into memory
void memoryStream() {
  char *text = nullptr, *plain = nullptr;
  size_t size = 0;
  FILE *out = open_memstream(&text, &size);
  fprintf(out, "%s\n", source().c_str());
  fclose(out);
  sink(text); // expect tamga-custom-flow
  out = open_memstream(&plain, &size);
  fputs("text", out);
  fclose(out);
  sink(plain); // clean
}
void memoryPut() {
  char *text = nullptr;
  size_t size = 0;
  FILE *out = open_memstream(&text, &size);
  for (char letter : source())
    fputc(letter, out);
  fflush(out);
  sink(text); // expect tamga-custom-flow
  free(text);
  text = strdup("text");
  sink(text); // overwritten
}
void fixedBuffer() {
  char line[64] = "", plain[64] = "";
  FILE *out = fmemopen(line, sizeof line, "w"), *other = fmemopen(plain, sizeof plain, "w");
  fprintf(out, "%d", tainted());
  fprintf(other, "%d", 3);
  fclose(out);
  fclose(other);
  sink(line);  // expect tamga-custom-flow
  sink(plain); // clean
}
void readBack() {
  std::string text = source();
  char word[32], other[32], fixed[] = "text";
  FILE *in = fmemopen(text.data(), text.size(), "r");
  if (fscanf(in, "%31s", word) == 1)
    sink(word); // expect tamga-custom-flow
  FILE *plain = fmemopen(fixed, sizeof fixed, "r");
  if (fgets(other, sizeof other, plain))
    sink(other); // clean
}
