//===- Routes.h - what the server answers
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef ASSISTANT_ROUTES_H
#define ASSISTANT_ROUTES_H

#include "FaceLogin.h"
#include "Generator.h"
#include <httplib.h>

namespace assistant {

struct Settings {
  bool showNotice = true;
  std::string transcriptPath;
};

/// Registers all routes at \p server. The others have to outlive it.
void addRoutes(httplib::Server &server, Generator &generator, Profiles &profiles,
               const Settings &settings);
void addFaceRoutes(httplib::Server &server, FaceLogin &faces);

} // namespace assistant

#endif // ASSISTANT_ROUTES_H
