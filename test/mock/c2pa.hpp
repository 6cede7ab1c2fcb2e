//===- c2pa.hpp - declarations of c2pa-c, for tests --------------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// Names and signatures of include/c2pa.hpp at 9ddccee7d (4 May 2026), and of the C API.
#ifndef TAMGA_TEST_MOCK_C2PA_HPP
#define TAMGA_TEST_MOCK_C2PA_HPP

#include <filesystem>
#include <istream>
#include <memory>
#include <optional>
#include <ostream>
#include <string>
#include <vector>

extern "C" {
struct C2paBuilder;
struct C2paSigner;
struct C2paStream;
struct C2paSignerInfo {
  const char *alg, *sign_cert, *private_key, *ta_url;
};
enum C2paBuilderIntent { Create, Edit, Update };
enum C2paDigitalSourceType {
  Empty,
  TrainedAlgorithmicData,
  DigitalCapture,
  ComputationalCapture,
  NegativeFilm,
  PositiveFilm,
  Print,
  HumanEdits,
  CompositeWithTrainedAlgorithmicMedia,
  AlgorithmicallyEnhanced,
  DigitalCreation,
  DataDrivenMedia,
  TrainedAlgorithmicMedia,
  AlgorithmicMedia,
  ScreenCapture,
  VirtualRecording,
  Composite,
  CompositeCapture,
  CompositeSynthetic
};
C2paBuilder *c2pa_builder_from_json(const char *manifest_json);
int c2pa_builder_set_intent(C2paBuilder *builder, C2paBuilderIntent intent,
                            C2paDigitalSourceType digital_source_type);
void c2pa_builder_set_no_embed(C2paBuilder *builder);
int64_t c2pa_builder_sign(C2paBuilder *builder, const char *format, C2paStream *source,
                          C2paStream *dest, C2paSigner *signer,
                          const unsigned char **manifest_bytes_ptr);
char *c2pa_sign_file(const char *source_path, const char *dest_path, const char *manifest,
                     const C2paSignerInfo *signer_info, const char *data_dir);
void c2pa_builder_free(C2paBuilder *builder);
}

namespace c2pa {

class IContextProvider {
public:
  virtual ~IContextProvider() = default;
};

class Signer {
public:
  Signer(const std::string &alg, const std::string &sign_cert, const std::string &private_key,
         const std::optional<std::string> &tsa_uri = std::nullopt);
};

class Builder {
public:
  Builder(IContextProvider &context, const std::string &manifest_json);
  Builder(std::shared_ptr<IContextProvider> context, const std::string &manifest_json);
  Builder(const std::string &manifest_json);
  Builder &with_definition(const std::string &manifest_json);
  void set_no_embed();
  void set_remote_url(const std::string &remote_url);
  void add_action(const std::string &action_json);
  void set_intent(C2paBuilderIntent intent, C2paDigitalSourceType digital_source_type = Empty);
  std::vector<unsigned char> sign(const std::string &format, std::istream &source,
                                  std::ostream &dest, Signer &signer);
  std::vector<unsigned char> sign(const std::string &format, std::istream &source,
                                  std::iostream &dest, Signer &signer);
  std::vector<unsigned char> sign(const std::filesystem::path &source_path,
                                  const std::filesystem::path &dest_path, Signer &signer);
  std::vector<unsigned char> sign(const std::string &format, std::istream &source,
                                  std::iostream &dest);
  std::vector<unsigned char> sign(const std::filesystem::path &source_path,
                                  const std::filesystem::path &dest_path);
};

} // namespace c2pa

#endif // TAMGA_TEST_MOCK_C2PA_HPP
