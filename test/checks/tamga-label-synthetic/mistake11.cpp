// RUN: %check %s --pack kz --check tamga-label-missing --check tamga-label-synthetic --check tamga-label-lost --check tamga-label-invalid -- -std=c++17 -I %S/../../mock -I /usr/include/opencv4
// The label goes to a copy, and the original goes out.
#include <exiv2/exiv2.hpp>
#include "stable-diffusion.h"
#include <opencv2/core.hpp>
#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>

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

void ofCopy(sd_ctx_t *context, const sd_img_gen_params_t *params) {
  cv::Mat picture = paint(context, params);
  cv::Mat copy = picture.clone();
  warn(copy);
  cv::imwrite("out.png", picture); // expect tamga-label-synthetic
  mark("out.png");
}

void ofOriginal(sd_ctx_t *context, const sd_img_gen_params_t *params) {
  cv::Mat picture = paint(context, params);
  warn(picture); // label
  cv::Mat copy = picture.clone();
  cv::imwrite("out.png", copy); // clean
  mark("out.png"); // label: after
}

void anotherFile(sd_ctx_t *context, const sd_img_gen_params_t *params) {
  cv::Mat picture = paint(context, params);
  warn(picture);
  cv::imwrite("out.png", picture); // expect tamga-label-synthetic
  mark("copy.png");
}
