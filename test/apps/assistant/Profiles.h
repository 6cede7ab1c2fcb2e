//===- Profiles.h - who uses the assistant
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef ASSISTANT_PROFILES_H
#define ASSISTANT_PROFILES_H

#include <string>
#include <vector>

struct sqlite3;

namespace assistant {

struct Profile {
  std::string login;
  std::string email;
  std::string phone;
};

/// People, what they agreed to, and their face descriptors, in SQLite.
class Profiles {
public:
  explicit Profiles(const std::string &path);
  ~Profiles();
  Profiles(const Profiles &) = delete;
  Profiles &operator=(const Profiles &) = delete;

  /// Whether \p login agreed to \p purpose and has not withdrawn. See tamga.json.
  bool agreedTo(const std::string &login, const std::string &purpose) const;
  void recordAgreement(const std::string &login, const std::string &purpose);

  void save(const Profile &profile);
  void saveDescriptor(const std::string &login, const std::vector<float> &descriptor);
  std::vector<float> descriptor(const std::string &login) const;
  void remove(const std::string &login);

private:
  sqlite3 *database = nullptr;
};

} // namespace assistant

#endif // ASSISTANT_PROFILES_H
