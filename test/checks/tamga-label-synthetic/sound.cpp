// RUN: %check %s --pack kz --check tamga-label-missing --check tamga-label-synthetic --check tamga-label-lost --check tamga-label-invalid -- -std=c++20 -I %S/../../mock -I /usr/include/taglib
// A voice says that it is synthetic, and its file is marked.
#include "sherpa-onnx/c-api/cxx-api.h"
#include <fileref.h>
#include <sndfile.h>
#include <tag.h>

using namespace sherpa_onnx::cxx;

void bare(OfflineTts &tts, const GenerationConfig &config) {
  GeneratedAudio audio = tts.Generate("Hello", config);
  WriteWave("hello.wav", {audio.samples, audio.sample_rate}); // expect tamga-label-synthetic
}

void announced(OfflineTts &tts, const GenerationConfig &config, const std::string &text) {
  GeneratedAudio audio = tts.Generate("This voice is AI-generated. " + text, config);
  WriteWave("hello.wav", {audio.samples, audio.sample_rate}); // clean
  TagLib::FileRef file("hello.wav");
  file.tag()->setComment("AI-generated"); // label: anywhere
  file.save();
}

void onlyAnnounced(OfflineTts &tts, const GenerationConfig &config, const std::string &text) {
  GeneratedAudio audio = tts.Generate("This voice is AI-generated. " + text, config);
  WriteWave("hello.wav", {audio.samples, audio.sample_rate}); // expect tamga-label-synthetic
}

void onlyMarked(OfflineTts &tts, const GenerationConfig &config, const std::string &text) {
  GeneratedAudio audio = tts.Generate(text, config);
  WriteWave("hello.wav", {audio.samples, audio.sample_rate}); // expect tamga-label-synthetic
  TagLib::FileRef file("hello.wav");
  file.tag()->setComment("AI-generated");
  file.save();
}

void handle(OfflineTts &tts, const GenerationConfig &config, const std::string &text) {
  GeneratedAudio audio = tts.Generate("Это синтезировано ИИ. " + text, config);
  SF_INFO info{};
  SNDFILE *file = sf_open("hello.wav", SFM_WRITE, &info);
  sf_set_string(file, SF_STR_COMMENT, "AI-generated"); // label: anywhere
  sf_write_float(file, audio.samples.data(), audio.samples.size()); // clean
  sf_close(file);
}

void handleBare(OfflineTts &tts, const GenerationConfig &config, const std::string &text) {
  GeneratedAudio audio = tts.Generate("Это синтезировано ИИ. " + text, config);
  SF_INFO info{};
  SNDFILE *file = sf_open("hello.wav", SFM_WRITE, &info);
  sf_set_string(file, SF_STR_TITLE, "Hello");
  sf_write_float(file, audio.samples.data(), audio.samples.size()); // expect tamga-label-synthetic
  sf_close(file);
}
