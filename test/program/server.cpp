// RUN: %units %s --pack generic -- -std=c++20
//== Units: server with a result queue
// A loop in one thread makes results of several classes; requests that were registered
// before wait for them, and answer in pieces.
//--- result.h
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <unordered_set>
#include <vector>
struct Result {
  int id = -1;
  virtual ~Result() = default;
  virtual bool isError() { return false; }
  virtual bool isStop() { return false; }
  virtual std::string toJson() = 0;
};
using ResultPointer = std::unique_ptr<Result>;
struct Partial : Result {
  std::string content;
  int decoded = 0;
  std::string toJson() override;
};
struct Final : Result {
  std::string content;
  std::string model;
  bool isStop() override { return true; }
  std::string toJson() override;
};
struct Failure : Result {
  std::string reason;
  bool isError() override { return true; }
  std::string toJson() override;
};
struct Results {
  void send(ResultPointer &&result);
  ResultPointer receive(const std::unordered_set<int> &ids, int seconds);

private:
  std::vector<ResultPointer> waiting;
  std::mutex mutex;
  std::condition_variable arrived;
};
struct Reader {
  std::unordered_set<int> ids;
  Results &results;
  int received = 0;
  explicit Reader(Results &results) : results(results) {}
  bool hasNext() const { return received < int(ids.size()); }
  ResultPointer next(const std::function<bool()> &shouldStop);
  std::vector<ResultPointer> waitForAll(const std::function<bool()> &shouldStop);
};
//--- result.cpp
#include "result.h"
std::string Partial::toJson() { return "{\"content\":\"" + content + "\"}"; }
std::string Final::toJson() { return "{\"content\":\"" + content + "\",\"model\":\"" + model + "\"}"; }
std::string Failure::toJson() { return "{\"error\":\"" + reason + "\"}"; }
void Results::send(ResultPointer &&result) {
  std::unique_lock<std::mutex> lock(mutex);
  waiting.emplace_back(std::move(result));
  arrived.notify_all();
}
ResultPointer Results::receive(const std::unordered_set<int> &ids, int seconds) {
  while (true) {
    std::unique_lock<std::mutex> lock(mutex);
    for (int i = 0; i < int(waiting.size()); i++)
      if (ids.find(waiting[i]->id) != ids.end()) {
        ResultPointer result = std::move(waiting[i]);
        waiting.erase(waiting.begin() + i);
        return result;
      }
    if (arrived.wait_for(lock, std::chrono::seconds(seconds)) == std::cv_status::timeout)
      return nullptr;
  }
}
ResultPointer Reader::next(const std::function<bool()> &shouldStop) {
  while (true) {
    ResultPointer result = results.receive(ids, 1);
    if (result == nullptr) {
      if (shouldStop())
        return nullptr;
    } else {
      if (result->isStop())
        received++;
      return result;
    }
  }
}
std::vector<ResultPointer> Reader::waitForAll(const std::function<bool()> &shouldStop) {
  std::vector<ResultPointer> all;
  all.resize(ids.size());
  while (hasNext()) {
    ResultPointer one = next(shouldStop);
    if (!one)
      break;
    all[0] = std::move(one);
  }
  return all;
}
//--- context.h
#include "result.h"
struct Slot {
  int id = 0;
  std::string generated;
  std::string model = "tiny";
};
struct Token {
  int token;
  std::string text;
};
struct Context {
  Results results;
  std::vector<Slot> slots;
  bool isRunning = true;
  void update();
  void loop();
  void stop() { isRunning = false; }

private:
  bool process(Token &token, Slot &slot);
  void sendPartial(Slot &slot, const Token &token);
  void sendFinal(Slot &slot);
  void sendFailure(Slot &slot, const std::string &reason);
};
//--- context.cpp
#include "context.h"
std::string source();
bool Context::process(Token &token, Slot &slot) {
  const std::string piece = token.text;
  slot.generated += piece;
  if (piece.empty())
    return false;
  sendPartial(slot, token);
  return true;
}
void Context::sendPartial(Slot &slot, const Token &token) {
  auto result = std::make_unique<Partial>();
  result->id = slot.id;
  result->content = token.text;
  results.send(std::move(result));
}
void Context::sendFinal(Slot &slot) {
  auto result = std::make_unique<Final>();
  result->id = slot.id;
  result->content = std::move(slot.generated);
  result->model = slot.model;
  results.send(std::move(result));
}
void Context::sendFailure(Slot &slot, const std::string &reason) {
  auto result = std::make_unique<Failure>();
  result->id = slot.id;
  result->reason = reason;
  results.send(std::move(result));
}
void Context::update() {
  for (Slot &slot : slots) {
    Token token;
    token.token = 1;
    token.text = source();
    if (!process(token, slot)) {
      sendFinal(slot);
      continue;
    }
    if (slots.size() > 4)
      sendFailure(slot, "too many");
  }
}
void Context::loop() {
  while (isRunning)
    update();
}
//--- http.h
#include <functional>
#include <map>
#include <memory>
#include <string>
struct Request {
  std::string body;
  std::function<bool()> shouldStop;
};
struct Response {
  std::string data;
  int status = 200;
  std::function<bool(std::string &)> next = nullptr;
  bool isStream() const { return next != nullptr; }
  virtual ~Response() = default;
};
using ResponsePointer = std::unique_ptr<Response>;
using Handler = std::function<ResponsePointer(const Request &)>;
struct Http {
  void post(const std::string &path, const Handler &handler) const;
};
struct Wire {
  std::string body;
};
void onPost(const std::string &path, std::function<void(const Request &, Wire &)> handler);
void onChunk(Wire &wire, std::function<bool(Wire &)> provider);
//--- http.cpp
#include "http.h"
void sink(const std::string &text);
static void answer(std::unique_ptr<Request> &&request, ResponsePointer &response, Wire &wire) {
  if (response->isStream()) {
    std::shared_ptr<Request> kept = std::move(request);
    std::shared_ptr<Response> shared = std::move(response);
    const auto provider = [response = shared, kept](Wire &) -> bool {
      std::string chunk;
      bool hasNext = response->next(chunk);
      if (!chunk.empty())
        sink(chunk); // expect tamga-custom-flow
      return hasNext;
    };
    onChunk(wire, provider);
  } else {
    sink(response->data); // expect tamga-custom-flow
    sink(std::to_string(response->status)); // clean
    sink(wire.body);                        // clean
  }
}
void Http::post(const std::string &path, const Handler &handler) const {
  onPost("/api" + path, [handler](const Request &request, Wire &wire) {
    auto kept = std::make_unique<Request>(Request{request.body, {}});
    ResponsePointer response = handler(*kept);
    answer(std::move(kept), response, wire);
  });
}
//--- routes.h
#include "context.h"
#include "http.h"
struct Routes {
  explicit Routes(Context &context) : context(context) { init(); }
  Handler complete, health;

private:
  void init();
  ResponsePointer run(const Request &request, bool stream);
  Context &context;
};
//--- routes.cpp
#include "routes.h"
struct Generator : Response {
  Reader reader;
  explicit Generator(Results &results) : reader(results) {}
  void ok(const std::string &text) {
    status = 200;
    data = text;
  }
};
ResponsePointer Routes::run(const Request &request, bool stream) {
  auto response = std::make_unique<Generator>(context.results);
  Reader &reader = response->reader;
  reader.ids.insert(int(request.body.size()));
  if (!stream) {
    std::vector<ResultPointer> all = reader.waitForAll(request.shouldStop);
    std::string text;
    for (ResultPointer &one : all)
      text += one->toJson();
    response->ok(text);
  } else {
    ResultPointer first = reader.next(request.shouldStop);
    if (first == nullptr)
      return response;
    response->data = "data: " + first->toJson();
    response->next = [self = response.get(), &request](std::string &output) -> bool {
      if (!self->data.empty()) {
        output = std::move(self->data);
        self->data.clear();
        return true;
      }
      Reader &reader = self->reader;
      if (!reader.hasNext()) {
        output = "data: [DONE]";
        return false;
      }
      ResultPointer result = reader.next(request.shouldStop);
      if (result == nullptr)
        return false;
      output = "data: " + result->toJson();
      return true;
    };
  }
  return response;
}
void Routes::init() {
  complete = [this](const Request &request) { return run(request, request.body == "stream"); };
  health = [this](const Request &) {
    auto response = std::make_unique<Generator>(context.results);
    response->ok("fine");
    return response;
  };
}
//--- main.cpp
#include "routes.h"
int main() {
  Context context;
  Http http;
  Routes routes(context);
  http.post("/health", Handler(routes.health));
  http.post("/complete", Handler(routes.complete));
  http.post("/stop", [&context](const Request &) {
    context.stop();
    return std::make_unique<Response>();
  });
  context.slots.resize(2);
  context.loop();
}
