// RUN: %check %s --pack kz --check tamga-consent-missing -- -std=c++20 -isystem /usr/include/opencv4
// Functions that are known as consent checks by their names.
#include <opencv2/objdetect.hpp>

namespace shop {
struct User {
  bool hasConsent() const;
  bool isConsentGiven() const;
};
bool check_consent(const User &user);
void requireConsent(const User &user, const char *purpose);
void withdraw_consent(const User &user);
} // namespace shop

namespace Qt {
enum class PermissionStatus { Undetermined, Granted, Denied };
}
struct QPermission {};
struct QCoreApplication {
  Qt::PermissionStatus checkPermission(const QPermission &permission);
};

void member(cv::FaceRecognizerSF &recognizer, const cv::Mat &face, const shop::User &user) {
  cv::Mat feature;
  if (user.hasConsent())
    recognizer.feature(face, feature);
  if (!user.isConsentGiven())
    return;
  recognizer.feature(face, feature);
}

void function(cv::FaceRecognizerSF &recognizer, const cv::Mat &face, const shop::User &user) {
  cv::Mat feature;
  if (shop::check_consent(user))
    recognizer.feature(face, feature);
  shop::requireConsent(user, "log-in");
  recognizer.feature(face, feature);
  shop::withdraw_consent(user);
  recognizer.feature(face, feature); // expect tamga-consent-missing
}

void permission(cv::FaceRecognizerSF &recognizer, const cv::Mat &face, QCoreApplication &app) {
  cv::Mat feature;
  if (app.checkPermission(QPermission()) == Qt::PermissionStatus::Granted)
    recognizer.feature(face, feature);
  if (app.checkPermission(QPermission()) == Qt::PermissionStatus::Denied)
    recognizer.feature(face, feature); // expect tamga-consent-missing
}
