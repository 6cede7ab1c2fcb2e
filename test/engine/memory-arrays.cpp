// RUN: %check %s --pack generic --check tamga-custom-flow -- -std=c++20
// Arrays of one and of more dimensions, elements that stay apart.
int tainted();
int other();
bool more();
void sink(int number);
void sink(const char *text);
const char *source();
struct Cell {
  int left = 0, right = 0;
};

//== Memory: arrays
int sumOf(const int *row, int count) {
  int sum = 0;
  while (count--)
    sum += row[count];
  return sum;
}
void sums() {
  int row[3] = {1, 2, tainted()}, quiet[3] = {1, 2, 3};
  sink(sumOf(row, 3));   // expect tamga-custom-flow
  sink(sumOf(quiet, 3)); // clean
}
void copied() {
  int from[2] = {tainted(), 1}, to[2];
  for (int i = 0; i < 2; ++i)
    to[i] = from[i];
  sink(to[0]); // expect tamga-custom-flow
  to[0] = other();
  sink(to[0]); // overwritten
}
struct Row {
  int cells[3];
};
void inRecords() {
  Row row{}, copy;
  row.cells[1] = tainted();
  copy = row;
  sink(copy.cells[1]); // expect tamga-custom-flow
  sink(copy.cells[0]); // clean
  sink(copy.cells[2]); // clean
}
void texts(int index) {
  const char *names[] = {"a", source(), "c"};
  sink(names[1]);     // expect tamga-custom-flow
  sink(names[2]);     // clean
  sink(names[index]); // expect tamga-custom-flow
}

//== Memory: multi-dimensional arrays
void grid(int i, int j) {
  int cells[3][4] = {};
  cells[i][j] = tainted();
  sink(cells[2][2]); // expect tamga-custom-flow
  int quiet[3][4] = {};
  quiet[i][j] = other();
  sink(quiet[2][2]); // clean
}
void oneCell() {
  int cells[2][2][2] = {};
  cells[1][0][1] = tainted();
  sink(cells[1][0][1]); // expect tamga-custom-flow
  sink(cells[1][0][0]); // clean
  sink(cells[0][0][1]); // clean
  cells[1][0][1] = 0;
  sink(cells[1][0][1]); // overwritten
}
void clear(int cells[][4], int rows) {
  for (int i = 0; i < rows; i++)
    for (int j = 0; j < 4; j++)
      cells[i][j] = tainted();
}
void byRow() {
  int cells[2][4], quiet[2][4] = {};
  clear(cells, 2);
  sink(cells[1][3]); // expect tamga-custom-flow
  sink(quiet[1][3]); // clean
  int *row = cells[0];
  sink(row[2]); // expect tamga-custom-flow
}

//== Memory: sibling constant elements
void siblings() {
  int row[3] = {1, 2, 3};
  row[0] = tainted();
  row[2] = other();
  sink(row[0]); // expect tamga-custom-flow
  sink(row[1]); // clean
  sink(row[2]); // clean
  row[1] = row[0];
  row[0] = 0;
  sink(row[0]); // overwritten
  sink(row[1]); // expect tamga-custom-flow
}
enum Index { first, second };
void named() {
  const char *texts[2] = {"a", "b"};
  texts[second] = source();
  sink(texts[first]);  // clean
  sink(texts[second]); // expect tamga-custom-flow
}
void cells() {
  Cell cells[2];
  cells[1].left = tainted();
  sink(cells[1].left);  // expect tamga-custom-flow
  sink(cells[1].right); // clean
  sink(cells[0].left);  // clean
}
void setSecond(int *row) { row[1] = tainted(); }
void byCallee() {
  int row[3] = {};
  setSecond(row);
  sink(row[1]); // expect tamga-custom-flow
  sink(row[0]); // clean
}

//== Memory: strong updates
void inLine() {
  int number = tainted();
  number = 0;
  sink(number); // overwritten
  Cell cell;
  cell.left = tainted();
  cell = Cell();
  sink(cell.left); // overwritten
}
void weakOnes(int index, bool really) {
  int row[4] = {};
  row[2] = tainted();
  row[index] = 0;
  sink(row[2]); // expect tamga-custom-flow
  int number = tainted();
  if (really)
    number = 0;
  sink(number); // expect tamga-custom-flow
}
void wipe(Cell *cell) { cell->left = cell->right = 0; }
void byFunction(Cell *given) {
  Cell cell;
  cell.left = tainted();
  wipe(&cell);
  sink(cell.left); // overwritten
  given->right = tainted();
  wipe(given);
  sink(given->right); // overwritten
  given->right = tainted();
  sink(given->right); // expect tamga-custom-flow
}
void copiesStay() {
  int number = tainted(), copy = number;
  number = 1;
  sink(number); // overwritten
  sink(copy);   // expect tamga-custom-flow
  Cell old{tainted(), 0}, saved = old;
  old.left = 0;
  sink(saved.left);  // expect tamga-custom-flow
  sink(saved.right); // clean
}
void neverTainted(Cell *cell) {
  Cell local = *cell;
  local.left = other();
  sink(local.left);  // clean
  sink(cell->left);  // clean
}
