// RUN: %check %s --project %S/Inputs/stamp.json --check tamga-label-missing --check tamga-label-synthetic --check tamga-label-lost --check tamga-label-invalid -- -std=c++20 -I %S/../../mock
// A mark that only some paths write.
#include "stable-diffusion.h"
#include "stb_image_write.h"
#include <string>

struct Settings {
  bool embedMetadata;
};

void stamp(unsigned char *pixels, const char *words);

void save(const sd_image_t &image, const Settings &settings) {
  stamp(image.data, "AI-generated");
  const char *parameters = "";
  if (settings.embedMetadata)
    parameters = "digitalSourceType: http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia";
  stbi_write_png("out.png", 8, 8, 3, image.data, 0, parameters); // expect tamga-label-synthetic
}

void always(const sd_image_t &image) {
  stamp(image.data, "AI-generated"); // label
  stbi_write_png("out.png", 8, 8, 3, image.data, 0, // clean
                 "digitalSourceType: http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia");
}

void steps(const sd_image_t &image) {
  stamp(image.data, "AI-generated");
  stbi_write_png("out.png", 8, 8, 3, image.data, 0, "steps: 20"); // expect tamga-label-synthetic
}

void paint(sd_ctx_t *context, const sd_img_gen_params_t *params, const Settings &settings) {
  sd_image_t *images = nullptr;
  int count = 0;
  if (!generate_image(context, params, &images, &count))
    return;
  save(images[0], settings);
  always(images[0]);
  steps(images[0]);
}
