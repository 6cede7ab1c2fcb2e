// RUN: %check %s --pack kz --check tamga-data-exposed -- -std=c++20
// A registry office: forms are read, checked, written down and logged; what is sealed or made
// anonymous on the way may be written, the rest may not.
#include <fstream>
#include <httplib.h>
#include <spdlog/spdlog.h>
#include <stdexcept>
#include <string>

std::string encrypt(const std::string &text);
std::string anonymize(const std::string &text);

struct Birth {
  std::string child;
  std::string iin;
  std::string office;
};

static Birth read(const httplib::Request &request) {
  return {request.get_param_value("title"), request.get_param_value("iin"),
          request.get_param_value("office")};
}

class Log {
public:
  void add(const std::string &line) {
    spdlog::info("registry: {}", line); // expect tamga-data-exposed
  }
  void addAnonymous(const std::string &line) {
    spdlog::info("registry: {}", line); // clean
  }
};

class Book {
public:
  void enter(const Birth &birth) {
    std::string line = birth.office + ";" + birth.iin;
    line = encrypt(line); // label
    file << line; // clean
  }
  void enterPlainly(const Birth &birth) {
    file << birth.office << ';' << birth.iin; // expect tamga-data-exposed
  }
  void count(const Birth &birth) { file << birth.office; } // clean

private:
  std::ofstream file{"book.csv"};
};

static void validate(const Birth &birth) {
  if (birth.iin.size() != 12)
    throw std::invalid_argument("wrong number: " + birth.iin); // expect tamga-data-exposed
  if (birth.office.empty())
    throw std::invalid_argument("wrong office: " + birth.office); // clean
}

static std::string summary(const Birth &birth) { return birth.office + " " + birth.iin; }

void onForm(const httplib::Request &request, httplib::Response &) {
  Birth birth = read(request);
  validate(birth);
  Book book;
  book.enter(birth);
  book.enterPlainly(birth);
  book.count(birth);
  Log log;
  log.add(summary(birth));
  std::string line = summary(birth);
  line = anonymize(line); // label
  log.addAnonymous(line); // clean
}
