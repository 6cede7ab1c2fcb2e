// RUN: %units %s --pack generic -- -std=c++20
//== Units: out-parameter
//--- read.h
#include <cstddef>
#include <string>
#include <vector>
struct Message {
  std::string from, text;
  char raw[64];
  Message *next = nullptr;
};
bool readInto(std::string &text);
bool readPointer(std::string *text);
int readRaw(char *buffer, size_t size);
void readBoth(std::string &header, std::string &text);
void readMessage(Message *message);
bool allocate(Message **message);
void append(std::vector<std::string> &all);
void touch(std::string &text);
void reset(std::string &text);
void readNumber(int &number);
void maybe(std::string &text, bool really);
//--- read.cpp
#include "read.h"
#include <cstring>
std::string source();
int tainted();
bool readInto(std::string &text) {
  text = source();
  return !text.empty();
}
bool readPointer(std::string *text) {
  if (!text)
    return false;
  *text = source();
  return true;
}
int readRaw(char *buffer, size_t size) {
  std::string text = source();
  std::strncpy(buffer, text.c_str(), size);
  return int(text.size());
}
void readBoth(std::string &header, std::string &text) {
  header = "header";
  text = source();
}
void readMessage(Message *message) {
  message->from = "model";
  message->text = source();
  readRaw(message->raw, sizeof message->raw);
}
bool allocate(Message **message) {
  *message = new Message;
  readMessage(*message);
  (*message)->next = new Message{"user", "question", "", nullptr};
  return true;
}
void append(std::vector<std::string> &all) { all.push_back(source()); }
void touch(std::string &) {}
void reset(std::string &text) { text = "reset"; }
void readNumber(int &number) { number = tainted(); }
void maybe(std::string &text, bool really) {
  if (really)
    text = source();
}
//--- main.cpp
#include "read.h"
void sink(const std::string &text);
void sink(int number);
int main(int count, char **) {
  std::string text;
  if (readInto(text))
    sink(text); // expect tamga-custom-flow
  reset(text);
  sink(text); // overwritten
  std::string other;
  readPointer(&other);
  sink(other); // expect tamga-custom-flow
  char raw[128];
  readRaw(raw, sizeof raw);
  sink(raw); // expect tamga-custom-flow
  std::string header, body;
  readBoth(header, body);
  sink(header); // clean
  sink(body);   // expect tamga-custom-flow
  Message message;
  readMessage(&message);
  sink(message.from); // clean
  sink(message.text); // expect tamga-custom-flow
  sink(message.raw);  // expect tamga-custom-flow
  Message *made = nullptr;
  if (allocate(&made)) {
    sink(made->text);       // expect tamga-custom-flow
    sink(made->next->text); // clean
    sink(made->from);       // clean
  }
  std::vector<std::string> all, none;
  append(all);
  sink(all.back()); // expect tamga-custom-flow
  for (auto &entry : none)
    sink(entry); // clean
  std::string still = "still";
  touch(still);
  sink(still); // clean
  int number = 0;
  sink(number); // clean
  readNumber(number);
  sink(number); // expect tamga-custom-flow
  number = 7;
  sink(number); // overwritten
  std::string perhaps = "no";
  maybe(perhaps, count > 1);
  sink(perhaps); // expect tamga-custom-flow
}
