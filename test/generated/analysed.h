// The functions that rules speak of, as the analysis sees them: without bodies.
#pragma once
#include "prelude.h"

bool bit(int index);
int tainted();
std::string source();
void fill(char *buffer);
int plain();
std::string plainText();

void sink(int value);
void sink(unsigned value);
void sink(long value);
void sink(unsigned long value);
void sink(long long value);
void sink(unsigned long long value);
void sink(double value);
void sink(char value);
void sink(const char *text);
void sink(const std::string &text);
void sink(std::string_view text);

Person find(int id);
bool guard(const Person &person);
bool denied(const Person &person);
void require(const Person &person);
int status(const Person &person);
void withdraw(const Person &person);
void use(const Person &person);
