// RUN: %check %s --pack kz --check tamga-label-missing -- -std=c++20 -I %S/../../mock
// Generated pictures in files.
#include "stable-diffusion.h"
#include "stb_image_write.h"

void paint(sd_ctx_t *context, const sd_img_gen_params_t *params) {
  sd_image_t *images = nullptr;
  int count = 0;
  if (!generate_image(context, params, &images, &count))
    return;
  for (int index = 0; index < count; ++index) {
    const sd_image_t &image = images[index];
    stbi_write_png("bare.png", image.width, image.height, image.channel, image.data, 0); // expect tamga-label-missing
    stbi_write_png("prompt.png", image.width, image.height, image.channel, image.data, 0, "steps: 20"); // expect tamga-label-missing
  }
  free_sd_images(images, count);
}
