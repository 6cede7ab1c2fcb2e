// RUN: %check %s --pack generic --check tamga-custom-flow -- -std=gnu17
// Memory and control as C programs use them.
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <setjmp.h>
int tainted(void);
int other(void);
int more(void);
void sink(int number);

//== Memory: containers of a member
#define container_of(pointer, type, member) ((type *)((char *)(pointer) - offsetof(type, member)))
struct Link { struct Link *next; };
struct Job { int id; struct Link link; int secret; };
static int secretOf(struct Link *link) { return container_of(link, struct Job, link)->secret; }
static int idOf(struct Link *link) { struct Job *job = container_of(link, struct Job, link); return job->id; }
void contained(void) {
  struct Job job = {1, {NULL}, 2};
  job.secret = tainted();
  sink(secretOf(&job.link)); // expect tamga-custom-flow
  sink(idOf(&job.link)); // clean
  struct Link *link = &job.link;
  struct Job *back = container_of(link, struct Job, link);
  sink(back->secret); // expect tamga-custom-flow
  sink(back->id); // clean
  back->secret = 0;
  sink(job.secret); // overwritten
  back->id = tainted();
  sink(job.id); // expect tamga-custom-flow
  int *field = (int *)((char *)&job + offsetof(struct Job, id));
  sink(*field); // expect tamga-custom-flow
  char *raw = (char *)&job;
  *(int *)(raw + offsetof(struct Job, secret)) = tainted();
  sink(job.secret); // expect tamga-custom-flow
}
//== Memory: flexible array members
struct Message { int length; int body[]; };
struct Text { size_t length; char data[]; };
void flexible(int size) {
  struct Message *message = malloc(sizeof *message + 4 * sizeof(int)), *fine = malloc(sizeof *fine + 16);
  message->length = 4;
  message->body[2] = tainted();
  fine->body[2] = 1;
  sink(message->body[2]); // expect tamga-custom-flow
  sink(message->length); // clean
  sink(fine->body[2]); // clean
  message->body[2] = 0;
  sink(message->body[2]); // overwritten
  struct Text *text = malloc(sizeof *text + 10);
  text->data[0] = (char)tainted();
  sink(text->data[0]); // expect tamga-custom-flow
  struct Text *plain = malloc(sizeof *plain + 10);
  strcpy(plain->data, "text");
  sink(plain->data[0]); // clean
  free(message);
}
//== Control: setjmp and longjmp
static jmp_buf back;
static int failure, quiet;
static void fail(int code) { failure = code; longjmp(back, 1); }
static void failQuiet(int code) { quiet = code; longjmp(back, 2); }
void jumpsBack(void) {
  volatile int number = 0;
  if (setjmp(back) == 0) {
    number = tainted();
    fail(tainted());
    number = 0;
  } else {
    sink(number); // expect tamga-custom-flow
    sink(failure); // expect tamga-custom-flow
  }
  if (setjmp(back) == 0)
    failQuiet(3);
  else
    sink(quiet); // clean
  failure = 0;
  sink(failure); // overwritten
}
static int attempt(int code) {
  int result = setjmp(back);
  if (result != 0)
    return result;
  if (code)
    longjmp(back, code);
  return 0;
}
void attempts(void) {
  sink(attempt(tainted())); // expect tamga-custom-flow
  sink(attempt(3)); // clean
}
