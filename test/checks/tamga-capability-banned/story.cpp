// RUN: %check %s --pack kz --check tamga-capability-banned -- -std=c++20 -I %include
// A dubbing studio whose rules forbid cloned voices: a new feature hides one behind a factory,
// a base class and a queue of jobs.
#include "tamga/annotations.h"
#include <functional>
#include <memory>
#include <string>
#include <vector>

TAMGA_CAPABILITY(capability.banned) void cloneVoice(const std::string &sample);
void readAloud(const std::string &text);

class Voice {
public:
  virtual ~Voice() = default;
  virtual void speak(const std::string &text) = 0;
};

class Reader : public Voice {
public:
  void speak(const std::string &text) override { readAloud(text); } // clean
};

class Double : public Voice {
public:
  explicit Double(std::string sample) : sample(std::move(sample)) {}
  void speak(const std::string &text) override {
    cloneVoice(sample); // expect tamga-capability-banned
    readAloud(text);
  }

private:
  std::string sample;
};

static std::unique_ptr<Voice> makeVoice(const std::string &sample) {
  if (sample.empty())
    return std::make_unique<Reader>();
  return std::make_unique<Double>(sample);
}

class Jobs {
public:
  void add(std::function<void()> job) { jobs.push_back(std::move(job)); }
  void run() {
    for (const auto &job : jobs)
      job();
  }

private:
  std::vector<std::function<void()>> jobs;
};

void dub(Jobs &jobs, const std::string &line, const std::string &sample) {
  jobs.add([=] { makeVoice(sample)->speak(line); });
}
void subtitle(Jobs &jobs, const std::string &line) {
  jobs.add([=] { Reader().speak(line); }); // clean
}
void preview(const std::string &sample) {
  auto play = [&] {
    cloneVoice(sample); // expect tamga-capability-banned
  };
  play();
}

int main(int, char **arguments) {
  Jobs jobs;
  dub(jobs, "hello", arguments[1]);
  subtitle(jobs, "hello");
  preview(arguments[1]);
  jobs.run();
}
