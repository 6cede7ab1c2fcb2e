//===- TidyHost.cpp - the clang-tidy that loads the plugin --------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// clang-tidy's own `--dump-config` and `--verify-config` say what it makes of files,
/// `.clang-tidy` and options: nothing of that is done again here. Both write for people, so
/// what is not understood is passed on as it is.
//===----------------------------------------------------------------------===//

#include "TidyHost.h"
#include "Options.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringSet.h"
#include "llvm/Config/llvm-config.h"
#include "llvm/Support/CommandLine.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/GlobPattern.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/Program.h"
#include "llvm/Support/SourceMgr.h"
#include "llvm/Support/YAMLParser.h"
#include <sys/mman.h>
#include <unistd.h>

using namespace llvm;

namespace tamga {

namespace {

Error failure(const Twine &text) { return createStringError(inconvertibleErrorCode(), text); }

/// Those that may stand apart from their value.
bool takesValue(StringRef option) {
  static const StringSet<> options = {"checks",
                                      "config",
                                      "config-file",
                                      "exclude-header-filter",
                                      "export-fixes",
                                      "extra-arg",
                                      "extra-arg-before",
                                      "format-style",
                                      "header-filter",
                                      "line-filter",
                                      "load",
                                      "p",
                                      "vfsoverlay",
                                      "warnings-as-errors",
                                      "store-check-profile"};
  return options.contains(option);
}

/// A file that goes with the processes that have it open, whatever ends them.
class Capture {
public:
  Capture() : descriptor(memfd_create("answer", 0)) {}
  ~Capture() { close(descriptor); }
  Capture(const Capture &) = delete;

  bool isOpen() const { return descriptor >= 0; }
  std::string path() const { return "/proc/self/fd/" + std::to_string(descriptor); }
  std::string text() const {
    auto buffer = MemoryBuffer::getFile(path());
    return buffer ? (*buffer)->getBuffer().str() : "";
  }

private:
  int descriptor;
};

StringRef between(StringRef text, StringRef before, StringRef after) {
  const StringRef rest = text.split(before).second;
  return rest.take_front(rest.find(after));
}

/// `<source>: warning: unknown check 'x' [-verify-config]`, and the like.
std::optional<TidyComplaint> complaintIn(StringRef line) {
  const auto [source, text] = line.split(": warning: ");
  if (text.starts_with("unknown check option '"))
    return TidyComplaint{TidyComplaint::Option, source.str(), between(text, "'", "'").str(),
                         between(text, "did you mean '", "'").str()};
  if (text.starts_with("unknown check '") || text.starts_with("check glob '"))
    return TidyComplaint{TidyComplaint::Check, source.str(), between(text, "'", "'").str()};
  // What it cannot read (`.clang-tidy`, -config, a plugin) it goes on without.
  if (line.starts_with("Error opening ") || line.starts_with("Error parsing ") ||
      line.contains(": error: ") || line.starts_with("error: "))
    return TidyComplaint{TidyComplaint::Other, "", line.str()};
  return std::nullopt;
}

/// The scalars of a YAML mapping and of the mappings in it, by key.
void readScalars(yaml::MappingNode &mapping, StringMap<std::string> &into) {
  for (yaml::KeyValueNode &entry : mapping) {
    SmallString<64> keyStorage, valueStorage;
    auto *key = dyn_cast_or_null<yaml::ScalarNode>(entry.getKey());
    if (!key)
      continue;
    const std::string name = key->getValue(keyStorage).str();
    if (auto *inner = dyn_cast_or_null<yaml::MappingNode>(entry.getValue()))
      readScalars(*inner, into);
    else if (auto *value = dyn_cast_or_null<yaml::ScalarNode>(entry.getValue()))
      into[name] = value->getValue(valueStorage).str();
  }
}

} // namespace

//===----------------------------------------------------------------------===//
// Command lines and globs
//===----------------------------------------------------------------------===//

TidyCommand readTidyCommand(ArrayRef<const char *> arguments) {
  SmallVector<const char *, 64> words(arguments.begin(), arguments.end());
  BumpPtrAllocator allocator;
  cl::ExpansionContext context(allocator, cl::TokenizeGNUCommandLine);
  // One that cannot be read is for clang-tidy to complain about.
  consumeError(context.expandResponseFiles(words));
  TidyCommand command;
  for (size_t index = 0; index < words.size(); ++index) {
    const StringRef word = words[index];
    if (word == "--") {
      command.flags.assign(words.begin() + index, words.end());
      break;
    }
    if (word == "-" || !word.starts_with("-")) {
      command.files.push_back(word.str());
      continue;
    }
    const StringRef name = word.ltrim('-');
    command.isQuestion |= name == "version" || name.starts_with("help");
    command.allowsNoChecks |= name == "allow-no-checks";
    if (is_contained({"list-checks", "dump-config", "verify-config", "explain-config"}, name)) {
      command.isListing = true;
      continue;
    }
    command.options.push_back(word.str());
    if (takesValue(name) && index + 1 < words.size())
      command.options.push_back(words[++index]);
  }
  return command;
}

std::vector<StringRef> splitGlobs(StringRef globs) {
  std::vector<StringRef> parts;
  while (!globs.empty()) {
    const size_t end = globs.find_first_of(",\n");
    StringRef part = globs.take_front(end).trim();
    part.consume_front("-");
    if (!part.empty())
      parts.push_back(part);
    globs = end == StringRef::npos ? "" : globs.drop_front(end + 1);
  }
  return parts;
}

bool globMatches(StringRef glob, StringRef name) {
  Expected<GlobPattern> pattern = GlobPattern::create(glob);
  if (pattern)
    return pattern->match(name);
  consumeError(pattern.takeError());
  return false;
}

bool globsEnable(StringRef globs, StringRef name) {
  bool isEnabled = false;
  for (StringRef glob : splitGlobs(globs))
    if (globMatches(glob, name))
      isEnabled = glob.data() == globs.data() || glob.data()[-1] != '-';
  return isEnabled;
}

//===----------------------------------------------------------------------===//
// The host
//===----------------------------------------------------------------------===//

Expected<TidyHost::Answer> TidyHost::ask(const std::vector<std::string> &arguments) const {
  const Capture out, errors;
  if (!out.isOpen() || !errors.isOpen())
    return failure("there is no memory for the answer of clang-tidy");
  const std::string outPath = out.path(), errorsPath = errors.path();
  std::vector<StringRef> words = {program};
  words.insert(words.end(), arguments.begin(), arguments.end());
  std::string problem;
  const std::optional<StringRef> redirects[] = {StringRef(), StringRef(outPath),
                                                StringRef(errorsPath)};
  const int exitCode =
      sys::ExecuteAndWait(program, words, std::nullopt, redirects, 0, 0, &problem);
  // A crash is told with a name only: "Segmentation fault".
  if (exitCode < 0)
    return failure("cannot run " + program + ": " + problem);
  return Answer{exitCode, out.text(), errors.text()};
}

Expected<TidyHost> TidyHost::find(StringRef wanted, std::string plugin) {
  const StringRef version = LLVM_VERSION_STRING;
  const std::string advice = "; install clang-tidy " + version.str() +
                             " (Debian: clang-tidy-19), or name the program with "
                             "--clang-tidy-binary=FILE as the first argument";
  TidyHost host{"", std::move(plugin)};
  if (!wanted.empty()) {
    auto named = sys::findProgramByName(wanted);
    // A path is taken as it is.
    if (!named || !sys::fs::can_execute(*named))
      return failure("there is no program '" + wanted + "'" + advice);
    host.program = *named;
  } else {
    for (const char *name : {"clang-tidy-19", TAMGA_LLVM_TOOLS_DIR "/clang-tidy", "clang-tidy"})
      if (auto found = sys::findProgramByName(name); found && host.program.empty())
        host.program = *found;
    if (host.program.empty())
      return failure("clang-tidy-19 is not installed" + advice);
  }
  Expected<Answer> answer = host.ask({"--version"});
  if (!answer)
    return answer.takeError();
  // `LLVM version 19.1.7`, with the distribution's name in front.
  const StringRef rest = StringRef(answer->out).split("version ").second;
  const StringRef found = rest.take_while([](char c) { return isDigit(c) || c == '.'; });
  if (answer->exitCode || found.empty())
    return failure(host.program + " is no clang-tidy" + advice);
  if (found != version)
    return failure(host.program + " is version " + found + ", and the plugin is made for " +
                   version + advice);
  return host;
}

Expected<TidyHost::Answer> TidyHost::askAbout(StringRef question, const TidyCommand &command,
                                              const std::string &file) const {
  std::vector<std::string> arguments = {"-load", plugin, question.str()};
  arguments.insert(arguments.end(), command.options.begin(), command.options.end());
  if (!file.empty())
    arguments.push_back(file);
  // With flags of its own it looks for no compilation database.
  arguments.push_back("--");
  return ask(arguments);
}

Expected<TidyConfiguration> TidyHost::configurationOf(const TidyCommand &command,
                                                      const std::string &file) const {
  Expected<Answer> answer = askAbout("--dump-config", command, file);
  if (!answer)
    return answer.takeError();
  if (answer->exitCode) {
    const StringRef said = StringRef(answer->errors).trim();
    return failure(
        "clang-tidy does not take its arguments: " +
        (said.empty() ? StringRef("it exits with an error") : said.split('\n').first));
  }
  StringMap<std::string> values;
  SourceMgr sources;
  yaml::Stream stream(answer->out, sources);
  if (yaml::document_iterator document = stream.begin(); document != stream.end())
    if (auto *root = dyn_cast_or_null<yaml::MappingNode>(document->getRoot()))
      readScalars(*root, values);
  if (stream.failed() || !values.count("Checks"))
    return failure("cannot read what clang-tidy says of its configuration");
  return TidyConfiguration{values["Checks"], values["WarningsAsErrors"],
                           values[(Twine(tidyOptionsCheck) + "." + tidyProjectOption).str()],
                           values["HeaderFilterRegex"], values["ExcludeHeaderFilterRegex"]};
}

Expected<std::vector<TidyComplaint>> TidyHost::complaintsAbout(const TidyCommand &command,
                                                               const std::string &file) const {
  Expected<Answer> answer = askAbout("--verify-config", command, file);
  if (!answer)
    return answer.takeError();
  std::vector<TidyComplaint> complaints;
  SmallVector<StringRef, 16> lines;
  StringRef(answer->errors).split(lines, '\n', -1, /*KeepEmpty=*/false);
  for (StringRef line : lines)
    if (std::optional<TidyComplaint> complaint = complaintIn(line))
      complaints.push_back(std::move(*complaint));
  return complaints;
}

} // namespace tamga
