// RUN: %check %s --pack kz --check tamga-label-missing --check tamga-consent-missing -- -std=c++20 -I %S/../mock
// Drogon: responses, streams, web sockets, views; form fields in; a header as label.
#include "common/sampling.h"
#include <drogon/drogon.h>

using namespace drogon;
using Callback = std::function<void(const HttpResponsePtr &)>;

std::string reply(common_sampler *sampler, llama_context *context) {
  return common_token_to_piece(context, common_sampler_sample(sampler, context, -1));
}

void bare(common_sampler *sampler, llama_context *context, Callback &&callback) {
  auto response = HttpResponse::newHttpResponse();
  response->setBody(reply(sampler, context)); // expect tamga-label-missing
  callback(response);
}

void labelled(common_sampler *sampler, llama_context *context, Callback &&callback) {
  auto response = HttpResponse::newHttpResponse();
  response->addHeader("AI-Disclosure", "mode=ai-originated"); // label: anywhere
  response->setBody(reply(sampler, context)); // clean
  callback(response);
}

void labelOfAnother(common_sampler *sampler, llama_context *context, Callback &&callback) {
  auto response = HttpResponse::newHttpResponse(), other = HttpResponse::newHttpResponse();
  other->addHeader("AI-Disclosure", "mode=ai-originated");
  response->setBody(reply(sampler, context)); // expect tamga-label-missing
  callback(response);
}

void json(common_sampler *sampler, llama_context *context, Callback &&callback) {
  Json::Value answer;
  answer["text"] = reply(sampler, context);
  callback(HttpResponse::newHttpJsonResponse(answer)); // expect tamga-label-missing
}

void jsonLabelled(common_sampler *sampler, llama_context *context, Callback &&callback) {
  Json::Value answer;
  answer["text"] = reply(sampler, context);
  auto response = HttpResponse::newHttpJsonResponse(answer); // clean
  response->addHeader("X-AI-Generated", "true"); // label: anywhere
  callback(response);
}

void view(common_sampler *sampler, llama_context *context, Callback &&callback) {
  HttpViewData data;
  data.insertAsString("answer", reply(sampler, context));
  callback(HttpResponse::newHttpViewResponse("Chat.csp", data)); // expect tamga-label-missing
}

void chat(const WebSocketConnectionPtr &connection, common_sampler *sampler,
          llama_context *context) {
  connection->send(reply(sampler, context)); // expect tamga-label-missing
  connection->send("AI-generated: " + reply(sampler, context)); // clean
}

void stream(common_sampler *sampler, llama_context *context, Callback &&callback) {
  callback(HttpResponse::newAsyncStreamResponse([=](ResponseStreamPtr stream) {
    stream->send(reply(sampler, context)); // expect tamga-label-missing
    stream->close();
  }));
}

void routes(common_sampler *sampler, llama_context *context) {
  app().registerHandler("/chat", [=](const HttpRequestPtr &, Callback &&callback) {
    auto response = HttpResponse::newHttpResponse();
    response->setBody(reply(sampler, context)); // expect tamga-label-missing
    callback(response);
  });
}

bool has_consent(const std::string &user);

void forward(const HttpRequestPtr &request, const HttpClientPtr &client) {
  auto lead = HttpRequest::newHttpRequest();
  lead->setBody(request->getParameter("phone"));
  client->sendRequest(lead, [](ReqResult, const HttpResponsePtr &) {}); // expect tamga-consent-missing
}

void forwardAsked(const HttpRequestPtr &request, const HttpClientPtr &client) {
  if (!has_consent(request->getParameter("login"))) // guard
    return;
  auto lead = HttpRequest::newHttpRequest();
  lead->setBody(request->getParameter("phone"));
  client->sendRequest(lead, [](ReqResult, const HttpResponsePtr &) {}); // clean
}
