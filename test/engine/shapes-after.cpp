// RUN: %check %s --pack %S/Inputs/shapes.json -- -std=c++20
// The shape `after`: what is set must be written.
#include <stdexcept>
#include <string>
struct Image {
  int width = 0;
};
void setMark(Image &image);
void writeMark(Image &image);
bool trySign(Image &image);
bool coin();
void note(const char *text);
[[noreturn]] void quit();

//== Shapes: after
void written(Image &image) {
  setMark(image); // clean
  writeMark(image);
}
void forgotten(Image &image) {
  setMark(image); // expect tamga-custom-lost
  note("done");
}
void before(Image &image) {
  writeMark(image);
  setMark(image); // expect tamga-custom-lost
}
void onOneBranch(Image &image) {
  setMark(image); // expect tamga-custom-lost
  if (coin())
    writeMark(image);
}
void onBothBranches(Image &image) {
  setMark(image); // clean
  if (coin())
    writeMark(image);
  else
    writeMark(image);
}
void early(Image &image) {
  setMark(image); // expect tamga-custom-lost
  if (coin())
    return;
  writeMark(image);
}
void earlyBefore(Image &image) {
  if (coin())
    return;
  setMark(image); // clean
  writeMark(image);
}
void sameCondition(Image &image, bool marked) {
  if (marked)
    setMark(image); // clean
  note("between");
  if (marked)
    writeMark(image);
}
void oppositeCondition(Image &image, bool marked) {
  if (marked)
    setMark(image); // expect tamga-custom-lost
  if (!marked)
    writeMark(image);
}
void other(Image &image, Image &second) {
  setMark(image); // expect tamga-custom-lost
  writeMark(second);
}
void both(Image &image, Image &second) {
  setMark(image);  // clean
  setMark(second); // clean
  writeMark(second);
  writeMark(image);
}
void tested(Image &image) {
  setMark(image); // clean
  if (!trySign(image))
    quit();
}
void testedIgnored(Image &image) {
  setMark(image); // expect tamga-custom-lost
  trySign(image);
}
void inLoop(Image &image) {
  setMark(image); // expect tamga-custom-lost
  for (int turn = 0; coin(); ++turn)
    writeMark(image);
}
void untilWritten(Image &image) {
  setMark(image); // clean
  do
    writeMark(image);
  while (coin());
}

//== Shapes: after, in callees
static void finish(Image &image) {
  note("finish");
  writeMark(image);
}
static void finishSometimes(Image &image) {
  if (coin())
    writeMark(image);
}
void byHelper(Image &image) {
  setMark(image); // clean
  finish(image);
}
void byHelperSometimes(Image &image) {
  setMark(image); // expect tamga-custom-lost
  finishSometimes(image);
}
static void begin(Image &image) {
  image.width = 3;
  setMark(image); // clean
}
void callerWrites(Image &image) {
  begin(image);
  finish(image);
}
static void beginLost(Image &image) {
  setMark(image); // expect tamga-custom-lost
}
void callerForgets(Image &image) {
  beginLost(image);
  note("done");
}
void callerWritesOnce(Image &image) {
  beginLost(image);
  writeMark(image);
}
static void beginDeep(Image &image) { begin(image); }
void callerWritesDeep(Image &image) {
  beginDeep(image);
  finish(image);
}
class Scope {
public:
  explicit Scope(Image &image) : image(image) { setMark(image); } // clean
  ~Scope() { writeMark(image); }

private:
  Image &image;
};
void scoped(Image &image) {
  Scope scope(image);
  if (coin())
    return;
  note("in scope");
}

//== Shapes: after, by exceptions
static void check(const Image &image) {
  if (image.width == 0)
    throw std::runtime_error("empty");
}
void thrown(Image &image) {
  setMark(image); // expect tamga-custom-lost
  check(image);
  writeMark(image);
}
void thrownBefore(Image &image) {
  check(image);
  setMark(image); // clean
  writeMark(image);
}
void thrownHere(Image &image) {
  setMark(image); // expect tamga-custom-lost
  if (coin())
    throw 1;
  writeMark(image);
}
void handled(Image &image) {
  setMark(image); // clean
  try {
    check(image);
  } catch (const std::exception &) {
    note("empty");
  }
  writeMark(image);
}
void handledInside(Image &image) {
  try {
    setMark(image); // expect tamga-custom-lost
    check(image);
    writeMark(image);
  } catch (const std::exception &) {
    note("empty");
  }
}
void handlerWrites(Image &image) {
  try {
    setMark(image); // clean
    check(image);
    writeMark(image);
  } catch (...) {
    writeMark(image);
    throw;
  }
}
void withText(Image &image) {
  std::string text = "name";
  setMark(image); // clean
  note(text.c_str());
  writeMark(image);
}
