// RUN: %check %s --pack generic --check tamga-custom-flow -- -std=c++20
// What exceptions say, where code stands, and text in locales.
#include <codecvt>
#include <exception>
#include <functional>
#include <locale>
#include <source_location>
#include <stdexcept>
#include <string>
#include <system_error>
std::string source();
void sink(const std::string &text);
void sink(const std::wstring &text);
void sink(const char *text);
void sink(int number);

//== Library: what() of exceptions
void check(const std::string &text) {
  if (text.empty())
    throw std::invalid_argument("bad text: " + text);
}
void caught() {
  try {
    check(source());
  } catch (const std::invalid_argument &error) {
    sink(error.what()); // expect tamga-custom-flow
  }
  try {
    check("text");
  } catch (const std::exception &error) {
    sink(error.what()); // clean
  }
}
struct ParseError : std::runtime_error {
  ParseError(const std::string &message, int line) : std::runtime_error(message), line(line) {}
  int line;
};
void derived() {
  try {
    throw ParseError("near " + source(), 3);
  } catch (const ParseError &error) {
    sink(error.what()); // expect tamga-custom-flow
    sink(error.line);   // clean
  }
  std::runtime_error error(source());
  sink(error.what()); // expect tamga-custom-flow
  error = std::runtime_error("text");
  sink(error.what()); // overwritten
}
struct OwnError : std::exception {
  explicit OwnError(std::string text) : text(std::move(text)) {}
  const char *what() const noexcept override { return text.c_str(); }
  std::string text;
};
void own() {
  try {
    throw OwnError(source());
  } catch (const OwnError &error) {
    sink(error.what()); // expect tamga-custom-flow
  }
  OwnError plain("text");
  const std::exception &base = plain;
  sink(base.what()); // clean
}

//== Library: exception_ptr and nested exceptions
void pointers() {
  std::exception_ptr kept, plain;
  try {
    throw std::runtime_error(source());
  } catch (...) {
    kept = std::current_exception();
  }
  try {
    if (kept)
      std::rethrow_exception(kept);
  } catch (const std::exception &error) {
    sink(error.what()); // expect tamga-custom-flow
  }
  plain = std::make_exception_ptr(std::runtime_error("text"));
  try {
    std::rethrow_exception(plain);
  } catch (const std::exception &error) {
    sink(error.what()); // clean
  }
}
void nested() {
  std::runtime_error inner(source()), outer("outside");
  try {
    try {
      throw inner;
    } catch (const std::exception &error) {
      sink(error.what()); // expect tamga-custom-flow
      std::throw_with_nested(std::runtime_error("around: " + std::string(error.what())));
    }
  } catch (const std::exception &) {
    sink(outer.what()); // clean
  }
  inner = std::runtime_error("text");
  sink(inner.what()); // overwritten
}
void again() {
  try {
    try {
      throw std::logic_error(source());
    } catch (...) {
      throw;
    }
  } catch (const std::logic_error &error) {
    sink(error.what()); // expect tamga-custom-flow
  }
  try {
    try {
      throw std::logic_error("text");
    } catch (...) {
      throw;
    }
  } catch (const std::logic_error &error) {
    sink(error.what()); // clean
  }
}
struct Failure : std::runtime_error {
  using std::runtime_error::runtime_error;
};
void inherited() {
  try {
    try {
      throw Failure(source());
    } catch (const Failure &) {
      throw;
    }
  } catch (const std::runtime_error &error) {
    sink(error.what()); // expect tamga-custom-flow
  }
}
std::string describe(const std::function<void()> &work) {
  try {
    work();
  } catch (const std::exception &error) {
    return error.what();
  }
  return "fine";
}
void described() {
  sink(describe([] { throw std::runtime_error(source()); })); // expect tamga-custom-flow
  sink(describe([] { throw std::runtime_error("text"); }));   // clean
}

//== Library: source_location
void log(const std::string &text, std::source_location where = std::source_location::current()) {
  sink(where.file_name());                 // clean
  sink(static_cast<int>(where.line()));    // clean
  sink(text + ":" + where.function_name()); // expect tamga-custom-flow
}
struct Entry {
  std::string text;
  std::source_location where = std::source_location::current();
};
void located() {
  log(source());
  Entry entry{source()}, plain{"text"};
  sink(entry.text);              // expect tamga-custom-flow
  sink(entry.where.file_name()); // clean
  std::string line = plain.text + plain.where.function_name();
  sink(line); // clean
  entry.text = line;
  sink(entry.text); // overwritten
  line += source();
  sink(line); // expect tamga-custom-flow
}

//== Library: locale, codecvt
void locales() {
  std::string text = source(), plain = "TEXT";
  std::locale place("");
  for (char &letter : text)
    letter = std::tolower(letter, place);
  for (char &letter : plain)
    letter = std::toupper(letter, std::locale::classic());
  sink(text);  // expect tamga-custom-flow
  sink(plain); // clean
  sink(place.name()); // clean
}
void converted() {
  std::wstring_convert<std::codecvt_utf8<wchar_t>> converter;
  std::wstring wide = converter.from_bytes(source()), plain = converter.from_bytes("text");
  sink(wide);                      // expect tamga-custom-flow
  sink(plain);                     // clean
  sink(converter.to_bytes(wide));  // expect tamga-custom-flow
  sink(converter.to_bytes(plain)); // clean
  wide = plain;
  sink(wide); // overwritten
}
