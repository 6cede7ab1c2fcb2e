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
constexpr unsigned guards = 20, ways = 64; // at most, of a run and of an assignment
inline unsigned input = 0, answers = 0;
inline std::set<int> allowed;
// Shared with the processes that run the programs.
struct Shared {
  unsigned asked;             // how many guards did the last run ask
  unsigned char seen[lines];  // 1 = the line ran, 2 = with a tagged value
};
inline Shared *shared = nullptr;

inline void note(const Where &where, bool tagged) {
  if (where.line() < lines)
    shared->seen[where.line()] |= tagged ? 3 : 1;
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
  unsigned place = oracle::shared->asked++;
  bool ok = place < oracle::guards && oracle::answers >> place & 1;
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
// Each run has a process of its own: nothing that one leaves behind, in globals for instance,
// is there for the next. What ends badly is no witness of anything.
inline bool runAlone(const Program &program) {
  shared->asked = 0;
  pid_t child = fork();
  if (child == 0) {
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
// The next answers: the last guard that said no says yes, and those asked after it say no.
inline bool nextAnswers() {
  unsigned last = shared->asked;
  while (last > 0 && answers >> (last - 1) & 1)
    --last;
  answers = last ? (answers & ((1u << (last - 1)) - 1)) | 1u << (last - 1) : 0;
  return last != 0;
}
// Once for each assignment of the bits and all the ways in which the guards that it comes to
// can answer: how many it asks depends on the answers.
inline bool runAllWays(const Program &program) {
  for (input = 0; input < 1u << program.bits; ++input) {
    unsigned way = 0;
    do {
      if (++way > ways || !runAlone(program) || shared->asked > guards)
        return false;
    } while (nextAnswers());
  }
  return true;
}
inline int runAll(const Program *programs, int count) {
  shared = static_cast<Shared *>(mmap(nullptr, sizeof(Shared), PROT_READ | PROT_WRITE,
                                      MAP_SHARED | MAP_ANONYMOUS, -1, 0));
  for (int number = 0; number < count; ++number) {
    answers = 0;
    if (!runAllWays(programs[number]))
      std::printf("broken %d\n", number);
  }
  for (int line = 0; line < lines; ++line)
    if (shared->seen[line])
      std::printf("line %d %d\n", line, shared->seen[line] >> 1);
  return 0;
}
} // namespace oracle
