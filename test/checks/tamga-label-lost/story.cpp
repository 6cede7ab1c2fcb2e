// RUN: %check %s --pack kz --check tamga-label-lost -- -std=c++17 -I %S/../../mock -isystem /usr/include/opencv4
// A news desk: pictures are marked when they come in, and go through resizing, credits and
// cleaning before they are published.
#include "c2pa.hpp"
#include <exiv2/exiv2.hpp>
#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>
#include <string>

static const char *const uri =
    "http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia";

static void mark(const std::string &path) {
  auto image = Exiv2::ImageFactory::open(path);
  image->xmpData()["Xmp.iptcExt.DigitalSourceType"] = uri;
  image->writeMetadata();
}

static cv::Mat smaller(const cv::Mat &picture) {
  cv::Mat small;
  cv::resize(picture, small, cv::Size(), 0.5, 0.5);
  return small;
}
static cv::Mat half(const std::string &path) { return smaller(cv::imread(path)); }

class Desk {
public:
  void teaser(const std::string &path) {
    mark(path);
    cv::imwrite(path + ".small.png", smaller(cv::imread(path))); // expect tamga-label-lost
  }

  void teaserByHelper(const std::string &path) {
    mark(path);
    cv::imwrite(path + ".half.png", half(path)); // missed tamga-label-lost
  }

  void markedTeaser(const std::string &path, const std::string &small) {
    mark(path);
    cv::imwrite(small, smaller(cv::imread(path))); // clean
    mark(small); // label: after
  }

  void agencyTeaser(const std::string &photo) {
    cv::imwrite("teaser.png", half(photo)); // clean
  }

  void certify(c2pa::Builder &builder, c2pa::Signer &signer, const std::string &path) {
    builder.set_intent(Create, TrainedAlgorithmicMedia);
    builder.sign("raw.png", path, signer);
  }

  void publish(c2pa::Builder &builder, c2pa::Signer &signer, const std::string &path) {
    certify(builder, signer, path);
    credit(path);
  }

  void publishCredited(c2pa::Builder &builder, c2pa::Signer &signer) {
    creditRaw("raw.png");
    certify(builder, signer, "credited.png");
  }

  void clean(const std::string &path) {
    mark(path);
    forget(path);
  }

private:
  static void credit(const std::string &path) {
    auto image = Exiv2::ImageFactory::open(path);
    image->exifData()["Exif.Image.Artist"] = "the desk";
    image->writeMetadata(); // expect tamga-label-lost
  }
  static void creditRaw(const std::string &path) {
    auto image = Exiv2::ImageFactory::open(path);
    image->exifData()["Exif.Image.Artist"] = "the desk";
    image->writeMetadata(); // clean
  }
  static void forget(const std::string &path) {
    auto image = Exiv2::ImageFactory::open(path);
    image->clearMetadata(); // expect tamga-label-lost
    image->writeMetadata();
  }
};

void day(c2pa::Builder &builder, c2pa::Signer &signer) {
  Desk desk;
  desk.teaser("flood.png");
  desk.teaserByHelper("smoke.png");
  desk.markedTeaser("fire.png", "fire-small.png");
  desk.agencyTeaser("storm.jpg");
  desk.publish(builder, signer, "cover.png");
  desk.publishCredited(builder, signer);
  desk.clean("old.png");
}
