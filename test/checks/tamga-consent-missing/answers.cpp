// RUN: %check %s --pack kz --check tamga-consent-missing -- -std=c++20 -I %S/../../../checks/include
// What an answer looks like: an optional, a pointer, a field, an entry of a container.
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <tamga/annotations.h>
#include <unordered_map>

struct Consent {
  std::string subject;
  bool granted = false;
  bool is_valid() const;
};
struct User {
  int id = 0;
  bool consent_given = false;
  TAMGA_SOURCE(personal.contact.email) std::string email;
};

std::optional<Consent> find_consent(const User &user);
std::unique_ptr<Consent> load_consent(const User &user);
const Consent *lookup_consent(int user);
Consent get_consent(const User &user);
void store(TAMGA_SINK(sink.database) const std::string &text);

void inAnOptional(const User &user) {
  if (auto consent = find_consent(user)) // guard
    store(user.email); // clean
}

void hasValue(const User &user) {
  std::optional<Consent> consent = find_consent(user);
  if (!consent.has_value()) // guard
    return;
  store(user.email); // clean
}

void notLookedAt(const User &user) {
  std::optional<Consent> consent = find_consent(user);
  store(user.email); // expect tamga-consent-missing
}

void inAnOwner(const User &user) {
  if (auto consent = load_consent(user)) // guard
    store(user.email); // clean
}

void comparedWithNull(const User &user) {
  auto consent = load_consent(user);
  if (consent == nullptr) // guard
    return;
  store(user.email); // clean
}

void comparedWrongly(const User &user) {
  auto consent = load_consent(user);
  if (consent != nullptr)
    return;
  store(user.email); // expect tamga-consent-missing
}

void atAPointer(const User &user) {
  const Consent *consent = lookup_consent(user.id);
  if (consent && consent->granted) // guard
    store(user.email); // clean
}

void inARecord(const User &user) {
  Consent consent = get_consent(user);
  if (consent.granted) // guard
    store(user.email); // clean
}

void recordNotLookedAt(const User &user) {
  Consent consent = get_consent(user);
  if (!consent.subject.empty())
    store(user.email); // expect tamga-consent-missing
}

void byMethod(const User &user) {
  if (get_consent(user).is_valid()) // guard
    store(user.email); // clean
}

void inAField(const User &user) {
  if (!user.consent_given) // guard
    return;
  store(user.email); // clean
}

void fieldNotAsked(const User &user) {
  if (user.id)
    store(user.email); // expect tamga-consent-missing
}

class Registry {
public:
  void contains(const User &user) {
    if (consents.contains(user.id)) // guard
      store(user.email); // clean
  }
  void finds(const User &user) {
    auto entry = consentByUser.find(user.id);
    if (entry == consentByUser.end()) // guard
      return;
    store(user.email); // clean
  }
  void counts(const User &user) {
    if (consents.count(user.id) == 0) // guard
      return;
    store(user.email); // clean
  }
  void otherSet(const User &user) {
    if (visitors.contains(user.id))
      store(user.email); // expect tamga-consent-missing
  }

private:
  std::set<int> consents;
  std::unordered_map<int, Consent> consentByUser;
  std::set<int> visitors;
};
