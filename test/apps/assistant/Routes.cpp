//===- Routes.cpp - what the server answers
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Routes.h"
#include <fstream>

namespace assistant {

using httplib::Request;
using httplib::Response;

/// Talking: some answers say what they are, some do not.
static void addChatRoutes(httplib::Server &server, Generator &generator,
                          const Settings &settings) {
  // Labelled: words are put before the text.
  server.Post("/chat", [&](const Request &request, Response &response) {
    response.set_content(withNotice(generator.answer(request.body)), "text/plain");
  });

  // Labelled: the response says so in a header.
  server.Post("/letter", [&](const Request &request, Response &response) {
    response.set_header("AI-Disclosure", "mode=ai-originated");
    response.set_content(generator.answer("Write a letter: " + request.body), "text/plain");
  });

  // Not labelled.
  server.Post("/summary", [&](const Request &request, Response &response) {
    std::string summary = generator.answer("Summarise: " + request.body);
    response.set_content(summary, "text/plain"); // expect tamga-label-missing
  });

  // Labelled on one path only.
  server.Post("/translate", [&](const Request &request, Response &response) {
    std::string text = generator.answer("Translate into Kazakh: " + request.body);
    if (settings.showNotice)
      text = withNotice(text);
    response.set_content(text, "text/plain"); // expect tamga-label-missing
  });

  // The user's own words go back: nothing to label.
  server.Post("/echo", [](const Request &request, Response &response) {
    response.set_content("You wrote: " + request.body, "text/plain");
  });

  // The answer is labelled, its copy in the file is not.
  server.Post("/archive", [&](const Request &request, Response &response) {
    std::string text = generator.answer(request.body);
    std::ofstream archive(settings.transcriptPath, std::ios::app);
    archive << text << '\n'; // expect tamga-label-missing
    response.set_content(withNotice(text), "text/plain");
  });
}

/// People: the newsletter asks first, the contact form does not.
static void addPeopleRoutes(httplib::Server &server, Profiles &profiles) {
  server.Post("/newsletter", [&](const Request &request, Response &response) {
    std::string login = request.get_param_value("login");
    if (!profiles.agreedTo(login, "newsletter")) {
      response.status = 403;
      return;
    }
    profiles.save({login, request.get_param_value("email"), ""});
  });

  server.Post("/contact", [&](const Request &request, Response &) {
    profiles.save({request.get_param_value("login"), request.get_param_value("email"),
                   request.get_param_value("phone")});
  });

  server.Post("/agree", [&](const Request &request, Response &) {
    profiles.recordAgreement(request.get_param_value("login"),
                             request.get_param_value("purpose"));
  });
}

void addFaceRoutes(httplib::Server &server, FaceLogin &faces) {
  server.Post("/face/enrol", [&](const Request &request, Response &response) {
    if (!faces.enrol(request.get_param_value("login")))
      response.status = 403;
  });
  server.Post("/face/verify", [&](const Request &request, Response &response) {
    response.status = faces.verify(request.get_param_value("login")) ? 200 : 403;
  });
  server.Post("/face/snapshot", [&](const Request &, Response &) {
    faces.keepSnapshot("last-visitor.png");
  });
}

void addRoutes(httplib::Server &server, Generator &generator, Profiles &profiles,
               const Settings &settings) {
  addChatRoutes(server, generator, settings);
  addPeopleRoutes(server, profiles);
}

} // namespace assistant
