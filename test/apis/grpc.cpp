// RUN: %check %s --pack kz --check tamga-label-missing -- -std=c++20 -I %S/../mock
// gRPC: messages of a server's stream, and asynchronous answers; requests are none.
#include "common/sampling.h"
#include <grpcpp/grpcpp.h>

class Answer {
public:
  void set_text(const std::string &value) { text = value; }
  void set_ai_notice(const std::string &value) { notice = value; }

private:
  std::string text, notice;
};

std::string reply(common_sampler *sampler, llama_context *context) {
  return common_token_to_piece(context, common_sampler_sample(sampler, context, -1));
}

grpc::Status stream(grpc::ServerWriter<Answer> *writer, common_sampler *sampler,
                    llama_context *context) {
  Answer answer;
  answer.set_text(reply(sampler, context));
  writer->Write(answer); // expect tamga-label-missing
  return grpc::Status::OK;
}

grpc::Status labelled(grpc::ServerWriter<Answer> *writer, common_sampler *sampler,
                      llama_context *context) {
  Answer answer;
  answer.set_text("AI-generated: " + reply(sampler, context));
  writer->Write(answer); // clean
  return grpc::Status::OK;
}

void finish(grpc::ServerAsyncResponseWriter<Answer> &writer, common_sampler *sampler,
            llama_context *context) {
  Answer answer;
  answer.set_text(reply(sampler, context));
  writer.Finish(answer, grpc::Status::OK, nullptr); // expect tamga-label-missing
}

void ask(grpc::ClientWriter<Answer> &writer, common_sampler *sampler, llama_context *context) {
  Answer answer;
  answer.set_text(reply(sampler, context));
  writer.Write(answer); // false tamga-label-missing
}
