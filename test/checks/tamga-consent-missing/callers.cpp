// RUN: %check %s --pack kz --check tamga-consent-missing -- -std=c++20 -I %S/../../mock -isystem /usr/include/opencv4
// A check in every caller is enough; one caller without it is not.
#include <opencv2/objdetect.hpp>
#include <string>

bool has_consent(const std::string &user);

static cv::Mat describe(cv::FaceRecognizerSF &recognizer, const cv::Mat &face) {
  cv::Mat feature;
  recognizer.feature(face, feature);
  return feature;
}

void enrol(cv::FaceRecognizerSF &recognizer, const cv::Mat &face, const std::string &user) {
  if (has_consent(user))
    describe(recognizer, face);
}

static cv::Mat compare(cv::FaceRecognizerSF &recognizer, const cv::Mat &face) {
  cv::Mat feature;
  recognizer.feature(face, feature); // expect tamga-consent-missing
  return feature;
}

void checked(cv::FaceRecognizerSF &recognizer, const cv::Mat &face, const std::string &user) {
  if (has_consent(user))
    compare(recognizer, face);
}

void unchecked(cv::FaceRecognizerSF &recognizer, const cv::Mat &face) {
  compare(recognizer, face);
}

static bool mayUse(const std::string &user) { return !user.empty() && has_consent(user); }

void helper(cv::FaceRecognizerSF &recognizer, const cv::Mat &face, const std::string &user) {
  cv::Mat feature;
  if (mayUse(user))
    recognizer.feature(face, feature);
}
