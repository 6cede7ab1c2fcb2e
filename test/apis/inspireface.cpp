// RUN: %check %s --pack kz --check tamga-consent-missing --check tamga-capability-emotion --check tamga-capability-biometric -- -std=c++20 -I %S/../mock
// InspireFace: faces need consent; emotion and race are to review.
#include "inspireface.h"

void faces(HFSession session, HFImageStream stream) {
  HFMultipleFaceData found;
  HFExecuteFaceTrack(session, stream, &found); // expect tamga-consent-missing
  HFFaceFeature feature;
  HFFaceFeatureExtract(session, stream, found.tokens[0], &feature); // expect tamga-consent-missing
  HFFaceFeatureIdentity identity;
  float confidence = 0;
  HFFeatureHubFaceSearch(feature, &confidence, &identity); // expect tamga-consent-missing
}

void capabilities(HFSession session) {
  HFFaceEmotionResult emotion;
  HFGetFaceEmotionResult(session, &emotion); // expect tamga-capability-emotion
  HFFaceAttributeResult attributes;
  HFGetFaceAttributeResult(session, &attributes); // clean: age and sex are there, too
  int race = attributes.race[0];                  // expect tamga-capability-biometric
}
