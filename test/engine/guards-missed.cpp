// RUN: %check %s --pack %S/Inputs/missed.json -- -std=c++20
// Guards that hold and do not count: of somebody else, for something else, alone, long ago.
struct Person {
  int number;
};
bool asked(const Person &person, const char *purpose);
bool filtered();
bool enabled();
bool human();
const char *nameOf(const Person &person);
void use(const Person &person);
void post(const char *host, const char *text);

//== Guards: whose and what for
void nobody(const Person &person) {
  post("near.kz", nameOf(person)); // expect tamga-custom-asked: nobody asked
}
void same(const Person &person) {
  if (asked(person, "send"))
    post("near.kz", nameOf(person)); // clean
}
void other(const Person &person, const Person &stranger) {
  if (asked(stranger, "send"))
    post("near.kz", nameOf(person)); // expect tamga-custom-other: somebody else
}
void purpose(const Person &person) {
  if (asked(person, "look"))
    post("near.kz", nameOf(person)); // expect tamga-custom-other: for something else
}
void knownToCallers(const Person &person, const char *purpose) {
  if (asked(person, purpose))
    post("near.kz", nameOf(person)); // clean
}
static bool may(const Person &person, const char *purpose) { return asked(person, purpose); }
void throughHelper(const Person &person) {
  if (may(person, "look"))
    post("near.kz", nameOf(person)); // expect tamga-custom-other: for something else
  if (may(person, "send"))
    post("near.kz", nameOf(person)); // clean
}
void alone(const Person &person) {
  if (filtered())
    use(person); // expect tamga-custom-other: alone
}
void beside(const Person &person) {
  if (enabled() && filtered())
    use(person); // clean
}
void limited(const Person &person) {
  if (human())
    use(person); // clean
  if (human())
    post("near.kz", nameOf(person)); // expect tamga-custom-other: for something else
}
void eitherCounts(const Person &person, const Person &stranger) {
  if (asked(stranger, "send") && asked(person, "send"))
    post("near.kz", nameOf(person)); // clean
}

//== Sinks: where they lead to
static void deliver(const char *host, const char *text) {
  post(host, text); // expect tamga-custom-far
}
void far(const Person &person) {
  if (asked(person, "send"))
    deliver("far.example", nameOf(person));
}
static void deliverNear(const char *host, const char *text) {
  post(host, text); // clean
}
void near(const Person &person) {
  if (asked(person, "send"))
    deliverNear("near.kz", nameOf(person));
  if (asked(person, "send"))
    deliverNear("far.example", "hello");
}

//== Functions: called by nobody
[[maybe_unused]] static void sweep() {} // expect tamga-custom-swept
