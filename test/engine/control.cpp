// RUN: %check %s --pack generic --check tamga-custom-flow -- -std=c++20
#include <stdexcept>
#include <string>
std::string source();
int tainted();
bool more();
void sink(const std::string &text);
void sink(int number);
std::string label(const std::string &text);

//== Control: branches
void oneBranch(bool which) {
  std::string text = "text";
  if (which)
    text = source();
  sink(text); // expect tamga-custom-flow
}
void labelledBranch(bool which) {
  std::string text = source();
  if (which)
    text = label(text);
  sink(text); // expect tamga-custom-flow
  text = label(text);
  sink(text); // overwritten
}
void bothBranches(bool which) {
  int number = tainted();
  if (which)
    number = 1;
  else
    number = 2;
  sink(number); // overwritten
}
//== Control: loops
void secondTurn() {
  int last = 0;
  while (more()) {
    sink(last); // expect tamga-custom-flow
    last = tainted();
  }
}
void chain() {
  int a = 0, b = 0, c = 0;
  while (more()) {
    sink(c); // expect tamga-custom-flow
    c = b;
    b = a;
    a = tainted();
  }
}
//== Control: goto
void jumps() {
  int number = 0;
again:
  sink(number); // expect tamga-custom-flow
  number = tainted();
  if (more())
    goto again;
}
//== Control: switch
void cases(int which) {
  int number = 0;
  switch (which) {
  case 1:
    number = tainted();
    [[fallthrough]];
  case 2:
    sink(number); // expect tamga-custom-flow
    break;
  case 3:
    sink(number); // clean
    break;
  }
}
//== Control: early return
void early(bool which) {
  int number = 0;
  if (which) {
    number = tainted();
    return;
  }
  sink(number); // clean
}
//== Calls: exceptions
void caught() {
  try {
    throw std::runtime_error(source());
  } catch (const std::exception &error) {
    sink(error.what()); // expect tamga-custom-flow
  }
}
void cleanCaught() {
  try {
    throw std::runtime_error("text");
  } catch (const std::exception &error) {
    sink(error.what()); // clean
  }
}
void fails() { throw source(); }
void caughtFromCallee() {
  try {
    fails();
  } catch (const std::string &text) {
    sink(text); // expect tamga-custom-flow
  }
}
//== Control: loops
void breaks() {
  int number = 0;
  for (int i = 0; i < 3; i++) {
    if (more()) {
      number = tainted();
      break;
    }
    number = 0;
  }
  sink(number); // expect tamga-custom-flow
}
static const int five = 5;
static int never = 0;
static bool alwaysNo() { return false; }
constexpr bool debug = false;
//== Control: constant conditions
void constants() {
  int number = tainted();
  if (five == 5)
    sink(number); // expect tamga-custom-flow
  if (five != 5)
    sink(number); // clean
  if (debug)
    sink(number); // clean
  if (alwaysNo())
    sink(number); // clean
  if (never)
    sink(number); // clean
  switch (6) {
  case 6: sink(number); break; // expect tamga-custom-flow
  case 7: sink(number); break; // clean
  }
  while (false)
    sink(number); // clean
}
//== Control: loops
void doLoop() {
  int number = tainted();
  do {
    sink(number); // expect tamga-custom-flow
    number = 0;
  } while (more());
  sink(number); // overwritten
}
