// RUN: %check %s --pack kz --check tamga-label-synthetic -- -std=c++17 -I %S/../mock
// libwebp: pictures become bytes, frames an animation, both a container.
#include "stable-diffusion.h"
#include <cstdio>
#include <webp/encode.h>
#include <webp/mux.h>

sd_image_t *paint(sd_ctx_t *context, const sd_img_gen_params_t *params) {
  sd_image_t *images = nullptr;
  int count = 0;
  generate_image(context, params, &images, &count);
  return images;
}

void atOnce(sd_ctx_t *context, const sd_img_gen_params_t *params, FILE *file) {
  sd_image_t *image = paint(context, params);
  uint8_t *bytes = nullptr;
  size_t size = WebPEncodeRGB(image->data, 64, 64, 192, 90, &bytes);
  fwrite(bytes, 1, size, file); // expect tamga-label-synthetic
  WebPFree(bytes);
}

void lossless(sd_ctx_t *context, const sd_img_gen_params_t *params, FILE *file) {
  sd_image_t *image = paint(context, params);
  uint8_t *bytes = nullptr;
  size_t size = WebPEncodeLosslessRGBA(image->data, 64, 64, 256, &bytes);
  fprintf(file, "%zu bytes\n", size); // clean
  fwrite(bytes, 1, size, file); // expect tamga-label-synthetic
}

void intoMemory(sd_ctx_t *context, const sd_img_gen_params_t *params, FILE *file) {
  sd_image_t *image = paint(context, params);
  WebPConfig config{0, 90};
  WebPMemoryWriter writer;
  WebPMemoryWriterInit(&writer);
  WebPPicture picture{};
  picture.writer = WebPMemoryWrite;
  picture.custom_ptr = &writer;
  WebPPictureImportRGB(&picture, image->data, 192);
  WebPEncode(&config, &picture);
  fwrite(writer.mem, 1, writer.size, file); // expect tamga-label-synthetic
}

void animation(sd_ctx_t *context, const sd_img_gen_params_t *params, FILE *file) {
  sd_image_t *image = paint(context, params);
  WebPConfig config{0, 90};
  WebPAnimEncoder *encoder = WebPAnimEncoderNew(64, 64, nullptr);
  WebPPicture picture{};
  WebPPictureImportRGB(&picture, image->data, 192);
  if (!WebPAnimEncoderAdd(encoder, &picture, 0, &config)) {
    fprintf(file, "cannot add: %s\n", WebPAnimEncoderGetError(encoder)); // clean
    return;
  }
  WebPData data;
  WebPAnimEncoderAssemble(encoder, &data);
  fwrite(data.bytes, 1, data.size, file); // expect tamga-label-synthetic
}

void fromFile(const uint8_t *pixels, FILE *file) {
  WebPConfig config{0, 90};
  WebPAnimEncoder *encoder = WebPAnimEncoderNew(64, 64, nullptr);
  WebPPicture picture{};
  WebPPictureImportRGB(&picture, pixels, 192);
  WebPAnimEncoderAdd(encoder, &picture, 0, &config);
  WebPData data;
  WebPAnimEncoderAssemble(encoder, &data);
  fwrite(data.bytes, 1, data.size, file); // clean
}

void inContainer(sd_ctx_t *context, const sd_img_gen_params_t *params, FILE *file) {
  sd_image_t *image = paint(context, params);
  uint8_t *bytes = nullptr;
  WebPData data{}, whole{};
  data.size = WebPEncodeRGB(image->data, 64, 64, 192, 90, &bytes);
  data.bytes = bytes;
  WebPMux *mux = WebPMuxNew();
  WebPMuxSetImage(mux, &data, 0);
  WebPMuxAssemble(mux, &whole);
  fwrite(whole.bytes, 1, whole.size, file); // expect tamga-label-synthetic
}
