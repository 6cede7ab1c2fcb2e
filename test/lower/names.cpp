// What policy may ask for: qualified names, macros, enumerators, annotations, directives.
// RUN: %tamga lower --unit %s -- -std=c++20 | FileCheck %s
#define ENABLE_EMOTION 0x10
#define LOG(...) note(__VA_ARGS__)
namespace outer { inline namespace v1 {
template <class T> struct Box {
  [[clang::annotate("tamga:guards kind=guard.consent")]] bool check(
      [[clang::annotate("tamga:source kind=personal.name")]] int who) { return who; }
  operator bool() { return true; }
};
}}
namespace library { namespace version2 { } using namespace version2; }
namespace library { namespace version2 { void ask(int); } }
namespace library { namespace parts { void own(int); } using namespace parts; }
namespace library2 { void far(int); } using namespace library2;
namespace { enum class Mode { Fast }; struct Inner { void run(Mode) {} }; }
void note(int);
void names() {
  outer::Box<int> box;
  box.check(ENABLE_EMOTION);
  if (box)
    Inner().run(Mode::Fast);
  library::ask(1), library::own(2), far(3);
  LOG(3); // NOLINT(tamga-*): shown elsewhere
}
// CHECK: who: int {{.*}}"tamga:source kind=personal.name"
// CHECK: name "outer::Box::check"
// CHECK: annotation "tamga:guards kind=guard.consent"
// CHECK: name "outer::Box::operator bool"
// CHECK: name "(anonymous)::Inner::run"
// CHECK: name "names"
// CHECK: 16 via ENABLE_EMOTION
// CHECK: enum "(anonymous)::Mode::Fast" 0
// CHECK: call _Z4notei(3) "LOG(3)" macro LOG
// CHECK: name "library::ask"
// CHECK: name "library::parts::own"
// CHECK: name "library2::far"
// CHECK: nolint line ("tamga-*") because "shown elsewhere"
