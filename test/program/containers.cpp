// RUN: %units %s --pack generic -- -std=c++20
//== Units: container of structs
//--- store.h
#include <deque>
#include <list>
#include <map>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>
struct Row {
  int id = 0;
  std::string name, text;
};
struct Table {
  std::string title;
  std::vector<Row> rows;
  std::map<int, Row> byId;
  std::unordered_map<std::string, std::vector<std::string>> groups;
  std::list<std::shared_ptr<Row>> recent;
};
void fillRows(std::vector<Row> &rows);
Table makeTable();
void addRow(Table &table, int id, std::string text);
void shorten(std::vector<Row> &rows);
const Row *find(const Table &table, int id);
//--- store.cpp
#include "store.h"
std::string source();
void fillRows(std::vector<Row> &rows) {
  Row row;
  row.id = 1;
  row.name = "name";
  row.text = source();
  rows.push_back(row);
}
Table makeTable() {
  Table table;
  table.title = "table";
  fillRows(table.rows);
  table.groups["all"].push_back(source());
  table.groups["none"];
  auto row = std::make_shared<Row>();
  row->text = source();
  row->name = "recent";
  table.recent.push_back(row);
  return table;
}
void addRow(Table &table, int id, std::string text) {
  table.byId[id] = Row{id, "row", std::move(text)};
}
void shorten(std::vector<Row> &rows) {
  for (Row &row : rows)
    row.text = "...";
}
const Row *find(const Table &table, int id) {
  auto found = table.byId.find(id);
  return found == table.byId.end() ? nullptr : &found->second;
}
//--- main.cpp
#include "store.h"
std::string source();
void sink(const std::string &text);
void sink(int number);
int main() {
  std::vector<Row> rows;
  fillRows(rows);
  for (const Row &row : rows) {
    sink(row.text); // expect tamga-custom-flow
    sink(row.name); // clean
    sink(row.id);   // clean
  }
  Table table = makeTable();
  sink(table.title);         // clean
  sink(table.rows[0].text);  // expect tamga-custom-flow
  sink(table.rows[0].name);  // clean
  for (auto &[key, group] : table.groups) {
    sink(key); // clean
    for (auto &entry : group)
      sink(entry); // expect tamga-custom-flow
  }
  for (auto &row : table.recent) {
    sink(row->text); // expect tamga-custom-flow
    sink(row->name); // clean
  }
  addRow(table, 1, source());
  if (const Row *row = find(table, 1)) {
    sink(row->text); // expect tamga-custom-flow
    sink(row->name); // clean
  }
  Table quiet;
  addRow(quiet, 1, "quiet");
  sink(find(quiet, 1)->text); // clean
  Row one;
  one.text = source();
  one = Row{2, "two", "new"};
  sink(one.text); // overwritten
  std::deque<Row> queue(rows.begin(), rows.end());
  sink(queue.front().text); // expect tamga-custom-flow
  queue.clear();
  queue.push_back(Row{3, "three", "clean"});
  sink(queue.back().text); // overwritten
}
