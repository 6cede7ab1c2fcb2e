// RUN: %check %s --pack kz --check tamga-label-missing -- -std=c++20 -I %S/../../mock
// Answers of an HTTP server.
#include "common/sampling.h"
#include <httplib.h>

std::string reply(common_sampler *sampler, llama_context *context) {
  return common_token_to_piece(context, common_sampler_sample(sampler, context, -1));
}

void routes(httplib::Server &server, common_sampler *sampler, llama_context *context) {
  server.Get("/bare", [=](const httplib::Request &, httplib::Response &response) {
    response.set_content(reply(sampler, context), "text/plain"); // expect tamga-label-missing
  });
  server.Get("/header", [=](const httplib::Request &, httplib::Response &response) {
    response.set_header("AI-Disclosure", "mode=ai-originated"); // label: anywhere
    response.set_content(reply(sampler, context), "text/plain"); // clean
  });
  server.Get("/other-header", [=](const httplib::Request &, httplib::Response &response) {
    response.set_header("Cache-Control", "no-store");
    response.set_content(reply(sampler, context), "text/plain"); // expect tamga-label-missing
  });
}
