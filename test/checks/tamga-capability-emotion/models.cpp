// RUN: %check %s --pack kz --check tamga-capability-emotion -- -std=c++20 -I %include -I %S/../../mock -isystem /usr/include/opencv4
// A model file that says what it is for, wherever its name comes from, until it is loaded.
#include "onnxruntime_cxx_api.h"
#include <filesystem>
#include <map>
#include <memory>
#include <opencv2/dnn.hpp>
#include <opencv2/objdetect.hpp>
#include <string>
#include <string_view>
#include <vector>

struct Config {
  std::string model = "models/emotion-ferplus-8.onnx"; // expect-step: is a model file that recognises emotions
  int threads = 1;
};

void direct() {
  cv::dnn::readNetFromONNX("models/emotion-ferplus-8.onnx"); // expect tamga-capability-emotion
}

void other() {
  cv::dnn::readNetFromONNX("models/mnist-12.onnx"); // clean
}

void byConfig(Ort::Env &env, const Config &config) {
  Ort::Session session(env, config.model.c_str(), {}); // expect tamga-capability-emotion
}
void byDefault(Ort::Env &env) {
  Config config;
  config.threads = 4;
  byConfig(env, config);
}

void changed(Ort::Env &env) {
  Config config;
  config.model = "models/age-of-rocks.onnx";
  Ort::Session session(env, config.model.c_str(), {}); // overwritten
}

cv::dnn::Net inFolder(const std::string &folder) {
  return cv::dnn::readNet(folder + "/emotion-ferplus-8.onnx"); // expect tamga-capability-emotion
}

cv::dnn::Net byPath(const std::filesystem::path &folder) {
  return cv::dnn::readNet((folder / "emotion-ferplus-8.onnx").string()); // expect tamga-capability-emotion
}

static const char *const names[] = {"mnist-12.onnx", "emotion-ferplus-8.onnx"};
constexpr std::string_view view = "emotions-recognition-retail-0003.xml";
cv::dnn::Net byConstant() {
  return cv::dnn::readNet(std::string(view)); // expect tamga-capability-emotion
}
cv::dnn::Net byIndex() {
  return cv::dnn::readNet(names[0]); // clean
}

cv::dnn::Net byChoice(bool wantsMood) {
  const char *name = wantsMood ? "emotion-ferplus-8.onnx" : "mnist-12.onnx";
  return cv::dnn::readNet(name); // expect tamga-capability-emotion
}

cv::dnn::Net byKey(const char *key) {
  std::map<std::string, std::string> models{{"mood", "emotion-ferplus-8.onnx"},
                                            {"digits", "mnist-12.onnx"}};
  cv::dnn::readNet(models["digits"]);    // clean
  return cv::dnn::readNet(models["mood"]); // expect tamga-capability-emotion
}

void smile() {
  cv::CascadeClassifier classifier;
  classifier.load("haarcascades/haarcascade_smile.xml"); // expect tamga-capability-emotion
  classifier.load("haarcascades/haarcascade_frontalface_default.xml"); // clean
}

// A detector of faces loads no other net, whatever stands beside its name.
const char *keys = "{model m | emotion-ferplus-8.onnx | emotions}{faces f | yunet.onnx | faces}";
void options(int count, const char *const *words) {
  cv::CommandLineParser parser(count, words, keys);
  cv::dnn::Net net = cv::dnn::readNet(parser.get<cv::String>("model")); // expect tamga-capability-emotion
  auto faces = cv::FaceDetectorYN::create(parser.get<cv::String>("faces"), "", {320, 320}); // clean
}

// Words about a model are no model.
void log(const std::string &line);
void tell() {
  log("emotion-ferplus-8.onnx is not used any more"); // clean
}
