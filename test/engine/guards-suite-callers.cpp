// RUN: %check %s --pack generic --check tamga-custom-guard -- -std=c++20
// The guard stands in those who call.
#include "Inputs/guards.h"
#include <memory>

//== Guards: in the caller
static void store(const Person &person) { use(person); } // clean
void callerAsks(const Person &person) {
  if (guard(person))
    store(person);
}
static void storeBlind(const Person &person) { use(person); } // expect tamga-custom-guard
void callerAsksNot(const Person &person) { storeBlind(person); }
static void storeDeep(const Person &person) { use(person); } // clean
static void storeMiddle(const Person &person) {
  note("store");
  storeDeep(person);
}
void callerAsksDeep(const Person &person) {
  require(person);
  storeMiddle(person);
}
static void storeOther(const Person &person) { use(person); } // expect tamga-custom-guard
void callerAsksOther(const Person &person, const Person &friendOf) {
  if (guard(friendOf))
    storeOther(person);
}
static void storeField(const Person &person) { use(person.id); } // clean
void callerAsksField(const Person &person) {
  if (guard(person.id))
    storeField(person);
}
static void storePart(int id) { use(id); } // clean
void callerAsksWhole(const Person &person) {
  require(person);
  storePart(person.id);
}
static void storeAfter(const Person &person) { use(person); } // expect tamga-custom-guard
void callerAsksAfter(const Person &person) {
  storeAfter(person);
  require(person);
}
static void storeElse(const Person &person) { use(person); } // expect tamga-custom-guard
void callerAsksElse(const Person &person) {
  if (!guard(person))
    storeElse(person);
}
class Archive {
public:
  void keep(const Person &person) {
    if (!guard(person))
      return;
    write(person);
    writeTwice(person);
  }
  void dump(const Person &person) { writeTwice(person); }

private:
  void write(const Person &person) { use(person); } // clean
  void writeTwice(const Person &person) {
    use(person); // expect tamga-custom-guard
    note("twice");
  }
};
void archive(const Person &person) {
  Archive archive;
  archive.keep(person);
  archive.dump(person);
}
template <class T> static void storeAs(const T &person) { use(person); } // clean
void callerTemplate(const Person &person) {
  if (guard(person))
    storeAs(person);
}

//== Guards: in every caller but one
static void send(const Person &person) {
  note("send");
  use(person); // expect tamga-custom-guard
}
void sendAsked(const Person &person) {
  if (guard(person))
    send(person);
}
void sendRequired(const Person &person) {
  require(person);
  send(person);
}
void sendForgotten(const Person &person) { send(person); }
static void mail(const Person &person) { use(person); } // clean
void mailAsked(const Person &person) {
  if (guard(person))
    mail(person);
}
void mailRequired(const Person &person) {
  require(person);
  mail(person);
}
void mailLeft(const Person &person) {
  if (denied(person))
    return;
  mail(person);
}
static void print(const Person &person) { use(person); } // expect tamga-custom-guard
static void printAll(const Person &person) { print(person); }
static void printOne(const Person &person) { print(person); }
void printBoth(const Person &person) {
  if (guard(person))
    printAll(person);
  printOne(person);
}
static void count(const Person &person) { use(person); } // expect tamga-custom-guard
void countOnce(const Person &person) {
  count(person);
  require(person);
  count(person);
}
static void post(const Person &person) { use(person); } // clean
static void postAsked(const Person &person) {
  if (guard(person))
    post(person);
}
void postTwice(const Person &first, const Person &second) {
  postAsked(first);
  require(second);
  post(second);
}
static void retry(const Person &person, int turns) {
  use(person); // clean
  if (turns > 0)
    retry(person, turns - 1);
}
void retryAsked(const Person &person) {
  require(person);
  retry(person, 3);
}

//== Guards: virtual calls
class Sink {
public:
  virtual ~Sink() = default;
  virtual void put(const Person &person) = 0;
};
class Disk : public Sink {
public:
  void put(const Person &person) override { use(person); } // clean
};
class Tape : public Sink {
public:
  void put(const Person &person) override { use(person); } // expect tamga-custom-guard
};
class Safe : public Sink {
public:
  void put(const Person &person) override {
    if (guard(person))
      use(person); // clean
  }
};
void putAsked(const Person &person) {
  Disk disk;
  Sink &sink = disk;
  if (guard(person))
    sink.put(person);
}
void putBlind(const Person &person) {
  std::unique_ptr<Sink> sink = std::make_unique<Tape>();
  sink->put(person);
}
void putSafe(const Person &person) {
  Safe safe;
  safe.put(person);
}
class Policy {
public:
  virtual ~Policy() = default;
  virtual bool allows(const Person &person) const = 0;
};
class Strict final : public Policy {
public:
  bool allows(const Person &person) const override { return guard(person); }
};
class Loose final : public Policy {
public:
  bool allows(const Person &) const override { return true; }
};
void byStrict(const Person &person) {
  Strict strict;
  const Policy &policy = strict;
  if (policy.allows(person))
    use(person); // clean
}
void byLoose(const Person &person) {
  Loose loose;
  const Policy &policy = loose;
  if (policy.allows(person))
    use(person); // expect tamga-custom-guard
}
void byAny(const Person &person, const Policy &policy) {
  if (policy.allows(person))
    use(person); // expect tamga-custom-guard
}
