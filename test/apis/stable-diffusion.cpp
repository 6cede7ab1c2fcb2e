// RUN: %check %s --pack kz --check tamga-label-missing --check tamga-label-synthetic -- -std=c++20 -I %S/../mock
// stable-diffusion.cpp and stb: pictures through out-parameters and a preview callback.
#include "stable-diffusion.h"
#include "stb_image_write.h"
#include <cstdio>
#include <vector>

void pictures(sd_ctx_t *context, const sd_img_gen_params_t *params) {
  sd_image_t *images = nullptr;
  int count = 0;
  if (!generate_image(context, params, &images, &count))
    return;
  for (int index = 0; index < count; ++index)
    stbi_write_png("a.png", 8, 8, 3, images[index].data, 0); // expect tamga-label-synthetic
  stbi_write_jpg("a.jpg", 8, 8, 3, images->data, 90); // expect tamga-label-synthetic
  stbi_write_bmp("a.bmp", 8, 8, 3, images->data); // expect tamga-label-synthetic
  printf("%d pictures, %u wide\n", count, images[0].width);
}

static void keep(std::vector<sd_image_t> &kept, sd_image_t *images, int count) {
  if (images == nullptr || count <= 0)
    return;
  for (int index = 0; index < count; ++index)
    kept.push_back(images[index]);
}

void kept(const sd_ctx_params_t *settings, const sd_img_gen_params_t *params) {
  sd_ctx_t *context = new_sd_ctx(settings);
  sd_image_t *images = nullptr;
  int count = 0;
  generate_image(context, params, &images, &count);
  std::vector<sd_image_t> pictures;
  keep(pictures, images, count);
  stbi_write_png("a.png", 8, 8, 3, pictures[0].data, 0); // expect tamga-label-synthetic
}

void video(sd_ctx_t *context, const sd_vid_gen_params_t *params) {
  sd_image_t *frames = nullptr;
  sd_audio_t *sound = nullptr;
  int count = 0;
  generate_video(context, params, &frames, &count, &sound);
  stbi_write_png("frame.png", 8, 8, 3, frames->data, 0); // expect tamga-label-synthetic
  fwrite(sound->data, 4, 100, stdout); // expect tamga-label-synthetic
}

void larger(upscaler_ctx_t *upscaler, sd_image_t small) {
  sd_image_t *large = nullptr;
  int count = 0;
  upscale(upscaler, small, 2, &large, &count);
  stbi_write_png("large.png", 8, 8, 3, large->data, 0); // expect tamga-label-synthetic
  stbi_write_png("small.png", 8, 8, 3, small.data, 0);
}

static void onPreview(int, int, sd_image_t *frames, bool, void *) {
  stbi_write_png("preview.png", 8, 8, 3, frames->data, 0); // expect tamga-label-synthetic
}

void preview() { sd_set_preview_callback(onPreview, PREVIEW_VAE, 1, true, false, nullptr); }
