// RUN: %check %s --pack kz --check tamga-capability-biometric -- -std=c++20 -I %include -I %S/../../mock -isystem /usr/include/opencv4
// Models that sort people, by the name of their file where they are loaded, and by annotation.
#include "onnxruntime_cxx_api.h"
#include "tamga/annotations.h"
#include <opencv2/dnn.hpp>
#include <string>

void load(Ort::Env &env, const char *path) {
  Ort::Session session(env, path, {}); // expect tamga-capability-biometric
}
void fairFace(Ort::Env &env) { load(env, "fairface_race_gender.onnx"); }

cv::dnn::Net ethnicity(const std::string &folder) {
  std::string path = folder;
  path += "/ethnicity_model.onnx";
  return cv::dnn::readNetFromONNX(path); // expect tamga-capability-biometric
}

TAMGA_CAPABILITY(capability.biometric.category.religion) int faithOf(const float *face);
int faith(const float *face) {
  return faithOf(face); // expect tamga-capability-biometric: by religion
}

cv::dnn::Net digits() { return cv::dnn::readNetFromONNX("models/mnist-12.onnx"); } // clean
cv::dnn::Net faces() { return cv::dnn::readNet("models/face_detection_yunet.onnx"); } // clean
const char *trace() { return "trace.onnx.log"; } // clean
cv::dnn::Net racing() { return cv::dnn::readNet("models/bracelet.onnx"); } // clean
void tell(const char *text);
void words() { tell("fairface_race_gender.onnx was removed"); } // clean
