// RUN: %check %s --pack kz --check tamga-capability-emotion -- -std=c++20 -I %include -I %S/../../mock -isystem /usr/include/opencv4
// A shop that wants to know how its visitors feel: the name of the model is in the settings,
// it is loaded by a wrapper, and whom one could ask is known two functions further up.
#include <memory>
#include <opencv2/dnn.hpp>
#include <string>
#include <utility>

bool hasConsent(int visitor, const char *purpose);
bool isOpen();

struct Settings {
  std::string mood = "emotion-ferplus-8.onnx"; // expect-step: is a model file
  std::string counter = "person-counter.onnx";
};

class Analyser {
public:
  explicit Analyser(std::string file) : file(std::move(file)) {}
  void start() {
    net = cv::dnn::readNetFromONNX(file); // expect tamga-capability-emotion
  }

private:
  std::string file;
  cv::dnn::Net net;
};

class Counter {
public:
  explicit Counter(std::string file) : file(std::move(file)) {}
  void start() { net = cv::dnn::readNetFromONNX(file); } // clean

private:
  std::string file;
  cv::dnn::Net net;
};

std::unique_ptr<Analyser> makeAnalyser(const Settings &settings) {
  return std::make_unique<Analyser>(settings.mood);
}

void count(const Settings &settings) {
  Counter counter(settings.counter);
  counter.start();
}

void watch(const Settings &settings) {
  if (isOpen()) {
    auto analyser = makeAnalyser(settings);
    analyser->start();
  }
}

void runShop() {
  Settings settings;
  count(settings);
  watch(settings);
}

// The same, and each visitor is asked first.
class Asking {
public:
  explicit Asking(std::string file) : file(std::move(file)) {}
  void start() { net = cv::dnn::readNetFromONNX(file); } // clean

private:
  std::string file;
  cv::dnn::Net net;
};
static void watchAsking(const Settings &settings) {
  Asking asking(settings.mood);
  asking.start();
}
void runAsking(int visitor) {
  Settings settings;
  if (!hasConsent(visitor, "emotion-recognition"))
    return;
  watchAsking(settings);
}
