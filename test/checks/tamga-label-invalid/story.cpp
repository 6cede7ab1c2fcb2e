// RUN: %check %s --pack kz --check tamga-label-invalid -- -std=c++17 -I %S/../../mock -isystem /usr/include/opencv4
// A printer of posters: the style of the caption and the wording of the mark are settings, and
// some settings make labels that nobody sees, or that say the wrong thing.
#include "c2pa.hpp"
#include <exiv2/exiv2.hpp>
#include <opencv2/imgproc.hpp>
#include <string>

struct Style {
  double scale = 1.0;
  int left = 12;
};

static const char *const full =
    "http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia";
static const char *const word = "trainedAlgorithmicMedia";

static void write(cv::Mat &poster, const Style &style) {
  cv::putText(poster, "AI-generated", {style.left, 40}, cv::FONT_HERSHEY_SIMPLEX, style.scale, // expect tamga-label-invalid
              {255, 255, 255});
}
static void writeLarge(cv::Mat &poster, const Style &style) {
  cv::putText(poster, "AI-generated", {style.left, 40}, cv::FONT_HERSHEY_SIMPLEX, style.scale, // clean
              {255, 255, 255});
}

static void describe(Exiv2::Image &image, const char *type) {
  Exiv2::XmpData xmp;
  xmp["Xmp.iptcExt.DigitalSourceType"] = type; // expect tamga-label-invalid
  image.setXmpData(xmp);
  image.writeMetadata();
}
static void describeFully(Exiv2::Image &image, const char *type) {
  Exiv2::XmpData xmp;
  xmp["Xmp.iptcExt.DigitalSourceType"] = type; // clean
  image.setXmpData(xmp);
  image.writeMetadata();
}

class Press {
public:
  void discreet(cv::Mat &poster) {
    Style style;
    style.scale = 0.1;
    write(poster, style);
  }
  void ordinary(cv::Mat &poster) {
    Style style;
    style.scale = 1.5;
    writeLarge(poster, style);
  }
  void label(Exiv2::Image &image) {
    describe(image, word);
    describeFully(image, full);
  }
  void certify(c2pa::Signer &signer) {
    c2pa::Builder builder(manifest());
    prepare(builder); // label
    finish(builder, signer); // clean
  }
  void certifyHastily(c2pa::Signer &signer) {
    c2pa::Builder builder(manifest());
    builder.sign("poster.png", "hasty.png", signer); // expect tamga-label-invalid
  }

private:
  static std::string manifest() { return R"({"title":"poster"})"; }
  static void prepare(c2pa::Builder &builder) {
    builder.set_intent(Create, TrainedAlgorithmicMedia);
  }
  static void finish(c2pa::Builder &builder, c2pa::Signer &signer) {
    builder.sign("poster.png", "certified.png", signer); // clean
  }
};

void print(cv::Mat &poster, Exiv2::Image &image, c2pa::Signer &signer) {
  Press press;
  press.discreet(poster);
  press.ordinary(poster);
  press.label(image);
  press.certify(signer);
  press.certifyHastily(signer);
}
