//===- Mood.cpp - how a person seems to feel
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Mood.h"

namespace assistant {

Mood::Mood()
    : camera(0),
      net(cv::dnn::readNetFromONNX("models/emotion-ferplus-8.onnx")) {} // expect tamga-capability-emotion

int Mood::guess() {
  cv::Mat face;
  if (!camera.read(face))
    return -1;
  net.setInput(cv::dnn::blobFromImage(face, 1.0, cv::Size(64, 64))); // expect tamga-consent-missing
  cv::Mat scores = net.forward();
  cv::Point best;
  cv::minMaxLoc(scores, nullptr, nullptr, nullptr, &best);
  return best.x;
}

} // namespace assistant
