// RUN: %check %s --pack %S/Inputs/kinds.json -- -std=c++20 -I %S/../mock
// RealSense ID: a camera that recognises faces.
#include "RealSenseID/FaceAuthenticator.h"

using namespace RealSenseID;

bool hasConsent(const char *person);

void enrolled(FaceAuthenticator &camera, EnrollmentCallback &callback, const char *person) {
  if (hasConsent(person))
    camera.Enroll(callback, person); // clean
  camera.Enroll(callback, person);   // expect tamga-custom-person
}

void pictures(FaceAuthenticator &camera, const unsigned char *picture) {
  camera.EnrollImage("Aigerim", picture, 640, 480); // expect tamga-custom-person
  camera.RemoveUser("Aigerim");                     // clean
  camera.Standby();                                 // clean
}

void recognised(FaceAuthenticator &camera, AuthenticationCallback &callback) {
  camera.Authenticate(callback); // expect tamga-custom-person
}

void exported(FaceAuthenticator &camera, Faceprints *prints) {
  unsigned count = 0;
  camera.GetUsersFaceprints(prints, count); // expect tamga-custom-person
}
