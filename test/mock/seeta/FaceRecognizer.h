// SeetaFace2, FaceRecognizer.h, FaceDatabase.h and FaceDetector.h: names and signatures.
#pragma once
#include <cstdint>

struct SeetaImageData { int width, height, channels; unsigned char *data; };
struct SeetaPointF { double x, y; };
struct SeetaFaceInfo { int x, y, width, height; float score; };
struct SeetaFaceInfoArray { SeetaFaceInfo *data; int size; };
namespace seeta {
namespace v2 {
class FaceDetector {
public:
  SeetaFaceInfoArray detect(const SeetaImageData &image) const;
};
class FaceRecognizer {
public:
  int GetExtractFeatureSize() const;
  bool Extract(const SeetaImageData &image, const SeetaPointF *points, float *features) const;
  float CalculateSimilarity(const float *features1, const float *features2) const;
};
class FaceDatabase {
public:
  int64_t Register(const SeetaImageData &image, const SeetaPointF *points);
  int64_t Query(const SeetaImageData &image, const SeetaPointF *points,
                float *similarity = nullptr) const;
  int Delete(int64_t index);
  unsigned long Count() const;
};
} // namespace v2
using namespace v2;
} // namespace seeta
