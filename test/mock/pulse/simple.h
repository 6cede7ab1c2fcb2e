//===- simple.h - declarations for tests ----------------------------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// Names and signatures of PulseAudio 16.1.
#pragma once

extern "C" {
typedef struct pa_simple pa_simple;
int pa_simple_write(pa_simple *s, const void *data, unsigned long bytes, int *error);
}
