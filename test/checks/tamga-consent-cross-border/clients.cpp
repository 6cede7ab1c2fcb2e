// RUN: %check %s --pack kz --check tamga-consent-cross-border -- -std=c++20
// Personal data on its way to a server abroad: where the address stands decides.
#include <cstdlib>
#include <curl/curl.h>
#include <httplib.h>
#include <string>

bool has_consent(const std::string &user);
bool has_cross_border_consent(const std::string &user);
std::string anonymize(const std::string &text);

void diagnose(const httplib::Request &request) {
  httplib::Client client("https://api.openai.com");
  std::string diagnosis = request.get_param_value("diagnosis");
  client.Post("/v1/chat/completions", diagnosis, "application/json"); // expect tamga-consent-cross-border: goes abroad
}

void diagnoseAllowed(const httplib::Request &request) {
  httplib::Client client("https://api.openai.com");
  std::string diagnosis = request.get_param_value("diagnosis");
  if (!has_cross_border_consent(request.get_param_value("login"))) // guard
    return;
  client.Post("/v1/chat/completions", diagnosis, "application/json"); // clean
}

void ordinaryConsent(const httplib::Request &request) {
  httplib::Client client("https://api.openai.com");
  std::string diagnosis = request.get_param_value("diagnosis");
  if (!has_consent(request.get_param_value("login")))
    return;
  client.Post("/v1/chat/completions", diagnosis, "application/json"); // expect tamga-consent-cross-border
}

void diagnoseAtHome(const httplib::Request &request) {
  httplib::Client client("https://llm.clinic.kz");
  std::string diagnosis = request.get_param_value("diagnosis");
  client.Post("/v1/chat/completions", diagnosis, "application/json"); // clean
}

void diagnoseLocally(const httplib::Request &request) {
  httplib::Client client("http://localhost:8080");
  client.Post("/v1/chat/completions", request.get_param_value("diagnosis"), "text/plain"); // clean
}

void anonymous(const httplib::Request &request) {
  httplib::Client client("https://api.openai.com");
  std::string diagnosis = anonymize(request.get_param_value("diagnosis"));
  client.Post("/v1/chat/completions", diagnosis, "application/json"); // clean
}

void nothingPersonal(const httplib::Request &request) {
  httplib::Client client("https://api.openai.com");
  client.Post("/v1/chat/completions", request.get_param_value("colour"), "text/plain"); // clean
}

//===-- where the address comes from ------------------------------------------===//

struct Backend {
  std::string host = "https://api.anthropic.com";
};

void configured(const httplib::Request &request, const Backend &) {
  Backend backend;
  httplib::Client client(backend.host);
  client.Post("/v1/messages", request.get_param_value("iin"), "text/plain"); // expect tamga-consent-cross-border
}

static void forward(httplib::Client &client, const std::string &text) {
  client.Post("/v1/messages", text, "text/plain"); // expect tamga-consent-cross-border
}

void wrapped(const httplib::Request &request) {
  httplib::Client client("https://eu.collector.de");
  forward(client, request.get_param_value("phone"));
}

static void forwardHome(httplib::Client &client, const std::string &text) {
  client.Post("/lead", text, "text/plain"); // clean
}

void wrappedHome(const httplib::Request &request) {
  httplib::Client client("https://crm.shop.kz");
  forwardHome(client, request.get_param_value("phone"));
}

//===-- libcurl ---------------------------------------------------------------===//

void curlAbroad(const httplib::Request &request) {
  CURL *curl = curl_easy_init();
  std::string body = "{\"phone\": \"" + request.get_param_value("phone") + "\"}";
  curl_easy_setopt(curl, CURLOPT_URL, "https://api.openai.com/v1/chat/completions");
  curl_easy_setopt(curl, CURLOPT_POSTFIELDS, body.c_str()); // expect tamga-consent-cross-border
  curl_easy_perform(curl);
}

void curlAddressLast(const httplib::Request &request) {
  CURL *curl = curl_easy_init();
  std::string body = request.get_param_value("phone");
  curl_easy_setopt(curl, CURLOPT_POSTFIELDS, body.c_str());
  curl_easy_setopt(curl, CURLOPT_URL, "https://api.openai.com/v1"); // expect tamga-consent-cross-border
  curl_easy_perform(curl);
}

void curlAtHome(const httplib::Request &request) {
  CURL *curl = curl_easy_init();
  std::string body = request.get_param_value("phone");
  curl_easy_setopt(curl, CURLOPT_URL, "https://sms.gov.kz/send");
  curl_easy_setopt(curl, CURLOPT_POSTFIELDS, body.c_str()); // clean
  curl_easy_perform(curl);
}

void curlAllowed(const httplib::Request &request, const std::string &user) {
  CURL *curl = curl_easy_init();
  std::string body = request.get_param_value("phone");
  curl_easy_setopt(curl, CURLOPT_URL, "https://api.openai.com/v1/chat/completions");
  if (has_cross_border_consent(user)) // guard
    curl_easy_setopt(curl, CURLOPT_POSTFIELDS, body.c_str()); // clean
  curl_easy_perform(curl);
}

void unsure(const httplib::Request &request) {
  httplib::Client client("https://api.partner.com");
  client.Post("/lead", request.get_param_value("email"), "text/plain"); // expect tamga-consent-cross-border: does not place
}
