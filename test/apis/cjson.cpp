// RUN: %check %s --pack kz --check tamga-label-missing -- -std=c++20 -I %S/../mock
// cJSON: texts that are put together, and taken apart again.
#include <cjson/cJSON.h>
#include <cstdio>
#include <whisper.h>

void object(whisper_context *context) {
  cJSON *answer = cJSON_CreateObject();
  cJSON_AddStringToObject(answer, "text", whisper_full_get_segment_text(context, 0));
  cJSON_AddNumberToObject(answer, "number", 7);
  char *text = cJSON_PrintUnformatted(answer);
  puts(text); // expect tamga-label-missing
  cJSON_free(text);
  cJSON_Delete(answer);
}

void plain() {
  cJSON *answer = cJSON_CreateObject();
  cJSON_AddStringToObject(answer, "text", "ready");
  puts(cJSON_Print(answer)); // clean
}

void nested(whisper_context *context) {
  cJSON *answer = cJSON_CreateObject(), *segments = cJSON_CreateArray();
  cJSON *segment = cJSON_CreateObject();
  cJSON_AddStringToObject(segment, "text", whisper_full_get_segment_text(context, 0));
  cJSON_AddItemToArray(segments, segment);
  cJSON_AddItemToObject(answer, "segments", segments);
  puts(cJSON_Print(answer)); // expect tamga-label-missing
}

char *written(whisper_context *context) {
  cJSON *answer = cJSON_CreateObject();
  cJSON_AddStringToObject(answer, "text", whisper_full_get_segment_text(context, 0));
  cJSON_AddStringToObject(answer, "version", "1.2");
  return cJSON_PrintUnformatted(answer);
}

void takenApart(whisper_context *context) {
  cJSON *root = cJSON_Parse(written(context));
  int count = cJSON_GetArraySize(root);
  printf("%d fields\n", count); // clean
  cJSON *text = cJSON_GetObjectItem(root, "text");
  puts(text->valuestring);          // expect tamga-label-missing
  puts(cJSON_GetStringValue(text)); // expect tamga-label-missing
}

void value(whisper_context *context) {
  cJSON *array = cJSON_CreateArray();
  cJSON_AddItemToArray(array, cJSON_CreateString(whisper_full_get_segment_text(context, 0)));
  puts(cJSON_Print(array)); // expect tamga-label-missing
  cJSON *other = cJSON_CreateArray();
  cJSON_AddItemToArray(other, cJSON_CreateString("ready"));
  puts(cJSON_Print(other)); // clean
}
