// RUN: %check %s --pack kz -- -std=c++20 -I %S/../mock
// sherpa-onnx: speech, transcripts, events, speakers, in C and C++.
#include "sherpa-onnx/c-api/c-api.h"
#include "sherpa-onnx/c-api/cxx-api.h"
#include <cstdio>
#include <iostream>

void speech(const SherpaOnnxOfflineTts *tts, const SherpaOnnxGenerationConfig *config,
            const char *text) {
  const SherpaOnnxGeneratedAudio *audio =
      SherpaOnnxOfflineTtsGenerateWithConfig(tts, text, config, nullptr, nullptr);
  SherpaOnnxWriteWave(audio->samples, audio->n, audio->sample_rate, "a.wav"); // expect tamga-label-synthetic
  printf("%s: %d samples at %d\n", text, audio->n, audio->sample_rate);
}

void copied() {
  const SherpaOnnxWave *wave = SherpaOnnxReadWave("in.wav");
  SherpaOnnxWriteWave(wave->samples, wave->num_samples, wave->sample_rate, "out.wav");
}

static int32_t onSamples(const float *samples, int32_t n, float progress, void *) {
  fwrite(samples, sizeof(float), n, stdout); // expect tamga-label-synthetic
  fprintf(stderr, "%d%%\n", int(progress * 100));
  return 1;
}

void streamed(const SherpaOnnxOfflineTts *tts, const SherpaOnnxGenerationConfig *config) {
  SherpaOnnxOfflineTtsGenerateWithConfig(tts, "hello", config, onSamples, nullptr);
}

void transcripts(const SherpaOnnxOfflineStream *stream, const SherpaOnnxKeywordSpotter *spotter,
                 const SherpaOnnxOnlineStream *online,
                 const SherpaOnnxOfflinePunctuation *punctuation) {
  const SherpaOnnxOfflineRecognizerResult *result = SherpaOnnxGetOfflineStreamResult(stream);
  puts(result->text); // expect tamga-label-missing
  puts(result->lang); // expect tamga-label-missing
  printf("%d tokens\n", result->count);
  puts(SherpaOnnxGetOfflineStreamResultAsJson(stream)); // expect tamga-label-missing
  puts(SherpaOnnxGetKeywordResult(spotter, online)->keyword); // expect tamga-label-missing
  puts(SherpaOfflinePunctuationAddPunct(punctuation, result->text)); // expect tamga-label-missing
  puts(SherpaOfflinePunctuationAddPunct(punctuation, "how are you"));
}

bool isAngry(const SherpaOnnxOfflineRecognizerResult *result) {
  return result->emotion[0] == 'A'; // expect tamga-capability-emotion
}

void events(const SherpaOnnxAudioTagging *tagger, const SherpaOnnxOfflineStream *stream,
            const SherpaOnnxSpokenLanguageIdentification *languages) {
  const SherpaOnnxAudioEvent *const *found = SherpaOnnxAudioTaggingCompute(tagger, stream, 5);
  puts(found[0]->name); // expect tamga-label-missing
  puts(SherpaOnnxSpokenLanguageIdentificationCompute(languages, stream)->lang); // expect tamga-label-missing
}

void speakers(const SherpaOnnxSpeakerEmbeddingExtractor *extractor,
              const SherpaOnnxSpeakerEmbeddingManager *manager,
              const SherpaOnnxOnlineStream *stream) {
  const float *print = SherpaOnnxSpeakerEmbeddingExtractorComputeEmbedding(extractor, stream); // expect tamga-consent-missing
  SherpaOnnxSpeakerEmbeddingManagerAdd(manager, "anna", print); // expect tamga-consent-missing
  const char *name = SherpaOnnxSpeakerEmbeddingManagerSearch(manager, print, 0.6f); // expect tamga-consent-missing
  puts(name); // expect tamga-label-missing
  printf("%d\n", SherpaOnnxSpeakerEmbeddingManagerNumSpeakers(manager));
}

void turns(const SherpaOnnxOfflineSpeakerDiarization *diarization, const SherpaOnnxWave *wave) {
  const SherpaOnnxOfflineSpeakerDiarizationResult *result =
      SherpaOnnxOfflineSpeakerDiarizationProcess(diarization, wave->samples, wave->num_samples); // expect tamga-consent-missing
  int count = SherpaOnnxOfflineSpeakerDiarizationResultGetNumSegments(result);
  const SherpaOnnxOfflineSpeakerDiarizationSegment *segments =
      SherpaOnnxOfflineSpeakerDiarizationResultSortByStartTime(result);
  for (int index = 0; index < count; ++index)
    printf("speaker %d\n", segments[index].speaker); // expect tamga-label-missing
}

using namespace sherpa_onnx::cxx;

void speech(const OfflineTts &tts, const std::string &text) {
  GeneratedAudio audio = tts.Generate(text, {});
  WriteWave("a.wav", {audio.samples, audio.sample_rate}); // expect tamga-label-synthetic
  std::shared_ptr<GeneratedAudio> other = tts.Generate2(text, {});
  WriteWave("b.wav", {other->samples, 16000}); // expect tamga-label-synthetic
  std::cout << text << audio.sample_rate << audio.samples.size();
  WriteWave("c.wav", ReadWave("in.wav"));
}

void transcript(const OfflineRecognizer &recognizer, AudioTagging &tagger) {
  OfflineStream stream = recognizer.CreateStream();
  recognizer.Decode(&stream);
  OfflineRecognizerResult result = recognizer.GetResult(&stream);
  std::cout << result.text; // expect tamga-label-missing
  std::cout << result.timestamps.size();
  std::cout << recognizer.GetResultPtr(&stream)->text; // expect tamga-label-missing
  for (const AudioEvent &event : tagger.Compute(&stream))
    std::cout << event.name; // expect tamga-label-missing
}

void speakers(const SpeakerEmbeddingManager &manager, const float *print) {
  manager.Add("anna", print); // expect tamga-consent-missing
  std::cout << manager.Search(print, 0.6f); // expect tamga-consent-missing // expect tamga-label-missing
}
