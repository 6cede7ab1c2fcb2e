// RUN: %check %s --pack kz --check tamga-capability-biometric -- -std=c++20 -I %include -I %S/../../mock -isystem /usr/include/opencv4
// Race from a face: by field, flag and switch. Finding and comparing faces, and their age and
// sex, is none of these.
#include "inspireface.h"

int race(const HFFaceAttributeResult &attributes) {
  return attributes.race[0]; // expect tamga-capability-biometric: sorting people by race
}

int ofPointer(const HFFaceAttributeResult *attributes, int index) {
  return attributes->race[index]; // expect tamga-capability-biometric
}

int after(HFSession session) {
  HFFaceAttributeResult attributes;
  HFGetFaceAttributeResult(session, &attributes); // clean
  return *attributes.race; // expect tamga-capability-biometric
}

int sexAndAge(HFSession session) {
  HFFaceAttributeResult attributes;
  HFGetFaceAttributeResult(session, &attributes); // clean
  return attributes.gender[0] * 10 + attributes.ageBracket[0]; // clean
}

int flags() {
  return HF_ENABLE_FACE_RECOGNITION | HF_ENABLE_FACE_ATTRIBUTE; // expect tamga-capability-biometric
}
int otherFlags() { return HF_ENABLE_FACE_RECOGNITION; } // clean

HFSessionCustomParameter switches() {
  HFSessionCustomParameter parameter = {};
  parameter.enable_face_attribute = 1; // expect tamga-capability-biometric
  return parameter;
}
HFSessionCustomParameter noSwitches() {
  HFSessionCustomParameter parameter = {};
  parameter.enable_recognition = 1;
  parameter.enable_face_attribute = 0; // clean
  return parameter;
}

void compare(HFFaceFeature first, HFFaceFeature second) {
  float likeness = 0;
  HFFaceComparison(first, second, &likeness); // clean
}
void find(HFSession session, HFImageStream stream) {
  HFMultipleFaceData faces;
  HFExecuteFaceTrack(session, stream, &faces); // clean
}
