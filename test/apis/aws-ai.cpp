// RUN: %check %s --pack %S/Inputs/kinds.json -- -std=c++20 -I %S/../mock
// AWS: faces, whose they are, emotions, labels.
#include "aws/rekognition.h"
#include <iostream>

using namespace Aws::Rekognition;

bool hasConsent();

void faces(const RekognitionClient &client, const Model::DetectFacesRequest &request) {
  auto outcome = client.DetectFaces(request); // expect tamga-custom-person
  if (!outcome.IsSuccess())
    return;
  for (const Model::FaceDetail &face : outcome.GetResult().GetFaceDetails())
    for (const Model::Emotion &emotion : face.GetEmotions()) // expect tamga-custom-capability // expect tamga-custom-person
      std::cout << emotion.GetConfidence();
}

void recognised(const RekognitionClient &client, const Model::SearchFacesByImageRequest &request) {
  client.SearchFacesByImage(request); // expect tamga-custom-person
  if (hasConsent())
    client.SearchFacesByImage(request); // clean
}

void labels(const RekognitionClient &client, const Model::DetectLabelsRequest &request) {
  auto outcome = client.DetectLabels(request);
  for (const Model::Label &label : outcome.GetResult().GetLabels())
    std::cout << label.GetName(); // expect tamga-custom-output
}
