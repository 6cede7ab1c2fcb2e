// RUN: %check %s --pack kz --check tamga-consent-withdrawal -- -std=c++20
// A server that takes forms in: what it keeps, and what is left when somebody goes.
#include <deque>
#include <httplib.h>
#include <map>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

struct Profile {
  std::string phone;
  std::string theme;
};

static std::unordered_map<std::string, Profile> profiles;
static std::vector<std::string> feedback;
static std::deque<std::string> recent;
static std::set<std::string> blocked;
static std::map<std::string, std::string> themes;

static void remember(const std::string &phone) {
  recent.push_back(phone);  // expect tamga-consent-withdrawal: recent
  blocked.insert(phone);    // clean
}

static void keepFeedback(const std::string &line) {
  feedback.push_back("from " + line); // expect tamga-consent-withdrawal: feedback
}

static void onForm(const httplib::Request &request, httplib::Response &) {
  std::string login = request.get_param_value("page");
  profiles[login].phone = request.get_param_value("phone"); // clean
  themes[login] = request.get_param_value("theme");         // clean
  remember(request.get_param_value("phone"));
  keepFeedback(request.get_param_value("email"));
}

static void forget(const std::string &login) {
  profiles.erase(login); // guard: anywhere
  blocked.clear(); // guard: anywhere
}

static void onLeave(const httplib::Request &request, httplib::Response &);

void revoke_consent(const std::string &login) { forget(login); }

static void onLeave(const httplib::Request &request, httplib::Response &) {
  revoke_consent(request.get_param_value("login"));
}

int main() {
  httplib::Server server;
  server.Post("/form", onForm);
  server.Post("/leave", onLeave);
  server.listen("localhost", 8080);
}
