//===- c-api.h - declarations for tests ------------------------------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// Names and signatures of sherpa-onnx's C API at 634265c9b.
#pragma once

#include <cstdint>

extern "C" {

typedef struct SherpaOnnxOfflineTts SherpaOnnxOfflineTts;
typedef struct SherpaOnnxOfflineStream SherpaOnnxOfflineStream;
typedef struct SherpaOnnxOnlineStream SherpaOnnxOnlineStream;
typedef struct SherpaOnnxKeywordSpotter SherpaOnnxKeywordSpotter;
typedef struct SherpaOnnxAudioTagging SherpaOnnxAudioTagging;
typedef struct SherpaOnnxSpokenLanguageIdentification SherpaOnnxSpokenLanguageIdentification;
typedef struct SherpaOnnxSpeakerEmbeddingExtractor SherpaOnnxSpeakerEmbeddingExtractor;
typedef struct SherpaOnnxSpeakerEmbeddingManager SherpaOnnxSpeakerEmbeddingManager;
typedef struct SherpaOnnxOfflineSpeakerDiarization SherpaOnnxOfflineSpeakerDiarization;
typedef struct SherpaOnnxOfflineSpeakerDiarizationResult SherpaOnnxOfflineSpeakerDiarizationResult;
typedef struct SherpaOnnxOfflinePunctuation SherpaOnnxOfflinePunctuation;

typedef struct SherpaOnnxGeneratedAudio {
  const float *samples;
  int32_t n;
  int32_t sample_rate;
} SherpaOnnxGeneratedAudio;

typedef struct SherpaOnnxGenerationConfig {
  float speed;
  int32_t sid;
} SherpaOnnxGenerationConfig;

typedef struct SherpaOnnxWave {
  const float *samples;
  int32_t sample_rate;
  int32_t num_samples;
} SherpaOnnxWave;

typedef struct SherpaOnnxOfflineRecognizerResult {
  const char *text;
  int32_t count;
  const char *json;
  const char *lang;
  const char *emotion;
  const char *event;
} SherpaOnnxOfflineRecognizerResult;

typedef struct SherpaOnnxKeywordResult {
  const char *keyword;
  int32_t count;
} SherpaOnnxKeywordResult;

typedef struct SherpaOnnxSpokenLanguageIdentificationResult {
  const char *lang;
} SherpaOnnxSpokenLanguageIdentificationResult;

typedef struct SherpaOnnxAudioEvent {
  const char *name;
  int32_t index;
  float prob;
} SherpaOnnxAudioEvent;

typedef struct SherpaOnnxOfflineSpeakerDiarizationSegment {
  float start;
  float end;
  int32_t speaker;
} SherpaOnnxOfflineSpeakerDiarizationSegment;

typedef int32_t (*SherpaOnnxGeneratedAudioProgressCallbackWithArg)(const float *samples, int32_t n,
                                                                   float p, void *arg);

const SherpaOnnxGeneratedAudio *SherpaOnnxOfflineTtsGenerateWithConfig(
    const SherpaOnnxOfflineTts *tts, const char *text, const SherpaOnnxGenerationConfig *config,
    SherpaOnnxGeneratedAudioProgressCallbackWithArg callback, void *arg);
int32_t SherpaOnnxWriteWave(const float *samples, int32_t n, int32_t sample_rate,
                            const char *filename);
const SherpaOnnxWave *SherpaOnnxReadWave(const char *filename);
const SherpaOnnxOfflineRecognizerResult *
SherpaOnnxGetOfflineStreamResult(const SherpaOnnxOfflineStream *stream);
const char *SherpaOnnxGetOfflineStreamResultAsJson(const SherpaOnnxOfflineStream *stream);
const SherpaOnnxKeywordResult *SherpaOnnxGetKeywordResult(const SherpaOnnxKeywordSpotter *spotter,
                                                          const SherpaOnnxOnlineStream *stream);
const SherpaOnnxSpokenLanguageIdentificationResult *
SherpaOnnxSpokenLanguageIdentificationCompute(const SherpaOnnxSpokenLanguageIdentification *slid,
                                              const SherpaOnnxOfflineStream *s);
const SherpaOnnxAudioEvent *const *
SherpaOnnxAudioTaggingCompute(const SherpaOnnxAudioTagging *tagger,
                              const SherpaOnnxOfflineStream *s, int32_t top_k);
const float *
SherpaOnnxSpeakerEmbeddingExtractorComputeEmbedding(const SherpaOnnxSpeakerEmbeddingExtractor *p,
                                                    const SherpaOnnxOnlineStream *s);
int32_t SherpaOnnxSpeakerEmbeddingManagerAdd(const SherpaOnnxSpeakerEmbeddingManager *p,
                                             const char *name, const float *v);
const char *SherpaOnnxSpeakerEmbeddingManagerSearch(const SherpaOnnxSpeakerEmbeddingManager *p,
                                                    const float *v, float threshold);
int32_t SherpaOnnxSpeakerEmbeddingManagerNumSpeakers(const SherpaOnnxSpeakerEmbeddingManager *p);
const SherpaOnnxOfflineSpeakerDiarizationResult *
SherpaOnnxOfflineSpeakerDiarizationProcess(const SherpaOnnxOfflineSpeakerDiarization *sd,
                                           const float *samples, int32_t n);
int32_t SherpaOnnxOfflineSpeakerDiarizationResultGetNumSegments(
    const SherpaOnnxOfflineSpeakerDiarizationResult *r);
const SherpaOnnxOfflineSpeakerDiarizationSegment *
SherpaOnnxOfflineSpeakerDiarizationResultSortByStartTime(
    const SherpaOnnxOfflineSpeakerDiarizationResult *r);
const char *SherpaOfflinePunctuationAddPunct(const SherpaOnnxOfflinePunctuation *punct,
                                             const char *text);
}
