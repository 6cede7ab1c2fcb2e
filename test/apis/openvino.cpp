// RUN: %check %s --pack kz --check tamga-label-missing --check tamga-label-synthetic -- -std=c++20 -I %S/../mock
// OpenVINO: answers, streams, pictures, tensors.
#include "openvino/genai/llm_pipeline.hpp"
#include <cstdio>
#include <iostream>

void answers(ov::genai::LLMPipeline &pipeline, const std::string &prompt) {
  std::string text = pipeline.generate(prompt);
  std::cout << prompt << text; // expect tamga-label-missing
  std::cout << pipeline.generate(prompt); // expect tamga-label-missing
  ov::genai::DecodedResults results = pipeline.generate(prompt);
  std::cout << results.texts[0]; // expect tamga-label-missing
  std::cout << results.scores[0];
}

void streamed(ov::genai::LLMPipeline &pipeline) {
  auto show = [](std::string word) {
    std::cout << word; // expect tamga-label-missing
    return ov::genai::StreamingStatus::RUNNING;
  };
  pipeline.generate("hello", ov::genai::GenerationConfig(), show);
}

void transcript(ov::genai::WhisperPipeline &pipeline, const std::vector<float> &speech) {
  std::cout << pipeline.generate(speech).texts[0]; // expect tamga-label-missing
}

void picture(ov::genai::Text2ImagePipeline &pipeline, FILE *file) {
  ov::Tensor image = pipeline.generate("a cat");
  fwrite(image.data<unsigned char>(), 1, image.get_size(), file); // expect tamga-label-synthetic
}

void tensors(ov::InferRequest &request) {
  request.infer();
  ov::Tensor scores = request.get_output_tensor();
  printf("%f", scores.data<float>()[0]); // expect tamga-label-missing
  printf("%zu", scores.get_size());
}
