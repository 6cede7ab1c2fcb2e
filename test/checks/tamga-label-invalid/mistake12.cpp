// RUN: %check %s --pack kz --check tamga-label-missing --check tamga-label-synthetic --check tamga-label-lost --check tamga-label-invalid -- -std=c++20 -I %S/../../mock
// Headers that disclose nothing, or are set on another response.
#include "common/sampling.h"
#include <httplib.h>

std::string reply(common_sampler *sampler, llama_context *context) {
  return common_token_to_piece(context, common_sampler_sample(sampler, context, -1));
}

void none(httplib::Response &response, common_sampler *sampler, llama_context *context) {
  response.set_header("AI-Disclosure", "mode=none"); // expect tamga-label-invalid
  response.set_content(reply(sampler, context), "text/plain");
}

void generated(httplib::Response &response, common_sampler *sampler, llama_context *context) {
  response.set_header("AI-Disclosure", "mode=ai-originated"); // clean
  response.set_content(reply(sampler, context), "text/plain");
}

void no(httplib::Response &response, common_sampler *sampler, llama_context *context) {
  response.set_header("X-AI-Generated", "false"); // expect tamga-label-invalid
  response.set_content(reply(sampler, context), "text/plain");
}

void other(httplib::Response &response, httplib::Response &page, common_sampler *sampler,
           llama_context *context) {
  page.set_header("X-AI-Generated", "true");
  response.set_content(reply(sampler, context), "text/plain"); // expect tamga-label-missing
}

void onSuccess(httplib::Response &response, common_sampler *sampler, llama_context *context) {
  if (response.status == 200)
    response.set_header("X-AI-Generated", "true");
  response.set_content(reply(sampler, context), "text/plain"); // expect tamga-label-missing
}
