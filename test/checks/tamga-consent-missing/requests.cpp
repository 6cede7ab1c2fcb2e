// RUN: %check %s --check tamga-consent-missing -- -std=c++20 -I %S/../../../checks/include
// What a request brings under telling keys is data of people: parameters, and JSON that came with it.
#include <httplib.h>
#include <nlohmann/json.hpp>
#include <string>
#include <tamga/annotations.h>

void store(TAMGA_SINK(sink.database) const std::string &text);
bool has_consent(const std::string &user);

void parameters(const httplib::Request &request) {
  store(request.get_param_value("zhsn"));     // expect tamga-consent-missing
  store(request.get_param_value("otchestvo")); // expect tamga-consent-missing
  store(request.get_param_value("salary"));   // expect tamga-consent-missing
  store(request.get_param_value("religion")); // expect tamga-consent-missing
  store(request.get_param_value("page"));     // clean
  store(request.get_param_value("sort"));     // clean
}

void body(const httplib::Request &request) {
  nlohmann::json form = nlohmann::json::parse(request.body);
  store(form["iin"].get<std::string>());  // expect tamga-consent-missing
  store(form["page"].get<std::string>()); // clean
}

void bodyAsked(const httplib::Request &request) {
  nlohmann::json form = nlohmann::json::parse(request.body);
  if (has_consent(form["login"].get<std::string>())) // guard
    store(form["iin"].get<std::string>()); // clean
}

void ownJson(nlohmann::json &settings) {
  store(settings["phone"].get<std::string>()); // clean
}
