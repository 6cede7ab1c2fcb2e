// FastDeploy, fastdeploy/vision.h: names and signatures.
#pragma once
#include <string>
#include <vector>

namespace cv {
class Mat;
}
namespace fastdeploy {
namespace vision {
struct FaceDetectionResult { std::vector<float> scores; };
struct FaceRecognitionResult { std::vector<float> embedding; };
struct OCRResult { std::vector<std::string> text; };
struct ClassifyResult { std::vector<int> label_ids; std::string Str(); };
namespace facedet {
class SCRFD {
public:
  virtual bool Predict(cv::Mat *im, FaceDetectionResult *result, float threshold = 0.25f);
};
} // namespace facedet
namespace faceid {
class InsightFaceRecognitionBase {
public:
  virtual bool Predict(const cv::Mat &im, FaceRecognitionResult *result);
};
class ArcFace : public InsightFaceRecognitionBase {};
} // namespace faceid
namespace classification {
class PaddleClasModel {
public:
  virtual bool Predict(const cv::Mat &img, ClassifyResult *result);
};
} // namespace classification
} // namespace vision
namespace pipeline {
class PPOCRv2 {
public:
  virtual bool Predict(const cv::Mat &img, vision::OCRResult *result);
};
} // namespace pipeline
} // namespace fastdeploy
