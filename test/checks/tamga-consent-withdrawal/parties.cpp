// RUN: %check %s --pack kz --check tamga-consent-withdrawal -- -std=c++20
// Who was sent the data is told of the withdrawal.
#include <httplib.h>
#include <string>

static void sendToCourier(const httplib::Request &request) {
  httplib::Client client("https://courier.kz");
  client.Post("/orders", request.get_param_value("address"), "text/plain"); // clean
}

static void sendToBank(const httplib::Request &request) {
  httplib::Client client("https://bank.kz");
  client.Post("/score", request.get_param_value("iin"), "text/plain"); // expect tamga-consent-withdrawal: bank.kz
}

static void sendWeather(const httplib::Request &request) {
  httplib::Client client("https://weather.kz");
  client.Post("/ask", request.get_param_value("page"), "text/plain"); // clean
}

void order(const httplib::Request &request) {
  sendToCourier(request);
  sendToBank(request);
  sendWeather(request);
}

void withdraw_consent(const std::string &user) {
  httplib::Client client("https://courier.kz");
  client.Delete("/orders/" + user); // guard: anywhere
}
