// AWS SDK for C++, rekognition and polly: names and signatures.
#pragma once
#include <string>
#include <vector>

namespace Aws {
namespace Rekognition {
namespace Model {
class DetectFacesRequest {};
class SearchFacesByImageRequest {};
class DetectLabelsRequest {};
struct Emotion {
  float GetConfidence() const;
};
class FaceDetail {
public:
  const std::vector<Emotion> &GetEmotions() const;
  bool ConfidenceHasBeenSet() const;
};
class DetectFacesResult {
public:
  const std::vector<FaceDetail> &GetFaceDetails() const;
};
struct Label {
  const std::string &GetName() const;
};
class DetectLabelsResult {
public:
  const std::vector<Label> &GetLabels() const;
};
class SearchFacesByImageResult {};
template <class R> class Outcome {
public:
  bool IsSuccess() const;
  const R &GetResult() const;
};
} // namespace Model
class RekognitionClient {
public:
  virtual ~RekognitionClient() = default;
  virtual Model::Outcome<Model::DetectFacesResult>
  DetectFaces(const Model::DetectFacesRequest &request) const;
  virtual Model::Outcome<Model::SearchFacesByImageResult>
  SearchFacesByImage(const Model::SearchFacesByImageRequest &request) const;
  virtual Model::Outcome<Model::DetectLabelsResult>
  DetectLabels(const Model::DetectLabelsRequest &request) const;
};
} // namespace Rekognition
} // namespace Aws
