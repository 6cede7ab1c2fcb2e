// RUN: %check %s --pack kz --check tamga-label-missing --check tamga-label-synthetic --check tamga-label-lost --check tamga-label-invalid -- -std=c++17 -I %S/../../mock -I /usr/include/opencv4
// Marked, then decoded and encoded again: the pixels go on, the metadata do not.
#include <exiv2/exiv2.hpp>
#include <opencv2/core.hpp>
#include <opencv2/imgcodecs.hpp>

void mark(const std::string &path) {
  auto image = Exiv2::ImageFactory::open(path);
  image->xmpData()["Xmp.iptcExt.DigitalSourceType"] =
      "http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia";
  image->writeMetadata();
}

void thumbnail(const std::string &path, const std::string &small) {
  mark(path);
  cv::imwrite(small, cv::imread(path)); // expect tamga-label-lost
}

void markedThumbnail(const std::string &path, const std::string &small) {
  mark(path);
  cv::imwrite(small, cv::imread(path)); // clean
  mark(small); // label: after
}

void unmarked(const std::string &path, const std::string &small) {
  cv::imwrite(small, cv::imread(path)); // clean
}
