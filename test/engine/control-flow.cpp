// RUN: %check %s --pack generic --check tamga-custom-flow -- -std=c++20
// Which way a program takes.
int tainted();
int other();
bool more();
void sink(int number);
void sink(const char *text);
const char *source();
[[noreturn]] void quit();

//== Control: branches
void branches(int which) {
  int number = 0, fine = 0;
  if (which == 1)
    number = tainted();
  else if (which == 2)
    number = 2;
  else
    fine = 3;
  sink(number); // expect tamga-custom-flow
  sink(fine);   // clean
  if (int fresh = other(); fresh > 3)
    number = fresh;
  else
    number = 0;
  sink(number); // overwritten
}
void inBranch(bool which) {
  int number = tainted();
  if (which) {
    number = 1;
    sink(number); // overwritten
  } else {
    sink(number); // expect tamga-custom-flow
  }
}
void nested(bool outer, bool inner) {
  const char *text = "text";
  if (outer) {
    if (inner)
      text = source();
    else
      sink(text); // clean
    sink(text); // expect tamga-custom-flow
    text = "again";
  }
  sink(text); // clean
}

//== Control: loops
void forLoop(int count) {
  int previous = 0, current = 0;
  for (int i = 0; i < count; ++i) {
    sink(previous); // expect tamga-custom-flow
    previous = current;
    current = tainted();
  }
  sink(current); // expect tamga-custom-flow
}
void cleanLoop(int count) {
  int sum = 0, last = 0;
  while (count-- > 0) {
    sum += last;
    last = other();
  }
  sink(sum); // clean
  int number = tainted();
  do
    number = count;
  while (more());
  sink(number); // overwritten
}
void continued(int count) {
  int number = 0, fine = 0;
  for (int i = 0; i < count; ++i) {
    if (more()) {
      number = tainted();
      continue;
    }
    fine = number;
    number = 0;
  }
  sink(fine); // expect tamga-custom-flow
  for (;;) {
    number = 0;
    if (more())
      break;
    number = tainted();
  }
  sink(number); // overwritten
}
void resetEachTurn(int count) {
  for (int i = 0; i < count; ++i) {
    int number = 0;
    sink(number); // clean
    number = tainted();
  }
}

//== Control: goto
void backward(int count) {
  int number = 0, fine = 0;
again:
  sink(number); // expect tamga-custom-flow
  sink(fine);   // clean
  number = tainted();
  if (--count)
    goto again;
}
void forward(bool which) {
  int number = tainted();
  if (which)
    goto done;
  number = 0;
  sink(number); // overwritten
done:
  sink(number); // expect tamga-custom-flow
}
void outOfLoops(int count) {
  int number = 0;
  for (int i = 0; i < count; ++i)
    for (int j = 0; j < count; ++j)
      if (more()) {
        number = tainted();
        goto found;
      }
  sink(number); // clean
  return;
found:
  sink(number); // expect tamga-custom-flow
  number = 1;
  goto end;
  number = tainted();
end:
  sink(number); // clean
}
void computed(int which) {
  static void *const labels[] = {&&first, &&second};
  int number = 0, fine = 0;
  goto *labels[which];
first:
  number = tainted();
second:
  sink(number); // expect tamga-custom-flow
  sink(fine);   // clean
}

//== Control: switch
void fallThrough(int which) {
  int number = 0, fine = 0;
  switch (which) {
  case 1: number = tainted(); [[fallthrough]];
  case 2: fine = number; break;
  case 3: number = 2; break;
  default: number = 0;
  }
  sink(fine);   // expect tamga-custom-flow
  sink(number); // expect tamga-custom-flow
}
void breaks(int which) {
  int number = tainted();
  switch (which) {
  case 1: number = 1; break;
  case 2:
  case 3: number = 2; break;
  default: number = 3;
  }
  sink(number); // overwritten
  switch (which) {
  case 1: number = tainted(); return;
  case 2: sink(number); break; // clean
  }
  sink(number); // clean
}
enum class Mode { read, write };
int modeOf(Mode mode) {
  switch (mode) {
  case Mode::read: return tainted();
  case Mode::write: return 1;
  }
  return 0;
}
void modes(Mode mode) {
  sink(modeOf(mode)); // expect tamga-custom-flow
  switch (int number = tainted(); mode) {
  case Mode::read: sink(number); break; // expect tamga-custom-flow
  case Mode::write:
    number = 0;
    sink(number); // overwritten
  }
}
void intoLoops(int count) {
  int number = 0, turns = (count + 1) / 2;
  switch (count % 2) {
  case 0:
    do {
      sink(number); // expect tamga-custom-flow
    case 1:
      number = tainted();
    } while (--turns > 0);
  }
  sink(turns); // clean
}

//== Control: early return
int guarded(int number) {
  if (number > 10)
    return 0;
  return number;
}
int never(int number) {
  if (number > 10)
    return 1;
  return 0;
}
void early(bool which) {
  sink(guarded(tainted())); // expect tamga-custom-flow
  sink(never(tainted()));   // clean
  int number = 0;
  if (which) {
    number = tainted();
    sink(number); // expect tamga-custom-flow
    return;
  }
  sink(number); // clean
  number = tainted();
  if (more())
    quit();
  else
    number = 0;
  sink(number); // overwritten
}
void afterNoReturn() {
  int number = 0;
  if (more()) {
    number = tainted();
    quit();
  }
  sink(number); // clean
  for (;;) {
    if (more())
      return;
    number = tainted();
    sink(number); // expect tamga-custom-flow
  }
}

//== Control: if constexpr
template <int size> int widest(int number) {
  if constexpr (size > 8)
    return number;
  else
    return size;
}
template <class T> struct IsPointer {
  static constexpr bool value = false;
};
template <class T> struct IsPointer<T *> {
  static constexpr bool value = true;
};
template <class T> int valueOf(T object) {
  if constexpr (IsPointer<T>::value)
    return *object;
  else
    return object;
}
template <class T> void clear(T &object) {
  if constexpr (sizeof(T) == sizeof(int))
    object = 0;
  else
    object = T(tainted());
}
void constexprs() {
  sink(widest<16>(tainted())); // expect tamga-custom-flow
  sink(widest<4>(tainted()));  // clean
  int number = tainted(), fine = 1;
  sink(valueOf(&number)); // expect tamga-custom-flow
  sink(valueOf(&fine));   // clean
  sink(valueOf(number));  // expect tamga-custom-flow
  clear(number);
  sink(number); // overwritten
  long wide = 0;
  clear(wide);
  sink(int(wide)); // expect tamga-custom-flow
  if constexpr (sizeof(int) == 1)
    sink(fine + tainted()); // clean
}
