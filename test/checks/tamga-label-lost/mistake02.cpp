// RUN: %check %s --pack kz --check tamga-label-missing --check tamga-label-synthetic --check tamga-label-lost --check tamga-label-invalid -- -std=c++17
// XMP that is set and not written on some path.
#include <exiv2/exiv2.hpp>

void sometimes(const std::string &path, bool isFinal) {
  auto image = Exiv2::ImageFactory::open(path);
  Exiv2::XmpData xmp;
  xmp["Xmp.iptcExt.DigitalSourceType"] =
      "http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia";
  image->setXmpData(xmp); // expect tamga-label-lost
  if (isFinal)
    image->writeMetadata();
}

void always(const std::string &path) {
  auto image = Exiv2::ImageFactory::open(path);
  Exiv2::XmpData xmp;
  xmp["Xmp.iptcExt.DigitalSourceType"] =
      "http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia";
  image->setXmpData(xmp); // clean
  image->writeMetadata(); // label: after
}

void neverGiven() {
  Exiv2::XmpData xmp;
  xmp["Xmp.iptcExt.DigitalSourceType"] = // expect tamga-label-lost
      "http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia";
}

void title(const std::string &path) {
  auto image = Exiv2::ImageFactory::open(path);
  Exiv2::XmpData xmp;
  xmp["Xmp.dc.title"] = "Summer";
  image->setXmpData(xmp); // clean
}
