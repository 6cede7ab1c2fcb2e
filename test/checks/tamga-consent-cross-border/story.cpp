// RUN: %check %s --pack kz --check tamga-consent-cross-border -- -std=c++20 -I %S/../../mock -I %S/../../../checks/include
// A clinic's assistant: settings, a client in a class, a helper, a client library.
#include <httplib.h>
#include <openai/openai.hpp>
#include <string>
#include <tamga/annotations.h>

static const std::string foreignHost = "https://api.anthropic.com";
constexpr const char *foreignUrl = "https://api.openai.com";
static const char *const ownHost = "https://llm.clinic.kz";

enum class Purpose { Treatment, CrossBorderTransfer };

struct Patient {
  int id;
  TAMGA_SOURCE(personal.health.diagnosis) std::string diagnosis;
  std::string room;
};

bool has_consent(const Patient &patient, Purpose purpose);
bool has_transfer_consent(int patient);
void require_transfer_consent(int patient);

class Assistant {
public:
  explicit Assistant(const std::string &host) : client(host) {}
  void ask(const std::string &text) {
    client.Post("/v1/messages", text, "text/plain"); // expect tamga-consent-cross-border
  }

private:
  httplib::Client client;
};

static std::string promptFor(const Patient &patient) {
  return "A patient with " + patient.diagnosis + ". What next?";
}

void consult(const Patient &patient) {
  Assistant assistant(foreignHost);
  assistant.ask(promptFor(patient));
}

void consultByPointer(const Patient &patient) {
  httplib::Client client(foreignUrl);
  client.Post("/v1/messages", promptFor(patient), "text/plain"); // expect tamga-consent-cross-border
}

void consultAtHome(const Patient &patient) {
  httplib::Client client(ownHost);
  client.Post("/v1/messages", promptFor(patient), "text/plain"); // clean
}

void askForRoom(const Patient &patient) {
  httplib::Client client(foreignHost);
  client.Post("/v1/messages", patient.room, "text/plain"); // clean
}

void library(const Patient &patient) {
  openai::start().completion.create({{"prompt", promptFor(patient)}}); // expect tamga-consent-cross-border
}

void libraryAllowed(const Patient &patient) {
  if (!has_consent(patient, Purpose::CrossBorderTransfer)) // guard
    return;
  openai::start().completion.create({{"prompt", promptFor(patient)}}); // clean
}

void libraryForTreatment(const Patient &patient) {
  if (!has_consent(patient, Purpose::Treatment))
    return;
  openai::start().completion.create({{"prompt", promptFor(patient)}}); // expect tamga-consent-cross-border
}

void libraryByNumber(const Patient &patient) {
  require_transfer_consent(patient.id); // guard
  openai::start().completion.create({{"prompt", promptFor(patient)}}); // clean
}

void libraryForAnother(const Patient &patient, const Patient &other) {
  if (!has_transfer_consent(other.id))
    return;
  openai::start().completion.create({{"prompt", promptFor(patient)}}); // expect tamga-consent-cross-border
}
