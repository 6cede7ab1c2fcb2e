//===- face_detector.h - declarations for tests ------------------------------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// Names and signatures of MediaPipe Tasks.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace absl {
template <class T> class StatusOr {
public:
  bool ok() const;
  const T &value() const;
  const T &operator*() const;
  const T *operator->() const;
};
} // namespace absl

namespace mediapipe {
class Image {};
namespace tasks {
namespace components {
namespace containers {
struct Category {
  int index;
  float score;
  std::string category_name;
};
} // namespace containers
} // namespace components
namespace vision {
struct ImageClassifierResult {
  std::vector<components::containers::Category> categories;
};
class ImageClassifier {
public:
  absl::StatusOr<ImageClassifierResult> Classify(Image image);
};
namespace face_detector {
struct FaceDetectorResult {
  int count;
};
class FaceDetector {
public:
  absl::StatusOr<FaceDetectorResult> Detect(Image image);
};
} // namespace face_detector
} // namespace vision
} // namespace tasks
} // namespace mediapipe
