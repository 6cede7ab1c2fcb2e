// RUN: %check %s --pack kz --check tamga-consent-scope --check tamga-consent-missing -- -std=c++20 -I %S/../../../checks/include
// A check holds, and yet it is of somebody else.
#include <fstream>
#include <string>
#include <tamga/annotations.h>
#include <vector>

struct User {
  int id;
  TAMGA_SOURCE(personal.contact.email) std::string email;
  TAMGA_SOURCE(personal.contact.phone) std::string phone;
};

bool has_consent(const User &user);
bool has_consent(int user);
void enroll(TAMGA_USE(personal.biometric.voice) const User &user);
std::ofstream book("book.txt");

void another(const User &sender, const User &recipient) {
  if (!has_consent(sender))
    return;
  book << recipient.email; // expect tamga-consent-scope: somebody else
}

void theSame(const User &, const User &recipient) {
  if (!has_consent(recipient)) // guard
    return;
  book << recipient.email; // clean
}

void byNumber(const User &sender, const User &recipient) {
  if (has_consent(sender.id))
    book << recipient.phone; // expect tamga-consent-scope
}

void byOwnNumber(const User &, const User &recipient) {
  if (has_consent(recipient.id)) // guard
    book << recipient.phone; // clean
}

void used(const User &sender, const User &recipient) {
  if (has_consent(sender))
    enroll(recipient); // expect tamga-consent-scope
}

void usedSame(const User &sender, const User &) {
  if (has_consent(sender)) // guard
    enroll(sender); // clean
}

void first(const std::vector<User> &users, const User &first) {
  for (const User &user : users)
    if (has_consent(user)) // guard
      book << user.email; // clean
  book << first.id;
}

void nobody(const User &, const User &recipient) {
  book << recipient.email; // expect tamga-consent-missing
}

//===-- through a helper ------------------------------------------------------===//

static void keep(const User &user) {
  book << user.email; // expect tamga-consent-scope
}

void throughHelper(const User &sender, const User &recipient) {
  if (has_consent(sender))
    keep(recipient);
}

static void keepOwn(const User &user) {
  book << user.email; // clean
}

void throughHelperOwn(const User &sender) {
  if (has_consent(sender)) // guard
    keepOwn(sender); // clean
}
