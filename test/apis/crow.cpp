// RUN: %check %s --pack kz --check tamga-label-missing --check tamga-data-exposed -- -std=c++20 -I %S/../mock
// Crow: what handlers return, responses, web sockets; parameters in; a header as label.
#include "common/sampling.h"
#include <crow.h>
#include <iostream>

std::string reply(common_sampler *sampler, llama_context *context) {
  return common_token_to_piece(context, common_sampler_sample(sampler, context, -1));
}

crow::response bare(common_sampler *sampler, llama_context *context) {
  return crow::response(reply(sampler, context)); // expect tamga-label-missing
}

crow::response coded(common_sampler *sampler, llama_context *context) {
  return crow::response(200, reply(sampler, context)); // expect tamga-label-missing
}

crow::response own(const std::string &name) {
  return crow::response(200, "Hello " + name); // clean
}

crow::response labelled(common_sampler *sampler, llama_context *context) {
  crow::response response(reply(sampler, context)); // clean
  response.set_header("AI-Disclosure", "mode=ai-originated"); // label: anywhere
  return response;
}

void ends(crow::response &response, common_sampler *sampler, llama_context *context) {
  response.end(reply(sampler, context)); // expect tamga-label-missing
}

void writes(crow::response &response, common_sampler *sampler, llama_context *context) {
  response.add_header("X-AI-Generated", "true"); // label: anywhere
  response.write(reply(sampler, context)); // clean
  response.end();
}

crow::response json(common_sampler *sampler, llama_context *context) {
  crow::json::wvalue answer;
  answer["text"] = reply(sampler, context);
  return crow::response(std::move(answer)); // expect tamga-label-missing
}

crow::response jsonLabelled(common_sampler *sampler, llama_context *context) {
  crow::json::wvalue answer;
  answer["text"] = reply(sampler, context);
  answer["ai_generated"] = true; // label
  return crow::response(std::move(answer)); // clean
}

void chat(crow::websocket::connection &connection, common_sampler *sampler,
          llama_context *context) {
  connection.send_text(reply(sampler, context)); // expect tamga-label-missing
  connection.send_text("AI-generated: " + reply(sampler, context)); // clean
}

void routes(crow::SimpleApp &app, common_sampler *sampler, llama_context *context) {
  CROW_ROUTE(app, "/chat")
  ([=](const crow::request &, crow::response &response) {
    response.body = reply(sampler, context); // expect tamga-label-missing
    response.end();
  });
  CROW_ROUTE(app, "/text")([=] { return reply(sampler, context); }); // expect tamga-label-missing
  CROW_ROUTE(app, "/labelled")([=] { return "AI-generated: " + reply(sampler, context); }); // clean
}

void log(const crow::request &request) {
  std::clog << "from " << request.url_params.get("phone"); // expect tamga-data-exposed
  std::clog << "from " << request.url_params.get("theme"); // clean
}
