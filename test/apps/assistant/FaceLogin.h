//===- FaceLogin.h - log-in by face
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef ASSISTANT_FACELOGIN_H
#define ASSISTANT_FACELOGIN_H

#include "Profiles.h"
#include <opencv2/objdetect.hpp>
#include <opencv2/videoio.hpp>

namespace assistant {

/// Takes a picture, finds the face and compares its descriptor with the stored one.
class FaceLogin {
public:
  FaceLogin(Profiles &profiles, const std::string &modelFolder);

  /// Stores the face of \p login, who has to agree first.
  bool enrol(const std::string &login);
  /// Whether the person before the camera is \p login.
  bool verify(const std::string &login);
  /// Keeps a picture of who stood before the camera.
  void keepSnapshot(const std::string &path);

private:
  bool takePicture(cv::Mat &picture);
  std::vector<float> describe(const cv::Mat &picture);

  Profiles &profiles;
  cv::VideoCapture camera;
  cv::Ptr<cv::FaceDetectorYN> detector;
  cv::Ptr<cv::FaceRecognizerSF> recognizer;
};

} // namespace assistant

#endif // ASSISTANT_FACELOGIN_H
