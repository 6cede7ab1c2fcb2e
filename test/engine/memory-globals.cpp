// RUN: %check %s --pack generic --check tamga-custom-flow -- -std=c++20
// Globals, static locals and thread-locals, in one function and through many.
int tainted();
int other();
bool more();
void sink(int number);
void sink(const char *text);
const char *source();

//== Memory: globals
static int level, quietLevel, onlyHere;
struct Status {
  int code;
  const char *text;
};
static Status status;
const char *lastError;
void note() {
  status.text = source();
  status.code = 404;
}
void report() {
  sink(status.text); // expect tamga-custom-flow
  sink(status.code); // clean
}
void raise() { lastError = source(); }
const char *takeError() { return lastError; }
void handleError() {
  sink(takeError()); // expect tamga-custom-flow
}
static void setLevels() {
  level = tainted();
  quietLevel = other();
}
void levels() {
  setLevels();
  sink(level);      // expect tamga-custom-flow
  sink(quietLevel); // clean
  level = 1;
  sink(level); // overwritten
}
void inOneFunction() {
  onlyHere = 3;
  sink(onlyHere); // clean
  onlyHere = tainted();
  sink(onlyHere); // expect tamga-custom-flow
  onlyHere = 4;
  sink(onlyHere); // overwritten
}
static int *shared;
static int target;
void share() { shared = &target; }
void throughShared() {
  share();
  *shared = tainted();
  sink(target); // expect tamga-custom-flow
}

//== Memory: a global read before and after it is written
static int before;
void order() {
  before = 0;
  sink(before); // clean
  int saved = before;
  before = tainted();
  sink(saved);  // clean
  sink(before); // expect tamga-custom-flow
  before = saved;
  sink(before); // overwritten
}
static int always = 3;
void setAlways() { always = tainted(); }
void readAlways() {
  sink(always); // expect tamga-custom-flow
  always = 2;
  sink(always); // overwritten
  setAlways();
  sink(always); // expect tamga-custom-flow
}
static int counted;
void count() {
  int old = counted;
  counted = old + 1;
  sink(old);     // clean
  sink(counted); // clean
}

//== Memory: initialisers of globals
static int started = tainted();
static int quietStart = other();
static int fromStart = started + 1;
static Status initial = {200, source()};
static const char *const names[] = {"a", source()};
void initialisers() {
  sink(started);      // expect tamga-custom-flow
  sink(quietStart);   // clean
  sink(initial.text); // expect tamga-custom-flow
  sink(initial.code); // clean
  sink(names[1]);     // expect tamga-custom-flow
  sink(names[0]);     // clean
}
static int replaced = tainted();
void replace() {
  replaced = 0;
  sink(replaced); // overwritten
}
namespace settings {
inline int depth = tainted();
constinit int width = 8;
} // namespace settings
void namespaces() {
  sink(settings::depth); // expect tamga-custom-flow
  sink(settings::width); // clean
}

//== Memory: static locals
int &slot() {
  static int kept;
  return kept;
}
int &quietSlot() {
  static int kept = 1;
  return kept;
}
void slots() {
  slot() = tainted();
  sink(slot());      // expect tamga-custom-flow
  sink(quietSlot()); // clean
  slot() = 2;
  sink(slot()); // overwritten
}
int remember(int next) {
  static int last = 0;
  int old = last;
  last = next;
  return old;
}
void remembered() {
  remember(tainted());
  sink(remember(1)); // expect tamga-custom-flow
}
int once() {
  static int first = tainted();
  return first;
}
int onceQuiet() {
  static const int first = other();
  return first;
}
void firsts() {
  sink(once());      // expect tamga-custom-flow
  sink(onceQuiet()); // clean
}

//== Memory: thread-locals
thread_local int perThread;
thread_local int quietPerThread = 2;
static thread_local Status threadStatus;
void enterThread() {
  perThread = tainted();
  threadStatus.text = source();
}
void leaveThread() {
  sink(perThread);         // expect tamga-custom-flow
  sink(quietPerThread);    // clean
  sink(threadStatus.text); // expect tamga-custom-flow
  sink(threadStatus.code); // clean
  perThread = 0;
  sink(perThread); // overwritten
}
void threadStatic() {
  static thread_local int last = 0;
  sink(last); // expect tamga-custom-flow
  last = tainted();
}
int &ownSlot() {
  thread_local int kept = 1;
  return kept;
}
void ownSlots() {
  sink(ownSlot()); // clean
}
