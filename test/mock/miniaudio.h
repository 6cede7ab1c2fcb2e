//===- miniaudio.h - declarations for tests -------------------------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// Names and signatures of miniaudio 0.11.25.
#pragma once

extern "C" {
typedef int ma_result;
typedef unsigned int ma_uint32;
typedef unsigned long long ma_uint64;
typedef struct ma_device ma_device;
typedef struct ma_context ma_context;
typedef struct ma_encoder_config {
  int format;
} ma_encoder_config;
typedef struct ma_encoder {
  void *pUserData;
} ma_encoder;
typedef void (*ma_device_data_proc)(ma_device *pDevice, void *pOutput, const void *pInput,
                                    ma_uint32 frameCount);
typedef struct ma_device_config {
  ma_uint32 sampleRate;
  ma_device_data_proc dataCallback;
  void *pUserData;
} ma_device_config;
struct ma_device {
  void *pUserData;
};
ma_device_config ma_device_config_init(int deviceType);
ma_result ma_device_init(ma_context *pContext, const ma_device_config *pConfig,
                         ma_device *pDevice);
ma_result ma_encoder_init_file(const char *pFilePath, const ma_encoder_config *pConfig,
                               ma_encoder *pEncoder);
ma_result ma_encoder_write_pcm_frames(ma_encoder *pEncoder, const void *pFramesIn,
                                      ma_uint64 frameCount, ma_uint64 *pFramesWritten);
}
