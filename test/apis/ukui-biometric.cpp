// RUN: %check %s --pack %S/Inputs/kinds.json -- -std=c++20 -I %S/../mock
// UKUI biometric-authentication: whose finger or face it is.
#include "biometric_common.h"

bool has_consent(int uid);

int recognised(bio_dev *device, int uid) {
  if (!has_consent(uid))
    return bio_ops_identify(device, uid, 0, 10); // expect tamga-custom-person
  return bio_ops_verify(device, uid, 0);         // clean
}

void kept(bio_dev *device, int uid, char *name) {
  bio_ops_enroll(device, uid, 0, name); // expect tamga-custom-person
  bio_ops_clean(device, uid, 0, 10);    // clean
}

char *read(bio_dev *device) { return bio_ops_capture(device); } // expect tamga-custom-person
