// RUN: %check %s --pack kz --check tamga-label-missing -- -std=c++20 -I %S/../mock
// whisper.cpp: transcripts, tokens, languages, callbacks.
#include "whisper.h"
#include <cstdio>

void text(whisper_context *context, whisper_state *state) {
  puts(whisper_full_get_segment_text(context, 0)); // expect tamga-label-missing
  puts(whisper_full_get_segment_text_from_state(state, 0)); // expect tamga-label-missing
  puts(whisper_full_get_token_text(context, 0, 0)); // expect tamga-label-missing
  whisper_token token = whisper_full_get_token_id(context, 0, 0);
  puts(whisper_token_to_str(context, token)); // expect tamga-label-missing
  whisper_token_data data = whisper_full_get_token_data(context, 0, 0);
  puts(whisper_token_to_str(context, data.id)); // expect tamga-label-missing
  printf("%f", data.p);
}

void language(whisper_context *context) {
  puts(whisper_lang_str(whisper_full_lang_id(context))); // expect tamga-label-missing
  float scores[100];
  int id = whisper_lang_auto_detect(context, 0, 1, scores);
  puts(whisper_lang_str(id)); // expect tamga-label-missing
  printf("%f", scores[id]); // expect tamga-label-missing
  printf("%d", whisper_full_get_segment_speaker_turn_next(context, 0)); // expect tamga-label-missing
}

void counts(whisper_context *context) {
  printf("%d", whisper_full_n_segments(context));
  printf("%ld", long(whisper_full_get_segment_t0(context, 0)));
}

static void onSegment(whisper_context *context, whisper_state *, int, void *) {
  puts(whisper_full_get_segment_text(context, 0)); // expect tamga-label-missing
}

static bool onBegin(whisper_context *, whisper_state *, void *data) {
  puts(static_cast<const char *>(data)); // expect tamga-label-missing
  return true;
}

void callbacks(whisper_context *context, const float *samples) {
  whisper_full_params params = whisper_full_default_params(WHISPER_SAMPLING_GREEDY);
  params.new_segment_callback = onSegment;
  params.encoder_begin_callback = onBegin;
  char text[64];
  snprintf(text, sizeof text, "%s", whisper_full_get_segment_text(context, 0));
  params.encoder_begin_callback_user_data = text;
  whisper_full(context, params, samples, 16000);
}
