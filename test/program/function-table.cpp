// RUN: %units %s --pack generic -- -std=c++20
//== Units: function-pointer table
// Tables of functions: an array, structs of them, filled statically and at run time.
//--- command.h
#include <map>
#include <string>
typedef std::string (*Action)(const std::string &input);
struct Command {
  const char *name;
  Action action;
  int flags;
};
extern const Command commands[];
extern const int commandCount;
extern const Action cleanActions[2];
struct Driver {
  std::string (*read)();
  void (*write)(const std::string &);
  std::string (*name)();
};
extern const Driver modelDriver;
extern const Driver fileDriver;
void registerAction(const std::string &name, Action action);
std::string runAction(const std::string &name, const std::string &input);
extern Action slots[4];
void fillSlots();
void useDriver(const Driver *driver);
//--- actions.cpp
#include "command.h"
std::string source();
void sink(const std::string &text);
static std::string generate(const std::string &) { return source(); }
static std::string upper(const std::string &input) { return input + "!"; }
static std::string hello(const std::string &) { return "hello"; }
const Command commands[] = {{"generate", generate, 1}, {"hello", hello, 0}, {"upper", upper, 0}};
const int commandCount = 3;
const Action cleanActions[2] = {hello, upper};
static void print(const std::string &text) { sink(text); } // expect tamga-custom-flow
static void quiet(const std::string &text) { sink(text); } // clean
static std::string readModel() { return source(); }
static std::string readFile() { return "file"; }
static std::string modelName() { return "model"; }
const Driver modelDriver = {readModel, print, modelName};
const Driver fileDriver = {.read = readFile, .write = quiet, .name = modelName};
void fillSlots() {
  slots[0] = hello;
  slots[1] = generate;
}
static struct AtStart {
  AtStart() { registerAction("generate", generate); }
} atStart;
//--- registry.cpp
#include "command.h"
static std::map<std::string, Action> &registry() {
  static std::map<std::string, Action> actions;
  return actions;
}
Action slots[4];
void registerAction(const std::string &name, Action action) { registry()[name] = action; }
std::string runAction(const std::string &name, const std::string &input) {
  auto found = registry().find(name);
  return found == registry().end() ? "unknown" : found->second(input);
}
void useDriver(const Driver *driver) { driver->write(driver->read()); }
//--- main.cpp
#include "command.h"
void sink(const std::string &text);
static std::string run(const std::string &name) {
  for (int i = 0; i < commandCount; ++i)
    if (name == commands[i].name)
      return commands[i].action("input");
  return "nothing";
}
int main(int count, char **arguments) {
  fillSlots();
  sink(run(arguments[1]));            // expect tamga-custom-flow
  sink(commands[0].action("x"));      // expect tamga-custom-flow
  sink(commands[1].action("x"));      // false tamga-custom-flow
  sink(cleanActions[count & 1]("x")); // clean
  sink(modelDriver.read());           // expect tamga-custom-flow
  sink(modelDriver.name());           // clean
  sink(fileDriver.read());            // clean
  useDriver(&modelDriver);
  fileDriver.write(fileDriver.read());
  sink(slots[1]("x"));                      // expect tamga-custom-flow
  sink(slots[0]("x"));                      // clean
  sink(runAction(arguments[1], "x"));       // expect tamga-custom-flow
  Action last = slots[1];
  last = slots[0];
  sink(last("x")); // overwritten
}
