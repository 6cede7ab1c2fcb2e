// RUN: %check %s --pack kz --check tamga-label-missing -- -std=c++20 -I %S/../mock
// TensorFlow Lite: output tensors in C++ and C.
#include "tensorflow/lite/interpreter.h"
#include <cstdio>

void typed(tflite::Interpreter &interpreter) {
  interpreter.typed_input_tensor<float>(0)[0] = 1;
  interpreter.Invoke();
  float *scores = interpreter.typed_output_tensor<float>(0);
  printf("%f", scores[0]); // expect tamga-label-missing
  printf("%f", interpreter.typed_input_tensor<float>(0)[0]);
}

void copied(TfLiteInterpreter *interpreter) {
  TfLiteInterpreterInvoke(interpreter);
  const TfLiteTensor *tensor = TfLiteInterpreterGetOutputTensor(interpreter, 0);
  float scores[10];
  TfLiteTensorCopyToBuffer(tensor, scores, sizeof scores);
  printf("%f", scores[3]); // expect tamga-label-missing
  printf("%zu", TfLiteTensorByteSize(tensor));
}

void byIndex(tflite::Interpreter &interpreter) {
  TfLiteTensor *in = interpreter.tensor(interpreter.inputs()[0]);
  in->data.f[0] = 1;
  interpreter.Invoke();
  int which = interpreter.outputs()[0];
  const TfLiteTensor *out = interpreter.tensor(which);
  printf("%f", out->data.f[0]);                            // expect tamga-label-missing
  printf("%f", interpreter.typed_tensor<float>(which)[1]); // expect tamga-label-missing
  printf("%d in %zu", out->dims->data[1], out->bytes);     // clean
  printf("%f", in->data.f[0]);                             // clean
  printf("%f", interpreter.typed_tensor<float>(interpreter.inputs()[0])[1]); // clean
}
