// A library as it was: see check-apis.test.
#pragma once
#include <functional>
#include <string>
#include <vector>
#define TALK_WITH_MOOD 1

namespace talk {
inline namespace v1 {
struct Options {
  int mood;
  std::function<void(int)> notify;
  void (*log)(const char *text, ...);
};
enum class Result { Done, Failed };
template <class Voice> class Basic {
public:
  template <class Text> void say(const Text &text, int times = 1);
  template <class To> operator To() const;
  friend bool operator==(const Basic &, const Basic &);
};
using Talker = Basic<char>;
class Loud : public Talker {
public:
  virtual void shout(const std::string &text);
};
template <class... Parts> std::string join(const char *first, Parts &&...parts);
Result speak(const std::vector<std::string> &words, float *samples);
void old(int);
} // namespace v1
} // namespace talk
extern "C" int talk_start(void);
