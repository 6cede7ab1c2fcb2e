//===- openai.hpp - declarations for tests ------------------------------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// Names and signatures of openai-cpp at 9554a4d86.
#pragma once

#include <nlohmann/json.hpp>
#include <string>

namespace openai {
namespace _detail {

using Json = nlohmann::json;

struct CategoryModel {
  Json list();
};
struct CategoryCompletion {
  Json create(Json input);
};
struct CategoryChat {
  Json create(Json input);
};
struct CategoryAudio {
  Json transcribe(Json input);
  Json translate(Json input);
};
struct CategoryImage {
  Json create(Json input);
};
struct CategoryEmbedding {
  Json create(Json input);
};
struct CategoryFile {
  Json upload(Json input);
};
struct CategoryThreads {
  Json listMessage(const std::string &threads);
};

struct OpenAI {
  CategoryModel model;
  CategoryCompletion completion;
  CategoryChat chat;
  CategoryAudio audio;
  CategoryImage image;
  CategoryEmbedding embedding;
  CategoryFile file;
  CategoryThreads thread;
};

} // namespace _detail

_detail::OpenAI &start(const std::string &token = "");
_detail::CategoryChat &chat();
_detail::CategoryAudio &audio();
_detail::CategoryImage &image();

} // namespace openai
