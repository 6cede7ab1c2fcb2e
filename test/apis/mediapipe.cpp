// RUN: %check %s --pack kz -- -std=c++20 -I %S/../mock
// MediaPipe Tasks: faces and classes.
#include "mediapipe/tasks/cc/vision/face_detector/face_detector.h"
#include <iostream>

using namespace mediapipe::tasks::vision;

int faces(face_detector::FaceDetector &detector, const mediapipe::Image &picture) {
  return detector.Detect(picture)->count; // expect tamga-consent-missing
}

void classes(ImageClassifier &classifier, const mediapipe::Image &picture) {
  absl::StatusOr<ImageClassifierResult> result = classifier.Classify(picture);
  if (result.ok())
    std::cout << result->categories[0].category_name; // expect tamga-label-missing
}
