// jetson-inference, c/imageNet.h, detectNet.h and poseNet.h: names and signatures.
#pragma once
#include <cstdint>
#include <vector>

enum imageFormat { IMAGE_RGBA32F };
class imageNet {
public:
  int Classify(void *image, uint32_t width, uint32_t height, imageFormat format,
               float *confidence = nullptr);
  inline const char *GetClassDesc(int index) const;
};
class detectNet {
public:
  struct Detection {
    uint32_t ClassID;
    float Confidence;
  };
  int Detect(void *input, uint32_t width, uint32_t height, imageFormat format,
             Detection **detections, uint32_t overlay = 1);
};
class poseNet {
public:
  struct ObjectPose {
    uint32_t ID;
  };
  bool Process(void *image, uint32_t width, uint32_t height, imageFormat format,
               std::vector<ObjectPose> &poses, uint32_t overlay = 1);
};
