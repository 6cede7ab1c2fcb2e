// RUN: %check %s --pack kz --check tamga-consent-missing -- -std=c++20 -I %S/../../mock -isystem /usr/include/opencv4
// The check has to hold on every path to the use.
#include <opencv2/objdetect.hpp>
#include <string>

bool has_consent(const std::string &user);
void require_consent(const std::string &user);

void never(cv::FaceRecognizerSF &recognizer, const cv::Mat &face) {
  cv::Mat feature;
  recognizer.feature(face, feature); // expect tamga-consent-missing
}

void earlyReturn(cv::FaceRecognizerSF &recognizer, const cv::Mat &face, const std::string &user) {
  if (!has_consent(user))
    return;
  cv::Mat feature;
  recognizer.feature(face, feature);
}

void throwing(cv::FaceRecognizerSF &recognizer, const cv::Mat &face, const std::string &user) {
  require_consent(user);
  cv::Mat feature;
  recognizer.feature(face, feature);
}

void oneBranch(cv::FaceRecognizerSF &recognizer, const cv::Mat &face, const std::string &user,
               bool isGuest) {
  if (!isGuest && !has_consent(user))
    return;
  cv::Mat feature;
  recognizer.feature(face, feature); // expect tamga-consent-missing
}

void wrongBranch(cv::FaceRecognizerSF &recognizer, const cv::Mat &face, const std::string &user) {
  if (has_consent(user))
    return;
  cv::Mat feature;
  recognizer.feature(face, feature); // expect tamga-consent-missing
}

void notLookedAt(cv::FaceRecognizerSF &recognizer, const cv::Mat &face, const std::string &user) {
  has_consent(user);
  cv::Mat feature;
  recognizer.feature(face, feature); // expect tamga-consent-missing
}

void afterwards(cv::FaceRecognizerSF &recognizer, const cv::Mat &face, const std::string &user) {
  cv::Mat feature;
  recognizer.feature(face, feature); // expect tamga-consent-missing
  if (!has_consent(user))
    return;
}

void remembered(cv::FaceRecognizerSF &recognizer, const cv::Mat &face, const std::string &user) {
  bool isAllowed = has_consent(user);
  cv::Mat feature;
  if (isAllowed)
    recognizer.feature(face, feature);
}
