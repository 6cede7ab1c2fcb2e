// Open Model Zoo, interactive_face_detection_demo/cpp/detectors.hpp: names and signatures.
#pragma once
#include <map>
#include <string>
#include <vector>

namespace cv {
class Mat;
}
struct BaseDetection {
  virtual ~BaseDetection() = default;
};
struct AgeGenderDetection : BaseDetection {
  struct Result {
    float age;
    float maleProb;
  };
  void submitRequest();
  void enqueue(const cv::Mat &face);
  Result operator[](int idx);
};
struct EmotionsDetection : BaseDetection {
  void submitRequest();
  void enqueue(const cv::Mat &face);
  std::map<std::string, float> operator[](int idx);
};
struct FacialLandmarksDetection : BaseDetection {
  std::vector<float> operator[](int idx);
};
