//===- Progress.cpp - what takes so long --------------------------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Progress.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Process.h"
#include "llvm/Support/raw_ostream.h"

namespace tamga {

namespace {

constexpr std::chrono::milliseconds patience{1000}, interval{200};
constexpr llvm::StringLiteral wipe = "\r\033[K"; ///< The line that the cursor is in.

bool isTerminal() {
  const std::optional<std::string> kind = llvm::sys::Process::GetEnv("TERM");
  return llvm::sys::Process::StandardErrIsDisplayed() && kind && *kind != "dumb";
}

} // namespace

Progress::Progress() {
  if (isTerminal())
    ticker = std::thread([this] { show(); });
}

Progress::~Progress() {
  if (!ticker.joinable())
    return;
  {
    const std::lock_guard lock(mutex);
    isEnding = true;
  }
  ended.notify_all();
  ticker.join();
}

void Progress::begin(std::string newVerb, size_t newCount, std::string newThings) {
  const std::lock_guard lock(mutex);
  verb = std::move(newVerb);
  things = std::move(newThings);
  count = newCount;
  done = 0;
}

void Progress::step() {
  const std::lock_guard lock(mutex);
  ++done;
}

/// A thread of its own: the work may be one long task that never comes round to say so.
void Progress::show() {
  std::unique_lock lock(mutex);
  for (std::chrono::milliseconds wait = patience;
       !ended.wait_for(lock, wait, [this] { return isEnding; }); wait = interval) {
    if (verb.empty())
      continue;
    isVisible = true;
    llvm::errs() << wipe << verb << ": " << done << " of " << count << ' ' << things;
    llvm::errs().flush();
  }
  if (isVisible)
    llvm::errs() << wipe;
}

} // namespace tamga
