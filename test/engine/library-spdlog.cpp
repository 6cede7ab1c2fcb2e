// RUN: %check %s --pack generic --pack %S/Inputs/log-pack.json -- -std=c++20
#include <memory>
#include <spdlog/spdlog.h>
#include <string>
std::string source();
int tainted();

//== Library: spdlog
void logged(int count) {
  std::string text = source();
  spdlog::info("text: {}", text);        // expect tamga-custom-log
  spdlog::info("count: {}", count);      // clean
  spdlog::warn(text);                    // expect tamga-custom-log
  spdlog::error("{} {}", 1, tainted());  // expect tamga-custom-log
  spdlog::debug("size: {}", text.size()); // clean
  text = "text";
  spdlog::info("text: {}", text); // overwritten
}
void loggers(std::shared_ptr<spdlog::logger> logger) {
  logger->info("{}", source());                          // expect tamga-custom-log
  logger->critical("stopped");                           // clean
  spdlog::log(spdlog::level::warn, "{}", tainted());     // expect tamga-custom-log
  logger->log(spdlog::level::info, "{}", 3);             // clean
  spdlog::get("main")->warn("{}", fmt::format("<{}>", source())); // expect tamga-custom-log
}
