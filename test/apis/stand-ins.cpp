// RUN: %check %s --pack %S/Inputs/kinds.json -- -std=c++20
// Models bind by qualified names: they hold where a library is a small stand-in in the
// program's own tree, with bodies of its own or without, classes where the library has
// other names of classes, and fewer parameters than the library by default arguments.
#include <cstdio>
#include <string>
#include <vector>

namespace cv {
struct Mat {
  std::vector<unsigned char> pixels;
};
struct VideoCapture {
  bool read(Mat &frame) {
    frame.pixels.assign(4, 0);
    return true;
  }
};
struct FaceRecognizerSF {
  void feature(const Mat &aligned, Mat &feature) { feature = aligned; }
  double match(const Mat &one, const Mat &other, int type = 0) { return 1; }
};
} // namespace cv

// A stand-in of llama.h that is a class of pointers to nothing.
struct llama_context;
struct llama_sampler;
typedef int llama_token;
llama_token llama_sampler_sample(llama_sampler *, llama_context *, int) { return 7; }

namespace lite::cv::face::attr {
struct Emotions {
  const char *text = "";
};
class EmotionFerPlus {
public:
  void detect(const ::cv::Mat &, Emotions &emotions) { emotions.text = "calm"; }
};
} // namespace lite::cv::face::attr

namespace seeta {
struct FaceRecognizer {
  bool Extract(const void *image, const void *points, float *features) const {
    features[0] = 1;
    return true;
  }
};
} // namespace seeta

bool hasConsent();

void camera(cv::VideoCapture &camera, cv::FaceRecognizerSF &recognizer) {
  cv::Mat frame, feature;
  camera.read(frame);                 // expect tamga-custom-person
  recognizer.feature(frame, feature); // expect tamga-custom-person
  if (hasConsent())
    recognizer.match(frame, feature); // clean
  recognizer.match(frame, feature);   // expect tamga-custom-person
}

void token(llama_sampler *sampler, llama_context *context) {
  llama_token token = llama_sampler_sample(sampler, context, -1);
  printf("%d\n", token); // expect tamga-custom-output
  printf("%d\n", 7);     // clean
}

void mood(lite::cv::face::attr::EmotionFerPlus &model, const cv::Mat &face) {
  lite::cv::face::attr::Emotions emotions;
  model.detect(face, emotions); // expect tamga-custom-capability // expect tamga-custom-person
  puts(emotions.text);          // expect tamga-custom-output
}

void described(const seeta::FaceRecognizer &recognizer, const void *image) {
  float features[1024];
  recognizer.Extract(image, nullptr, features); // expect tamga-custom-person
}

// The same names elsewhere are not meant.
namespace mine {
struct VideoCapture {
  bool read(cv::Mat &frame);
};
} // namespace mine
void other(mine::VideoCapture &camera, cv::Mat &frame) { camera.read(frame); } // clean
