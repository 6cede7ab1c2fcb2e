// RUN: %check %s --pack kz --check tamga-label-missing --check tamga-label-synthetic --check tamga-label-lost --check tamga-label-invalid -- -std=c++20 -I %S/../../mock
// The manifest is signed and kept outside the file.
#include "c2pa.hpp"

void apart(c2pa::Signer &signer) {
  c2pa::Builder builder("{}");
  builder.set_intent(Create, TrainedAlgorithmicMedia);
  builder.set_no_embed();
  builder.sign("raw.png", "signed.png", signer); // expect tamga-label-lost
}

void inside(c2pa::Signer &signer) {
  c2pa::Builder builder("{}");
  builder.set_intent(Create, TrainedAlgorithmicMedia);
  builder.sign("raw.png", "signed.png", signer); // clean
}

void remote(c2pa::Signer &signer) {
  c2pa::Builder builder("{}");
  builder.set_intent(Create, TrainedAlgorithmicMedia);
  builder.set_no_embed();
  builder.set_remote_url("https://example.org/manifest"); // label
  builder.sign("raw.png", "signed.png", signer); // clean
}

void remoteBefore(c2pa::Signer &signer) {
  c2pa::Builder builder("{}");
  builder.set_intent(Create, TrainedAlgorithmicMedia);
  builder.set_remote_url("https://example.org/manifest"); // label
  builder.set_no_embed();
  builder.sign("raw.png", "signed.png", signer); // clean
}
