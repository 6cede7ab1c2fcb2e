// RUN: %check %s --pack kz --check tamga-label-missing --check tamga-consent-missing -- -std=c++20 -I %S/../mock
// cpp-httplib: form fields in, answers out, header as label of the response.
#include "common/sampling.h"
#include <httplib.h>

std::string reply(common_sampler *sampler, llama_context *context) {
  return common_token_to_piece(context, common_sampler_sample(sampler, context, -1));
}

void answers(httplib::Response &response, common_sampler *sampler, llama_context *context) {
  std::string text = reply(sampler, context);
  response.set_content(text, "text/plain"); // expect tamga-label-missing
  response.set_content(text.c_str(), text.size(), "text/plain"); // expect tamga-label-missing
}

void labelled(httplib::Response &response, common_sampler *sampler, llama_context *context) {
  response.set_header("X-AI-Generated", "true");
  response.set_content(reply(sampler, context), "text/plain");
}

void client(const httplib::Request &request, httplib::Client &client, common_sampler *sampler,
            llama_context *context) {
  client.Post("/log", reply(sampler, context), "text/plain");
  client.Post("/bot/sendMessage", reply(sampler, context), "text/plain"); // expect tamga-label-missing
  client.Post("/lead", request.get_param_value("email"), "text/plain"); // expect tamga-consent-missing
  client.Post("/lead", request.get_param_value("colour"), "text/plain");
  client.Get("/users/" + request.get_param_value("iin")); // expect tamga-consent-missing
}

void routes(httplib::Server &server, common_sampler *sampler, llama_context *context) {
  server.Get("/", [=](const httplib::Request &, httplib::Response &response) {
    response.set_content(reply(sampler, context), "text/plain"); // expect tamga-label-missing
  });
  server.Post("/echo", [](const httplib::Request &request, httplib::Response &response) {
    response.set_content(request.body, "text/plain");
  });
}
