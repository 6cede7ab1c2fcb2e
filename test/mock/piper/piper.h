//===- piper.h - declarations for tests ------------------------------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// Names and signatures of libpiper of piper1-gpl.
#pragma once

#include <cstddef>

extern "C" {
typedef struct piper_synthesizer piper_synthesizer;
typedef struct piper_audio_chunk {
  const float *samples;
  size_t num_samples;
  int sample_rate;
  bool is_last;
} piper_audio_chunk;
typedef struct piper_synthesize_options {
  int speaker_id;
} piper_synthesize_options;
int piper_synthesize_start(piper_synthesizer *synth, const char *text,
                           const piper_synthesize_options *options);
int piper_synthesize_next(piper_synthesizer *synth, piper_audio_chunk *chunk);
}
