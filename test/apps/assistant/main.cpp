//===- main.cpp - the assistant
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Mood.h"
#include "Routes.h"
#include <cstdio>
#include <iostream>

using namespace assistant;

/// A conversation in the terminal.
static void talk(Generator &generator) {
  std::string line;
  std::printf("You talk to a language model. An empty line ends the conversation.\n");
  while (std::getline(std::cin, line) && !line.empty()) {
    std::cout << "You: " << line << '\n';
    std::cout << withNotice(generator.answer(line)) << '\n';
  }
}

/// The same, piece by piece, without a word on who speaks.
static void talkFast(Generator &generator) {
  std::string line;
  while (std::getline(std::cin, line) && !line.empty())
    generator.stream(line, [](const std::string &piece) {
      std::fputs(piece.c_str(), stdout); // expect tamga-label-missing
      return true;
    });
}

int main(int argc, char **argv) { // expect tamga-control-kill-switch // expect tamga-capability-content
  if (argc < 2) {
    std::fprintf(stderr, "usage: %s MODEL [--talk | --fast]\n", argv[0]);
    return 2;
  }
  Generator generator(argv[1]);
  std::string mode = argc > 2 ? argv[2] : "";
  if (mode == "--talk") {
    talk(generator);
    return 0;
  }
  if (mode == "--fast") {
    talkFast(generator);
    return 0;
  }

  Profiles profiles("profiles.sqlite");
  FaceLogin faces(profiles, "models");
  Settings settings;
  settings.transcriptPath = "transcript.txt";
  httplib::Server server;
  addRoutes(server, generator, profiles, settings);
  addFaceRoutes(server, faces);

  Mood mood;
  std::printf("mood %d\n", mood.guess());
  server.listen("127.0.0.1", 8080);
}
