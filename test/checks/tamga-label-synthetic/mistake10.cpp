// RUN: %check %s --project %S/Inputs/stamp.json --check tamga-label-missing --check tamga-label-synthetic --check tamga-label-lost --check tamga-label-invalid -- -std=c++20 -I %S/../../mock
// Previews and chunks that callbacks get before anything is labelled.
#include "stable-diffusion.h"
#include "stb_image_write.h"

void stamp(unsigned char *pixels, const char *words);

void onPreview(int, int, sd_image_t *frames, bool, void *) {
  stbi_write_png("preview.png", 8, 8, 3, frames->data, 0); // expect tamga-label-synthetic
}

void onLabelledPreview(int, int, sd_image_t *frames, bool, void *) {
  stamp(frames->data, "AI-generated"); // label
  stbi_write_png("preview.png", 8, 8, 3, frames->data, 0, // clean
                 "digitalSourceType: http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia");
}

void bare() { sd_set_preview_callback(onPreview, PREVIEW_VAE, 1, true, false, nullptr); }

void labelled() {
  sd_set_preview_callback(onLabelledPreview, PREVIEW_VAE, 1, true, false, nullptr);
}
