// RUN: %check %s --pack generic --check tamga-custom-flow -- -std=c++20
// Data that leaves by exception.
int tainted();
int other();
bool more();
void sink(int number);
void sink(const char *text);
const char *source();
struct Error {
  const char *text;
  int code = 0;
  Error(const char *text, int code) : text(text), code(code) {}
  virtual ~Error() = default;
  virtual const char *what() const { return text; }
};
struct ParseError : Error {
  int line;
  ParseError(const char *text, int line) : Error(text, 1), line(line) {}
};

//== Calls: exceptions
void throwNumber(int number) { throw number; }
void fail(const char *text) {
  if (more())
    throw Error(text, 3);
}
void parse(const char *text) {
  if (!*text)
    throw ParseError(source(), 7);
  fail("bad");
}
void thrown() {
  try {
    throw tainted();
  } catch (int number) {
    sink(number); // expect tamga-custom-flow
  }
  try {
    throwNumber(tainted());
  } catch (int number) {
    sink(number); // expect tamga-custom-flow
  }
  try {
    throwNumber(4);
  } catch (int number) {
    sink(number); // clean
  }
}
void objects() {
  try {
    fail(source());
  } catch (const Error &error) {
    sink(error.what()); // expect tamga-custom-flow
    sink(error.code);   // clean
  }
  try {
    fail("text");
  } catch (const Error &error) {
    sink(error.text); // clean
  }
  try {
    parse("text");
  } catch (const ParseError &error) {
    sink(error.text); // expect tamga-custom-flow
    sink(error.line); // clean
  }
}
void rethrown() {
  const char *last = source();
  try {
    try {
      throw Error("text", tainted());
    } catch (Error &error) {
      error.text = source();
      throw;
    }
  } catch (const Error &error) {
    sink(error.text); // expect tamga-custom-flow
    sink(error.code); // expect tamga-custom-flow
    last = "caught";
    sink(last); // overwritten
  }
}

//== Calls: what is written before an exception
void setAndThrow(int &out) {
  out = tainted();
  throw Error("text", 1);
}
void clearAndThrow(int &out) {
  out = 0;
  throw Error("text", 1);
}
void maybeThrow();
void stateInHandlers() {
  int number = 0, fine = 0;
  try {
    number = tainted();
    maybeThrow();
    number = 0;
  } catch (...) {
    sink(number); // expect tamga-custom-flow
    sink(fine);   // clean
  }
  int out = 0;
  try {
    setAndThrow(out);
  } catch (const Error &) {
    sink(out); // expect tamga-custom-flow
  }
  try {
    clearAndThrow(out);
  } catch (const Error &) {
    sink(out); // overwritten
  }
  try {
    maybeThrow();
    fine = tainted();
  } catch (const Error &) {
    sink(fine); // clean
  }
}
struct Restore {
  int &target;
  ~Restore() { target = 0; }
};
struct Leave {
  int &target;
  ~Leave() { target = tainted(); }
};
void unwinding() {
  int number = 0, other = 0;
  try {
    Leave leave{number};
    maybeThrow();
  } catch (...) {
    sink(number); // expect tamga-custom-flow
    sink(other);  // clean
  }
  try {
    Restore restore{number};
    number = tainted();
    maybeThrow();
  } catch (...) {
    sink(number); // false tamga-custom-flow
  }
}

//== Control: exceptions
int firstOf(const char *text) {
  try {
    fail(text);
    return 1;
  } catch (const ParseError &) {
    return tainted();
  } catch (...) {
    return 2;
  }
}
int neverThrows() noexcept { return 3; }
void order() {
  int number = 0;
  try {
    number = 1;
    throw 2;
    number = tainted();
  } catch (int) {
    sink(number); // clean
  }
  try {
    maybeThrow();
    number = tainted();
  } catch (...) {
    return;
  }
  sink(number); // expect tamga-custom-flow
  sink(firstOf("text")); // expect tamga-custom-flow
  try {
    maybeThrow();
  } catch (...) {
    number = 0;
    throw;
  }
  sink(number); // expect tamga-custom-flow
  number = neverThrows();
  sink(number); // overwritten
}
void whichHandler() {
  int number = 0;
  try {
    throw ParseError("text", 1);
  } catch (const ParseError &) {
    number = 1;
  } catch (const Error &) {
    number = tainted();
  }
  sink(number); // false tamga-custom-flow
  try {
    throw ParseError("text", 1);
  } catch (const Error &) {
    number = tainted();
  }
  sink(number); // expect tamga-custom-flow
}
void loops() {
  int number = 0, tries = 0;
  for (;;) {
    try {
      maybeThrow();
      break;
    } catch (...) {
      number = tainted();
      ++tries;
    }
  }
  sink(number); // expect tamga-custom-flow
  sink(tries);  // clean
}
void functionTry(int number) try {
  maybeThrow();
} catch (...) {
  sink(number); // clean
}
