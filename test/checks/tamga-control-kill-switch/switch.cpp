// RUN: %check %s --pack kz --check tamga-control-kill-switch -- -std=c++20 -I %include -I %S/../../mock
// A program that has a switch: each way past it is found.
#include "llama.h"
#include "tamga/annotations.h"
#include <atomic>
#include <stdexcept>

bool isAiEnabled();
bool isInferenceSuspended();
void requireAiEnabled();
struct KillSwitch {
  bool isEngaged() const;
};
TAMGA_GUARDS(guard.enabled, true) bool reactorIsCold();

llama_token past(llama_sampler *sampler, llama_context *context) {
  return llama_sampler_sample(sampler, context, -1); // expect tamga-control-kill-switch: runs past the switch
}
llama_token asked(llama_sampler *sampler, llama_context *context) {
  if (!isAiEnabled()) // guard
    return 0;
  return llama_sampler_sample(sampler, context, -1); // clean
}
llama_token onOnePath(llama_sampler *sampler, llama_context *context, bool isUrgent) {
  if (!isUrgent && !isAiEnabled())
    return 0;
  return llama_sampler_sample(sampler, context, -1); // expect tamga-control-kill-switch
}
llama_token after(llama_sampler *sampler, llama_context *context) {
  llama_token token = llama_sampler_sample(sampler, context, -1); // expect tamga-control-kill-switch
  return isAiEnabled() ? token : 0;
}
llama_token ignored(llama_sampler *sampler, llama_context *context) {
  isAiEnabled();
  return llama_sampler_sample(sampler, context, -1); // expect tamga-control-kill-switch
}
llama_token wrongWay(llama_sampler *sampler, llama_context *context) {
  if (isAiEnabled())
    return 0;
  return llama_sampler_sample(sampler, context, -1); // expect tamga-control-kill-switch
}
llama_token suspended(llama_sampler *sampler, llama_context *context) {
  return isInferenceSuspended() ? 0 : llama_sampler_sample(sampler, context, -1); // clean
}
llama_token wrongSuspended(llama_sampler *sampler, llama_context *context) {
  return isInferenceSuspended() ? llama_sampler_sample(sampler, context, -1) : 0; // expect tamga-control-kill-switch
}
llama_token required(llama_sampler *sampler, llama_context *context) {
  requireAiEnabled(); // guard
  return llama_sampler_sample(sampler, context, -1); // clean
}
llama_token byObject(const KillSwitch &stop, llama_sampler *sampler, llama_context *context) {
  if (stop.isEngaged()) // guard
    throw std::runtime_error("stopped");
  return llama_sampler_sample(sampler, context, -1); // clean
}
llama_token byOwn(llama_sampler *sampler, llama_context *context) {
  return reactorIsCold() ? llama_sampler_sample(sampler, context, -1) : 0; // clean
}
// The switch is asked once, before a loop, and every turn.
void once(llama_sampler *sampler, llama_context *context) {
  if (!isAiEnabled()) // guard
    return;
  for (int turn = 0; turn < 100; ++turn)
    llama_sampler_sample(sampler, context, -1); // clean
}
void everyTurn(llama_sampler *sampler, llama_context *context) {
  for (int turn = 0; turn < 100 && isAiEnabled(); ++turn)
    llama_sampler_sample(sampler, context, -1); // clean
}
void firstTurnOnly(llama_sampler *sampler, llama_context *context) {
  do
    llama_sampler_sample(sampler, context, -1); // expect tamga-control-kill-switch
  while (isAiEnabled());
}
// No AI runs here.
int count(const llama_vocab *vocabulary) { return vocabulary ? 1 : 0; } // clean

// In another function, and in a caller.
static bool mayRun() { return isAiEnabled(); }
static llama_token step(llama_sampler *sampler, llama_context *context) {
  return llama_sampler_sample(sampler, context, -1); // clean
}
llama_token run(llama_sampler *sampler, llama_context *context) {
  return mayRun() ? step(sampler, context) : 0;
}
