// RUN: %check %s --pack %S/Inputs/kinds.json -- -std=c++20 -I %S/../mock
// SeetaFace: faces found, described, stored and recognised.
#include "seeta/FaceRecognizer.h"

bool hasConsent(int person);

int found(const seeta::FaceDetector &detector, const SeetaImageData &image) {
  return detector.detect(image).size; // expect tamga-custom-person
}

float compared(const seeta::FaceRecognizer &recognizer, const SeetaImageData &image,
               const SeetaPointF *points, const float *known) {
  float features[1024];
  recognizer.Extract(image, points, features);             // expect tamga-custom-person
  return recognizer.CalculateSimilarity(features, known);  // expect tamga-custom-person
}

void stored(seeta::FaceDatabase &database, const SeetaImageData &image,
            const SeetaPointF *points, int person) {
  if (hasConsent(person))
    database.Register(image, points); // clean
  database.Register(image, points);   // expect tamga-custom-person
  database.Query(image, points);      // expect tamga-custom-person
  database.Delete(3);                 // clean
  if (database.Count() > 10)          // clean
    return;
}
