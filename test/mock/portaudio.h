//===- portaudio.h - declarations for tests -------------------------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// Names and signatures of PortAudio 19.6.0.
#pragma once

extern "C" {
typedef int PaError;
typedef void PaStream;
typedef unsigned long PaSampleFormat;
typedef unsigned long PaStreamCallbackFlags;
typedef struct PaStreamCallbackTimeInfo PaStreamCallbackTimeInfo;
typedef int PaStreamCallback(const void *input, void *output, unsigned long frameCount,
                             const PaStreamCallbackTimeInfo *timeInfo,
                             PaStreamCallbackFlags statusFlags, void *userData);
PaError Pa_OpenDefaultStream(PaStream **stream, int numInputChannels, int numOutputChannels,
                             PaSampleFormat sampleFormat, double sampleRate,
                             unsigned long framesPerBuffer, PaStreamCallback *streamCallback,
                             void *userData);
PaError Pa_StartStream(PaStream *stream);
PaError Pa_WriteStream(PaStream *stream, const void *buffer, unsigned long frames);
}
