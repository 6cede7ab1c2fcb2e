// RUN: %check %s --pack kz --check tamga-label-missing -- -std=c++20 -I %S/../mock
// TensorFlow's C API: tensors that a session fills.
#include "tensorflow/c_api.h"
#include <cstdio>
#include <vector>

void one(TF_Session *session, TF_Output input, TF_Output output, TF_Tensor *picture, TF_Status *status) {
  TF_Tensor *found = nullptr;
  TF_SessionRun(session, nullptr, &input, &picture, 1, &output, &found, 1, nullptr, 0, nullptr, status);
  const float *scores = static_cast<const float *>(TF_TensorData(found));
  printf("%f", scores[0]); // expect tamga-label-missing
  printf("%zu", TF_TensorByteSize(found)); // clean
  printf("%f", static_cast<float *>(TF_TensorData(picture))[0]); // clean
}

void several(TF_Session *session, const std::vector<TF_Output> &inputs,
             const std::vector<TF_Tensor *> &pictures, const std::vector<TF_Output> &outputs,
             TF_Status *status) {
  std::vector<TF_Tensor *> found(outputs.size());
  TF_SessionRun(session, nullptr, inputs.data(), pictures.data(), int(inputs.size()),
                outputs.data(), found.data(), int(outputs.size()), nullptr, 0, nullptr, status);
  for (TF_Tensor *tensor : found) {
    printf("%lld parts", (long long)TF_Dim(tensor, 1)); // clean
    printf("%f", ((float *)TF_TensorData(tensor))[0]); // expect tamga-label-missing
  }
}
