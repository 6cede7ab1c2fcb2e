//===- piper.hpp - declarations for tests ------------------------------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// Names and signatures of rhasspy/piper at 73c04d81d.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace piper {

struct PiperConfig {};
struct Voice {};
struct SynthesisResult {
  double inferSeconds;
  double audioSeconds;
  double realTimeFactor;
};

void textToAudio(PiperConfig &config, Voice &voice, std::string text,
                 std::vector<int16_t> &audioBuffer, SynthesisResult &result,
                 const std::function<void()> &audioCallback);

} // namespace piper
