// RUN: %check %s --pack kz --check tamga-consent-withdrawal -- -std=c++20 -I %S/../../../checks/include
// What a consent allowed to keep goes when it is withdrawn.
#include <map>
#include <sqlite3.h>
#include <string>
#include <tamga/annotations.h>
#include <vector>

struct Form {
  int user;
  TAMGA_SOURCE(personal.contact.email) std::string email;
  std::string colour;
};

//===-- containers ------------------------------------------------------------===//

class Shop {
public:
  void add(const Form &form) {
    profiles[form.user] = form.email;      // clean
    history.push_back(form.email);         // expect tamga-consent-withdrawal: Shop::history
    colours[form.user] = form.colour;      // clean
    newsletter.emplace_back(form.email);   // clean
  }
  void withdraw_consent(int user) {
    profiles.erase(user); // guard: anywhere
    forget(user);
  }

private:
  void forget(int) {
    newsletter.clear(); // guard: anywhere
  }
  std::map<int, std::string> profiles;
  std::vector<std::string> history;
  std::map<int, std::string> colours;
  std::vector<std::string> newsletter;
};

void run(Shop &shop, const Form &form) {
  shop.add(form);
  shop.withdraw_consent(form.user);
}

//===-- tables ----------------------------------------------------------------===//

static void insertUser(sqlite3 *base, const Form &form) {
  sqlite3_stmt *statement = nullptr;
  sqlite3_prepare_v2(base, "INSERT INTO users(email) VALUES(?)", -1, &statement, nullptr);
  sqlite3_bind_text(statement, 1, form.email.c_str(), -1, SQLITE_TRANSIENT);
  sqlite3_step(statement); // clean
  sqlite3_finalize(statement);
}

static void insertLog(sqlite3 *base, const Form &form) {
  std::string statement = "INSERT INTO audit(text) VALUES('" + form.email + "')";
  sqlite3_exec(base, statement.c_str(), nullptr, nullptr, nullptr); // expect tamga-consent-withdrawal: audit
}

static void insertColour(sqlite3 *base, const Form &form) {
  std::string statement = "INSERT INTO colours(text) VALUES('" + form.colour + "')";
  sqlite3_exec(base, statement.c_str(), nullptr, nullptr, nullptr); // clean
}

void revoke_consent(sqlite3 *base, int) {
  sqlite3_exec(base, "DELETE FROM users WHERE id = 1", nullptr, nullptr, nullptr); // guard: anywhere
}

void keep(sqlite3 *base, const Form &form) {
  insertUser(base, form);
  insertLog(base, form);
  insertColour(base, form);
}
