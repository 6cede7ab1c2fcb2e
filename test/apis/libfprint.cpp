// RUN: %check %s --pack %S/Inputs/kinds.json -- -std=c++20 -I %S/../mock
// libfprint: a finger is scanned, enrolled, recognised.
#include "libfprint-2/fprint.h"

bool has_consent();

const unsigned char *scanned(FpDevice *device) {
  FpImage *image = fp_device_capture_sync(device, 1, nullptr, nullptr); // expect tamga-custom-person
  size_t size = 0;
  return fp_image_get_data(image, &size); // expect tamga-custom-person
}

void enrolled(FpDevice *device) {
  FpPrint *blank = fp_print_new(device); // clean
  if (!has_consent())
    return;
  fp_device_enroll_sync(device, blank, nullptr, nullptr, nullptr, nullptr); // clean
}

bool verified(FpDevice *device, FpPrint *print) {
  gboolean match = 0;
  FpPrint *seen = nullptr;
  fp_device_verify_sync(device, print, nullptr, nullptr, nullptr, &match, &seen, nullptr); // expect tamga-custom-person
  return match;
}
