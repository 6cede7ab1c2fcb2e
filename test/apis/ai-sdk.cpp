// RUN: %check %s --pack kz --check tamga-label-missing -- -std=c++20 -I %S/../mock
// ai-sdk-cpp: answers and streams of remote models.
#include "ai/ai.h"
#include <iostream>

void answer(ai::Client &client, const std::string &prompt) {
  ai::GenerateOptions options("gpt", prompt);
  ai::GenerateResult result = client.generate_text(options);
  std::cout << options.prompt << result.usage.total_tokens << result.error_message();
  std::cout << result.text; // expect tamga-label-missing
}

void streamed(ai::Client &client, const ai::StreamOptions &options) {
  ai::StreamResult stream = client.stream_text(options);
  stream.for_each([](const ai::StreamEvent &event) {
    if (event.is_text_delta())
      std::cout << event.text_delta; // expect tamga-label-missing
    std::cout << event.usage.total_tokens;
  });
  std::cout << stream.collect_all(); // expect tamga-label-missing
}
