// RUN: %check %s --pack generic --check tamga-custom-flow -- -std=c++20
// Content that is there only where a condition held, or where a flag was set beside it.
#include <optional>
#include <string>
#include <vector>
std::string source();
void sink(const std::string &text);
bool available();
int level();
enum class Mode { Off, Draft, Final };

//== Control: content under a condition
void asked(bool loud) {
  std::string text = "plain";
  if (loud)
    text = source();
  if (!loud)
    sink(text); // clean
  if (loud)
    sink(text); // expect tamga-custom-flow
}

void changed(bool loud) {
  std::string text = "plain";
  if (loud)
    text = source();
  loud = available();
  if (!loud)
    sink(text); // expect tamga-custom-flow
}

void modes(Mode mode) {
  std::string text;
  switch (mode) {
  case Mode::Off: text = "off"; break;
  case Mode::Draft: text = source(); break;
  case Mode::Final: text = "final"; break;
  }
  if (mode == Mode::Off)
    sink(text); // clean
  if (mode == Mode::Draft)
    sink(text); // expect tamga-custom-flow
  switch (mode) {
  case Mode::Final: sink(text); break; // clean
  case Mode::Draft: sink(text); break; // expect tamga-custom-flow
  default: break;
  }
}

void bothHeld(bool loud, bool late) {
  std::string text = "plain";
  if (loud && late)
    text = source();
  if (!loud)
    sink(text); // clean
  if (!late)
    sink(text); // clean
  if (loud)
    sink(text); // expect tamga-custom-flow
  text = "plain";
  sink(text); // overwritten
}

void chosen(bool loud) {
  const std::string text = loud ? source() : "plain";
  sink(loud ? "loud" : text); // clean
  sink(loud ? text : "quiet"); // expect tamga-custom-flow
}

void early(bool loud) {
  std::string text = "plain";
  if (loud)
    text = source();
  if (loud)
    return;
  sink(text); // clean
}

void eachTurn(int count) {
  std::string text = "plain";
  for (int turn = 0; turn < count; ++turn) {
    const bool loud = available();
    if (!loud)
      sink(text); // expect tamga-custom-flow
    if (loud)
      text = source();
  }
}

void sameTurn(int count) {
  for (int turn = 0; turn < count; ++turn) {
    std::string text = "plain";
    const bool loud = available();
    if (loud)
      text = source();
    if (!loud)
      sink(text); // clean
  }
}

//== Control: content beside a flag
void flagged() {
  std::string text = "plain";
  bool ready = false;
  if (available()) {
    text = source();
    ready = true;
  }
  if (!ready)
    sink(text); // clean
  if (ready)
    sink(text); // expect tamga-custom-flow
}

void reset() {
  std::string text = "plain";
  bool ready = false;
  if (available()) {
    text = source();
    ready = true;
  }
  ready = false;
  if (!ready)
    sink(text); // expect tamga-custom-flow
}

void counted() {
  std::string text;
  int found = 0;
  if (level() > 3) {
    text = source();
    found = 7;
  }
  if (found == 0)
    sink(text); // clean
  if (!found)
    sink(text); // clean
  if (found)
    sink(text); // expect tamga-custom-flow
}

void copied() {
  std::string text = "plain";
  bool ready = false;
  if (available()) {
    text = source();
    ready = true;
  }
  const std::string copy = text;
  const bool done = ready;
  if (!done)
    sink(copy); // clean
  if (done)
    sink(copy); // expect tamga-custom-flow
}

struct Reply {
  bool isAnswer = false;
  std::string text = "plain";
};

void inOne() {
  Reply reply;
  if (available()) {
    reply.text = source();
    reply.isAnswer = true;
  }
  if (!reply.isAnswer)
    sink(reply.text); // clean
  else
    sink(reply.text); // expect tamga-custom-flow
}

bool fetch(std::string &text) {
  if (!available())
    return false;
  text = source();
  return true;
}

void filled() {
  std::string text = "plain";
  if (!fetch(text))
    sink(text); // clean
  else
    sink(text); // expect tamga-custom-flow
}

void twice() {
  std::string text = "plain";
  const bool first = fetch(text);
  const bool second = fetch(text);
  if (!second)
    sink(text); // expect tamga-custom-flow
  text = "plain";
  if (first)
    sink(text); // overwritten
}

Reply reply(bool loud) {
  Reply made;
  if (loud) {
    made.isAnswer = true;
    made.text = source();
  }
  return made;
}

void returned(bool loud) {
  Reply made = reply(loud);
  if (!made.isAnswer)
    sink(made.text); // clean
  if (made.isAnswer)
    sink(made.text); // expect tamga-custom-flow
  sink(reply(false).text); // clean
  sink(reply(true).text);  // expect tamga-custom-flow
}

void afterOtherConditions(bool loud, bool late, bool kept) {
  std::string answer, text;
  if (loud && late)
    answer = source();
  if (kept)
    answer += "!";
  bool isReady = false;
  if (available()) {
    text = answer;
    isReady = true;
  }
  if (!isReady)
    sink(text); // clean
  if (!loud)
    sink(text); // clean
  if (isReady)
    sink(text); // expect tamga-custom-flow
}

void flagBesideFlags(bool loud) {
  std::string text;
  int count = 0, size = 0;
  bool isReady = false;
  if (loud) {
    text = source();
    count = 1;
    size = 2;
    isReady = true;
  }
  std::string copy = "plain";
  bool isCopied = false;
  if (available()) {
    copy = text;
    isCopied = true;
  }
  if (!isCopied)
    sink(copy); // clean
  if (isReady && isCopied && count && size)
    sink(copy); // expect tamga-custom-flow
}

void afterLoops() {
  std::vector<std::string> answers{source()}, others;
  std::string answer, other;
  for (auto next = answers.begin(); next != answers.end(); ++next)
    answer = *next;
  for (std::size_t i = 0; i < others.size(); ++i)
    other = others[i];
  std::string text;
  bool isReady = false;
  if (available()) {
    text = answer;
    isReady = true;
  }
  if (!isReady)
    sink(text); // clean
  sink(text);   // expect tamga-custom-flow
  sink(other);  // clean
}
