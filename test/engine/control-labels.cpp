// RUN: %check %s --pack generic --check tamga-custom-flow -- -std=gnu++20
// Labels as values, assembly that jumps, and statements that are expressions.
#include <string>
int tainted();
int other();
bool more();
void sink(int number);
void sink(const std::string &text);
std::string source();

//== Control: computed goto
int interpret(const unsigned char *code, int input) {
  static void *table[] = {&&push, &&clear, &&done};
  int top = 0;
  goto *table[*code++];
push:
  top = input;
  goto *table[*code++];
clear:
  top = 0;
  goto *table[*code++];
done:
  return top;
}
void interprets(const unsigned char *code) {
  sink(interpret(code, tainted())); // expect tamga-custom-flow
  sink(interpret(code, 3)); // clean
  void *next = more() ? &&first : &&second;
  int number = 0;
  goto *next;
first:
  number = tainted();
  goto last;
second:
  number = 2;
  sink(number); // overwritten
last:
  sink(number); // expect tamga-custom-flow
}
//== Control: asm goto
void jumps() {
  int number = tainted(), fine = 1;
  asm goto("" : : : : other_way);
  sink(number); // expect tamga-custom-flow
  number = 0;
  sink(number); // overwritten
  return;
other_way:
  sink(number); // expect tamga-custom-flow
  sink(fine); // clean
}
//== Values: statement expressions
#define MAX(a, b) ({ auto _a = (a); auto _b = (b); _a > _b ? _a : _b; })
void statements() {
  sink(MAX(tainted(), 1)); // expect tamga-custom-flow
  sink(MAX(other(), 1)); // clean
  int number = ({ int inner = tainted(); inner += 1; inner; });
  sink(number); // expect tamga-custom-flow
  number = ({ tainted(); 3; });
  sink(number); // overwritten
  std::string text = ({ std::string made = source(); made + "!"; });
  sink(text); // expect tamga-custom-flow
  sink(({ std::string made = "text"; made; })); // clean
  int result = ({ if (more()) goto out; 4; });
  sink(result); // clean
out:;
}
