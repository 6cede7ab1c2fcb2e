// A stand-in for libwebp's encode.h 1.2.4: the signatures that the models name.
#pragma once
#include <cstddef>
#include <cstdint>
extern "C" {
struct WebPConfig {
  int lossless;
  float quality;
};
struct WebPPicture;
typedef int (*WebPWriterFunction)(const uint8_t *data, size_t data_size, const WebPPicture *picture);
struct WebPMemoryWriter {
  uint8_t *mem;
  size_t size;
  size_t max_size;
};
struct WebPPicture {
  int use_argb;
  int width, height;
  uint8_t *y, *u, *v;
  uint32_t *argb;
  WebPWriterFunction writer;
  void *custom_ptr;
};
size_t WebPEncodeRGB(const uint8_t *rgb, int width, int height, int stride, float quality,
                     uint8_t **output);
size_t WebPEncodeLosslessRGBA(const uint8_t *rgba, int width, int height, int stride,
                              uint8_t **output);
int WebPPictureImportRGB(WebPPicture *picture, const uint8_t *rgb, int rgb_stride);
int WebPEncode(const WebPConfig *config, WebPPicture *picture);
int WebPMemoryWrite(const uint8_t *data, size_t data_size, const WebPPicture *picture);
void WebPMemoryWriterInit(WebPMemoryWriter *writer);
void WebPFree(void *ptr);
}
