//===- net.h - declarations for tests ------------------------------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// Names and signatures of ncnn.
#pragma once

#include <cstddef>

namespace ncnn {

class Mat {
public:
  Mat();
  Mat(const Mat &other);
  Mat &operator=(const Mat &other);
  float &operator[](size_t index);
  Mat channel(int c);
  const float *row(int y) const;
  static Mat from_pixels(const unsigned char *pixels, int type, int w, int h);
  void to_pixels(unsigned char *pixels, int type) const;
  int w, h, c;
};

class Extractor {
public:
  int input(const char *blob_name, const Mat &in);
  int extract(const char *blob_name, Mat &feat, int type = 0);
};

class Net {
public:
  Extractor create_extractor() const;
};

} // namespace ncnn
