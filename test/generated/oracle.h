// The same functions with bodies that know: each value that comes from a source can be told
// from all others wherever it is copied, cut, added to, formatted or joined with others.
// Numbers are large, texts are made of one letter that no other text has.
#pragma once
#include "prelude.h"
#include <source_location>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

namespace oracle {
using Where = std::source_location;
constexpr int lines = 100000;
constexpr double large = 500000;
inline unsigned input = 0;
inline unsigned guardCalls = 0;
inline std::set<int> allowed;
// Shared with the processes that run the programs: 1 = the line ran, 2 = with a tagged value.
inline unsigned char *seen = nullptr;

inline void note(const Where &where, bool tagged) {
  if (where.line() < lines)
    seen[where.line()] |= tagged ? 3 : 1;
}
inline bool isTagged(std::string_view text) {
  if (text.find('Q') != text.npos)
    return true;
  int digits = 0;
  for (char letter : text) {
    digits = letter >= '0' && letter <= '9' ? digits + 1 : 0;
    if (digits >= 6)
      return true;
  }
  return false;
}
} // namespace oracle

inline bool bit(int index) { return oracle::input >> index & 1; }
inline int tainted() { return 1000003; }
inline std::string source() { return "QQQQQQQQQQQQ"; }
inline void fill(char *buffer) { std::strcpy(buffer, "QQQQQQQQQQQQ"); }
inline int plain() { return 5; }
inline std::string plainText() { return "plain"; }

template <class Number>
  requires std::is_arithmetic_v<Number>
void sink(Number value, oracle::Where where = oracle::Where::current()) {
  oracle::note(where, double(value) >= oracle::large || double(value) <= -oracle::large);
}
inline void sink(char value, oracle::Where where = oracle::Where::current()) {
  oracle::note(where, value == 'Q');
}
inline void sink(const char *text, oracle::Where where = oracle::Where::current()) {
  oracle::note(where, oracle::isTagged(text));
}
inline void sink(const std::string &text, oracle::Where where = oracle::Where::current()) {
  oracle::note(where, oracle::isTagged(text));
}
inline void sink(std::string_view text, oracle::Where where = oracle::Where::current()) {
  oracle::note(where, oracle::isTagged(text));
}

inline Person find(int id) { return {id, "someone"}; }
inline bool guard(const Person &person) {
  bool ok = bit(5 - oracle::guardCalls++ % 3);
  if (ok)
    oracle::allowed.insert(person.id);
  return ok;
}
inline bool denied(const Person &person) { return !guard(person); }
inline void require(const Person &person) {
  if (!guard(person))
    throw std::runtime_error("not allowed");
}
inline int status(const Person &person) { return guard(person) ? 1 : 2; }
inline void withdraw(const Person &person) { oracle::allowed.erase(person.id); }
inline void use(const Person &person, oracle::Where where = oracle::Where::current()) {
  oracle::note(where, !oracle::allowed.count(person.id));
}

namespace oracle {
struct Program {
  void (*run)();
  int bits;
};
// Each assignment of the bits has a process of its own: nothing that one leaves behind, in
// globals for instance, is there for the next. What ends badly is no witness of anything.
inline bool runAlone(const Program &program, unsigned assignment) {
  pid_t child = fork();
  if (child == 0) {
    input = assignment;
    alarm(5);
    try {
      program.run();
    } catch (...) {
    }
    _exit(0);
  }
  int status = 0;
  waitpid(child, &status, 0);
  return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}
inline int runAll(const Program *programs, int count) {
  seen = static_cast<unsigned char *>(mmap(nullptr, lines, PROT_READ | PROT_WRITE,
                                           MAP_SHARED | MAP_ANONYMOUS, -1, 0));
  for (int number = 0; number < count; ++number)
    for (unsigned input = 0; input < 1u << programs[number].bits; ++input)
      if (!runAlone(programs[number], input)) {
        std::printf("broken %d\n", number);
        break;
      }
  for (int line = 0; line < lines; ++line)
    if (seen[line])
      std::printf("line %d %d\n", line, seen[line] >> 1);
  return 0;
}
} // namespace oracle
