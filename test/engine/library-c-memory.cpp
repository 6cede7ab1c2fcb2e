// RUN: %check %s --pack generic --check tamga-custom-flow -- -std=c++20
// Raw memory: copies, fills, searches and the heap of C.
#include <alloca.h>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>
#include <strings.h>
std::string source();
int tainted();
void fill(char *buffer);
void sink(const std::string &text);
void sink(const char *text);
void sink(int number);
void sink(const void *memory);

//== Library: memcpy, memmove, mempcpy
struct Packet {
  int length;
  char body[128];
};
void copyBytes() {
  std::string text = source();
  char body[64] = {};
  std::memcpy(body, text.data(), text.size());
  sink(body); // expect tamga-custom-flow
  char other[64];
  std::memcpy(other, "fixed", 6);
  sink(other); // clean
  std::memcpy(body, other, sizeof body);
  sink(body); // overwritten
}
void shiftInPlace(char *line) {
  fill(line);
  memmove(line, line + 3, 16);
  sink(line); // expect tamga-custom-flow
}
void behindPrefix() {
  char raw[32], message[64];
  fill(raw);
  char *end = static_cast<char *>(mempcpy(message, "say ", 4));
  memcpy(end, raw, sizeof raw);
  sink(message); // expect tamga-custom-flow
}
void structures() {
  Packet received, sent, empty = {};
  received.length = 3;
  fill(received.body);
  memcpy(&sent, &received, sizeof sent);
  sink(sent.body);   // expect tamga-custom-flow
  sink(sent.length); // clean
  memcpy(&sent, &empty, sizeof sent);
  sink(sent.body); // overwritten
}
void intoField(Packet *packet, const char *text) { std::memcpy(packet->body, text, 10); }
void throughHelper() {
  Packet full{}, plain{};
  intoField(&full, source().c_str());
  intoField(&plain, "a constant");
  sink(full.body);  // expect tamga-custom-flow
  sink(plain.body); // clean
}
void numbersInBytes() {
  int in = tainted(), out = 0, apart = 5;
  unsigned char bytes[sizeof in];
  memcpy(bytes, &in, sizeof in);
  memcpy(&out, bytes, sizeof out);
  sink(out); // expect tamga-custom-flow
  unsigned char others[sizeof apart];
  std::memcpy(others, &apart, sizeof apart);
  sink(static_cast<int>(others[0])); // clean
}
void returned() {
  char copy[32];
  std::string text = source();
  const char *same = static_cast<const char *>(memcpy(copy, text.c_str(), 10));
  sink(same); // expect tamga-custom-flow
}

//== Library: memset, bzero
void wiped() {
  char secret[32];
  fill(secret);
  sink(secret); // expect tamga-custom-flow
  memset(secret, 0, sizeof secret);
  sink(secret); // overwritten
  fill(secret);
  bzero(secret, sizeof secret);
  sink(secret); // overwritten
  fill(secret);
  explicit_bzero(secret, sizeof secret);
  sink(secret); // overwritten
}
void filledWith() {
  char row[8], dashes[8];
  std::memset(row, tainted(), sizeof row);
  sink(row); // expect tamga-custom-flow
  std::memset(dashes, '-', 7);
  sink(dashes); // clean
}
void otherObject() {
  char kept[16], gone[16];
  fill(kept);
  fill(gone);
  std::memset(gone, 0, sizeof gone);
  sink(kept); // expect tamga-custom-flow
  sink(gone); // overwritten
}
void wipedStructure() {
  Packet packet;
  fill(packet.body);
  memset(&packet, 0, sizeof packet);
  sink(packet.body);   // overwritten
  sink(packet.length); // clean
}
void blank(char *text, size_t size) { memset(text, ' ', size); }
void wipedByHelper() {
  char line[20];
  fill(line);
  blank(line, sizeof line);
  sink(line); // overwritten
}

//== Library: memchr, memcmp, memmem
void searched() {
  char raw[64], fixed[] = "key=value";
  fill(raw);
  const char *value = static_cast<const char *>(memchr(raw, '=', sizeof raw));
  sink(value + 1); // expect tamga-custom-flow
  const char *other = static_cast<const char *>(memchr(fixed, '=', sizeof fixed));
  sink(other); // clean
  sink(static_cast<const char *>(memrchr(raw, '/', sizeof raw))); // expect tamga-custom-flow
  sink(static_cast<const char *>(memmem(raw, 64, "::", 2)));      // expect tamga-custom-flow
  sink(memcmp(raw, fixed, 4));                                    // clean
  sink(static_cast<const char *>(memmem(fixed, 9, raw, 2)));      // clean
  char *writable = static_cast<char *>(memchr(raw, ':', 64));
  memset(raw, 0, sizeof raw);
  sink(writable); // overwritten
}

//== Library: malloc, calloc, realloc
void allocated() {
  char *block = static_cast<char *>(malloc(64));
  fill(block);
  sink(block); // expect tamga-custom-flow
  free(block);
  char *second = static_cast<char *>(std::malloc(64));
  std::strcpy(second, "text");
  sink(second); // clean
  std::free(second);
}
void grown() {
  size_t capacity = 16;
  char *text = static_cast<char *>(calloc(capacity, 1));
  sink(text); // clean
  fill(text);
  text = static_cast<char *>(realloc(text, capacity * 2));
  sink(text); // expect tamga-custom-flow
  strcpy(text, "fresh");
  sink(text); // overwritten
  free(text);
}
char *duplicate(const char *text) {
  size_t size = strlen(text) + 1;
  char *copy = static_cast<char *>(malloc(size));
  if (copy)
    memcpy(copy, text, size);
  return copy;
}
void factory() {
  char *loud = duplicate(source().c_str());
  char *quiet = duplicate("quiet");
  sink(loud);  // expect tamga-custom-flow
  sink(quiet); // clean
}
struct Buffer {
  char *bytes = nullptr;
  size_t used = 0, capacity = 0;
};
void append(Buffer *buffer, const char *text, size_t size) {
  if (buffer->used + size > buffer->capacity) {
    buffer->capacity = (buffer->used + size) * 2;
    buffer->bytes = static_cast<char *>(realloc(buffer->bytes, buffer->capacity));
  }
  memcpy(buffer->bytes + buffer->used, text, size);
  buffer->used += size;
}
void growingBuffer() {
  Buffer full, plain;
  std::string text = source();
  append(&full, "head", 4);
  append(&full, text.data(), text.size());
  append(&plain, "head", 4);
  sink(full.bytes);            // expect tamga-custom-flow
  sink(plain.bytes);           // clean
  sink(static_cast<int>(plain.used)); // clean
}
void arrayOfPointers() {
  char **lines = static_cast<char **>(calloc(4, sizeof *lines));
  lines[0] = strdup("first");
  lines[1] = strdup(source().c_str());
  sink(lines[1]); // expect tamga-custom-flow
  sink(lines[0]); // clean
  free(lines[1]);
  lines[1] = strdup("second");
  sink(lines[1]); // overwritten
}

//== Library: alloca, aligned_alloc, posix_memalign
void onStack(const std::string &prefix) {
  std::string text = source();
  char *copy = static_cast<char *>(alloca(text.size() + 1));
  std::strcpy(copy, text.c_str());
  sink(copy); // expect tamga-custom-flow
  char *plain = static_cast<char *>(__builtin_alloca(8));
  std::strcpy(plain, "plain");
  sink(plain); // clean
  std::strcpy(copy, "plain");
  sink(copy);   // overwritten
  sink(prefix); // clean
}
void aligned() {
  char *block = static_cast<char *>(aligned_alloc(64, 128));
  fill(block);
  sink(block); // expect tamga-custom-flow
  void *raw = nullptr, *apart = nullptr;
  if (posix_memalign(&raw, 64, 128) || posix_memalign(&apart, 64, 128))
    return;
  fill(static_cast<char *>(raw));
  std::memset(apart, 0, 128);
  sink(static_cast<const char *>(raw));   // expect tamga-custom-flow
  sink(static_cast<const char *>(apart)); // clean
}

//== Library: qsort, bsearch
int byNumber(const void *left, const void *right) {
  return *static_cast<const int *>(left) - *static_cast<const int *>(right);
}
int seen(const void *left, const void *right) {
  sink(*static_cast<const int *>(left)); // expect tamga-custom-flow
  return *static_cast<const int *>(left) < *static_cast<const int *>(right);
}
int unseen(const void *left, const void *right) {
  sink(*static_cast<const int *>(left)); // clean
  return *static_cast<const int *>(left) < *static_cast<const int *>(right);
}
void sorted() {
  int numbers[3] = {3, tainted(), 1}, plain[3] = {3, 2, 1};
  qsort(numbers, 3, sizeof numbers[0], byNumber);
  qsort(plain, 3, sizeof plain[0], byNumber);
  sink(numbers[1]); // expect tamga-custom-flow
  sink(plain[1]);   // clean
  qsort(numbers, 3, sizeof numbers[0], seen);
  qsort(plain, 3, sizeof plain[0], unseen);
  memset(numbers, 0, sizeof numbers);
  sink(numbers[1]); // overwritten
}
struct Entry {
  int key;
  const char *value;
};
int byKey(const void *left, const void *right) {
  return static_cast<const Entry *>(left)->key - static_cast<const Entry *>(right)->key;
}
void found() {
  std::string text = source();
  Entry table[2] = {{1, text.c_str()}, {2, "two"}}, plain[2] = {{1, "one"}, {2, "two"}};
  Entry wanted{1, nullptr};
  auto *hit = static_cast<Entry *>(bsearch(&wanted, table, 2, sizeof(Entry), byKey));
  sink(hit->value); // expect tamga-custom-flow
  auto *other = static_cast<Entry *>(bsearch(&wanted, plain, 2, sizeof(Entry), byKey));
  sink(other->value); // clean
  table[0].value = "one";
  sink(table[0].value); // overwritten
}
int withLimit(const void *left, const void *right, void *limit) {
  sink(*static_cast<int *>(limit)); // expect tamga-custom-flow
  return byNumber(left, right);
}
void sortedWithContext() {
  int numbers[] = {2, 1}, limit = tainted();
  qsort_r(numbers, 2, sizeof(int), withLimit, &limit);
}
