// RUN: %check %s --pack generic --check tamga-custom-flow -- -std=gnu17
// What only C has.
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
int tainted(void);
int other(void);
int more(void);
void sink(int number);

//== Values: generic selection
#define PICK(x) _Generic((x), int: pickInt, double: pickDouble, char *: pickText)(x)
static int pickInt(int number) { return number; }
static int pickDouble(double number) { (void)number; return 0; }
static int pickText(char *text) { return (int)strlen(text); }
void generics(void) {
  sink(PICK(tainted())); // expect tamga-custom-flow
  sink(PICK(3)); // clean
  double half = tainted();
  sink(PICK(half)); // clean
  int number = _Generic(half, double: tainted(), default: 1);
  sink(number); // expect tamga-custom-flow
  number = _Generic(number, double: tainted(), default: 1);
  sink(number); // overwritten
}
//== Values: variable length arrays
void vla(int size) {
  int row[size], clean[size];
  for (int i = 0; i < size; ++i)
    row[i] = tainted();
  clean[0] = 1;
  sink(row[size - 1]); // expect tamga-custom-flow
  sink(clean[0]); // clean
  int grid[size][3];
  grid[1][2] = tainted();
  sink(grid[1][2]); // expect tamga-custom-flow
  grid[1][2] = 0;
  sink(grid[1][2]); // overwritten
}
static int total(int n, int cells[n]) { int sum = 0; for (int i = 0; i < n; ++i) sum += cells[i]; return sum; }
static int totalGrid(int n, int m, int cells[n][m]) { return cells[0][0] + cells[n - 1][m - 1]; }
void vlaCalls(void) {
  int dirty[3] = {1, tainted(), 3}, fine[3] = {1, 2, 3};
  sink(total(3, dirty)); // expect tamga-custom-flow
  sink(total(3, fine)); // clean
  int grid[2][2] = {{0, 0}, {0, tainted()}}, plain[2][2] = {{1}};
  sink(totalGrid(2, 2, grid)); // expect tamga-custom-flow
  sink(totalGrid(2, 2, plain)); // clean
}
//== Values: designated initialisers in C
struct Point { int x, y; };
struct Shape { struct Point from, to; int colors[4]; const char *name; union { int id; float weight; }; };
void designated(void) {
  struct Shape shape = {.to.y = tainted(), .from = {1, 2}, .colors = {[1] = 5, [3] = tainted()}, .name = "s", .id = 3};
  sink(shape.to.y); // expect tamga-custom-flow
  sink(shape.to.x); // clean
  sink(shape.from.y); // clean
  sink(shape.colors[3]); // expect tamga-custom-flow
  sink(shape.colors[1]); // clean
  sink(shape.colors[2]); // clean
  sink(shape.id); // clean
  int table[6] = {[0 ... 2] = tainted(), [4] = 1};
  sink(table[1]); // expect tamga-custom-flow
  sink(table[4]); // clean
  sink(table[5]); // clean
  struct Point points[] = {[1].y = tainted(), [0].x = 4, [2] = {.x = 1}};
  sink(points[1].y); // expect tamga-custom-flow
  sink(points[0].y); // clean
  struct Shape again = {.id = tainted()};
  sink(again.id); // expect tamga-custom-flow
  again = (struct Shape){.name = "x"};
  sink(again.id); // overwritten
  struct Shape twice = {.from = {tainted(), 1}, .from.x = 2};
  sink(twice.from.x); // overwritten
}
//== Values: compound literals
static int area(const struct Point *p) { return p->x * p->y; }
static int first(const int *cells) { return cells[0]; }
static struct Point make(int x, int y) { return (struct Point){x, y}; }
void literals(void) {
  sink(area(&(struct Point){tainted(), 2})); // expect tamga-custom-flow
  sink(area(&(struct Point){1, 2})); // clean
  sink(first((int[]){tainted(), 2})); // expect tamga-custom-flow
  sink(first((int[]){1, tainted()})); // clean
  sink(make(tainted(), 1).x); // expect tamga-custom-flow
  sink(make(tainted(), 1).y); // clean
  struct Point *kept = &(struct Point){.y = tainted()};
  sink(kept->y); // expect tamga-custom-flow
  kept->y = 0;
  sink(kept->y); // overwritten
  const char **names = (const char *[]){"a", "b", NULL};
  sink(names[0][0]); // clean
}
//== Calls: functions without prototypes
int old(a, b) int a; int b; { return a; }
int oldText(text, size) char *text; int size; { return text[0]; }
int undeclared();
void oldStyle(void) {
  sink(old(tainted(), 1)); // expect tamga-custom-flow
  sink(old(1, tainted())); // clean
  char text[4];
  text[0] = (char)tainted();
  sink(oldText(text, 4)); // expect tamga-custom-flow
  text[0] = 0;
  sink(oldText(text, 4)); // overwritten
  int (*call)() = old;
  sink(call(tainted(), 2)); // expect tamga-custom-flow
  sink(call(3, 2)); // clean
}
