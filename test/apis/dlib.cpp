// RUN: %check %s --pack kz --check tamga-consent-missing -- -std=c++20
// dlib: faces, landmarks.
#include <dlib/image_processing.h>
#include <dlib/image_processing/frontal_face_detector.h>

void faces(dlib::frontal_face_detector &detector, dlib::shape_predictor &predictor,
           const dlib::array2d<unsigned char> &picture) {
  std::vector<dlib::rectangle> found = detector(picture); // expect tamga-consent-missing
  for (const dlib::rectangle &face : found)
    predictor(picture, face); // expect tamga-consent-missing
}
