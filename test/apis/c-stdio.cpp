// RUN: %check %s --pack kz --check tamga-label-missing -- -std=c++20 -I %S/../mock
// The C library's streams and descriptors, and text made in buffers.
#include "llama.h"
#include <cstdarg>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <unistd.h>

void piece(llama_sampler *sampler, llama_context *context, const llama_vocab *vocab, char *out) {
  llama_token_to_piece(vocab, llama_sampler_sample(sampler, context, -1), out, 64, 0, true);
}

void screen(llama_sampler *sampler, llama_context *context, const llama_vocab *vocab) {
  char text[64];
  piece(sampler, context, vocab, text);
  printf("%s", text); // expect tamga-label-missing
  puts(text); // expect tamga-label-missing
  fputs(text, stdout); // expect tamga-label-missing
  fprintf(stderr, "%s", text); // expect tamga-label-missing
  fwrite(text, 1, 4, stdout); // expect tamga-label-missing
  putchar(text[0]); // expect tamga-label-missing
  write(1, text, 4); // expect tamga-label-missing
  printf("%zu\n", strlen(text));
  printf("%d\n", strcmp(text, "yes"));
}

void files(llama_sampler *sampler, llama_context *context, const llama_vocab *vocab) {
  char text[64];
  piece(sampler, context, vocab, text);
  FILE *file = fopen("answer.txt", "w");
  fputs(text, file); // expect tamga-label-missing
  fprintf(file, "%s", text); // expect tamga-label-missing
  fwrite(text, 1, 4, file); // expect tamga-label-missing
  fputs("clean", file);
  fclose(file);
}

void buffers(llama_sampler *sampler, llama_context *context, const llama_vocab *vocab) {
  char text[64], other[128];
  piece(sampler, context, vocab, text);
  snprintf(other, sizeof other, "[%s]", text);
  puts(other); // expect tamga-label-missing
  strcpy(other, "clean");
  puts(other);
  strcat(other, text);
  puts(other); // expect tamga-label-missing
  memset(other, 0, sizeof other);
  puts(other);
  memcpy(other, text, sizeof text);
  puts(other); // expect tamga-label-missing
  char *copy = strdup(text);
  puts(copy); // expect tamga-label-missing
  puts(strchr(copy, ' ')); // expect tamga-label-missing
  printf("%d\n", atoi(text)); // expect tamga-label-missing
  free(copy);
}
