// RUN: %check %s --pack kz --check tamga-capability-banned -- -std=c++20 -I %S/../../mock -isystem /usr/include/opencv4
// Emotion and race: by call, flag, option and field. Finding and comparing faces is none of
// these.
#include "inspireface.h"

void emotion(HFSession session) {
  HFFaceEmotionResult result;
  HFGetFaceEmotionResult(session, &result); // expect tamga-capability-banned
}

int flags() {
  return HF_ENABLE_FACE_RECOGNITION | HF_ENABLE_FACE_EMOTION; // expect tamga-capability-banned
}

int race(const HFFaceAttributeResult &attributes) {
  return attributes.race[0]; // expect tamga-capability-banned
}

int age(const HFFaceAttributeResult &attributes) { return attributes.ageBracket[0]; }

void find(HFSession session, HFImageStream stream) {
  HFMultipleFaceData faces;
  HFExecuteFaceTrack(session, stream, &faces);
}
