//===- stb_image_write.h - declarations for tests ---------------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// Names and signatures of stb_image_write.h as stable-diffusion.cpp has it.
#pragma once

#include <cstddef>

// C++ linkage, so that the function of six parameters and the fork's of seven stand side by
// side.
int stbi_write_png(char const *filename, int w, int h, int comp, const void *data,
                   int stride_in_bytes);
int stbi_write_png(char const *filename, int w, int h, int comp, const void *data,
                   int stride_in_bytes, const char *parameters);
int stbi_write_jpg(char const *filename, int x, int y, int comp, const void *data, int quality);
int stbi_write_jpg(char const *filename, int x, int y, int comp, const void *data, int quality,
                   const char *parameters);
int stbi_write_bmp(char const *filename, int w, int h, int comp, const void *data);
typedef void stbi_write_func(void *context, void *data, int size);
int stbi_write_png_to_func(stbi_write_func *func, void *context, int w, int h, int comp,
                           const void *data, int stride_in_bytes);
