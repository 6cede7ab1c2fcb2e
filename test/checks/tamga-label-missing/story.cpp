// RUN: %check %s --pack kz --check tamga-label-missing -- -std=c++20 -I %S/../../mock
// A help desk: one class makes answers, another keeps them; they go to a page, a terminal and
// a file, and each of these has to say whose words they are.
#include "common/sampling.h"
#include <cstdio>
#include <fstream>
#include <httplib.h>
#include <string>
#include <vector>

struct Turn {
  std::string question;
  std::string answer;
};

class Model {
public:
  Model(common_sampler *sampler, llama_context *context) : sampler(sampler), context(context) {}
  std::string complete(int length) {
    std::string text;
    for (int count = 0; count < length; ++count)
      text += next();
    return text;
  }

private:
  std::string next() {
    return common_token_to_piece(context, common_sampler_sample(sampler, context, -1));
  }
  common_sampler *sampler;
  llama_context *context;
};

class Conversation {
public:
  explicit Conversation(Model &model) : model(model) {}
  const Turn &ask(const std::string &question) {
    turns.push_back({question, model.complete(64)});
    return turns.back();
  }
  const std::vector<Turn> &all() const { return turns; }

private:
  Model &model;
  std::vector<Turn> turns;
};

static std::string paragraph(const std::string &text) { return "<p>" + text + "</p>"; }

static std::string render(const Conversation &conversation) {
  std::string page;
  for (const Turn &turn : conversation.all())
    page += paragraph(turn.question) + paragraph(turn.answer);
  return page;
}

static void disclose(httplib::Response &response) {
  response.set_header("AI-Disclosure", "mode=ai-originated");
}

void page(const Conversation &conversation, httplib::Response &response) {
  disclose(response); // label: anywhere
  response.set_content(render(conversation), "text/html"); // clean
}

void plainPage(const Conversation &conversation, httplib::Response &response) {
  response.set_content(render(conversation), "text/html"); // expect tamga-label-missing
}

static void greet(FILE *terminal) { std::fputs("Жауаптарды ЖИ жасайды\n", terminal); }

void terminal(Conversation &conversation, const std::string &question) {
  greet(stdout); // label
  std::fputs(conversation.ask(question).answer.c_str(), stdout); // clean
}

void questions(const Conversation &conversation) {
  for (const Turn &turn : conversation.all())
    std::puts(turn.question.c_str()); // clean
}

void protocol(const Conversation &conversation) {
  std::ofstream out("protocol.txt");
  for (const Turn &turn : conversation.all())
    out << turn.answer; // expect tamga-label-missing
}

int main(int, char **arguments) {
  Model model(nullptr, nullptr);
  Conversation conversation(model);
  terminal(conversation, arguments[1]);
  questions(conversation);
  protocol(conversation);
  httplib::Response response;
  page(conversation, response);
  httplib::Response other;
  plainPage(conversation, other);
}
