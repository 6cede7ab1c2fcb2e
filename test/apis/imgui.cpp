// RUN: %check %s --pack kz --check tamga-label-missing -- -std=c++20 -I %S/../mock
// Dear ImGui: texts of windows and of draw lists.
#include "common/sampling.h"
#include <imgui.h>

std::string reply(common_sampler *sampler, llama_context *context) {
  return common_token_to_piece(context, common_sampler_sample(sampler, context, -1));
}

void bare(common_sampler *sampler, llama_context *context, ImDrawList &list) {
  std::string text = reply(sampler, context);
  ImGui::TextUnformatted(text.c_str()); // expect tamga-label-missing
  ImGui::TextWrapped("%s", text.c_str()); // expect tamga-label-missing
  ImGui::TextColored({1, 0, 0, 1}, "%s", text.c_str()); // expect tamga-label-missing
  list.AddText({10, 10}, 0xffffffff, text.c_str()); // expect tamga-label-missing
  ImGui::Text("%zu letters", text.size()); // clean
}

void labelled(common_sampler *sampler, llama_context *context) {
  ImGui::SeparatorText("Answers are AI-generated"); // label: anywhere
  ImGui::TextUnformatted(reply(sampler, context).c_str()); // clean
}

void inFormat(common_sampler *sampler, llama_context *context) {
  ImGui::Text("AI-generated: %s", reply(sampler, context).c_str()); // clean
}
