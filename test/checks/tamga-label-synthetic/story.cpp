// RUN: %check %s --pack kz --check tamga-label-synthetic -- -std=c++17 -I %S/../../mock -isystem /usr/include/opencv4
// A studio for postcards: painting, writing on it and marking the file are three classes, and
// the express order leaves one of them out.
#include <exiv2/exiv2.hpp>
#include "stable-diffusion.h"
#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>
#include <string>

class Painter {
public:
  explicit Painter(sd_ctx_t *context) : context(context) {}
  cv::Mat paint(const sd_img_gen_params_t *params) {
    sd_image_t *images = nullptr;
    int count = 0;
    generate_image(context, params, &images, &count);
    cv::Mat picture = cv::Mat(512, 512, CV_8UC3, images[0].data).clone();
    free_sd_images(images, count);
    return picture;
  }

private:
  sd_ctx_t *context;
};

struct Caption {
  double size = 1.0;
  void on(cv::Mat &picture) const {
    cv::putText(picture, "ЖИ жасаған", {10, 30}, cv::FONT_HERSHEY_SIMPLEX, size, {255, 255, 255});
  }
};

class Archivist {
public:
  void describe(const std::string &path) {
    auto image = Exiv2::ImageFactory::open(path);
    image->xmpData()["Xmp.iptcExt.DigitalSourceType"] = uri;
    image->writeMetadata();
  }

private:
  static constexpr const char *uri =
      "http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia";
};

class Studio {
public:
  explicit Studio(sd_ctx_t *context) : painter(context) {}

  void order(const sd_img_gen_params_t *params, const std::string &path) {
    cv::Mat card = painter.paint(params);
    caption.on(card); // label
    cv::imwrite(path, card); // clean
    archivist.describe(path); // label: after
  }

  void express(const sd_img_gen_params_t *params, const std::string &path) {
    cv::Mat card = painter.paint(params);
    caption.on(card);
    cv::imwrite(path, card); // expect tamga-label-synthetic
  }

  void scanned(const std::string &photo, const std::string &path) {
    cv::imwrite(path, cv::imread(photo)); // clean
  }

  void framed(const sd_img_gen_params_t *params, const std::string &path) {
    cv::Mat card = frame(painter.paint(params));
    cv::imwrite(path, card); // expect tamga-label-synthetic
    archivist.describe(path);
  }

private:
  static cv::Mat frame(const cv::Mat &card) {
    cv::Mat framed;
    cv::copyMakeBorder(card, framed, 8, 8, 8, 8, cv::BORDER_CONSTANT);
    return framed;
  }
  Painter painter;
  Caption caption;
  Archivist archivist;
};

void open(sd_ctx_t *context, const sd_img_gen_params_t *params) {
  Studio studio(context);
  studio.order(params, "card.png");
  studio.express(params, "express.png");
  studio.scanned("photo.jpg", "scan.png");
  studio.framed(params, "framed.png");
}
