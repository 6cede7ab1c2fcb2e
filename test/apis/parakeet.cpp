// RUN: %check %s --pack kz --check tamga-label-missing -- -std=c++20 -I %S/../mock
// parakeet.h of whisper.cpp: segments, and tokens that a callback gets.
#include "parakeet.h"
#include <cstdio>

static void onToken(parakeet_context *context, parakeet_state *, const parakeet_token_data *token,
                    void *) {
  char text[64];
  parakeet_token_to_text(parakeet_token_to_str(context, token->id), true, text, sizeof text);
  printf("%s", text); // expect tamga-label-missing
  printf("%f", token->p);
}

static void onSegment(parakeet_context *context, parakeet_state *, int count, void *data) {
  printf("%d new\n", count);
  puts(parakeet_full_get_segment_text(context, count - 1)); // expect tamga-label-missing
  puts(static_cast<const char *>(data));
}

static void onProgress(parakeet_context *, parakeet_state *, int progress, void *) {
  printf("%d%%\n", progress);
}

void run(parakeet_context *context, const float *samples) {
  parakeet_full_params params = parakeet_full_default_params(PARAKEET_SAMPLING_GREEDY);
  params.new_token_callback = onToken;
  params.new_segment_callback = onSegment;
  char title[] = "segment";
  params.new_segment_callback_user_data = title;
  params.progress_callback = onProgress;
  parakeet_full(context, params, samples, 16000);
  for (int index = 0; index < parakeet_full_n_segments(context); ++index) {
    printf("%ld ", long(parakeet_full_get_segment_t0(context, index)));
    puts(parakeet_full_get_segment_text(context, index)); // expect tamga-label-missing
    printf("%f", parakeet_full_get_token_p(context, index, 0));
    puts(parakeet_full_get_token_text(context, index, 0)); // expect tamga-label-missing
  }
}
