// RUN: %check %s --pack %S/Inputs/kinds.json -- -std=c++20 -I %S/../mock
// biometryd: templates of users.
#include "biometry/template_store.h"

bool hasConsent(const biometry::User &user);

void enrolled(biometry::TemplateStore &store, const biometry::Application &app,
              const biometry::User &user) {
  store.enroll(app, user);    // expect tamga-custom-person
  store.remove(app, user, 3); // clean
  if (hasConsent(user))
    store.enroll(app, user); // clean
}

void recognised(biometry::Identifier &identifier, const biometry::Application &app) {
  identifier.identify_user(app, biometry::Reason()); // expect tamga-custom-person
}

// A subclass is meant, too.
struct Reader : biometry::Identifier {
  biometry::Operation<biometry::Identification>::Ptr
  identify_user(const biometry::Application &app, const biometry::Reason &reason) override;
};
void inherited(Reader &reader, const biometry::Application &app) {
  reader.identify_user(app, {}); // expect tamga-custom-person
}
