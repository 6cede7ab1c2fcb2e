// RUN: %check %s --pack generic --check tamga-custom-flow -- -std=c++20
// Functions that the C library calls: threads, handlers of signals and of the exit.
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <pthread.h>
#include <string>
#include <unistd.h>
std::string source();
int tainted();
void fill(char *buffer);
void sink(const std::string &text);
void sink(const char *text);
void sink(int number);

//== Library: pthread_create, pthread_join
struct Job {
  std::string input;
  std::string output;
  int count = 0;
};
void *work(void *data) {
  Job *job = static_cast<Job *>(data);
  sink(job->input); // expect tamga-custom-flow
  sink(job->count); // clean
  job->output = "<" + job->input + ">";
  return nullptr;
}
void given() {
  Job job;
  job.input = source();
  pthread_t thread;
  pthread_create(&thread, nullptr, work, &job);
  pthread_join(thread, nullptr);
  sink(job.output); // expect tamga-custom-flow
  job.output = "done";
  sink(job.output); // overwritten
}
void *quiet(void *data) {
  sink(static_cast<Job *>(data)->input); // clean
  static_cast<Job *>(data)->output = "none";
  return data;
}
void givenNothing() {
  Job job;
  job.input = "text";
  pthread_t thread;
  pthread_create(&thread, nullptr, quiet, &job);
  void *result = nullptr;
  pthread_join(thread, &result);
  sink(static_cast<Job *>(result)->output); // clean
}
void *compute(void *data) {
  return strdup(static_cast<const char *>(data));
}
void joined() {
  std::string text = source();
  pthread_t thread, other;
  pthread_create(&thread, nullptr, compute, text.data());
  pthread_create(&other, nullptr, compute, const_cast<char *>("text"));
  void *result = nullptr, *plain = nullptr;
  pthread_join(thread, &result);
  pthread_join(other, &plain);
  sink(static_cast<const char *>(result)); // expect tamga-custom-flow
  sink(static_cast<const char *>(plain));  // clean
}
void *made(void *) {
  auto *job = new Job;
  job->output = source();
  return job;
}
void madeThere() {
  pthread_t thread;
  void *result = nullptr;
  pthread_create(&thread, nullptr, made, nullptr);
  pthread_join(thread, &result);
  sink(static_cast<Job *>(result)->output); // expect tamga-custom-flow
  delete static_cast<Job *>(result);
}
struct Shared {
  pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
  char text[64] = "";
  bool isDone = false;
};
void *writer(void *data) {
  Shared *shared = static_cast<Shared *>(data);
  pthread_mutex_lock(&shared->lock);
  fill(shared->text);
  pthread_mutex_unlock(&shared->lock);
  return nullptr;
}
void *reader(void *data) {
  Shared *shared = static_cast<Shared *>(data);
  pthread_mutex_lock(&shared->lock);
  sink(shared->text);   // expect tamga-custom-flow
  sink(shared->isDone); // clean
  pthread_mutex_unlock(&shared->lock);
  return nullptr;
}
void twoThreads() {
  Shared shared;
  pthread_t first, second;
  pthread_create(&second, nullptr, reader, &shared);
  pthread_create(&first, nullptr, writer, &shared);
  pthread_join(first, nullptr);
  pthread_join(second, nullptr);
}
class Worker {
public:
  explicit Worker(std::string text) : text(std::move(text)) {}
  void start() { pthread_create(&thread, nullptr, run, this); }
  void stop() { pthread_join(thread, nullptr); }
  std::string text, result;

private:
  static void *run(void *self) {
    Worker *worker = static_cast<Worker *>(self);
    worker->result = worker->text;
    return nullptr;
  }
  pthread_t thread;
};
void objects() {
  Worker worker(source()), other("text");
  worker.start();
  other.start();
  worker.stop();
  other.stop();
  sink(worker.result); // expect tamga-custom-flow
  sink(other.result);  // clean
}

//== Library: signal, sigaction, atexit, on_exit
static std::string kept, plain;
static char last[32];
void handler(int) {
  sink(kept);  // expect tamga-custom-flow
  sink(plain); // clean
}
void finish() { sink(last); } // expect tamga-custom-flow
void setUp() {
  kept = source();
  plain = "text";
  fill(last);
  signal(SIGINT, handler);
  std::atexit(finish);
}
static int level = 0;
void stopped(int number) {
  sink(level);  // clean
  sink(number); // clean
  level = number;
}
void setUpAction() {
  struct sigaction action = {};
  action.sa_handler = stopped;
  sigaction(SIGTERM, &action, nullptr);
}
void leave(int status, void *data) {
  sink(static_cast<const char *>(data)); // expect tamga-custom-flow
  sink(status);                          // clean
}
void leaveQuietly(int, void *data) { sink(static_cast<const char *>(data)); } // clean
void registerBoth() {
  char *text = strdup(source().c_str());
  on_exit(leave, text);
  on_exit(leaveQuietly, const_cast<char *>("text"));
}
static std::string replacedLater;
void forgotten() { sink(replacedLater); } // overwritten
int main() {
  setUp();
  setUpAction();
  registerBoth();
  replacedLater = source();
  replacedLater = "";
  atexit(forgotten);
}

//== Library: getenv, setenv
void environment() {
  sink(getenv("HOME")); // clean
  setenv("ANSWER", source().c_str(), 1);
  sink(getenv("ANSWER")); // expect tamga-custom-flow
  sink(getenv("HOME"));   // clean
  setenv("ANSWER", "none", 1);
  sink(getenv("ANSWER")); // overwritten
}
std::string setting(const char *name, const char *otherwise) {
  const char *value = std::getenv(name);
  return value ? value : otherwise;
}
void withDefault() {
  sink(setting("LANG", "C"));              // clean
  sink(setting("LANG", source().c_str())); // expect tamga-custom-flow
  static char pair[64];
  fill(pair);
  putenv(pair);
  sink(getenv("PAIR")); // expect tamga-custom-flow
}

//== Library: pthread_setspecific, pthread_once
static pthread_key_t key, otherKey;
void specific() {
  char text[32], fixed[] = "text";
  fill(text);
  pthread_setspecific(key, text);
  sink(static_cast<const char *>(pthread_getspecific(key))); // expect tamga-custom-flow
  pthread_setspecific(key, fixed);
  sink(static_cast<const char *>(pthread_getspecific(key))); // overwritten
  sink(fixed);                                               // clean
}
static std::string once, never;
static pthread_once_t isReady = PTHREAD_ONCE_INIT;
void prepare() { once = source(); }
void prepared() {
  pthread_once(&isReady, prepare);
  sink(once);  // expect tamga-custom-flow
  sink(never); // clean
  once = "text";
  sink(once); // overwritten
}
