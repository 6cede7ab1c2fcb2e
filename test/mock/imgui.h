//===- imgui.h - declarations for tests -----------------------------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// Names and signatures of Dear ImGui 1.92.
#pragma once

struct ImVec2 {
  float x, y;
};
struct ImVec4 {
  float x, y, z, w;
};
typedef unsigned int ImU32;
namespace ImGui {
bool Begin(const char *name, bool *open = nullptr, int flags = 0);
void End();
void TextUnformatted(const char *text, const char *text_end = nullptr);
void Text(const char *fmt, ...);
void TextColored(const ImVec4 &col, const char *fmt, ...);
void TextWrapped(const char *fmt, ...);
void BulletText(const char *fmt, ...);
void SeparatorText(const char *label);
bool Button(const char *label, const ImVec2 &size = {0, 0});
} // namespace ImGui
struct ImDrawList {
  void AddText(const ImVec2 &pos, ImU32 col, const char *text_begin,
               const char *text_end = nullptr);
};
