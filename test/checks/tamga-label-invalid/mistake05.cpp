// RUN: %check %s --pack kz --check tamga-label-missing --check tamga-label-synthetic --check tamga-label-lost --check tamga-label-invalid -- -std=c++20 -I %S/../../mock
// A manifest that does not say that AI made the content, or says the opposite.
#include "c2pa.hpp"

const char *const plain = R"({"claim_generator_info":[{"name":"painter"}]})";

void none(c2pa::Signer &signer) {
  c2pa::Builder builder(plain);
  builder.sign("raw.png", "signed.png", signer); // expect tamga-label-invalid
}

void intent(c2pa::Signer &signer) {
  c2pa::Builder builder(plain);
  builder.set_intent(Create, TrainedAlgorithmicMedia); // label
  builder.sign("raw.png", "signed.png", signer); // clean
}

void camera(c2pa::Signer &signer) {
  c2pa::Builder builder(plain);
  builder.set_intent(Create, DigitalCapture); // expect tamga-label-invalid
  builder.sign("raw.png", "signed.png", signer);
}

void empty(c2pa::Signer &signer) {
  c2pa::Builder builder(plain);
  builder.set_intent(Create); // expect tamga-label-invalid
  builder.sign("raw.png", "signed.png", signer);
}

void inManifest(c2pa::Signer &signer) {
  c2pa::Builder builder(
      R"({"assertions":[{"label":"c2pa.actions","data":{"actions":[{"action":"c2pa.created",)"
      R"("digitalSourceType":"http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia"}]}}]})");
  builder.sign("raw.png", "signed.png", signer); // clean
}

void wrongInManifest(c2pa::Signer &signer) {
  c2pa::Builder builder( // expect tamga-label-invalid
      R"({"digitalSourceType":"http://cv.iptc.org/newscodes/digitalsourcetype/digitalCapture"})");
  builder.sign("raw.png", "signed.png", signer);
}

void fromElsewhere(c2pa::Signer &signer, const std::string &manifest) {
  c2pa::Builder builder(manifest);
  builder.sign("raw.png", "signed.png", signer); // clean
}

void ofC(C2paStream *source, C2paStream *target, C2paSigner *signer) {
  C2paBuilder *builder = c2pa_builder_from_json(plain);
  const unsigned char *bytes = nullptr;
  c2pa_builder_sign(builder, "image/png", source, target, signer, &bytes); // expect tamga-label-invalid
  c2pa_builder_free(builder);
}

void ofCWithIntent(C2paStream *source, C2paStream *target, C2paSigner *signer) {
  C2paBuilder *builder = c2pa_builder_from_json(plain);
  c2pa_builder_set_intent(builder, Create, TrainedAlgorithmicMedia); // label
  const unsigned char *bytes = nullptr;
  c2pa_builder_sign(builder, "image/png", source, target, signer, &bytes); // clean
  c2pa_builder_free(builder);
}

void prepare(c2pa::Builder &builder) {
  builder.set_intent(Create, CompositeWithTrainedAlgorithmicMedia);
}

void finish(c2pa::Builder &builder, c2pa::Signer &signer) {
  builder.sign("raw.png", "signed.png", signer); // clean
}

void story(c2pa::Signer &signer) {
  c2pa::Builder builder(plain);
  prepare(builder); // label
  finish(builder, signer); // clean
}

void finishBare(c2pa::Builder &builder, c2pa::Signer &signer) {
  builder.sign("raw.png", "signed.png", signer); // expect tamga-label-invalid
}

void storyOfAnother(c2pa::Signer &signer) {
  c2pa::Builder builder(plain), other(plain);
  prepare(other);
  finishBare(builder, signer);
}
