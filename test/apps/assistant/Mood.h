//===- Mood.h - how a person seems to feel
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef ASSISTANT_MOOD_H
#define ASSISTANT_MOOD_H

#include <opencv2/dnn.hpp>
#include <opencv2/videoio.hpp>

namespace assistant {

/// Guesses the emotion on the face before the camera: Law 230-VIII, Art. 17(3) speaks of it.
class Mood {
public:
  Mood();
  int guess();

private:
  cv::VideoCapture camera;
  cv::dnn::Net net;
};

} // namespace assistant

#endif // ASSISTANT_MOOD_H
