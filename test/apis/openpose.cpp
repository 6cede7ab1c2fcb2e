// RUN: %check %s --pack %S/Inputs/kinds.json -- -std=c++20 -I %S/../mock
// OpenPose: key points of people, their faces and hands.
#include "openpose/headers.hpp"

bool hasConsent();

using Datums = std::shared_ptr<std::vector<std::shared_ptr<op::Datum>>>;

unsigned long people(op::Wrapper &wrapper, const op::Matrix &picture) {
  wrapper.start();                               // clean
  Datums datums = wrapper.emplaceAndPop(picture); // expect tamga-custom-person
  return datums->size();
}

void again(op::Wrapper &wrapper) {
  Datums datums;
  if (hasConsent())
    wrapper.waitAndPop(datums); // clean
  wrapper.waitAndPop(datums);   // expect tamga-custom-person
}
