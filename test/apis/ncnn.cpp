// RUN: %check %s --pack kz --check tamga-label-missing -- -std=c++20 -I %S/../mock
// ncnn: what an extractor writes.
#include "ncnn/net.h"
#include <cstdio>

void scores(const ncnn::Net &net, const unsigned char *pixels) {
  ncnn::Mat picture = ncnn::Mat::from_pixels(pixels, 1, 224, 224);
  ncnn::Extractor extractor = net.create_extractor();
  extractor.input("data", picture);
  ncnn::Mat found;
  extractor.extract("prob", found);
  printf("%f", found[0]); // expect tamga-label-missing
  printf("%f", found.row(0)[1]); // expect tamga-label-missing
  printf("%f", picture[0]);
  printf("%d x %d", found.w, found.h);
}

void larger(ncnn::Extractor &extractor, FILE *file) {
  ncnn::Mat picture;
  extractor.extract("output", picture);
  unsigned char pixels[64];
  picture.to_pixels(pixels, 1);
  fwrite(pixels, 1, sizeof pixels, file); // expect tamga-label-missing
}
