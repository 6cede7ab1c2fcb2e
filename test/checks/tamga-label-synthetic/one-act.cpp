// RUN: %check %s --pack kz -- -std=c++20 -I %S/../../mock -isystem /usr/include/opencv4
// A function that swaps faces and writes the file itself: one act, one finding.
#include "lite/lite.h"

void swap(lite::cv::face::swap::facefusion::PipeLine &model) {
  model.detect("one.jpg", "other.jpg", "result.jpg"); // expect tamga-label-synthetic
}
