//===- SDL.h - declarations for tests -------------------------------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// Names and signatures of SDL 2.26.5 and SDL_ttf 2.20.
#pragma once

extern "C" {
typedef unsigned int SDL_AudioDeviceID;
typedef struct SDL_Window SDL_Window;
typedef struct SDL_Surface SDL_Surface;
typedef struct _TTF_Font TTF_Font;
typedef struct SDL_Color {
  unsigned char r, g, b, a;
} SDL_Color;
int SDL_QueueAudio(SDL_AudioDeviceID dev, const void *data, unsigned int len);
int SDL_ShowSimpleMessageBox(unsigned int flags, const char *title, const char *message,
                             SDL_Window *window);
SDL_Surface *TTF_RenderUTF8_Blended(TTF_Font *font, const char *text, SDL_Color fg);
}
