// RUN: %check %s --pack kz --check tamga-capability-content -- -std=c++20 -I %include -I %S/../../mock
// A program that has filters: content that passes none on its way is found, wherever one could
// stand: before the generation, or before it is spread.
#include "stable-diffusion.h"
#include "stb_image_write.h"
#include "tamga/annotations.h"
#include <string>

bool isPromptAllowed(const char *prompt);
bool isNsfw(const sd_image_t *picture);
void enforceContentPolicy(const std::string &text);
TAMGA_SOURCE(ai.output.text) std::string complete(const std::string &prompt);
void show(TAMGA_SINK(sink.http) const std::string &page);
void cache(TAMGA_SINK(sink.log) const std::string &page);
TAMGA_GUARDS(guard.filter, true) bool ourFilter(const std::string &text);

static void write(const sd_image_t *picture) {
  stbi_write_png("out.png", 8, 8, 3, picture->data, 0);
}

void unfiltered(sd_ctx_t *context, const sd_img_gen_params_t *parameters) {
  sd_image_t *pictures = nullptr;
  int count = 0;
  generate_image(context, parameters, &pictures, &count);
  stbi_write_png("out.png", 8, 8, 3, pictures->data, 0); // expect tamga-capability-content: neither the prompt
}
void prompted(sd_ctx_t *context, const sd_img_gen_params_t *parameters) {
  if (!isPromptAllowed(parameters->prompt)) // guard
    return;
  sd_image_t *pictures = nullptr;
  int count = 0;
  generate_image(context, parameters, &pictures, &count);
  stbi_write_png("out.png", 8, 8, 3, pictures->data, 0); // clean
}
void filtered(sd_ctx_t *context, const sd_img_gen_params_t *parameters) {
  sd_image_t *pictures = nullptr;
  int count = 0;
  generate_image(context, parameters, &pictures, &count);
  if (isNsfw(pictures)) // guard
    return;
  stbi_write_png("out.png", 8, 8, 3, pictures->data, 0); // clean
}
void filteredLate(sd_ctx_t *context, const sd_img_gen_params_t *parameters) {
  sd_image_t *pictures = nullptr;
  int count = 0;
  generate_image(context, parameters, &pictures, &count);
  stbi_write_png("out.png", 8, 8, 3, pictures->data, 0); // expect tamga-capability-content
  isNsfw(pictures);
}
void wrongWay(sd_ctx_t *context, const sd_img_gen_params_t *parameters) {
  sd_image_t *pictures = nullptr;
  int count = 0;
  generate_image(context, parameters, &pictures, &count);
  if (isNsfw(pictures))
    stbi_write_png("out.png", 8, 8, 3, pictures->data, 0); // expect tamga-capability-content
}
void text(const std::string &prompt) {
  show(complete(prompt)); // expect tamga-capability-content: elsewhere
}
void textFiltered(const std::string &prompt) {
  std::string answer = complete(prompt);
  if (ourFilter(answer)) // guard
    show(answer); // clean
}
void textEnforced(const std::string &prompt) {
  enforceContentPolicy(prompt); // guard
  show(complete(prompt)); // clean
}
void onOnePath(const std::string &prompt, bool isTrusted) {
  std::string answer = complete(prompt);
  if (isTrusted || ourFilter(answer))
    show(answer); // expect tamga-capability-content
}
void ofOther(const std::string &prompt) {
  ourFilter("a fixed text");
  show(complete(prompt)); // expect tamga-capability-content
}
void inHelper(const std::string &prompt) {
  std::string answer = "Answer: " + complete(prompt);
  answer += ".";
  show(answer); // expect tamga-capability-content
}
void kept(const std::string &prompt) { cache(complete(prompt)); } // clean
void own(const std::string &name) { show("Hello " + name); }      // clean

// The prompt is checked where the text is made, and it is shown by who asked for it.
static std::string answer(const std::string &prompt) {
  if (!ourFilter(prompt))
    return "";
  return complete(prompt);
}
void page(const std::string &prompt) { show(answer(prompt)); } // clean
static std::string answerAnything(const std::string &prompt) { return complete(prompt); }
void otherPage(const std::string &prompt) {
  show(answerAnything(prompt)); // expect tamga-capability-content
}
