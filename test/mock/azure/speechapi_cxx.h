// Azure Speech SDK, speechapi_cxx_*.h: names and signatures.
#pragma once
#include <functional>
#include <future>
#include <memory>
#include <string>
#include <vector>

namespace Microsoft::CognitiveServices::Speech {
class RecognitionResult {
public:
  const std::string &Text;
};
class SpeechRecognitionResult final : public RecognitionResult {};
class SessionEventArgs {};
class SpeechRecognitionEventArgs {
public:
  std::shared_ptr<SpeechRecognitionResult> Result;
};
template <class T> class EventSignal {
public:
  using CallbackFunction = std::function<void(T)>;
  void Connect(CallbackFunction callback);
};
class SpeechRecognizer final {
public:
  std::future<std::shared_ptr<SpeechRecognitionResult>> RecognizeOnceAsync();
  std::future<void> StartContinuousRecognitionAsync();
  EventSignal<const SpeechRecognitionEventArgs &> Recognized;
  EventSignal<const SessionEventArgs &> SessionStopped;
};
class SpeechSynthesisResult {
public:
  std::shared_ptr<std::vector<uint8_t>> GetAudioData();
};
class SpeechSynthesizer {
public:
  std::future<std::shared_ptr<SpeechSynthesisResult>> SpeakTextAsync(const std::string &text);
};
} // namespace Microsoft::CognitiveServices::Speech
