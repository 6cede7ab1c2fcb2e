// RUN: %check %s --pack generic --check tamga-custom-flow -- -std=c++20
// Conditions that are the same in every run.
int tainted();
int other();
void sink(int number);
namespace config {
constexpr bool verbose = false;
inline constexpr int level = 3;
enum : int { batch = 8 };
} // namespace config
static const int five = 5;
static int neverWritten;
static bool neverTrue = false;
static int written = 1;
void change(int value) { written = value; }
static int one() { return 1; }
static bool isSmall() { return sizeof(long) < 8; }
static bool both() { return one() && !neverTrue; }
static int sometimes(int number) { return number > 3; }
struct Traits {
  static constexpr bool enabled = true;
  static const int size = 4;
};
template <bool on> struct Feature {
  static int apply(int number) { return on ? number : 0; }
};

//== Control: constant conditions
void constants() {
  int number = tainted();
  if (config::verbose)
    sink(number); // clean
  if (config::level > 2)
    sink(number); // expect tamga-custom-flow
  if (config::batch == 4)
    sink(number); // clean
  if (Traits::enabled && Traits::size != 4)
    sink(number); // clean
  if (sizeof(int) == 4)
    number = 0;
  sink(number); // overwritten
  number = tainted();
  sink(config::verbose ? number : 1); // clean
  sink(!config::verbose ? number : 1); // expect tamga-custom-flow
  while (five == 6)
    sink(number); // clean
  sink(Feature<true>::apply(number));  // expect tamga-custom-flow
  sink(Feature<false>::apply(number)); // clean
}
void switches() {
  int number = tainted();
  switch (config::level) {
  case 2: sink(number); break; // clean
  case 3: sink(number); break; // expect tamga-custom-flow
  default: sink(number);       // clean
  }
  switch (five) {
  case 5: number = 0;
  }
  sink(number); // overwritten
}

//== Control: statics that nobody writes
void statics() {
  int number = tainted();
  if (neverTrue)
    sink(number); // clean
  if (neverWritten != 0)
    sink(number); // clean
  if (!neverTrue)
    sink(number); // expect tamga-custom-flow
  if (written)
    sink(number); // expect tamga-custom-flow
  if (!written)
    sink(number); // expect tamga-custom-flow
  static int local = 2;
  if (local == 3)
    sink(number); // clean
  if (neverWritten == 0)
    number = 0;
  sink(number); // overwritten
}

//== Control: functions that only return a constant
void functions() {
  int number = tainted();
  if (one() == 2)
    sink(number); // clean
  if (isSmall())
    sink(number); // clean
  if (one())
    sink(number); // expect tamga-custom-flow
  if (both())
    sink(number); // expect tamga-custom-flow
  if (!both())
    sink(number); // clean
  if (sometimes(other()))
    sink(number); // expect tamga-custom-flow
  if (one() == 1)
    number = 0;
  sink(number); // overwritten
}

//== Control: locals that are constant
void locals() {
  int number = tainted();
  const bool debug = false;
  if (debug)
    sink(number); // clean
  int mode = 1;
  if (mode == 2)
    sink(number); // clean
  mode = other();
  if (mode == 2)
    sink(number); // expect tamga-custom-flow
  bool done = false;
  if (!done)
    sink(number); // expect tamga-custom-flow
  done = true;
  if (!done)
    sink(number); // clean
  for (int i = 0; i < 1; ++i)
    sink(number); // expect tamga-custom-flow
  if (done)
    number = 0;
  sink(number); // overwritten
}
