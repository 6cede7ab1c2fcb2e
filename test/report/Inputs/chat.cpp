#include "model.h"
#include <iostream>
#include <string>

// A little program that the reports of the tests speak of.
namespace chat {

std::string trim(std::string text) {
  while (!text.empty() && (text.back() == 32)) text.pop_back();
  return text;
}

void reply(Model &model, const std::string &prompt) {
  std::string text = model.complete(prompt);
  text = trim(text);
  std::cout << text;
}

struct Face { std::string name; };
void log(const char *, const std::string &);
void store(Database &database, const Face &face, const std::string &name) {
  database.insert(face);
	log("сәлем", name); // таңба
}

} // namespace chat
