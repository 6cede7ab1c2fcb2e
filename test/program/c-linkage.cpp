// RUN: %units %s --pack generic -- -std=c++20
//== Units: extern "C"
// C units and C++ units, with C names between them.
//--- text.h
#include <stddef.h>
#ifdef __cplusplus
extern "C" {
#endif
typedef struct text_buffer {
  char data[256];
  size_t size;
  const char *owner;
} text_buffer;
typedef void (*text_callback)(const char *text, void *user);
void text_read(text_buffer *buffer);
void text_clear(text_buffer *buffer);
const char *text_data(const text_buffer *buffer);
void text_each(const text_buffer *buffer, text_callback callback, void *user);
void text_print(const char *text);
void text_print_owner(const text_buffer *buffer);
extern char text_last[256];
extern const char *text_version;
const char *cxx_complete(void);
#ifdef __cplusplus
}
#endif
//--- text.c
#include "text.h"
#include <string.h>
char text_last[256];
const char *text_version = "1";
void text_read(text_buffer *buffer) {
  strncpy(buffer->data, cxx_complete(), sizeof buffer->data - 1);
  buffer->size = strlen(buffer->data);
  buffer->owner = "reader";
  memcpy(text_last, buffer->data, buffer->size);
}
void text_clear(text_buffer *buffer) { memset(buffer->data, 0, sizeof buffer->data); }
const char *text_data(const text_buffer *buffer) { return buffer->data; }
void text_each(const text_buffer *buffer, text_callback callback, void *user) {
  callback(buffer->data, user);
}
//--- print.cpp
#include "text.h"
#include <string>
void sink(const char *text);
extern "C" void text_print(const char *text) { sink(text); } // expect tamga-custom-flow
void text_print_owner(const text_buffer *buffer) { sink(buffer->owner); } // clean
//--- main.cpp
#include "text.h"
#include <string>
std::string source();
void sink(const char *text);
extern "C" const char *cxx_complete(void) {
  static std::string kept;
  kept = source();
  return kept.c_str();
}
static void each(const char *text, void *user) {
  sink(text); // expect tamga-custom-flow
  *static_cast<std::string *>(user) = text;
}
static void ignore(const char *, void *user) { sink(static_cast<const char *>(user)); } // clean
int main() {
  text_buffer buffer;
  sink(text_last); // clean
  text_read(&buffer);
  sink(text_data(&buffer)); // expect tamga-custom-flow
  sink(buffer.owner);       // clean
  text_print(buffer.data);
  text_print_owner(&buffer);
  sink(text_last); // expect tamga-custom-flow
  sink(text_version); // clean
  std::string copy;
  text_each(&buffer, each, &copy);
  sink(copy.c_str()); // expect tamga-custom-flow
  char word[] = "word";
  text_each(&buffer, ignore, word);
  text_clear(&buffer);
  sink(buffer.data); // overwritten
}
