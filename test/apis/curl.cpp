// RUN: %check %s --pack kz --check tamga-consent-missing -- -std=c++20
// libcurl: what is set as body or address leaves the program.
#include <curl/curl.h>
#include <httplib.h>

void send(const httplib::Request &request, CURL *handle) {
  std::string mail = request.get_param_value("email");
  curl_easy_setopt(handle, CURLOPT_POSTFIELDS, mail.c_str()); // expect tamga-consent-missing
  curl_easy_setopt(handle, CURLOPT_TIMEOUT, long(mail.size()));
  std::string url = "https://example.org/?mail=" + mail;
  curl_easy_setopt(handle, CURLOPT_URL, url.c_str()); // expect tamga-consent-missing
  curl_easy_perform(handle);
}
