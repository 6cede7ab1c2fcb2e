// RUN: %check %s --pack kz --check tamga-label-missing -- -std=c++20 -I %S/../mock
// ONNX Runtime: results of a session.
#include "onnxruntime_cxx_api.h"
#include <cstdio>
#include <fstream>

void returned(Ort::Session &session, const Ort::Value &input, const char *const *names) {
  std::vector<Ort::Value> results =
      session.Run(Ort::RunOptions(nullptr), names, &input, 1, names, 1);
  const float *samples = results[0].GetTensorData<float>();
  printf("%f", samples[0]); // expect tamga-label-missing
  std::ofstream file("speech.raw");
  file.write(reinterpret_cast<const char *>(samples), 100); // expect tamga-label-missing
}

void written(Ort::Session &session, const Ort::Value &input, const char *const *names) {
  Ort::Value output(nullptr);
  session.Run(Ort::RunOptions(nullptr), names, &input, 1, names, &output, 1);
  printf("%f", output.GetTensorMutableData<float>()[0]); // expect tamga-label-missing
}

void inMemoryOfTheCaller(Ort::Session &session, const Ort::MemoryInfo &memory,
                         const Ort::Value &input, const char *const *names) {
  std::vector<float> scores(10), bounds(4);
  int64_t shape[] = {1, 10}, boundsShape[] = {4};
  std::vector<Ort::Value> outputs;
  outputs.push_back(
      Ort::Value::CreateTensor<float>(memory, scores.data(), scores.size(), shape, 2));
  Ort::Value unused =
      Ort::Value::CreateTensor<float>(memory, bounds.data(), bounds.size(), boundsShape, 1);
  printf("%f", scores.at(0)); // clean
  session.Run(Ort::RunOptions(nullptr), names, &input, 1, names, outputs.data(), 1);
  printf("%f", scores.at(0)); // expect tamga-label-missing
  printf("%f", bounds.at(0)); // clean
}

void shapes(Ort::Session &session, const Ort::Value &input, const char *const *names) {
  std::vector<Ort::Value> results =
      session.Run(Ort::RunOptions(nullptr), names, &input, 1, names, 1);
  printf("%ld results of %ld", long(results.size()),
         long(results[0].GetTensorTypeAndShapeInfo().GetShape()[0]));
}

void bound(Ort::Session &session, Ort::IoBinding &binding) {
  session.Run(Ort::RunOptions(nullptr), binding);
  std::vector<Ort::Value> results = binding.GetOutputValues();
  printf("%f", results[0].GetTensorData<float>()[0]); // expect tamga-label-missing
}
