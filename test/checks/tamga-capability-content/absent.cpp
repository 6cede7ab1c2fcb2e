// RUN: %check %s --pack kz --check tamga-capability-content -- -std=c++20 -I %include -I %S/../../mock
// A program without any filter: said once, where it begins.
#include "stable-diffusion.h"
#include "stb_image_write.h"

static void paint(sd_ctx_t *context, const sd_img_gen_params_t *parameters) {
  sd_image_t *pictures = nullptr;
  int count = 0;
  generate_image(context, parameters, &pictures, &count);
  stbi_write_png("one.png", 8, 8, 3, pictures->data, 0); // expect-step: here, for one
  stbi_write_png("two.png", 8, 8, 3, pictures->data, 0); // expect-step: here, for one
}

int main() { // expect tamga-capability-content: neither a check of prompts nor a filter of results
  sd_img_gen_params_t parameters = {};
  paint(nullptr, &parameters);
}
