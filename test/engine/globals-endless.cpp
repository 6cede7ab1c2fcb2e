// RUN: %check %s --pack generic --check tamga-custom-flow -- -std=c++20
// What a function that never ends leaves in globals meanwhile.
#include <string>
std::string source();
int tainted();
void sink(const std::string &text);
void sink(int number);
void onShow(void (*handler)());

//== Memory: globals of what never ends
std::string newest, early, quiet, replaced;
int count, limit = 3;
void showNewest() { sink(newest); }     // expect tamga-custom-flow
void showEarly() { sink(early); }       // expect tamga-custom-flow
void showQuiet() { sink(quiet); }       // clean
void showCount() { sink(count); }       // expect tamga-custom-flow
void showLimit() { sink(limit); }       // clean
void showReplaced() { sink(replaced); } // overwritten
struct Loop {
  std::string kept;
  [[noreturn]] void run() {
    for (;;) {
      newest = source();
      quiet = "text";
      kept = newest;
    }
  }
};
[[noreturn]] void counts() {
  for (;;)
    count = tainted();
}
void begin() {
  early = source();
  replaced = source();
  replaced = "text";
}
int main(int argc, char **) {
  onShow(showNewest);
  onShow(showEarly);
  onShow(showQuiet);
  onShow(showCount);
  onShow(showLimit);
  begin();
  onShow(showReplaced);
  sink(newest); // clean
  Loop loop;
  if (argc > 1)
    counts();
  loop.run();
}
