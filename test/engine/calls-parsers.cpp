// RUN: %check %s --pack generic --check tamga-custom-flow -- -std=c++20
// Each call hands on a later place of the text, and elements of two kinds of containers: the
// summaries must come to an end within the budget of one unit.
#include <string>
#include <vector>
struct Element { int type, value; };
struct State { std::vector<std::vector<Element>> rules; };
const char *source();
void sink(const char *);

const char *alternatives(State &state, const char *text, unsigned rule);

const char *sequence(State &state, const char *text, std::vector<Element> &out) {
  while (*text) {
    if (*text == '(') {
      unsigned next = state.rules.size();
      text = alternatives(state, text + 1, next);
      out.push_back({1, int(next)});
    } else if (*text == '*') {
      std::vector<Element> part;
      part.insert(part.end(), out.begin(), out.end());
      state.rules[out.size()] = part;
      sink(text); // expect tamga-custom-flow
      ++text;
    } else {
      out.push_back({0, text[0]});
      text = text + 1;
    }
  }
  return text;
}

const char *alternatives(State &state, const char *text, unsigned rule) {
  std::vector<Element> elements;
  text = sequence(state, text, elements);
  while (*text == '|') {
    elements.push_back({2, 0});
    text = sequence(state, text + 1, elements);
  }
  state.rules[rule] = elements;
  return text;
}

void parse(State &state) { alternatives(state, source() + 2, 0); }

// Positions that the recursion does not move stay apart.
int tainted();
void sink(int);
int sum(const int *values, int count) {
  if (count == 0)
    return values[0];
  return values[1] + sum(values, count - 1);
}

void positions() {
  int values[4] = {0, 0, tainted(), 0};
  sink(sum(values, 2)); // clean
  values[1] = tainted();
  sink(sum(values, 2)); // expect tamga-custom-flow
}
