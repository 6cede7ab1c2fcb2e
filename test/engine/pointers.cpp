// RUN: %check %s --pack generic --check tamga-custom-flow -- -std=c++20
int tainted();
void sink(int number);
void sink(const char *text);
const char *source();

//== Memory: pointers
void throughPointer() {
  int a = 0;
  int *p = &a;
  *p = tainted();
  sink(a);  // expect tamga-custom-flow
  sink(*p); // expect tamga-custom-flow
  *p = 0;
  sink(a); // overwritten
}
//== Memory: pointer to pointer
void pointerToPointer() {
  int a = 0, b = 0;
  int *p = &a;
  int **pp = &p;
  **pp = tainted();
  sink(a); // expect tamga-custom-flow
  *pp = &b;
  sink(*p); // clean
  **pp = tainted();
  sink(b); // expect tamga-custom-flow
}
//== Memory: pointer arithmetic
void moved(int count) {
  int data[4] = {};
  int *p = data;
  p[2] = tainted();
  sink(data[2]); // expect tamga-custom-flow
  sink(data[1]); // clean
  sink(*(data + 2));     // expect tamga-custom-flow
  sink(*(data + count)); // expect tamga-custom-flow
}
void walked(char *out) {
  const char *text = source();
  const char *p = text + 1;
  sink(p); // expect tamga-custom-flow
  ++p;
  sink(p); // expect tamga-custom-flow
  p = "text";
  sink(p); // overwritten
}
void copied(char *to, const char *from) {
  while ((*to++ = *from++))
    ;
}
void copies() {
  char buffer[32];
  copied(buffer, source());
  sink(buffer); // expect tamga-custom-flow
  char clean[32];
  copied(clean, "text");
  sink(clean); // clean
}
//== Memory: out-parameters
void get(int *out) { *out = tainted(); }
void wipe(int *out) { *out = 0; }
void outParameter() {
  int a, b = 0;
  get(&a);
  sink(a); // expect tamga-custom-flow
  sink(b); // clean
  wipe(&a);
  sink(a); // overwritten
}
void maybe(int *out, bool really) {
  if (really)
    *out = 0;
}
void maybeWiped(bool really) {
  int a = tainted();
  maybe(&a, really);
  sink(a); // expect tamga-custom-flow
}
//== Memory: address-taken locals
int *select(int *a, int *b, bool first) { return first ? a : b; }
void selected(bool first) {
  int a = 0, b = 0, c = 0;
  *select(&a, &b, first) = tainted();
  sink(a); // expect tamga-custom-flow
  sink(b); // expect tamga-custom-flow
  sink(c); // clean
}
//== Memory: heap objects
void heap() {
  int *p = new int(tainted());
  sink(*p); // expect tamga-custom-flow
  delete p;
  int *q = new int(3);
  sink(*q); // clean
  delete q;
  int *r = new int[4];
  r[1] = tainted();
  sink(r[1]); // expect tamga-custom-flow
  delete[] r;
}
//== Memory: pointers
void opaque(void *data) {
  int *number = static_cast<int *>(data);
  sink(*number); // expect tamga-custom-flow
}
void throughVoid() {
  int number = tainted();
  opaque(&number);
}
void quiet(void *data) { sink(*static_cast<int *>(data)); } // clean
void cleanVoid() {
  int number = 3;
  quiet(&number);
}
