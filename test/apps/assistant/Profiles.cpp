//===- Profiles.cpp - who uses the assistant
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Profiles.h"
#include <cstring>
#include <sqlite3.h>
#include <stdexcept>

namespace assistant {

namespace {

/// A prepared statement that is finalised at the end of its scope.
class Statement {
public:
  Statement(sqlite3 *database, const char *sql) {
    if (sqlite3_prepare_v2(database, sql, -1, &statement, nullptr) != SQLITE_OK)
      throw std::runtime_error(sqlite3_errmsg(database));
  }
  ~Statement() { sqlite3_finalize(statement); }
  Statement(const Statement &) = delete;
  Statement &operator=(const Statement &) = delete;

  sqlite3_stmt *get() const { return statement; }
  bool step() { return sqlite3_step(statement) == SQLITE_ROW; }

private:
  sqlite3_stmt *statement = nullptr;
};

} // namespace

Profiles::Profiles(const std::string &path) {
  if (sqlite3_open(path.c_str(), &database) != SQLITE_OK)
    throw std::runtime_error("cannot open " + path);
  sqlite3_exec(database,
               "CREATE TABLE IF NOT EXISTS profile(login TEXT PRIMARY KEY, email TEXT, "
               "phone TEXT, face BLOB);"
               "CREATE TABLE IF NOT EXISTS agreement(login TEXT, purpose TEXT)",
               nullptr, nullptr, nullptr);
}

Profiles::~Profiles() { sqlite3_close(database); }

bool Profiles::agreedTo(const std::string &login, const std::string &purpose) const {
  Statement query(database, "SELECT 1 FROM agreement WHERE login = ? AND purpose = ?");
  sqlite3_bind_text(query.get(), 1, login.c_str(), -1, SQLITE_TRANSIENT);
  sqlite3_bind_text(query.get(), 2, purpose.c_str(), -1, SQLITE_TRANSIENT);
  return query.step();
}

void Profiles::recordAgreement(const std::string &login, const std::string &purpose) {
  Statement insert(database, "INSERT INTO agreement VALUES(?, ?)");
  sqlite3_bind_text(insert.get(), 1, login.c_str(), -1, SQLITE_TRANSIENT);
  sqlite3_bind_text(insert.get(), 2, purpose.c_str(), -1, SQLITE_TRANSIENT);
  insert.step();
}

void Profiles::save(const Profile &profile) {
  Statement insert(database, "INSERT OR REPLACE INTO profile(login, email, phone) "
                             "VALUES(?, ?, ?)");
  sqlite3_bind_text(insert.get(), 1, profile.login.c_str(), -1, SQLITE_TRANSIENT);
  sqlite3_bind_text(insert.get(), 2, profile.email.c_str(), -1, SQLITE_TRANSIENT); // expect tamga-consent-missing
  sqlite3_bind_text(insert.get(), 3, profile.phone.c_str(), -1, SQLITE_TRANSIENT); // expect tamga-consent-missing
  insert.step();
}

void Profiles::saveDescriptor(const std::string &login, const std::vector<float> &descriptor) {
  Statement update(database, "UPDATE profile SET face = ? WHERE login = ?");
  sqlite3_bind_blob(update.get(), 1, descriptor.data(), int(descriptor.size() * sizeof(float)),
                    SQLITE_TRANSIENT);
  sqlite3_bind_text(update.get(), 2, login.c_str(), -1, SQLITE_TRANSIENT);
  update.step();
}

std::vector<float> Profiles::descriptor(const std::string &login) const {
  Statement query(database, "SELECT face FROM profile WHERE login = ?");
  sqlite3_bind_text(query.get(), 1, login.c_str(), -1, SQLITE_TRANSIENT);
  std::vector<float> face;
  if (query.step()) {
    face.resize(sqlite3_column_bytes(query.get(), 0) / sizeof(float));
    std::memcpy(face.data(), sqlite3_column_blob(query.get(), 0), face.size() * sizeof(float));
  }
  return face;
}

void Profiles::remove(const std::string &login) {
  Statement erase(database, "DELETE FROM profile WHERE login = ?");
  sqlite3_bind_text(erase.get(), 1, login.c_str(), -1, SQLITE_TRANSIENT);
  erase.step();
}

} // namespace assistant
