// RUN: %check %s --pack generic --check tamga-custom-flow -- -std=c++20
#include <array>
int tainted();
void sink(int number);
struct Cell {
  int left, right;
};

//== Memory: arrays
void elements(int index) {
  int row[4] = {};
  row[1] = tainted();
  sink(row[0]); // clean
  sink(row[1]);     // expect tamga-custom-flow
  sink(row[index]); // expect tamga-custom-flow
  row[1] = 0;
  sink(row[1]); // overwritten
}
void anyElement(int index) {
  int row[4] = {};
  row[index] = tainted();
  sink(row[3]); // expect tamga-custom-flow
  row[3] = 0;
  sink(row[3]); // overwritten
  sink(row[2]); // expect tamga-custom-flow
}
//== Memory: multi-dimensional arrays
void matrix() {
  int grid[2][2] = {};
  grid[0][1] = tainted();
  sink(grid[0][1]); // expect tamga-custom-flow
  sink(grid[0][0]); // clean
  sink(grid[1][1]); // clean
}
//== Memory: arrays
void initialised() {
  int row[] = {1, tainted(), 3};
  sink(row[1]); // expect tamga-custom-flow
  sink(row[2]); // clean
}
void structs() {
  Cell cells[2] = {{1, tainted()}, {2, 3}};
  sink(cells[0].right); // expect tamga-custom-flow
  sink(cells[0].left); // clean
  sink(cells[1].right); // clean
}
void filled() {
  int row[4];
  for (int i = 0; i < 4; i++)
    row[i] = tainted();
  for (int value : row)
    sink(value); // expect tamga-custom-flow
}
void cleanFilled() {
  int row[4];
  for (int i = 0; i < 4; i++)
    row[i] = i;
  for (int value : row)
    sink(value); // clean
}
//== Library: array
void standard() {
  std::array<int, 3> row{};
  row[1] = tainted();
  sink(row[1]); // expect tamga-custom-flow
  std::array<int, 3> clean{1, 2, 3};
  sink(clean[1]); // clean
  for (int value : row)
    sink(value); // expect tamga-custom-flow
}
void standardInitialised() {
  std::array<int, 3> row{1, tainted(), 3};
  sink(row[1]); // expect tamga-custom-flow
  sink(row[0]); // clean
  std::array<int, 2> braces{{tainted(), 2}};
  sink(braces.front()); // expect tamga-custom-flow
  for (int value : braces)
    sink(value); // expect tamga-custom-flow
  std::array<Cell, 2> cells{Cell{1, tainted()}, Cell{2, 3}};
  sink(cells[0].right); // expect tamga-custom-flow
  sink(cells[0].left); // clean
}
//== Memory: arrays
void fill(int *row, int count) {
  for (int i = 0; i < count; i++)
    row[i] = tainted();
}
void byCallee() {
  int row[4], other[4] = {};
  fill(row, 4);
  sink(row[2]); // expect tamga-custom-flow
  sink(other[2]); // clean
}
