// RUN: %check %s --pack kz --check tamga-capability-banned -- -std=c++20 -I %include -I %S/../../mock -isystem /usr/include/opencv4
// A project's own list: functions, types, fields, enumerators and parameters, by annotation.
#include "tamga/annotations.h"
#include <string>

TAMGA_CAPABILITY(capability.banned) void cloneVoice(const std::string &sample);
struct TAMGA_CAPABILITY(capability.banned) FaceSwapper {
  void swap(int first, int second);
};
struct Options {
  TAMGA_CAPABILITY(capability.banned) bool keepsRaw;
  bool isFast;
};
class Engine {
public:
  TAMGA_CAPABILITY(capability.banned) virtual int predictCrime(int person);
  virtual ~Engine() = default;
  int predictWeather();
};
class LocalEngine : public Engine {
public:
  int predictCrime(int person) override;
};

void voice(const std::string &sample) {
  cloneVoice(sample); // expect tamga-capability-banned: the project forbids this
}
void twice(const std::string &sample) {
  if (!sample.empty())
    cloneVoice(sample); // expect tamga-capability-banned
}
void swapAll() {
  FaceSwapper swapper; // expect tamga-capability-banned
  swapper.swap(1, 2);
}
FaceSwapper *make() {
  return new FaceSwapper(); // expect tamga-capability-banned
}
bool keeps(const Options &options) {
  return options.keepsRaw; // expect tamga-capability-banned
}
int crime(Engine &engine) {
  return engine.predictCrime(7); // expect tamga-capability-banned
}
int localCrime(LocalEngine &engine) {
  return engine.predictCrime(7); // expect tamga-capability-banned
}
void byPointer(const std::string &sample) {
  void (*clone)(const std::string &) = cloneVoice;
  clone(sample); // expect tamga-capability-banned
}

// Alike, and something else.
void cloneVoices(const std::string &sample);
void similar(const std::string &sample) { cloneVoices(sample); } // clean
bool fast(const Options &options) { return options.isFast; } // clean
int weather(Engine &engine) { return engine.predictWeather(); } // clean
const char *words() { return "cloneVoice"; } // clean
struct FaceSwapperOptions {
  int count = 0;
};
int count() {
  FaceSwapperOptions options; // clean
  return options.count;
}
namespace mine {
void cloneVoice(int);
}
void other() { mine::cloneVoice(3); } // clean
void pass(FaceSwapper &swapper) { swapper.swap(1, 2); } // clean
int (Engine::*unused())() { return &Engine::predictWeather; } // clean
