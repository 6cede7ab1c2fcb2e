// RUN: %check %s --pack kz -- -std=c++20 -I %S/../../mock
// Personal data in a prompt of a model abroad: one act, one finding, of the most specific rule.
#include <httplib.h>
#include <openai/openai.hpp>
#include <string>

bool has_cross_border_consent(const std::string &user);
bool has_consent(const std::string &user);

void asks(const httplib::Request &request) {
  std::string text = "Explain " + request.get_param_value("iin");
  openai::start().completion.create({{"prompt", text}}); // expect tamga-consent-cross-border
}

void asksAtHost(const httplib::Request &request) {
  httplib::Client client("https://api.openai.com");
  client.Post("/v1/completions", request.get_param_value("iin"), "text/plain"); // expect tamga-consent-cross-border
}

void consented(const httplib::Request &request, const std::string &user) {
  if (!has_cross_border_consent(user) || !has_consent(user))
    return;
  httplib::Client client("https://api.openai.com");
  client.Post("/v1/completions", request.get_param_value("iin"), "text/plain"); // expect tamga-data-exposed
}
