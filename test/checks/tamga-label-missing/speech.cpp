// RUN: %check %s --pack kz --check tamga-label-missing -- -std=c++20 -I %S/../../mock
// Transcripts, also from a callback that whisper.cpp calls.
#include "whisper.h"
#include <cstdio>
#include <fstream>

void onSegment(whisper_context *context, whisper_state *, int, void *) {
  int last = whisper_full_n_segments(context) - 1;
  std::printf("%s\n", whisper_full_get_segment_text(context, last)); // expect tamga-label-missing
}

void transcribe(whisper_context *context, const float *samples, int count) {
  whisper_full_params params = whisper_full_default_params(WHISPER_SAMPLING_GREEDY);
  params.new_segment_callback = onSegment;
  if (whisper_full(context, params, samples, count))
    return;
  std::ofstream out("transcript.txt");
  for (int segment = 0; segment < whisper_full_n_segments(context); ++segment) {
    out << whisper_full_get_segment_t0(context, segment) << ' ';
    out << whisper_full_get_segment_text(context, segment); // expect tamga-label-missing
  }
}
