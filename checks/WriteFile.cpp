//===- WriteFile.cpp - files that are whole or not there --------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "WriteFile.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/FileSystem.h"

namespace tamga {

namespace fs = llvm::sys::fs;

/// What went wrong with \p out, which forgets it: a stream ends the program otherwise.
static std::error_code finish(llvm::raw_fd_ostream &out) {
  out.flush();
  const std::error_code error = out.error();
  out.clear_error();
  return error;
}

/// As LLVM's writeToOutput, which neither sees a full disk nor what it replaces.
llvm::Error writeFile(llvm::StringRef path,
                      llvm::function_ref<void(llvm::raw_ostream &)> write) {
  if (path == "-") {
    write(llvm::outs());
    return llvm::errorCodeToError(finish(llvm::outs()));
  }
  fs::file_status status;
  const bool isThere = !fs::status(path, status) && fs::exists(status);
  if (isThere && status.type() != fs::file_type::regular_file) {
    std::error_code error;
    llvm::raw_fd_ostream out(path, error, fs::CD_OpenExisting, fs::FA_Write, fs::OF_None);
    if (error)
      return llvm::errorCodeToError(error);
    write(out);
    return llvm::errorCodeToError(finish(out));
  }
  llvm::SmallString<128> real;
  if (!isThere || fs::real_path(path, real))
    real = path;
  llvm::Expected<fs::TempFile> file = fs::TempFile::create(real + ".tamga-%%%%%%");
  if (!file)
    return file.takeError();
  std::error_code error;
  {
    llvm::raw_fd_ostream out(file->FD, /*shouldClose=*/false);
    write(out);
    error = finish(out);
  }
  if (!error)
    return file->keep(real);
  llvm::consumeError(file->discard());
  return llvm::errorCodeToError(error);
}

} // namespace tamga
