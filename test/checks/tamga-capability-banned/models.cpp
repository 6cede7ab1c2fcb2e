// RUN: %check %s --pack kz --check tamga-capability-banned -- -std=c++20 -I %S/../../mock -isystem /usr/include/opencv4
// The file name of a model says what it is for.
#include "onnxruntime_cxx_api.h"
#include <opencv2/dnn.hpp>

cv::dnn::Net emotion() {
  return cv::dnn::readNetFromONNX("models/emotion-ferplus-8.onnx"); // expect tamga-capability-banned
}

void race(Ort::Env &env) {
  Ort::Session session(env, "fairface_race_gender.onnx", {}); // expect tamga-capability-banned
}

cv::dnn::Net digits() { return cv::dnn::readNetFromONNX("models/mnist-12.onnx"); }
const char *trace() { return "trace.onnx.log"; }
