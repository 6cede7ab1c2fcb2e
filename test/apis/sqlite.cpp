// RUN: %check %s --pack kz --check tamga-consent-missing -- -std=c++20
// SQLite: bound values and SQL text with personal data in it.
#include <httplib.h>
#include <sqlite3.h>

void store(const httplib::Request &request, sqlite3 *database) {
  std::string mail = request.get_param_value("email");
  sqlite3_stmt *insert = nullptr;
  sqlite3_prepare_v2(database, "INSERT INTO person VALUES(?)", -1, &insert, nullptr);
  sqlite3_bind_text(insert, 1, mail.c_str(), -1, SQLITE_TRANSIENT); // expect tamga-consent-missing
  sqlite3_bind_blob(insert, 1, mail.data(), int(mail.size()), SQLITE_TRANSIENT); // expect tamga-consent-missing
  sqlite3_bind_int(insert, 1, int(mail.size()));
  sqlite3_step(insert);
  sqlite3_finalize(insert);
  std::string sql = "INSERT INTO person VALUES('" + mail + "')";
  sqlite3_exec(database, sql.c_str(), nullptr, nullptr, nullptr); // expect tamga-consent-missing
  char *made = sqlite3_mprintf("INSERT INTO person VALUES(%Q)", mail.c_str());
  sqlite3_exec(database, made, nullptr, nullptr, nullptr); // expect tamga-consent-missing
  sqlite3_free(made);
}
