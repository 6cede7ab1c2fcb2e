// RUN: %check %s --pack kz --check tamga-label-missing -- -std=c++20 -I %S/../../mock
// The words of a notice as constants of every kind.
#include <cstdio>
#include <iostream>
#include <llama.h>
#include <string>

static const std::string text = "AI-generated: ";
static const char array[] = "AI-generated: ";
static constexpr const char *pointer = "AI-generated: ";
static const std::string other = "Reply: ";
static const char otherArray[] = "Reply: ";

struct Words {
  static constexpr const char *pointer = "AI-generated: ";
  static inline const std::string text = "AI-generated: ";
};

static std::string reply(llama_context *context) {
  return std::string(1, char(llama_sampler_sample(nullptr, context, -1)));
}

void printed(llama_context *context) { std::cout << text << reply(context); }       // clean
void joined(llama_context *context) { std::cout << text + reply(context); }         // clean
void letters(llama_context *context) { std::cout << array + reply(context); }       // clean
void pointed(llama_context *context) { std::cout << pointer << reply(context); }    // clean
void pointedTo(llama_context *context) { std::cout << pointer + reply(context); }   // clean
void member(llama_context *context) { std::cout << Words::pointer << reply(context); } // clean
void owned(llama_context *context) { std::cout << Words::text + reply(context); }   // clean
void formatted(llama_context *context) {
  printf("%s%s", array, reply(context).c_str()); // clean
}
void buffered(llama_context *context) {
  char line[100];
  snprintf(line, sizeof line, "%s %s", pointer, reply(context).c_str());
  puts(line); // clean
}
void local(llama_context *context) {
  static const std::string kept = "AI-generated: ";
  std::cout << kept + reply(context); // clean
  const char array[] = "AI-generated: ";
  std::cout << array << reply(context); // clean
}

void otherText(llama_context *context) { std::cout << other << reply(context); } // expect tamga-label-missing
void otherLetters(llama_context *context) {
  printf("%s%s", otherArray, reply(context).c_str()); // expect tamga-label-missing
}
void otherLocal(llama_context *context) {
  static const std::string kept = "Reply: ";
  std::cout << kept + reply(context); // expect tamga-label-missing
}
