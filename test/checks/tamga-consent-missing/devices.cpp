// RUN: %check %s --pack kz --check tamga-consent-missing --check tamga-consent-scope -- -std=c++20
// Qt's permissions: the one for the device that is used. (Names and signatures of Qt 6.5.)
#include <string>

namespace Qt {
enum class PermissionStatus { Undetermined, Granted, Denied };
}
class QPermission {};
class QCameraPermission {};
class QLocationPermission {};
class QCoreApplication {
public:
  Qt::PermissionStatus checkPermission(const QCameraPermission &permission);
  Qt::PermissionStatus checkPermission(const QLocationPermission &permission);
};
class QGeoPositionInfoSource {
public:
  void startUpdates();
};

void tracks(QGeoPositionInfoSource &source) {
  source.startUpdates(); // expect tamga-consent-missing
}

void tracksAllowed(QCoreApplication &application, QGeoPositionInfoSource &source) {
  if (application.checkPermission(QLocationPermission()) == Qt::PermissionStatus::Granted) // guard
    source.startUpdates(); // clean
}

void tracksSwitch(QCoreApplication &application, QGeoPositionInfoSource &source) {
  switch (application.checkPermission(QLocationPermission())) {
  case Qt::PermissionStatus::Undetermined:
  case Qt::PermissionStatus::Denied:
    return;
  case Qt::PermissionStatus::Granted:
    source.startUpdates(); // clean
  }
}

void wrongStatus(QCoreApplication &application, QGeoPositionInfoSource &source) {
  if (application.checkPermission(QLocationPermission()) == Qt::PermissionStatus::Denied)
    source.startUpdates(); // expect tamga-consent-missing
}

void wrongDevice(QCoreApplication &application, QGeoPositionInfoSource &source) {
  if (application.checkPermission(QCameraPermission()) == Qt::PermissionStatus::Granted)
    source.startUpdates(); // expect tamga-consent-scope: another purpose
}
