// OpenPose, wrapper/wrapper.hpp and core/datum.hpp: names and signatures.
#pragma once
#include <array>
#include <memory>
#include <string>
#include <vector>

namespace op {
class Matrix {};
template <typename T> class Array {
public:
  T &operator[](int index);
  std::string toString() const;
};
struct Datum {
  Matrix cvOutputData;
  Array<float> poseKeypoints;
  Array<float> faceKeypoints;
  std::array<Array<float>, 2> handKeypoints;
};
template <typename TDatum = Datum, typename TDatums = std::vector<std::shared_ptr<TDatum>>,
          typename TDatumsSP = std::shared_ptr<TDatums>, typename TWorker = int>
class WrapperT {
public:
  void start();
  bool emplaceAndPop(TDatumsSP &datums);
  TDatumsSP emplaceAndPop(const Matrix &matrix);
  bool waitAndPop(TDatumsSP &datums);
};
typedef WrapperT<> Wrapper;
} // namespace op
