// RUN: %check %s --pack kz --check tamga-capability-emotion -- -std=c++20 -I %include -I %S/../../mock -isystem /usr/include/opencv4
// By call, flag and switch, and with the consent of the person observed to that purpose.
#include "inspireface.h"

bool hasEmotionConsent(int person);
bool hasConsent(int person);

void read(HFSession session) {
  HFFaceEmotionResult result;
  HFGetFaceEmotionResult(session, &result); // expect tamga-capability-emotion: recognition of emotions without
}

void readAllowed(HFSession session, int person) {
  HFFaceEmotionResult result;
  if (!hasEmotionConsent(person)) // guard
    return;
  HFGetFaceEmotionResult(session, &result); // clean
}

// Consent to something else is none to this.
void readWithOther(HFSession session, int person) {
  HFFaceEmotionResult result;
  if (!hasConsent(person))
    return;
  HFGetFaceEmotionResult(session, &result); // expect tamga-capability-emotion
}

void readBefore(HFSession session, int person) {
  HFFaceEmotionResult result;
  HFGetFaceEmotionResult(session, &result); // expect tamga-capability-emotion
  if (!hasEmotionConsent(person))
    return;
}

HFSession open() {
  HFSession session = nullptr;
  HOption options = HF_ENABLE_FACE_RECOGNITION | HF_ENABLE_FACE_EMOTION; // expect tamga-capability-emotion
  HFCreateInspireFaceSessionOptional(options, HF_DETECT_MODE_ALWAYS_DETECT, 1, 160, 20, &session);
  return session;
}

HFSession openAllowed(int person) {
  HFSession session = nullptr;
  HOption options = HF_ENABLE_FACE_RECOGNITION;
  if (hasEmotionConsent(person)) // guard
    options |= HF_ENABLE_FACE_EMOTION; // clean
  HFCreateInspireFaceSessionOptional(options, HF_DETECT_MODE_ALWAYS_DETECT, 1, 160, 20, &session);
  return session;
}

HFSession openWith(int level) {
  HFSessionCustomParameter parameter = {};
  parameter.enable_recognition = 1;
  parameter.enable_face_emotion = level > 2; // expect tamga-capability-emotion
  HFSession session = nullptr;
  HFCreateInspireFaceSession(parameter, HF_DETECT_MODE_ALWAYS_DETECT, 1, 160, 20, &session);
  return session;
}

HFSession openWithout() {
  HFSessionCustomParameter parameter = {};
  parameter.enable_recognition = 1;
  parameter.enable_face_emotion = 0; // clean
  HFSession session = nullptr;
  HFCreateInspireFaceSession(parameter, HF_DETECT_MODE_ALWAYS_DETECT, 1, 160, 20, &session);
  return session;
}

void find(HFSession session, HFImageStream stream) {
  HFMultipleFaceData faces;
  HFExecuteFaceTrack(session, stream, &faces); // clean
}
