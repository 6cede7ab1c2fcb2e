// A stand-in for libwebp's mux.h 1.2.4: the signatures that the models name.
#pragma once
#include "encode.h"
extern "C" {
struct WebPMux;
struct WebPAnimEncoder;
struct WebPData {
  const uint8_t *bytes;
  size_t size;
};
enum WebPMuxError { WEBP_MUX_OK = 1 };
WebPMux *WebPMuxNew();
WebPAnimEncoder *WebPAnimEncoderNew(int width, int height, const void *options);
int WebPAnimEncoderAdd(WebPAnimEncoder *enc, WebPPicture *frame, int timestamp_ms,
                       const WebPConfig *config);
int WebPAnimEncoderAssemble(WebPAnimEncoder *enc, WebPData *webp_data);
const char *WebPAnimEncoderGetError(WebPAnimEncoder *enc);
void WebPAnimEncoderDelete(WebPAnimEncoder *enc);
WebPMuxError WebPMuxSetImage(WebPMux *mux, const WebPData *bitstream, int copy_data);
WebPMuxError WebPMuxAssemble(WebPMux *mux, WebPData *assembled_data);
void WebPMuxDelete(WebPMux *mux);
}
