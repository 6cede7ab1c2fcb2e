// RUN: %check %s --pack %S/Inputs/shapes.json -- -std=c++20
// The shape `covers`: what is stored must be erased when consent ends.
#include <string>
#include <vector>
std::string askPerson();
std::string readClock();
void insert(const char *table, const std::string &row);
void insert(std::vector<std::string> &list, const std::string &row);
void erase(const char *table);
void erase(std::vector<std::string> &list);
void endConsent(int person);

//== Shapes: covers
void enroll() {
  std::string person = askPerson();
  insert("people", person);        // clean
  insert("backup", person);        // expect tamga-custom-kept: `backup` keeps personal data
  insert("hours", readClock());    // clean
  insert("cleared", askPerson());  // expect tamga-custom-kept: `cleared`
  insert("archive", "x" + person); // clean
}
static void keep(const char *table, const std::string &row) {
  insert(table, row); // expect tamga-custom-kept: `letters`
}
void helped() {
  keep("people", askPerson());
  keep("letters", askPerson());
}
static void keepWell(const char *table, const std::string &row) {
  insert(table, row); // clean
}
void helpedWell() {
  keepWell("people", askPerson());
  keepWell("hours", readClock());
}
struct Shop {
  std::vector<std::string> customers, visitors;
  void visit() {
    insert(customers, askPerson()); // clean
    insert(visitors, askPerson());  // expect tamga-custom-kept: visitors
  }
  void leave(int person) {
    endConsent(person);
    erase(customers);
  }
};
static void purge() { erase("archive"); }
void withdraw(int person) {
  endConsent(person);
  erase("people");
  purge();
}
void everyNight() { erase("cleared"); }
