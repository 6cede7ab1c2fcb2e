// RUN: %check %s --pack kz --check tamga-label-missing -- -std=c++20 -I %S/../mock
// Streams: where they lead, and what comes out of one in memory.
#include "llama.h"
#include <fstream>
#include <iomanip>
#include <iostream>
#include <sstream>

int sampled(llama_sampler *sampler, llama_context *context) {
  return llama_sampler_sample(sampler, context, -1);
}

void places(llama_sampler *sampler, llama_context *context) {
  int token = sampled(sampler, context);
  std::cout << token << std::endl; // expect tamga-label-missing
  std::cerr << "token " << std::setw(4) << token << '\n'; // expect tamga-label-missing
  std::clog << token;
  std::ofstream file("tokens.txt");
  file << token; // expect tamga-label-missing
  file.write(reinterpret_cast<char *>(&token), sizeof token); // expect tamga-label-missing
  std::cout << "no token" << 4 << '\n';
}

void memory(llama_sampler *sampler, llama_context *context) {
  std::ostringstream text;
  text << "token " << sampled(sampler, context);
  std::cout << text.str(); // expect tamga-label-missing
  std::stringstream both;
  both << sampled(sampler, context);
  int again = 0;
  both >> again;
  std::cout << again; // expect tamga-label-missing
  std::istringstream lines(text.str());
  std::string line;
  std::getline(lines, line);
  std::cout << line; // expect tamga-label-missing
}
