//===- AudioFile.h - declarations for tests -------------------------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// Names and signatures of AudioFile 1.1.3.
#pragma once

#include <string>
#include <vector>

enum class AudioFileFormat { Error, NotLoaded, Wave, Aiff };
template <class T> class AudioFile {
public:
  typedef std::vector<std::vector<T>> AudioBuffer;
  bool setAudioBuffer(const AudioBuffer &newBuffer);
  bool save(std::string filePath, AudioFileFormat format = AudioFileFormat::Wave);
};
