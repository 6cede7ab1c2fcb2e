//===- ProcessFolder.cpp - a folder that ends with its process -----------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// A child makes the folder and waits for the other end of a socket to be closed, which the
/// system does when the parent ends. It is the child that makes it: between making a folder
/// and handing it over, a parent could be ended.
//===----------------------------------------------------------------------===//

#include "ProcessFolder.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/FileSystem.h"
#include <sys/socket.h>
#include <unistd.h>

using namespace llvm;

namespace tamga {

namespace {

Error failure(std::error_code error) {
  return createStringError(error,
                           "cannot make a folder of temporary files: " + error.message());
}

ssize_t readMessage(int socket, MutableArrayRef<char> buffer) {
  ssize_t size;
  do
    size = read(socket, buffer.data(), buffer.size());
  while (size < 0 && errno == EINTR);
  return size;
}

/// The child. It holds nothing that others wait for, and no signal to the parent's group
/// ends it.
[[noreturn]] void keepFolder(int socket) {
  setsid();
  for (const int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO})
    close(stream);
  SmallString<128> folder;
  const int error = sys::fs::createUniqueDirectory("tamga-tidy", folder).value();
  // One message: a number, and the path that follows it.
  SmallString<128> message(StringRef(reinterpret_cast<const char *>(&error), sizeof error));
  message += folder;
  if (write(socket, message.data(), message.size()) > 0) {
    char none;
    readMessage(socket, none);
  }
  if (!error)
    sys::fs::remove_directories(folder);
  _exit(0);
}

} // namespace

Expected<std::string> makeProcessFolder() {
  int ends[2];
  if (socketpair(AF_UNIX, SOCK_SEQPACKET, 0, ends))
    return failure(errnoAsErrorCode());
  const pid_t child = fork();
  if (!child) {
    close(ends[0]);
    keepFolder(ends[1]);
  }
  const std::error_code notForked = errnoAsErrorCode();
  close(ends[1]);
  if (child < 0)
    return failure(notForked);
  char buffer[PATH_MAX];
  const ssize_t size = readMessage(ends[0], buffer);
  int error;
  if (size < static_cast<ssize_t>(sizeof error))
    return failure(std::make_error_code(std::errc::broken_pipe));
  memcpy(&error, buffer, sizeof error);
  if (error)
    return failure({error, std::generic_category()});
  return std::string(buffer + sizeof error, buffer + size);
}

} // namespace tamga
