// RUN: %check %s --pack kz --check tamga-consent-missing -- -std=c++20 -I %S/../../mock -isystem /usr/include/opencv4
// Personal data that a form sent, on its way to a database, a file and another server.
#include <fstream>
#include <httplib.h>
#include <sqlite3.h>

bool has_consent(const std::string &user);

void save(const httplib::Request &request, sqlite3_stmt *insert) {
  std::string mail = request.get_param_value("email");
  std::string colour = request.get_param_value("colour");
  sqlite3_bind_text(insert, 1, mail.c_str(), -1, SQLITE_TRANSIENT); // expect tamga-consent-missing
  sqlite3_bind_text(insert, 2, colour.c_str(), -1, SQLITE_TRANSIENT);
}

void log(const httplib::Request &request) {
  std::ofstream out("visitors.txt");
  out << request.get_param_value("iin") << '\n'; // expect tamga-consent-missing
}

void forward(const httplib::Request &request, httplib::Client &client) {
  std::string phone = request.get_param_value("phone");
  client.Post("/lead", "phone=" + phone, "text/plain"); // expect tamga-consent-missing
}

void asked(const httplib::Request &request, sqlite3_stmt *insert) {
  std::string user = request.get_param_value("login");
  if (!has_consent(user))
    return;
  std::string mail = request.get_param_value("email");
  sqlite3_bind_text(insert, 1, mail.c_str(), -1, SQLITE_TRANSIENT);
}
