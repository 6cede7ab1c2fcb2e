// RUN: %check %s --pack generic --check tamga-custom-flow -- -std=c++20
// What compilers add: functions of their own, and one that runs at the end of a scope.
#include <string>
int tainted();
int other();
bool more();
void sink(int number);
void sink(const std::string &text);
std::string source();

//== Control: cleanup attribute
static void releaseText(int *p) { sink(*p); } // expect tamga-custom-flow
static void releaseFine(int *p) { sink(*p); } // clean
static void clearIt(int **p) { **p = 0; }
static void taintIt(int **p) { **p = tainted(); }
void cleanups() {
  __attribute__((cleanup(releaseText))) int number = tainted();
  __attribute__((cleanup(releaseFine))) int fine = 3;
  int outer = tainted();
  { __attribute__((cleanup(clearIt))) int *guard = &outer; }
  sink(outer); // overwritten
  int quiet = 0;
  { __attribute__((cleanup(taintIt))) int *guard = &quiet; sink(quiet); } // clean
  sink(quiet); // expect tamga-custom-flow
}

//== Values: atomic builtins
void builtins() {
  int cell = 0, fine = 0, got;
  __atomic_store_n(&cell, tainted(), __ATOMIC_SEQ_CST);
  sink(__atomic_load_n(&cell, __ATOMIC_SEQ_CST)); // expect tamga-custom-flow
  sink(__atomic_load_n(&fine, __ATOMIC_SEQ_CST)); // clean
  __atomic_load(&cell, &got, __ATOMIC_SEQ_CST);
  sink(got); // expect tamga-custom-flow
  got = __atomic_exchange_n(&cell, 5, __ATOMIC_SEQ_CST);
  sink(got); // expect tamga-custom-flow
  sink(cell); // overwritten
  int value = tainted();
  __atomic_store(&cell, &value, __ATOMIC_RELEASE);
  sink(cell); // expect tamga-custom-flow
  __sync_lock_test_and_set(&cell, 0);
  sink(cell); // overwritten
  __sync_fetch_and_add(&fine, tainted());
  sink(fine); // expect tamga-custom-flow
  fine = 0;
  sink(__sync_add_and_fetch(&fine, 2)); // clean
  sink(__atomic_fetch_add(&fine, tainted(), __ATOMIC_RELAXED)); // clean
  sink(fine); // expect tamga-custom-flow
  int expected = 0, target = 1;
  __atomic_compare_exchange_n(&target, &expected, tainted(), false, __ATOMIC_SEQ_CST, __ATOMIC_SEQ_CST);
  sink(target); // expect tamga-custom-flow
  int *shared = nullptr; int dirty = tainted();
  __sync_bool_compare_and_swap(&shared, nullptr, &dirty);
  sink(*shared); // expect tamga-custom-flow
  int old = __sync_val_compare_and_swap(&dirty, 1, 2);
  sink(old); // expect tamga-custom-flow
}

//== Values: copies and arithmetic by builtins
void copies() {
  int a = tainted(), b = 0, c = 0;
  __builtin_memcpy(&b, &a, sizeof a);
  sink(b); // expect tamga-custom-flow
  __builtin_memset(&b, 0, sizeof b);
  sink(b); // overwritten
  __builtin_memmove(&c, &b, sizeof b);
  sink(c); // clean
  char text[20], fine[20];
  __builtin_strcpy(text, source().c_str());
  __builtin_strcpy(fine, "text");
  sink(text); // expect tamga-custom-flow
  sink(fine); // clean
  sink(__builtin_bswap32(a)); // expect tamga-custom-flow
  sink(__builtin_popcount(3)); // clean
  sink(__builtin_abs(a)); // expect tamga-custom-flow
  int sum;
  if (!__builtin_add_overflow(a, 1, &sum))
    sink(sum); // expect tamga-custom-flow
  __builtin_mul_overflow(2, 3, &sum);
  sink(sum); // overwritten
}
