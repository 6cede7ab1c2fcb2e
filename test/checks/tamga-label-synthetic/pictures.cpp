// RUN: %check %s --pack kz --check tamga-label-missing --check tamga-label-synthetic --check tamga-label-lost --check tamga-label-invalid -- -std=c++17 -I %S/../../mock -I /usr/include/opencv4
// Pictures need a mark and a warning; each alone is not enough.
#include "c2pa.hpp"
#include <exiv2/exiv2.hpp>
#include "stable-diffusion.h"
#include <opencv2/core.hpp>
#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>
#include <fstream>
#include <sstream>

cv::Mat paint(sd_ctx_t *context, const sd_img_gen_params_t *params) {
  sd_image_t *images = nullptr;
  int count = 0;
  generate_image(context, params, &images, &count);
  cv::Mat picture = cv::Mat(512, 512, CV_8UC3, images[0].data).clone();
  free_sd_images(images, count);
  return picture;
}

void warn(cv::Mat &picture) {
  cv::putText(picture, "AI-generated", cv::Point(10, 30), cv::FONT_HERSHEY_SIMPLEX, 1.0,
              cv::Scalar(255, 255, 255));
}

void mark(const std::string &path) {
  auto image = Exiv2::ImageFactory::open(path);
  image->xmpData()["Xmp.iptcExt.DigitalSourceType"] =
      "http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia";
  image->writeMetadata();
}

void bare(sd_ctx_t *context, const sd_img_gen_params_t *params) {
  cv::imwrite("out.png", paint(context, params)); // expect tamga-label-synthetic
}

void onlyWarning(sd_ctx_t *context, const sd_img_gen_params_t *params) {
  cv::Mat picture = paint(context, params);
  warn(picture);
  cv::imwrite("out.png", picture); // expect tamga-label-synthetic
}

void onlyMark(sd_ctx_t *context, const sd_img_gen_params_t *params, const std::string &path) {
  cv::Mat picture = paint(context, params);
  cv::imwrite(path, picture); // expect tamga-label-synthetic
  mark(path);
}

void both(sd_ctx_t *context, const sd_img_gen_params_t *params, const std::string &path) {
  cv::Mat picture = paint(context, params);
  warn(picture); // label
  cv::imwrite(path, picture); // clean
  mark(path); // label: after
}

void markBefore(sd_ctx_t *context, const sd_img_gen_params_t *params, const std::string &path) {
  cv::Mat picture = paint(context, params);
  warn(picture);
  mark(path);
  cv::imwrite(path, picture); // expect tamga-label-synthetic
}

void sometimes(sd_ctx_t *context, const sd_img_gen_params_t *params, bool isFinal) {
  cv::Mat picture = paint(context, params);
  warn(picture);
  cv::imwrite("out.png", picture); // expect tamga-label-synthetic
  if (isFinal)
    mark("out.png");
}

void shown(sd_ctx_t *context, const sd_img_gen_params_t *params, c2pa::Signer &signer) {
  cv::Mat picture = paint(context, params);
  warn(picture); // label
  cv::imwrite("raw.png", picture); // clean
  c2pa::Builder builder("{}");
  builder.set_intent(Create, TrainedAlgorithmicMedia);
  builder.sign("raw.png", "signed.png", signer); // label: after
}

void streams(sd_ctx_t *context, const sd_img_gen_params_t *params, c2pa::Signer &signer) {
  cv::Mat picture = paint(context, params);
  warn(picture); // label
  cv::imwrite("raw.png", picture); // clean
  std::ifstream in("raw.png", std::ios::binary);
  std::ofstream out("signed.png", std::ios::binary);
  c2pa::Builder builder("{}");
  builder.set_intent(Create, TrainedAlgorithmicMedia);
  builder.sign("image/png", in, out, signer); // label: after
}

void memory(sd_ctx_t *context, const sd_img_gen_params_t *params, c2pa::Signer &signer) {
  cv::Mat picture = paint(context, params);
  warn(picture); // label
  std::vector<unsigned char> bytes;
  cv::imencode(".png", picture, bytes);
  std::istringstream in(std::string(bytes.begin(), bytes.end()));
  std::stringstream out;
  c2pa::Builder builder("{}");
  builder.set_intent(Create, TrainedAlgorithmicMedia);
  builder.sign("image/png", in, out, signer);
  std::ofstream file("signed.png", std::ios::binary);
  file << out.str(); // clean
}

void unsignedBytes(sd_ctx_t *context, const sd_img_gen_params_t *params) {
  cv::Mat picture = paint(context, params);
  warn(picture);
  std::vector<unsigned char> bytes;
  cv::imencode(".png", picture, bytes);
  std::ofstream file("out.png", std::ios::binary);
  file << std::string(bytes.begin(), bytes.end()); // expect tamga-label-synthetic
}

void temporary(sd_ctx_t *context, const sd_img_gen_params_t *params) {
  cv::imwrite("/tmp/step.png", paint(context, params)); // clean
}

class Gallery {
public:
  Gallery(sd_ctx_t *context, std::string folder) : context(context), folder(std::move(folder)) {}

  void add(const sd_img_gen_params_t *params, const std::string &name) {
    cv::Mat picture = paint(context, params);
    caption(picture); // label
    const std::string path = folder + "/" + name + ".png";
    save(path, picture); // clean
  }

  void addBare(const sd_img_gen_params_t *params, const std::string &name) {
    cv::Mat picture = paint(context, params);
    const std::string path = folder + "/" + name + ".png";
    cv::imwrite(path, picture); // expect tamga-label-synthetic
    mark(path);
  }

private:
  void caption(cv::Mat &picture) {
    cv::putText(picture, "Создано ИИ", cv::Point(4, 20), cv::FONT_HERSHEY_PLAIN, 1.0,
                cv::Scalar(0, 0, 0));
  }
  void save(const std::string &path, const cv::Mat &picture) {
    cv::imwrite(path, picture); // clean
    mark(path); // label: after
  }

  sd_ctx_t *context;
  std::string folder;
};
