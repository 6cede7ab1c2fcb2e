// RUN: %check %s --pack kz --check tamga-label-missing --check tamga-label-synthetic --check tamga-label-lost --check tamga-label-invalid -- -std=c++17 -I /usr/include/exempi-2.0
// A bare word where XMP wants the URI of the vocabulary.
#include <exiv2/exiv2.hpp>
#include <exempi/xmp.h>

void bare(Exiv2::Image &image) {
  Exiv2::XmpData xmp;
  xmp["Xmp.iptcExt.DigitalSourceType"] = "trainedAlgorithmicMedia"; // expect tamga-label-invalid
  image.setXmpData(xmp);
  image.writeMetadata();
}

void full(Exiv2::Image &image) {
  Exiv2::XmpData xmp;
  xmp["Xmp.iptcExt.DigitalSourceType"] = // clean
      "http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia";
  image.setXmpData(xmp);
  image.writeMetadata();
}

void secure(Exiv2::Image &image) {
  Exiv2::XmpData xmp;
  xmp["Xmp.iptcExt.DigitalSourceType"] = // expect tamga-label-invalid
      "https://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia";
  image.setXmpData(xmp);
  image.writeMetadata();
}

void camera(Exiv2::Image &image) {
  image.xmpData()["Xmp.iptcExt.DigitalSourceType"] = // expect tamga-label-invalid
      "http://cv.iptc.org/newscodes/digitalsourcetype/digitalCapture";
  image.writeMetadata();
}

void ofExempi(XmpPtr xmp, XmpFilePtr file) {
  xmp_set_property(xmp, "http://iptc.org/std/Iptc4xmpExt/2008-02-29/", "DigitalSourceType", // expect tamga-label-invalid
                   "trainedAlgorithmicMedia", 0);
  xmp_files_put_xmp(file, xmp);
  xmp_files_close(file, XMP_CLOSE_SAFEUPDATE);
}
