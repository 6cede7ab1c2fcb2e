//===- al.h - declarations for tests --------------------------------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// Names and signatures of OpenAL Soft 1.19.1.
#pragma once

extern "C" {
void alBufferData(unsigned int buffer, int format, const void *data, int size, int freq);
}
