// The same library later: see check-apis.test.
#pragma once
namespace talk {
struct Options {
  int mood;
};
void old(int, int);
} // namespace talk
