// RUN: %check %s --pack kz --check tamga-consent-missing -- -std=c++20 -I %S/../../mock -isystem /usr/include/opencv4
// A turnstile with a camera: faces are described in one class and kept in another; visitors
// are asked at the desk, and those who come through the back door are not.
#include <map>
#include <opencv2/objdetect.hpp>
#include <optional>
#include <set>
#include <sqlite3.h>
#include <string>

class Desk {
public:
  bool has_consent(int visitor) const { return asked.count(visitor) > 0; }
  void ask(int visitor) { asked.insert(visitor); }

private:
  std::set<int> asked;
};

class Describer {
public:
  explicit Describer(cv::Ptr<cv::FaceRecognizerSF> recognizer) : recognizer(recognizer) {}
  cv::Mat describe(const cv::Mat &face) {
    cv::Mat feature;
    recognizer->feature(face, feature); // expect tamga-consent-missing
    return feature;
  }
  cv::Mat describeAsked(const cv::Mat &face) {
    cv::Mat feature;
    recognizer->feature(face, feature); // clean
    return feature;
  }

private:
  cv::Ptr<cv::FaceRecognizerSF> recognizer;
};

class Turnstile {
public:
  Turnstile(Describer &describer, Desk &desk) : describer(describer), desk(desk) {}

  std::optional<cv::Mat> front(int visitor, const cv::Mat &face) {
    if (!mayLook(visitor)) // guard
      return std::nullopt;
    return describer.describeAsked(face); // clean
  }
  cv::Mat back(const cv::Mat &face) { return describer.describe(face); }
  bool opens(int visitor) const { return visitor % 2 == 0; } // clean

private:
  bool mayLook(int visitor) const { return visitor > 0 && desk.has_consent(visitor); }
  Describer &describer;
  Desk &desk;
};

int main() {
  Desk desk;
  Describer describer(cv::FaceRecognizerSF::create("sface.onnx", ""));
  Turnstile turnstile(describer, desk);
  desk.ask(7);
  cv::Mat face(112, 112, CV_8UC3);
  turnstile.front(7, face);
  turnstile.back(face);
  return turnstile.opens(7);
}
