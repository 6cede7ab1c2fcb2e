// RUN: %check %s --pack %S/Inputs/kinds.json -- -std=c++20 -I %S/../mock
// jetson-inference: classes, detections and poses.
#include "jetson-inference/imageNet.h"
#include <cstdio>

void classes(imageNet &net, void *image) {
  float confidence = 0;
  int index = net.Classify(image, 640, 480, IMAGE_RGBA32F, &confidence);
  printf("%s\n", net.GetClassDesc(index)); // expect tamga-custom-output
  printf("%f\n", confidence);              // expect tamga-custom-output
  puts("ready");                           // clean
}

void detections(detectNet &net, void *image) {
  detectNet::Detection *found = nullptr;
  int count = net.Detect(image, 640, 480, IMAGE_RGBA32F, &found);
  for (int index = 0; index < count; ++index)
    printf("%f\n", found[index].Confidence); // expect tamga-custom-output
}

void poses(poseNet &net, void *image) {
  std::vector<poseNet::ObjectPose> poses;
  net.Process(image, 640, 480, IMAGE_RGBA32F, poses); // expect tamga-custom-person
}
