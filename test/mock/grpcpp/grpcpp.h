//===- grpcpp.h - declarations for tests ----------------------------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// Names and signatures of gRPC 1.51.1.
#pragma once

#include <string>

namespace grpc {
class WriteOptions {};
class Status {
public:
  Status();
  Status(int code, const std::string &message);
  static const Status &OK;
};
class ServerContextBase {
public:
  void AddInitialMetadata(const std::string &key, const std::string &value);
  void AddTrailingMetadata(const std::string &key, const std::string &value);
};
class ServerContext : public ServerContextBase {};
namespace internal {
template <class W> class WriterInterface {
public:
  virtual ~WriterInterface() {}
  virtual bool Write(const W &msg, WriteOptions options) = 0;
  inline bool Write(const W &msg) { return Write(msg, WriteOptions()); }
};
} // namespace internal
template <class W> class ServerWriter final : public internal::WriterInterface<W> {
public:
  using internal::WriterInterface<W>::Write;
  bool Write(const W &msg, WriteOptions options) override;
};
template <class W> class ServerAsyncResponseWriter final {
public:
  void Finish(const W &msg, const Status &status, void *tag);
};
template <class W> class ClientWriter final : public internal::WriterInterface<W> {
public:
  using internal::WriterInterface<W>::Write;
  bool Write(const W &msg, WriteOptions options) override;
};
} // namespace grpc
