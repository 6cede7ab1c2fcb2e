// RUN: %check %s --pack kz --check tamga-label-invalid -- -std=c++20
// The wrong word as a constant of every kind.
#include <exiv2/exiv2.hpp>
#include <string>
#include <string_view>

static const std::string text = "trainedAlgorithmicMedia";
const std::string braced{"trainedAlgorithmicMedia"};
static const char array[] = "trainedAlgorithmicMedia";
static constexpr std::string_view view = "trainedAlgorithmicMedia";
constexpr const char *pointer = "trainedAlgorithmicMedia";
const std::string good = "http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia";
static const char goodArray[] =
    "http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia";

static const char *key = "Xmp.iptcExt.DigitalSourceType";

struct Marker {
  static constexpr const char *word = "trainedAlgorithmicMedia";
  static inline const std::string own = "trainedAlgorithmicMedia";
  static const char *const late;
  void useWord(Exiv2::XmpData &xmp) { xmp["Xmp.iptcExt.DigitalSourceType"] = word; } // expect tamga-label-invalid
  void useOwn(Exiv2::XmpData &xmp) { xmp["Xmp.iptcExt.DigitalSourceType"] = own; }   // expect tamga-label-invalid
  void useLate(Exiv2::XmpData &xmp) { xmp["Xmp.iptcExt.DigitalSourceType"] = late; } // expect tamga-label-invalid
};
const char *const Marker::late = "trainedAlgorithmicMedia";

void globals(Exiv2::XmpData &xmp) {
  xmp["Xmp.iptcExt.DigitalSourceType"] = text;              // expect tamga-label-invalid
  xmp["Xmp.iptcExt.DigitalSourceType"] = braced;            // expect tamga-label-invalid
  xmp["Xmp.iptcExt.DigitalSourceType"] = array;             // expect tamga-label-invalid
  xmp["Xmp.iptcExt.DigitalSourceType"] = std::string(view); // expect tamga-label-invalid
  xmp["Xmp.iptcExt.DigitalSourceType"] = pointer;           // expect tamga-label-invalid
  xmp["Xmp.iptcExt.DigitalSourceType"] = good;              // clean
  xmp["Xmp.iptcExt.DigitalSourceType"] = goodArray;         // clean
  xmp["Xmp.iptcExt.DigitalSourceType"] = key;               // expect tamga-label-invalid
}

void locals(Exiv2::XmpData &xmp) {
  static const std::string kept = "trainedAlgorithmicMedia";
  xmp["Xmp.iptcExt.DigitalSourceType"] = kept; // expect tamga-label-invalid
  const char letters[] = "trainedAlgorithmicMedia";
  xmp["Xmp.iptcExt.DigitalSourceType"] = letters; // expect tamga-label-invalid
  std::string assigned;
  assigned = "trainedAlgorithmicMedia";
  xmp["Xmp.iptcExt.DigitalSourceType"] = assigned; // expect tamga-label-invalid
}
