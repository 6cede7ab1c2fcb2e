// RUN: %check %s --pack %S/Inputs/shapes.json -- -std=c++20
// The shape `literal`: constants that are right or wrong.
#include <string>
void setType(const char *type);
void setType(const std::string &type);
enum class Level { none, low, high };
void setLevel(int level);
void setLevel(Level level);
bool coin();

#define MEDIA "trainedAlgorithmicMedia"
const char *const defaultType = "compositeSynthetic";
const char *const wrongType = "photo";
static const int off = 0;
constexpr int on = 2;

//== Shapes: literal
void right() {
  setType("trainedAlgorithmicMedia"); // clean
  setType(MEDIA);                     // clean
  setType(defaultType);               // clean
}
void wrong() {
  setType("trainedalgorithmicmedia"); // expect tamga-custom-type: "trainedalgorithmicmedia" is no type
  setType("");                        // expect tamga-custom-type
  setType(wrongType);                 // expect tamga-custom-type: "photo"
}
void variable(bool photo) {
  const char *type = "compositeSynthetic";
  setType(type); // clean
  if (photo)
    type = "photo";
  setType(type); // expect tamga-custom-type: "photo"
}
void overwrites() {
  const char *type = "photo";
  type = "compositeSynthetic";
  setType(type); // clean
}
void chosen() {
  setType(coin() ? "compositeSynthetic" : MEDIA);   // clean
  setType(coin() ? "compositeSynthetic" : "drawn"); // expect tamga-custom-type: "drawn"
}
void text() {
  std::string type = "photo";
  setType(type); // expect tamga-custom-type
  std::string good = "compositeSynthetic";
  setType(good); // clean
}
void levels() {
  setLevel(0);           // expect tamga-custom-level: the level is 0
  setLevel(on);          // clean
  setLevel(off);         // expect tamga-custom-level
  setLevel(Level::none); // expect tamga-custom-level: Level::none
  setLevel(Level::high); // clean
}

//== Shapes: literal, in calls
static void mark(const char *type) { setType(type); } // expect tamga-custom-type: "magic"
static void markWell(const char *type) { setType(type); } // clean
static void markDeep(const char *type) { markWell(type); }
void calls() {
  mark("compositeSynthetic");
  mark("magic");
  markDeep(MEDIA);
}
static const char *typeOf(bool whole) { return whole ? "trainedAlgorithmicMedia" : "compositeSynthetic"; }
static const char *typeOfWrong() { return "painting"; }
void returned() {
  setType(typeOf(coin()));  // clean
  setType(typeOfWrong()); // expect tamga-custom-type: "painting"
}
struct Options {
  const char *type = "compositeSynthetic";
  Level level = Level::low;
};
void fields() {
  Options options;
  setType(options.type);   // clean
  setLevel(options.level); // clean
  options.type = "oil";
  options.level = Level::none;
  setType(options.type);   // expect tamga-custom-type: "oil"
  setLevel(options.level); // expect tamga-custom-level
}
void unknown(const char *type, int level) {
  setType(type);   // clean
  setLevel(level); // expect tamga-custom-level: not known
}
