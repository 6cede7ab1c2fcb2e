// RUN: %check %s --pack %S/Inputs/kinds.json -- -std=c++20 -I %S/../mock
// lite.ai.toolkit: emotions, age, faces, face swaps.
#include "lite/lite.h"
#include <cstdio>

void mood(lite::cv::face::attr::EmotionFerPlus &model, const cv::Mat &face) {
  lite::types::Emotions emotions;
  model.detect(face, emotions); // expect tamga-custom-capability // expect tamga-custom-person
  puts(emotions.text);          // expect tamga-custom-output
}

void age(lite::cv::face::attr::AgeGoogleNet *model, const cv::Mat &face) {
  lite::types::Age age;
  model->detect(face, age);   // expect tamga-custom-capability // expect tamga-custom-person
  printf("%f\n", age.age);    // expect tamga-custom-output
}

float descriptor(lite::cv::faceid::GlintArcFace &model, const cv::Mat &face) {
  lite::types::FaceContent content;
  model.detect(face, content); // expect tamga-custom-person
  return content.embedding[0];
}

void faces(const cv::Mat &picture) {
  lite::cv::face::detect::RetinaFace model("retinaface.onnx");
  std::vector<lite::types::Boxf> boxes;
  model.detect(picture, boxes); // expect tamga-custom-person
}

void swapped(lite::cv::face::swap::facefusion::PipeLine &model) {
  // It writes what it makes.
  model.detect("one.jpg", "other.jpg", "result.jpg"); // expect tamga-custom-capability // expect tamga-custom-output
}

void unrelated(lite::types::Emotions &emotions) { puts(emotions.text); } // clean
