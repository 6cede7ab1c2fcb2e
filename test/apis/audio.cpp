// RUN: %check %s --pack kz --check tamga-label-synthetic -- -std=c++20 -I %S/../mock
// Loudspeakers and sound files: PortAudio, ALSA, PulseAudio, OpenAL, SDL, miniaudio, dr_wav,
// AudioFile. A loudspeaker wants a spoken warning, a file a mark, too.
#include "sherpa-onnx/c-api/cxx-api.h"
#include <AL/al.h>
#include <AudioFile.h>
#include <SDL2/SDL.h>
#include <alsa/asoundlib.h>
#include <cstring>
#include <dr_wav.h>
#include <miniaudio.h>
#include <portaudio.h>
#include <pulse/simple.h>

using namespace sherpa_onnx::cxx;

std::vector<float> speak(OfflineTts &tts, const std::string &text) {
  return tts.Generate(text, GenerationConfig()).samples;
}

void plays(OfflineTts &tts, PaStream *stream, snd_pcm_t *pcm, pa_simple *simple) {
  std::vector<float> voice = speak(tts, "Hello");
  Pa_WriteStream(stream, voice.data(), voice.size()); // expect tamga-label-synthetic
  snd_pcm_writei(pcm, voice.data(), voice.size()); // expect tamga-label-synthetic
  pa_simple_write(simple, voice.data(), voice.size(), nullptr); // expect tamga-label-synthetic
  alBufferData(1, 0, voice.data(), int(voice.size()), 16000); // expect tamga-label-synthetic
  SDL_QueueAudio(2, voice.data(), unsigned(voice.size())); // expect tamga-label-synthetic
}

void announced(OfflineTts &tts, PaStream *stream) {
  std::string text = "Hello";
  text = "This voice is AI-generated. " + text; // label
  std::vector<float> voice = tts.Generate(text, GenerationConfig()).samples;
  Pa_WriteStream(stream, voice.data(), voice.size()); // clean
}

void recorded(PaStream *stream, const std::vector<float> &samples) {
  Pa_WriteStream(stream, samples.data(), samples.size()); // clean
}

static int onSamples(const void *, void *output, unsigned long count,
                     const PaStreamCallbackTimeInfo *, PaStreamCallbackFlags, void *user) {
  auto *voice = static_cast<std::vector<float> *>(user);
  std::memcpy(output, voice->data(), count * sizeof(float)); // missed tamga-label-synthetic
  return 0;
}

void byCallback(OfflineTts &tts) {
  static std::vector<float> voice = speak(tts, "Hello");
  PaStream *stream = nullptr;
  Pa_OpenDefaultStream(&stream, 0, 1, 1, 16000, 256, onSamples, &voice);
  Pa_StartStream(stream);
}

void files(OfflineTts &tts, ma_encoder *encoder, drwav *wave, AudioFile<float> &file) {
  std::vector<float> voice = speak(tts, "Hello");
  ma_encoder_write_pcm_frames(encoder, voice.data(), voice.size(), nullptr); // expect tamga-label-synthetic
  drwav_write_pcm_frames(wave, voice.size(), voice.data()); // expect tamga-label-synthetic
  file.setAudioBuffer({voice});
  file.save("voice.wav"); // expect tamga-label-synthetic
}
