//===- dr_wav.h - declarations for tests ----------------------------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// Names and signatures of dr_wav 0.14.5.
#pragma once

extern "C" {
typedef unsigned int drwav_bool32;
typedef unsigned long long drwav_uint64;
typedef struct {
  int format;
} drwav_data_format;
typedef struct drwav_allocation_callbacks drwav_allocation_callbacks;
typedef struct {
  void *pUserData;
} drwav;
drwav_bool32 drwav_init_file_write(drwav *pWav, const char *filename,
                                   const drwav_data_format *pFormat,
                                   const drwav_allocation_callbacks *pAllocationCallbacks);
drwav_uint64 drwav_write_pcm_frames(drwav *pWav, drwav_uint64 framesToWrite, const void *pData);
}
