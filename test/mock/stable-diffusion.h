//===- stable-diffusion.h - declarations for tests --------------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// Names and signatures of stable-diffusion.cpp's header at 97d299080.
#pragma once

#include <cstddef>
#include <cstdint>

extern "C" {

typedef struct sd_ctx_t sd_ctx_t;
typedef struct upscaler_ctx_t upscaler_ctx_t;

enum preview_t { PREVIEW_NONE, PREVIEW_PROJ, PREVIEW_TAE, PREVIEW_VAE };

typedef struct {
  uint32_t width;
  uint32_t height;
  uint32_t channel;
  uint8_t *data;
} sd_image_t;

typedef struct {
  uint32_t sample_rate;
  uint32_t channels;
  uint64_t sample_count;
  float *data;
} sd_audio_t;

typedef struct {
  const char *model_path;
  int n_threads;
} sd_ctx_params_t;

typedef struct {
  const char *prompt;
  int width;
  int height;
  int64_t seed;
  int batch_count;
} sd_img_gen_params_t;

typedef struct {
  const char *prompt;
  int video_frames;
  int fps;
} sd_vid_gen_params_t;

typedef void (*sd_preview_cb_t)(int step, int frame_count, sd_image_t *frames, bool is_noisy,
                                void *data);

void sd_ctx_params_init(sd_ctx_params_t *sd_ctx_params);
void sd_img_gen_params_init(sd_img_gen_params_t *sd_img_gen_params);
sd_ctx_t *new_sd_ctx(const sd_ctx_params_t *sd_ctx_params);
void free_sd_ctx(sd_ctx_t *sd_ctx);
void free_sd_images(sd_image_t *result_images, int num_images);
void sd_set_preview_callback(sd_preview_cb_t cb, preview_t mode, int interval, bool denoised,
                             bool noisy, void *data);
bool generate_image(sd_ctx_t *sd_ctx, const sd_img_gen_params_t *sd_img_gen_params,
                    sd_image_t **images_out, int *num_images_out);
bool generate_video(sd_ctx_t *sd_ctx, const sd_vid_gen_params_t *sd_vid_gen_params,
                    sd_image_t **frames_out, int *num_frames_out, sd_audio_t **audio_out);
bool upscale(upscaler_ctx_t *upscaler_ctx, sd_image_t input_image, uint32_t upscale_factor,
             sd_image_t **images_out, int *num_images_out);
}
