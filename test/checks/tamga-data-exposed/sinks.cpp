// RUN: %check %s --pack kz --check tamga-data-exposed -- -std=c++20 -I %S/../../mock
// Where personal data meets those who have no right to it: logs, errors, plain files, prompts.
#include <fstream>
#include <httplib.h>
#include <iostream>
#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <openssl/sha.h>
#include <spdlog/spdlog.h>
#include <stdexcept>
#include <string>
#include <syslog.h>
#include <vector>

std::string encrypt(const std::string &text);
std::string anonymize(const std::string &text);

//===-- logs ------------------------------------------------------------------===//

void logs(const httplib::Request &request) {
  spdlog::info("login of {}", request.get_param_value("iin")); // expect tamga-data-exposed
  spdlog::info("login from {}", request.get_param_value("theme")); // clean
}

void logsStream(const httplib::Request &request) {
  std::clog << "phone " << request.get_param_value("phone") << '\n'; // expect tamga-data-exposed
  std::clog << "theme " << request.get_param_value("theme") << '\n'; // clean
}

void logsError(const httplib::Request &request) {
  std::cerr << "bad date " << request.get_param_value("birthdate") << '\n'; // expect tamga-data-exposed
  std::cerr << "bad page " << request.get_param_value("page") << '\n';      // clean
}

void logsSystem(const httplib::Request &request) {
  std::string mail = request.get_param_value("email");
  syslog(LOG_INFO, "mail to %s", mail.c_str());   // expect tamga-data-exposed
  syslog(LOG_INFO, "%zu letters", mail.size());   // clean
}

//===-- error messages --------------------------------------------------------===//

void throws(const httplib::Request &request) {
  std::string iin = request.get_param_value("iin");
  if (iin.size() != 12)
    throw std::invalid_argument("not an IIN: " + iin); // expect tamga-data-exposed
}

void throwsWithout(const httplib::Request &request) {
  std::string iin = request.get_param_value("iin");
  if (iin.size() != 12)
    throw std::invalid_argument("not an IIN"); // clean
}

//===-- files -----------------------------------------------------------------===//

void writes(const httplib::Request &request) {
  std::ofstream out("clients.csv");
  out << request.get_param_value("diagnosis"); // expect tamga-data-exposed
}

void writesEncrypted(const httplib::Request &request) {
  std::ofstream out("clients.bin");
  out << encrypt(request.get_param_value("diagnosis")); // clean
}

void writesMasked(const httplib::Request &request) {
  std::ofstream out("clients.txt");
  std::string text = request.get_param_value("phone");
  text = anonymize(text); // label
  out << text; // clean
}

void writesOneBranch(const httplib::Request &request, bool isSecret) {
  std::ofstream out("clients.bin");
  std::string text = request.get_param_value("diagnosis");
  if (isSecret)
    text = encrypt(text);
  out << text; // expect tamga-data-exposed
}

void writesSealed(const httplib::Request &request, EVP_CIPHER_CTX *context) {
  std::string text = request.get_param_value("passport");
  std::vector<unsigned char> sealed(text.size() + 16);
  int length = 0;
  EVP_EncryptUpdate(context, sealed.data(), &length,
                    reinterpret_cast<const unsigned char *>(text.data()), int(text.size()));
  std::ofstream out("clients.bin");
  out.write(reinterpret_cast<const char *>(sealed.data()), length); // clean
}

//===-- a hash is not anonymous -----------------------------------------------===//

void hashed(const httplib::Request &request) {
  std::string phone = request.get_param_value("phone");
  unsigned char digest[SHA256_DIGEST_LENGTH];
  SHA256(reinterpret_cast<const unsigned char *>(phone.data()), phone.size(), digest);
  std::ofstream out("phones.txt");
  out.write(reinterpret_cast<const char *>(digest), sizeof digest); // expect tamga-data-exposed
}

void keyed(const httplib::Request &request) {
  std::string phone = request.get_param_value("phone");
  unsigned char digest[EVP_MAX_MD_SIZE];
  unsigned length = 0;
  HMAC(EVP_sha256(), "key", 3, reinterpret_cast<const unsigned char *>(phone.data()),
       phone.size(), digest, &length);
  std::ofstream out("phones.txt");
  out.write(reinterpret_cast<const char *>(digest), length); // expect tamga-data-exposed
}

void anonymous(const httplib::Request &request) {
  spdlog::info("asked: {}", anonymize(request.get_param_value("address"))); // clean
}

//===-- a story ---------------------------------------------------------------===//

struct Visit {
  std::string doctor;
  std::string complaint;
};

static Visit parse(const httplib::Request &request) {
  return {request.get_param_value("doctor"), request.get_param_value("diagnosis")};
}

static std::string describe(const Visit &visit) { return visit.doctor + ": " + visit.complaint; }

static void audit(const std::string &line) {
  spdlog::warn("{}", line); // expect tamga-data-exposed
}

void handle(const httplib::Request &request) { audit(describe(parse(request))); }
