// RUN: %check %s --pack %S/Inputs/kinds.json -- -std=c++20 -I %S/../mock
// Open Model Zoo's demos: emotions, age and sex, landmarks.
#include "omz/detectors.hpp"
#include <iostream>

void load(const std::string &path);

void models() {
  load("intel/emotions-recognition-retail-0003.xml");   // clean
  load("intel/age-gender-recognition-retail-0013.xml"); // expect tamga-custom-capability
  load("intel/person-detection-retail-0013.xml");       // clean
}

void emotions(EmotionsDetection &detection, const cv::Mat &face) {
  detection.enqueue(face);                               // clean
  detection.submitRequest();                             // clean
  std::map<std::string, float> emotions = detection[0]; // expect tamga-custom-capability
  std::cout << emotions["anger"];                        // expect tamga-custom-output
}

void age(AgeGenderDetection &detection) {
  AgeGenderDetection::Result result = detection[0]; // expect tamga-custom-capability
  std::cout << result.age;                           // expect tamga-custom-output
}

float landmarks(FacialLandmarksDetection &detection) {
  return detection[0][0]; // expect tamga-custom-person
}
