// RUN: %units %s --pack generic -- -std=c++20
//== Units: member
// Objects whose members are stored by methods of one unit and read by those of another.
//--- session.h
#include <string>
#include <vector>
class Session {
public:
  explicit Session(std::string user);
  Session(const Session &) = default;
  void ask(const std::string &question);
  void forget();
  const std::string &answer() const { return answer_; }
  const std::string &user() const;
  std::string transcript() const;
  void print() const;
  void printUser() const;
  Session &with(std::string topic);
  std::string topic;

private:
  std::string user_, answer_;
  std::vector<std::string> lines_;
};
struct Holder {
  Session *session;
  Session own;
  std::string note;
};
void printHolder(const Holder &holder);
//--- ask.cpp
#include "session.h"
std::string source();
Session::Session(std::string user) : user_(std::move(user)) {}
void Session::ask(const std::string &question) {
  answer_ = source();
  lines_.push_back(question);
  lines_.push_back(answer_);
}
void Session::forget() {
  answer_ = "";
  lines_.clear();
}
//--- print.cpp
#include "session.h"
void sink(const std::string &text);
const std::string &Session::user() const { return user_; }
std::string Session::transcript() const {
  std::string all;
  for (const std::string &line : lines_)
    all += line + "\n";
  return all;
}
void Session::print() const { sink(answer_); } // expect tamga-custom-flow
void Session::printUser() const { sink(user_); } // clean
Session &Session::with(std::string text) {
  topic = std::move(text);
  return *this;
}
void printHolder(const Holder &holder) {
  sink(holder.note);              // clean
  sink(holder.session->answer()); // expect tamga-custom-flow
  sink(holder.own.answer());      // clean
}
//--- main.cpp
#include "session.h"
std::string source();
void sink(const std::string &text);
int main() {
  Session session("anna");
  sink(session.answer()); // clean
  session.ask("why");
  sink(session.answer());     // expect tamga-custom-flow
  sink(session.user());       // clean
  sink(session.transcript()); // expect tamga-custom-flow
  session.print();
  session.printUser();
  Session copy = session;
  sink(copy.answer()); // expect tamga-custom-flow
  sink(copy.topic);    // clean
  sink(copy.with(source()).topic); // expect tamga-custom-flow
  sink(session.topic);             // clean
  Holder holder{&session, Session("bert"), "note"};
  printHolder(holder);
  session.forget();
  sink(session.answer());     // overwritten
  sink(session.transcript()); // overwritten
  sink(copy.answer());        // expect tamga-custom-flow
}
