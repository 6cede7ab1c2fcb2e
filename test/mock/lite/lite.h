// lite.ai.toolkit, lite/models.h and lite/ort/cv: names and signatures.
#pragma once
#include <string>
#include <vector>

namespace cv {
class Mat;
}
namespace lite {
namespace types {
struct Emotions { float score; unsigned int label; const char *text; bool flag; };
struct Age { float age; bool flag; };
struct Gender { float score; unsigned int label; const char *text; bool flag; };
struct FaceContent { std::vector<float> embedding; unsigned int dim; bool flag; };
struct Boxf { float x1, y1, x2, y2; };
} // namespace types
} // namespace lite
namespace ortcv {
namespace types = lite::types;
class EmotionFerPlus {
public:
  explicit EmotionFerPlus(const std::string &path, unsigned int threads = 1);
  void detect(const cv::Mat &mat, types::Emotions &emotions);
};
class AgeGoogleNet {
public:
  explicit AgeGoogleNet(const std::string &path, unsigned int threads = 1);
  void detect(const cv::Mat &mat, types::Age &age);
};
class GlintArcFace {
public:
  explicit GlintArcFace(const std::string &path, unsigned int threads = 1);
  void detect(const cv::Mat &mat, types::FaceContent &content);
};
class RetinaFace {
public:
  explicit RetinaFace(const std::string &path, unsigned int threads = 1);
  void detect(const cv::Mat &mat, std::vector<types::Boxf> &boxes, float score = 0.25f);
};
class Face_Fusion_Pipeline {
public:
  void detect(const std::string &source, const std::string &target, const std::string &save);
};
} // namespace ortcv
namespace lite {
namespace onnxruntime {
namespace cv {
namespace face {
namespace attr {
typedef ortcv::EmotionFerPlus EmotionFerPlus;
typedef ortcv::AgeGoogleNet AgeGoogleNet;
} // namespace attr
namespace detect {
typedef ortcv::RetinaFace RetinaFace;
}
namespace swap {
namespace facefusion {
typedef ortcv::Face_Fusion_Pipeline PipeLine;
}
} // namespace swap
} // namespace face
namespace faceid {
typedef ortcv::GlintArcFace GlintArcFace;
}
} // namespace cv
} // namespace onnxruntime
namespace cv = onnxruntime::cv;
} // namespace lite
