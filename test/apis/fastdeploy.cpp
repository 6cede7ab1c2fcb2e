// RUN: %check %s --pack %S/Inputs/kinds.json -- -std=c++20 -I %S/../mock
// FastDeploy: faces, classes and text.
#include "fastdeploy/vision.h"
#include <iostream>

using namespace fastdeploy;

void faces(vision::facedet::SCRFD &model, cv::Mat *picture) {
  vision::FaceDetectionResult result;
  model.Predict(picture, &result); // expect tamga-custom-person
}

float descriptor(vision::faceid::ArcFace &model, const cv::Mat &face) {
  vision::FaceRecognitionResult result;
  model.Predict(face, &result); // expect tamga-custom-person
  return result.embedding[0];
}

void classes(vision::classification::PaddleClasModel &model, const cv::Mat &picture) {
  vision::ClassifyResult result;
  std::cout << result.label_ids.size(); // clean
  model.Predict(picture, &result);
  std::cout << result.label_ids[0]; // expect tamga-custom-output
  std::cout << result.Str();        // expect tamga-custom-output
}

void text(pipeline::PPOCRv2 &model, const cv::Mat &page) {
  vision::OCRResult result;
  model.Predict(page, &result);
  for (const std::string &line : result.text)
    std::cout << line; // expect tamga-custom-output
}
