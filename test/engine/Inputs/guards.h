// What the guard suites share: the functions that the pack `generic` knows.
#pragma once
#include <string>
struct Person {
  int id = 0;
  std::string name;
  int age = 0;
};
bool guard(const Person &person);
bool guard(int id);
bool guard(const std::string &name);
bool denied(const Person &person);
int status(const Person &person);
void require(const Person &person);
void require(int id);
void withdraw(const Person &person);
void use(const Person &person);
void use(int id);
void use(const std::string &name);
bool coin();
int pick();
void note(const char *text);
[[noreturn]] void quit();
