// RUN: %check %s --pack generic --check tamga-custom-flow -- -std=c++20
// A record that is copied, in whatever way, keeps its parts apart.
int tainted();
void sink(int number);
struct Inner {
  int x, y;
};
struct Outer {
  int a, b;
  Inner inner;
};
struct Queue {
  Outer outer;
  int length;
};

//== Memory: copies of structs
void copied(Outer *from) {
  Outer copy = *from;
  sink(copy.a); // expect tamga-custom-flow
  sink(copy.b); // clean
}
void givesCopied() {
  Outer outer{};
  outer.a = tainted();
  copied(&outer);
}
Outer pick(bool first, Outer *left, Outer *right) { return first ? *left : *right; }
void picked(bool first) {
  Outer left{}, right{};
  left.a = tainted();
  right.inner.x = tainted();
  Outer one = pick(first, &left, &right);
  sink(one.a);       // expect tamga-custom-flow
  sink(one.b);       // clean
  sink(one.inner.x); // expect tamga-custom-flow
  sink(one.inner.y); // clean
  one.a = 0;
  sink(one.a); // overwritten
}
void put(Queue *queue, const Outer &outer, bool really) {
  if (really)
    queue->outer = outer;
  else
    queue->outer = Outer{};
  queue->length = 1;
}
void stored(bool really) {
  Outer outer{};
  outer.inner.y = tainted();
  Queue queue{};
  put(&queue, outer, really);
  sink(queue.outer.inner.y); // expect tamga-custom-flow
  sink(queue.outer.inner.x); // clean
  sink(queue.outer.a);       // clean
  sink(queue.length);        // clean
}

//== Memory: pointer arithmetic over records
void someElement(Inner *array, int index) {
  array[2].x = tainted();
  sink(array[index].x); // expect tamga-custom-flow
  sink(array[index].y); // clean
  sink(array[1].x);     // clean
  array[2].x = 0;
  sink(array[2].x); // overwritten
}
void anyElement(Inner *array, int index) {
  array[index].x = tainted();
  sink(array[2].x); // expect tamga-custom-flow
  sink(array->x);   // expect tamga-custom-flow
  sink(array[1].y); // clean
}
void walked(int *numbers, int count) {
  for (int *at = numbers; count--; at += 2)
    *at = tainted();
  sink(numbers[4]); // expect tamga-custom-flow
  sink(*numbers);   // expect tamga-custom-flow
}
