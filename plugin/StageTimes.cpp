//===- StageTimes.cpp - what each stage costs ---------------------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "StageTimes.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/Format.h"
#include "llvm/Support/raw_ostream.h"
#include <ctime>
#include <tuple>

namespace tamga {

double threadSeconds() {
  timespec now = {};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return double(now.tv_sec) + double(now.tv_nsec) * 1e-9;
}

void StageTimes::add(llvm::StringRef stage, double begin, llvm::StringRef what) {
  if (!isWanted)
    return;
  const double seconds = threadSeconds() - begin;
  const std::lock_guard lock(mutex);
  lines.push_back({what.str(), stage.str(), seconds});
}

void StageTimes::print() {
  llvm::sort(lines, [](const Line &left, const Line &right) {
    return std::tie(left.what, left.stage, left.seconds) <
           std::tie(right.what, right.stage, right.seconds);
  });
  for (const Line &line : lines)
    llvm::errs() << "time: " << line.stage << ' ' << llvm::format("%.6f", line.seconds) << ' '
                 << line.what << '\n';
}

} // namespace tamga
