//===- inspireface.h - declarations for tests -------------------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// Names and signatures of InspireFace's C API.
#pragma once

#include <cstddef>
#include <cstdint>

extern "C" {

typedef void *HFSession;
typedef void *HFImageStream;
typedef long HResult;
typedef int32_t HInt32;
typedef float HFloat;
typedef int64_t HFaceId;

#define HF_ENABLE_NONE 0x00000000
#define HF_ENABLE_FACE_RECOGNITION 0x00000002
#define HF_ENABLE_FACE_ATTRIBUTE 0x00000100
#define HF_ENABLE_FACE_EMOTION 0x00001000

typedef struct HFSessionCustomParameter {
  HInt32 enable_recognition;
  HInt32 enable_face_attribute;
  HInt32 enable_face_emotion;
} HFSessionCustomParameter, *PHFSessionCustomParameter;

typedef struct HFFaceBasicToken {
  HInt32 size;
  void *data;
} HFFaceBasicToken, *PHFFaceBasicToken;

typedef struct HFMultipleFaceData {
  HInt32 detectedNum;
  HFFaceBasicToken *tokens;
} HFMultipleFaceData, *PHFMultipleFaceData;

typedef struct HFFaceFeature {
  HInt32 size;
  HFloat *data;
} HFFaceFeature, *PHFFaceFeature;

typedef struct HFFaceFeatureIdentity {
  HFaceId id;
  PHFFaceFeature feature;
} HFFaceFeatureIdentity, *PHFFaceFeatureIdentity;

typedef struct HFFaceAttributeResult {
  HInt32 num;
  HInt32 *race;
  HInt32 *gender;
  HInt32 *ageBracket;
} HFFaceAttributeResult, *PHFFaceAttributeResult;

typedef struct HFFaceEmotionResult {
  HInt32 num;
  HInt32 *emotion;
} HFFaceEmotionResult, *PHFFaceEmotionResult;

typedef int32_t HOption;
typedef enum HFDetectMode { HF_DETECT_MODE_ALWAYS_DETECT, HF_DETECT_MODE_LIGHT_TRACK } HFDetectMode;

HResult HFCreateInspireFaceSession(HFSessionCustomParameter parameter, HFDetectMode detectMode,
                                   HInt32 maxDetectFaceNum, HInt32 detectPixelLevel,
                                   HInt32 trackByDetectModeFPS, HFSession *handle);
HResult HFCreateInspireFaceSessionOptional(HOption customOption, HFDetectMode detectMode,
                                           HInt32 maxDetectFaceNum, HInt32 detectPixelLevel,
                                           HInt32 trackByDetectModeFPS, HFSession *handle);
HResult HFExecuteFaceTrack(HFSession session, HFImageStream streamHandle,
                           PHFMultipleFaceData results);
HResult HFFaceFeatureExtract(HFSession session, HFImageStream streamHandle,
                             HFFaceBasicToken singleFace, PHFFaceFeature feature);
HResult HFFaceComparison(HFFaceFeature feature1, HFFaceFeature feature2, HFloat *result);
HResult HFFeatureHubInsertFeature(HFFaceFeatureIdentity featureIdentity, HFaceId *allocId);
HResult HFFeatureHubFaceSearch(HFFaceFeature searchFeature, HFloat *confidence,
                               PHFFaceFeatureIdentity mostSimilar);
HResult HFFeatureHubFaceRemove(HFaceId id);
HResult HFGetFaceEmotionResult(HFSession session, PHFFaceEmotionResult result);
HResult HFGetFaceAttributeResult(HFSession session, PHFFaceAttributeResult results);
}
