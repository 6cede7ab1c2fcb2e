// RUN: %check %s --pack generic --check tamga-custom-flow -- -std=c++20
// Pointers, references, and what they lead to.
int tainted();
int other();
bool more();
void sink(int number);
void sink(const char *text);
const char *source();
struct Node {
  int value = 0;
  Node *next = nullptr;
};

//== Memory: pointers
void reseated() {
  int first = 0, second = 0;
  int *p = &first;
  p = &second;
  *p = tainted();
  sink(first);  // clean
  sink(second); // expect tamga-custom-flow
  p = &first;
  sink(*p); // clean
}
void shared() {
  int number = 1;
  int *const p = &number, *q = p;
  *q = tainted();
  sink(*p); // expect tamga-custom-flow
  *p = 2;
  sink(*q); // overwritten
}
void perhaps(int *given) {
  int own = tainted();
  int *p = more() ? given : &own;
  sink(*p); // expect tamga-custom-flow
  sink(*given); // clean
}
void nullChecked(int *out) {
  if (!out)
    return;
  *out = tainted();
  sink(*out); // expect tamga-custom-flow
}

//== Memory: pointer to pointer
void redirect(int **slot, int *to) { *slot = to; }
void redirected() {
  int a = tainted(), b = 1;
  int *p = &b;
  sink(*p); // clean
  redirect(&p, &a);
  sink(*p); // expect tamga-custom-flow
  redirect(&p, &b);
  sink(*p); // overwritten
}
void allocate(char **out) { *out = new char[16]; }
void read(const char **out) { *out = source(); }
void outTexts() {
  char *buffer;
  allocate(&buffer);
  sink(buffer); // clean
  const char *text = "text";
  read(&text);
  sink(text); // expect tamga-custom-flow
}
void threeDeep() {
  int number = 0, quiet = 0;
  int *p = &number, **pp = &p, ***ppp = &pp;
  ***ppp = tainted();
  sink(number); // expect tamga-custom-flow
  **ppp = &quiet;
  sink(*p);     // clean
  sink(**pp);   // clean
  sink(number); // expect tamga-custom-flow
}
void listOfTexts(const char **texts, int count) {
  for (int i = 0; i < count; i++)
    texts[i] = source();
  sink(*texts); // expect tamga-custom-flow
}

//== Memory: references
void bound() {
  int number = 0;
  int &name = number, &again = name;
  again = tainted();
  sink(number); // expect tamga-custom-flow
  name = 4;
  sink(again); // overwritten
}
void constant() {
  int number = 0;
  const int &view = number;
  sink(view); // clean
  number = tainted();
  sink(view); // expect tamga-custom-flow
}
void toElement() {
  int row[3] = {};
  int &middle = row[1];
  middle = tainted();
  sink(row[1]); // expect tamga-custom-flow
  sink(row[2]); // clean
}
void toPointee(Node *node) {
  int &value = node->value;
  value = tainted();
  sink(node->value); // expect tamga-custom-flow
  int &fine = node->next->value;
  sink(fine); // clean
}

//== Memory: references to pointers
void advance(const char *&text) { ++text; }
void replace(const char *&text) { text = source(); }
void pointerReferences() {
  const char *text = "text";
  advance(text);
  sink(text); // clean
  replace(text);
  sink(text); // expect tamga-custom-flow
  text = "other";
  advance(text);
  sink(text); // overwritten
}
void prepend(Node *&head, Node *node) {
  node->next = head;
  head = node;
}
void lists() {
  Node dirty, quiet;
  dirty.value = tainted();
  Node *head = nullptr, *fine = nullptr;
  prepend(head, &dirty);
  sink(head->value); // expect tamga-custom-flow
  prepend(fine, &quiet);
  sink(fine->value); // clean
  Node *&alias = fine;
  alias = &dirty;
  sink(fine->value); // expect tamga-custom-flow
}

//== Memory: pointer arithmetic
void moved(int step) {
  int data[8] = {};
  int *p = data + step;
  *p = tainted();
  sink(data[3]); // expect tamga-custom-flow
  int quiet[8] = {};
  int *q = quiet;
  q += step;
  sink(*q);   // clean
  sink(*--q); // clean
}
void exact() {
  int data[8] = {};
  int *p = data;
  *(p + 3) = tainted();
  sink(p[3]);    // expect tamga-custom-flow
  sink(3 [data]); // expect tamga-custom-flow
  sink(p[2]);    // clean
  p += 3;
  sink(*p);    // expect tamga-custom-flow
  sink(p[-1]); // clean
  *p = 0;
  sink(data[3]); // overwritten
}
int scan(const char *text, const char *end) {
  int sum = 0;
  for (const char *p = text; p != end; ++p)
    sum = sum * 10 + (*p - '0');
  return sum;
}
void scanned(long length) {
  const char *text = source(), *quiet = "12345";
  sink(scan(text, text + length)); // expect tamga-custom-flow
  sink(scan(quiet, quiet + 5));    // clean
}
void distances(const char *from) {
  const char *text = source();
  const char *end = text;
  while (*end)
    ++end;
  sink(end);             // expect tamga-custom-flow
  sink(int(end - text)); // clean
  sink(from + 2);        // clean
}

//== Memory: address-taken locals
void increase(int *number) { *number += 1; }
void aliased() {
  int number = 0;
  int *alias = &number;
  number = tainted();
  sink(*alias); // expect tamga-custom-flow
  increase(alias);
  sink(number); // expect tamga-custom-flow
  *alias = 1;
  increase(alias);
  sink(number); // overwritten
}
void inRecord() {
  struct Slot {
    int *target;
  };
  int number = 0, quiet = 0;
  Slot slot{&number};
  *slot.target = tainted();
  sink(number); // expect tamga-custom-flow
  sink(quiet);  // clean
}
void oneOfTwo(bool which) {
  int a = 0, b = 0;
  int *p;
  if (which)
    p = &a;
  else
    p = &b;
  *p = tainted();
  sink(a); // expect tamga-custom-flow
  *p = 0;
  sink(b); // expect tamga-custom-flow
}
void twoNames() {
  int number = tainted(), quiet = 3;
  int *p = &quiet, *q = &number;
  int *t = p;
  p = q;
  q = t;
  sink(*p); // expect tamga-custom-flow
  sink(*q); // clean
}

//== Memory: out-parameters
bool parse(const char *text, int *out) {
  if (!*text)
    return false;
  *out = *text - '0';
  return true;
}
void both(int &first, int &second) {
  first = tainted();
  second = other();
}
void through(int *out) {
  int local;
  both(local, *out);
  *out += local;
}
void outParameters() {
  int number = 0, quiet = 0;
  if (parse(source(), &number))
    sink(number); // expect tamga-custom-flow
  if (parse("7", &quiet))
    sink(quiet); // clean
  both(number, quiet);
  sink(number); // expect tamga-custom-flow
  sink(quiet);  // clean
  both(quiet, number);
  sink(number); // overwritten
  through(&number);
  sink(number); // expect tamga-custom-flow
}
