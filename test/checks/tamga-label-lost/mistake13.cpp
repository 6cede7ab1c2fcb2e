// RUN: %check %s --pack kz --check tamga-label-missing --check tamga-label-synthetic --check tamga-label-lost --check tamga-label-invalid -- -std=c++17 -I %S/../../mock
// Changes after signing make the signature invalid.
#include "c2pa.hpp"
#include <exiv2/exiv2.hpp>

void edited(c2pa::Signer &signer) {
  c2pa::Builder builder("{}");
  builder.set_intent(Create, TrainedAlgorithmicMedia);
  builder.sign("raw.png", "signed.png", signer);
  auto image = Exiv2::ImageFactory::open("signed.png");
  image->exifData()["Exif.Image.Artist"] = "Aigerim";
  image->writeMetadata(); // expect tamga-label-lost
}

void editedBefore(c2pa::Signer &signer) {
  auto image = Exiv2::ImageFactory::open("raw.png");
  image->exifData()["Exif.Image.Artist"] = "Aigerim";
  image->writeMetadata(); // clean
  c2pa::Builder builder("{}");
  builder.set_intent(Create, TrainedAlgorithmicMedia);
  builder.sign("raw.png", "signed.png", signer);
}

void addArtist(const std::string &path) {
  auto image = Exiv2::ImageFactory::open(path);
  image->exifData()["Exif.Image.Artist"] = "Aigerim";
  image->writeMetadata(); // expect tamga-label-lost
}

void story(c2pa::Signer &signer, const std::string &raw, const std::string &path) {
  c2pa::Builder builder("{}");
  builder.set_intent(Create, TrainedAlgorithmicMedia);
  builder.sign(raw, path, signer);
  addArtist(path);
}

void anotherFile(c2pa::Signer &signer) {
  c2pa::Builder builder("{}");
  builder.set_intent(Create, TrainedAlgorithmicMedia);
  builder.sign("raw.png", "signed.png", signer);
  auto image = Exiv2::ImageFactory::open("other.png");
  image->exifData()["Exif.Image.Artist"] = "Aigerim";
  image->writeMetadata(); // clean
}
