// RUN: %check %s --pack kz --check tamga-label-missing --check tamga-label-synthetic -- -std=c++20 -I %S/../mock
// Piper: speech into a vector, with a callback, and in chunks.
#include "piper/piper.h"
#include "piper/piper.hpp"
#include <cstdio>
#include <fstream>

void speech(piper::PiperConfig &config, piper::Voice &voice, std::ofstream &file) {
  std::vector<int16_t> samples;
  piper::SynthesisResult result;
  piper::textToAudio(config, voice, "hello", samples, result, nullptr);
  file.write(reinterpret_cast<const char *>(samples.data()), samples.size() * 2); // expect tamga-label-synthetic
  printf("%f seconds of sound, %zu samples\n", result.audioSeconds, samples.size());
}

void callback(piper::PiperConfig &config, piper::Voice &voice) {
  std::vector<int16_t> samples;
  piper::SynthesisResult result;
  piper::textToAudio(config, voice, "hello", samples, result, [&samples] {
    fwrite(samples.data(), 2, samples.size(), stdout); // expect tamga-label-synthetic
  });
}

void chunks(piper_synthesizer *synthesizer, FILE *file) {
  piper_synthesize_start(synthesizer, "hello", nullptr);
  piper_audio_chunk chunk;
  while (piper_synthesize_next(synthesizer, &chunk) == 0) {
    fwrite(chunk.samples, sizeof(float), chunk.num_samples, file); // expect tamga-label-synthetic
    printf("%zu samples at %d\n", chunk.num_samples, chunk.sample_rate);
  }
}
