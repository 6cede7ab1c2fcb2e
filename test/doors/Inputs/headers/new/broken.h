#include "nowhere.h"
struct Broken {
  void run(Unknown);
};
