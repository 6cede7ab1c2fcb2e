// RUN: %check %s --pack kz --check tamga-label-missing --check tamga-label-synthetic --check tamga-label-lost --check tamga-label-invalid -- -std=c++17
// Marks that are removed.
#include <exiv2/exiv2.hpp>
#include <cstdlib>

void mark(const std::string &path) {
  auto image = Exiv2::ImageFactory::open(path);
  image->xmpData()["Xmp.iptcExt.DigitalSourceType"] =
      "http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia";
  image->writeMetadata();
}

void cleared(const std::string &path) {
  mark(path);
  auto image = Exiv2::ImageFactory::open(path);
  image->clearMetadata(); // expect tamga-label-lost
  image->writeMetadata();
}

void strip(const std::string &path) {
  auto image = Exiv2::ImageFactory::open(path);
  image->clearXmpData(); // expect tamga-label-lost
  image->writeMetadata();
}

void stripped(const std::string &path) {
  mark(path);
  strip(path);
}

void clearedBefore(const std::string &path) {
  auto image = Exiv2::ImageFactory::open(path);
  image->clearMetadata(); // clean
  image->writeMetadata();
  mark(path);
}

void anotherFile(const std::string &path, const std::string &photo) {
  mark(path);
  auto image = Exiv2::ImageFactory::open(photo);
  image->clearMetadata(); // clean
  image->writeMetadata();
}

void command() {
  std::system("ffmpeg -i in.mp4 -map_metadata -1 -c copy out.mp4"); // expect tamga-label-lost
  std::system("ffmpeg -i in.mp4 -c copy out.mp4"); // clean
}
