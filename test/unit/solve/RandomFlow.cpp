//===- RandomFlow.cpp - programs by chance in which something flows -----------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "RandomFlow.h"
#include "flow/FlowText.h"
#include "policy/PolicyReader.h"
#include <iterator>
#include <random>

namespace tamga {
namespace {

class Maker {
public:
  Maker(uint32_t seed, int tainted) : random(seed), tainted(tainted) {}
  RandomFlow make();

private:
  unsigned upTo(unsigned bound) { return random() % bound; }
  bool chance() { return upTo(3) == 0; }
  void line(const std::string &text) {
    body += "  " + text + " @ " + std::to_string(++lineNumber) + ":3\n";
  }
  std::string newValue() { return "%v" + std::to_string(++valueCount); }
  std::string any() { return usable.empty() ? "\"text\"" : usable[upTo(usable.size())]; }
  std::string define(const std::string &operation) {
    const std::string name = newValue();
    line(name + ": char * = " + operation);
    usable.push_back(name);
    return name;
  }
  std::string place();
  void op();
  void callFunction();
  void terminate(unsigned blockCount);
  std::string function(unsigned index);

  std::mt19937 random;
  int tainted;
  std::string body;
  std::vector<std::string> usable; ///< In this block.
  unsigned functionCount = 0, valueCount = 0, lineNumber = 0;
  int others = 0;
};

std::string Maker::place() {
  static const char *const places[] = {"p",        "q.*",        "r.*.Rec::a", "r.*.Rec::b",
                                       "text",     "copy",       "box.Rec::a", "box.Rec::b",
                                       "::shared", "::second",   "list.[0]",   "list.[1]",
                                       "list.[*]", "map.[\"k\"]"};
  return places[upTo(std::size(places))];
}

void Maker::callFunction() {
  const std::string first = any(), out = newValue(), record = newValue();
  line(out + ": char ** = " + (chance() ? "load q" : chance() ? "addr copy" : "addr text"));
  line(record + ": Rec * = " + (chance() ? "load r" : "addr box"));
  define("call f" + std::to_string(upTo(functionCount)) + "(" + first + ", " + out + ", " +
         record + ")");
}

void Maker::op() {
  switch (upTo(11)) {
  case 0:
    define("call source()");
    return;
  case 1:
    define(others++ == tainted ? "call source()" : "call other()");
    return;
  case 2:
    define("call label(" + any() + ")");
    return;
  case 3:
  case 4:
    line("call sink(" + any() + ")");
    return;
  case 5:
    line("call use(" + any() + ")");
    return;
  case 6:
  case 7:
    define("load " + place());
    return;
  case 8:
  case 9:
    line("store " + place() + " = " + any());
    return;
  default:
    callFunction();
  }
}

void Maker::terminate(unsigned blockCount) {
  const auto block = [&] { return "b" + std::to_string(1 + upTo(blockCount - 1)); };
  if (blockCount == 1 || chance()) {
    line("return " + any());
  } else if (chance()) {
    line("jump " + block());
  } else {
    const std::string condition = newValue();
    line(condition + ": bool = call " + (chance() ? "denied(" : "guard(") + any() + ")");
    line("branch " + condition + " " + block() + " " + block());
  }
}

std::string Maker::function(unsigned index) {
  const bool isMain = index == functionCount;
  body.clear();
  lineNumber = 100 * (index + 1);
  std::string head =
      isMain ? "fn main() is main"
             : "fn f" + std::to_string(index) + "(p: char *, q: char **, r: Rec *) -> char *";
  head += " @ a.cpp:" + std::to_string(lineNumber) + ":1 {\n";
  if (isMain)
    head += "  local p: char *\n  local q: char **\n  local r: Rec *\n";
  head += "  local text: char *\n  local copy: char *\n  local box: Rec\n";
  const unsigned blockCount = 1 + upTo(4);
  for (unsigned block = 0; block < blockCount; ++block) {
    usable.clear();
    if (block)
      body += "b" + std::to_string(block) + ":\n";
    for (unsigned count = 2 + upTo(6); count; --count)
      op();
    terminate(blockCount);
  }
  return head + body + "}\n";
}

RandomFlow Maker::make() {
  RandomFlow flow;
  flow.head = "type Rec = record fields Rec::a,Rec::b\n"
              "field Rec::a: char * of Rec\nfield Rec::b: char * of Rec\n";
  functionCount = 1 + upTo(4);
  for (unsigned index = 0; index <= functionCount; ++index)
    flow.functions.push_back(function(index));
  return flow;
}

} // namespace

RandomFlow randomFlow(uint32_t seed, int tainted) { return Maker(seed, tainted).make(); }

std::string unitText(const std::string &name, const std::string &head,
                     const std::vector<std::string> &functions) {
  std::string text = "unit " + name + "\nfile a.cpp main\n" + head;
  for (const std::string &function : functions)
    text += function;
  return text + "end\n";
}

flow::Program randomProgram(uint32_t seed) {
  const RandomFlow random = randomFlow(seed);
  return llvm::cantFail(
      flow::parseFlow(unitText("a.cpp", random.head, random.functions), "random.flow"));
}

std::set<std::string> placesOf(const finding::Result &result) {
  std::set<std::string> places;
  for (const finding::Finding &finding : result.findings)
    places.insert(finding.rule + ":" + std::to_string(finding.at.line));
  return places;
}

const policy::Policy &genericPolicy() {
  static const policy::Policy policy = [] {
    policy::PolicyRequest request;
    request.packs = {"generic"};
    request.path = {TAMGA_SOURCE_DIR "/checks/policy"};
    return llvm::cantFail(policy::readPolicy(request));
  }();
  return policy;
}

} // namespace tamga
