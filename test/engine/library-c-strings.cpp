// RUN: %check %s --pack generic --check tamga-custom-flow -- -std=c++20
// Strings of C: copied, joined, searched, divided, read as numbers.
#include <cctype>
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
void sink(long number);
void sink(double number);
void sink(char letter);

//== Library: strcpy, strncpy, stpcpy
void copied() {
  char raw[64], copy[64], part[8], plain[8];
  fill(raw);
  strcpy(copy, raw);
  strncpy(part, raw + 4, sizeof part - 1);
  sink(copy); // expect tamga-custom-flow
  sink(part); // expect tamga-custom-flow
  strncpy(plain, "text", sizeof plain);
  sink(plain); // clean
  strcpy(copy, plain);
  sink(copy); // overwritten
}
void chained() {
  char line[64], other[64], *end = stpcpy(line, "Dear ");
  end = stpcpy(end, source().c_str());
  stpcpy(end, ",");
  sink(line); // expect tamga-custom-flow
  stpcpy(stpcpy(other, "Dear "), "friend");
  sink(other); // clean
}
struct Person {
  char name[32];
  char city[32];
};
void rename(Person *person, const char *name) { std::strncpy(person->name, name, 31); }
void siblings() {
  Person person = {"Asel", "Almaty"};
  rename(&person, source().c_str());
  sink(person.name); // expect tamga-custom-flow
  sink(person.city); // clean
  rename(&person, "Dana");
  sink(person.name); // overwritten
}
void hisResult() {
  char copy[16];
  sink(strcpy(copy, source().c_str())); // expect tamga-custom-flow
  sink(strcpy(copy, "text"));           // clean
}

//== Library: strcat, strncat
void joined() {
  char line[128] = "name: ", plain[128] = "name: ";
  strcat(line, source().c_str());
  strcat(line, ";");
  sink(line); // expect tamga-custom-flow
  strncat(plain, "nobody", 6);
  sink(plain); // clean
  line[0] = '\0';
  strcat(line, "name: nobody");
  sink(line); // false tamga-custom-flow
  strcpy(line, "name: ");
  strncat(line, "nobody", 3);
  sink(line); // overwritten
}
void joinedInLoop(const char *const *words, int count) {
  char line[256] = "", plain[256] = "";
  for (int i = 0; i < count; ++i) {
    strcat(plain, words[i]);
    strcat(line, i ? words[i] : source().c_str());
  }
  sink(line);  // expect tamga-custom-flow
  sink(plain); // clean
}
struct Sentence {
  char subject[32];
  char whole[128];
};
void siblingsJoined(const char *verb) {
  Sentence sentence = {"nobody", ""}, plain = {"nobody", ""};
  strcat(sentence.whole, source().c_str());
  strcat(strcat(plain.whole, plain.subject), verb);
  sink(sentence.subject); // clean
  sink(plain.whole);      // clean
}
void keepsWhatWasThere() {
  char line[64];
  fill(line);
  strncat(line, " end", 8);
  sink(line); // expect tamga-custom-flow
}

//== Library: strchr, strrchr, strstr, strpbrk, strspn
void searched() {
  char raw[64];
  fill(raw);
  if (const char *colon = strchr(raw, ':'))
    sink(colon + 1); // expect tamga-custom-flow
  if (const char *name = strrchr(raw, '/'))
    sink(name); // expect tamga-custom-flow
  if (char *value = strstr(raw, "v=")) {
    *value = 0;
    sink(value + 2); // expect tamga-custom-flow
  }
  sink(strpbrk(raw, " \t")); // expect tamga-custom-flow
  sink(raw + strspn(raw, " ")); // expect tamga-custom-flow
}
void searchedPlain() {
  const char *path = "/usr/share/dict";
  std::string word = source();
  sink(strrchr(path, '/'));                          // clean
  sink(strstr(path, word.c_str()));                  // clean
  sink(strchr(path, word[0]) ? "has it" : "has not"); // clean
  sink(static_cast<int>(strlen(word.c_str())));      // clean
  sink(strcmp(word.c_str(), path));                  // clean
}
void overwrittenAfter() {
  char raw[64];
  fill(raw);
  char *extension = strrchr(raw, '.');
  memset(raw, 0, sizeof raw);
  sink(extension); // overwritten
}
const char *baseName(const char *path) {
  const char *slash = std::strrchr(path, '/');
  return slash ? slash + 1 : path;
}
void throughHelper() {
  sink(baseName(source().c_str())); // expect tamga-custom-flow
  sink(baseName("/etc/hosts"));     // clean
}

//== Library: strtok, strtok_r, strsep
void tokens() {
  char raw[64];
  fill(raw);
  for (char *word = strtok(raw, " "); word; word = strtok(nullptr, " "))
    sink(word); // expect tamga-custom-flow
}
void plainTokens() {
  char fixed[] = "a b c";
  for (char *word = strtok(fixed, " "); word; word = strtok(nullptr, " "))
    sink(word); // clean
}
void second() {
  char raw[64];
  fill(raw);
  char *first = strtok(raw, ",");
  char *next = strtok(NULL, ",");
  if (first)
    sink(next); // expect tamga-custom-flow
}
void reentrant() {
  char raw[64], fixed[] = "a,b", *place = nullptr, *other = nullptr;
  fill(raw);
  char *name = strtok_r(raw, ",", &place), *plain = strtok_r(fixed, ",", &other);
  char *value = strtok_r(nullptr, ",", &place), *more = strtok_r(nullptr, ",", &other);
  sink(name);  // expect tamga-custom-flow
  sink(value); // expect tamga-custom-flow
  sink(plain); // clean
  sink(more);  // clean
  memset(raw, 0, sizeof raw);
  sink(name); // overwritten
}
void separated() {
  char *line = strdup(source().c_str()), *rest = line;
  while (char *field = strsep(&rest, ";"))
    sink(field); // expect tamga-custom-flow
  free(line);
  char *plain = strdup("a;b"), *cursor = plain;
  while (char *field = strsep(&cursor, ";"))
    sink(field); // clean
  free(plain);
}

//== Library: strdup, strndup, asprintf
void duplicated() {
  char *copy = strdup(source().c_str());
  sink(copy); // expect tamga-custom-flow
  free(copy);
  copy = strdup("text");
  sink(copy); // overwritten
  free(copy);
  char *start = strndup(source().c_str(), 4), *plain = strndup("text", 2);
  sink(start); // expect tamga-custom-flow
  sink(plain); // clean
}
void printedToHeap() {
  char *message = nullptr, *fixed = nullptr;
  if (asprintf(&message, "%s: %d", source().c_str(), 4) < 0)
    return;
  sink(message); // expect tamga-custom-flow
  free(message);
  if (asprintf(&fixed, "%s: %d", "name", 4) < 0)
    return;
  sink(fixed); // clean
  if (asprintf(&message, "%d", 4) < 0)
    return;
  sink(message); // overwritten
}
struct Node {
  char *text;
  Node *next;
};
Node *prepend(Node *list, const char *text) {
  Node *node = static_cast<Node *>(malloc(sizeof *node));
  node->text = strdup(text);
  node->next = list;
  return node;
}
void linked() {
  Node *list = prepend(prepend(nullptr, source().c_str()), "last");
  for (Node *node = list; node; node = node->next)
    sink(node->text); // expect tamga-custom-flow
  Node *plain = prepend(prepend(nullptr, "first"), "last");
  sink(plain->next->text); // clean
}

//== Library: strtol, atoi and their families
void numbers() {
  std::string text = source();
  sink(atoi(text.c_str()));                 // expect tamga-custom-flow
  sink(std::atol(text.c_str()));            // expect tamga-custom-flow
  sink(atof(text.c_str()) * 2);             // expect tamga-custom-flow
  sink(strtol(text.c_str(), nullptr, 10));  // expect tamga-custom-flow
  sink(strtod(text.c_str(), nullptr));      // expect tamga-custom-flow
  sink(atoi("42"));                         // clean
  sink(strtol("0x10", nullptr, tainted() ? 16 : 8)); // clean
  sink(static_cast<long>(strtoull("9", nullptr, 0)));  // clean
}
void rest() {
  char raw[64], *end = nullptr;
  fill(raw);
  long first = strtol(raw, &end, 10);
  long next = std::strtol(end, &end, 10);
  sink(first); // expect tamga-custom-flow
  sink(next);  // expect tamga-custom-flow
  sink(end);   // expect tamga-custom-flow
  first = strtol("7", &end, 10);
  sink(first); // overwritten
  sink(end);   // overwritten
}
bool parseAge(const char *text, int *age) {
  char *end;
  long value = strtol(text, &end, 10);
  if (*end || value < 0)
    return false;
  *age = static_cast<int>(value);
  return true;
}
void outParameter() {
  int age = 0, other = 0;
  if (parseAge(source().c_str(), &age))
    sink(age); // expect tamga-custom-flow
  if (parseAge("31", &other))
    sink(other); // clean
}

//== Library: tolower, toupper
void lowered() {
  char raw[32], fixed[] = "LOUD";
  fill(raw);
  for (char *letter = raw; *letter; ++letter)
    *letter = static_cast<char>(tolower(static_cast<unsigned char>(*letter)));
  for (char &letter : fixed)
    letter = static_cast<char>(std::tolower(letter));
  sink(raw);   // expect tamga-custom-flow
  sink(fixed); // clean
  sink(toupper(tainted()));          // expect tamga-custom-flow
  sink(isdigit(raw[0]) ? '1' : '0'); // clean
  raw[0] = static_cast<char>(toupper('a'));
  sink(raw[0]); // overwritten
}
void intoOther(const char *text, char *out) {
  while ((*out++ = static_cast<char>(toupper(*text++))))
    ;
}
void shouted() {
  char loud[64], plain[64];
  intoOther(source().c_str(), loud);
  intoOther("text", plain);
  sink(loud);  // expect tamga-custom-flow
  sink(plain); // clean
}

//== Library: helpers over buffers
size_t bounded(char *to, const char *from, size_t size) {
  size_t length = strlen(from);
  if (size) {
    size_t count = length < size ? length : size - 1;
    memcpy(to, from, count);
    to[count] = '\0';
  }
  return length;
}
void boundedCopies() {
  char first[8], second[8];
  size_t length = bounded(first, source().c_str(), sizeof first);
  bounded(second, "text", sizeof second);
  sink(first);                    // expect tamga-custom-flow
  sink(second);                   // clean
  sink(static_cast<int>(length)); // clean
  bounded(first, "text", sizeof first);
  sink(first); // false tamga-custom-flow
}
void trim(char *text) {
  char *end = text + strlen(text);
  while (end > text && isspace(end[-1]))
    *--end = '\0';
}
char *skipped(char *text) {
  while (isspace(*text))
    ++text;
  return text;
}
void trimmed() {
  char raw[32], fixed[] = " text ";
  fill(raw);
  trim(raw);
  trim(fixed);
  sink(raw);            // expect tamga-custom-flow
  sink(skipped(raw));   // expect tamga-custom-flow
  sink(fixed);          // clean
  sink(skipped(fixed)); // clean
  memset(raw, 0, sizeof raw);
  sink(skipped(raw)); // overwritten
}
