//===- FaceLogin.cpp - log-in by face
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "FaceLogin.h"
#include <opencv2/imgcodecs.hpp>

namespace assistant {

constexpr double sameFace = 0.363;

FaceLogin::FaceLogin(Profiles &profiles, const std::string &modelFolder)
    : profiles(profiles), camera(0),
      detector(cv::FaceDetectorYN::create(modelFolder + "/yunet.onnx", "", cv::Size(320, 320))),
      recognizer(cv::FaceRecognizerSF::create(modelFolder + "/sface.onnx", "")) {}

bool FaceLogin::takePicture(cv::Mat &picture) {
  return camera.read(picture) && !picture.empty();
}

std::vector<float> FaceLogin::describe(const cv::Mat &picture) {
  cv::Mat faces, aligned, feature;
  detector->setInputSize(picture.size());
  detector->detect(picture, faces); // expect tamga-consent-missing
  if (faces.rows != 1)
    return {};
  recognizer->alignCrop(picture, faces.row(0), aligned); // expect tamga-consent-missing
  recognizer->feature(aligned, feature); // expect tamga-consent-missing
  return std::vector<float>(feature.ptr<float>(0), feature.ptr<float>(0) + feature.cols);
}

bool FaceLogin::enrol(const std::string &login) {
  if (!profiles.agreedTo(login, "face log-in"))
    return false;
  cv::Mat picture;
  if (!takePicture(picture))
    return false;
  profiles.saveDescriptor(login, describe(picture));
  return true;
}

// Nobody asks again here: who withdrew is still described and compared.
bool FaceLogin::verify(const std::string &login) {
  cv::Mat picture;
  if (!takePicture(picture))
    return false;
  std::vector<float> seen = describe(picture);
  std::vector<float> stored = profiles.descriptor(login);
  if (seen.empty() || stored.empty())
    return false;
  return recognizer->match(cv::Mat(seen), cv::Mat(stored)) > sameFace; // expect tamga-consent-missing
}

void FaceLogin::keepSnapshot(const std::string &path) {
  cv::Mat picture;
  if (takePicture(picture))
    cv::imwrite(path, picture); // expect tamga-consent-missing
}

} // namespace assistant
