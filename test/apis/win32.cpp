// RUN: %check %s --pack kz --check tamga-label-missing --check tamga-label-synthetic -- -std=c++20 -I %S/../mock
// Win32: texts of windows, messages, device contexts; sound.
#include "common/sampling.h"
#include "sherpa-onnx/c-api/cxx-api.h"
#include <windows.h>

std::string reply(common_sampler *sampler, llama_context *context) {
  return common_token_to_piece(context, common_sampler_sample(sampler, context, -1));
}

void bare(HWND window, HDC context, common_sampler *sampler, llama_context *model) {
  std::string text = reply(sampler, model);
  RECT rectangle{0, 0, 100, 20};
  SetWindowTextA(window, text.c_str()); // expect tamga-label-missing
  SetDlgItemTextA(window, 7, text.c_str()); // expect tamga-label-missing
  MessageBoxA(window, text.c_str(), "Answer", 0); // expect tamga-label-missing
  DrawTextA(context, text.c_str(), -1, &rectangle, 0); // expect tamga-label-missing
  TextOutA(context, 0, 0, text.c_str(), int(text.size())); // expect tamga-label-missing
  SendMessageA(window, WM_SETTEXT, 0, reinterpret_cast<LPARAM>(text.c_str())); // expect tamga-label-missing
  SendMessageA(window, WM_TIMER, 0, reinterpret_cast<LPARAM>(text.c_str())); // clean
  OutputDebugStringA(text.c_str()); // clean
}

void labelled(HWND window, common_sampler *sampler, llama_context *model) {
  std::string text = reply(sampler, model);
  text = "AI-generated: " + text; // label
  SetWindowTextA(window, text.c_str()); // clean
}

using namespace sherpa_onnx::cxx;

void speaks(HWAVEOUT device, OfflineTts &tts, const GenerationConfig &config) {
  GeneratedAudio audio = tts.Generate("Hello", config);
  WAVEHDR header{reinterpret_cast<LPSTR>(audio.samples.data()), DWORD(audio.samples.size())};
  waveOutWrite(device, &header, sizeof header); // expect tamga-label-synthetic
}
