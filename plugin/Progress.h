//===- Progress.h - what takes so long ----------------------------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef TAMGA_PLUGIN_PROGRESS_H
#define TAMGA_PLUGIN_PROGRESS_H

#include <condition_variable>
#include <mutex>
#include <string>
#include <thread>

namespace tamga {

/// One line on the terminal, `parsing: 12 of 300 units`, from one second after the start of
/// the work until it ends, when it is wiped away. Nothing where standard error is no
/// terminal. All members are thread-safe.
class Progress {
public:
  Progress();
  ~Progress();
  Progress(const Progress &) = delete;
  Progress &operator=(const Progress &) = delete;

  /// From here on \p count \p things are worked at: "parsing", 300, "units".
  void begin(std::string verb, size_t count, std::string things);
  void step();

private:
  void show();

  std::mutex mutex;
  std::condition_variable ended;
  std::string verb, things;
  size_t count = 0, done = 0;
  bool isEnding = false, isVisible = false;
  std::thread ticker;
};

} // namespace tamga

#endif // TAMGA_PLUGIN_PROGRESS_H
