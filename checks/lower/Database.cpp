//===- Database.cpp - reads compile_commands.json ---------------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// A reader of our own for JSON compilation databases: stricter than clang's, since a
/// command that is skipped in silence is code that nobody looked at, and with errors that
/// name the line.
//===----------------------------------------------------------------------===//

#include "LowerFiles.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Allocator.h"
#include "llvm/Support/CommandLine.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/JSON.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/VirtualFileSystem.h"

namespace tamga::lower {
namespace {

/// What a look at the bytes alone tells: llvm::json knows no lines of its values, and
/// recurses once for each bracket.
struct Outline {
  std::vector<unsigned> entryLines; ///< Of the objects in the outermost array.
  unsigned depth = 0;
};

Outline outlineOf(llvm::StringRef text) {
  Outline outline;
  unsigned line = 1, depth = 0;
  bool inString = false;
  for (size_t index = 0; index < text.size(); ++index) {
    const char character = text[index];
    if (character == '\n')
      ++line;
    if (inString) {
      if (character == '\\')
        ++index;
      else if (character == '"')
        inString = false;
      continue;
    }
    if (character == '"')
      inString = true;
    if (character == '{' && depth == 1)
      outline.entryLines.push_back(line);
    if (character == '{' || character == '[')
      outline.depth = std::max(outline.depth, ++depth);
    if ((character == '}' || character == ']') && depth)
      --depth;
  }
  return outline;
}

/// Reads one entry. Errors carry what follows `file:line: error: `.
class EntryReader {
public:
  explicit EntryReader(llvm::StringRef folder) : folder(folder) {}

  llvm::Expected<UnitCommand> read(const llvm::json::Value &value) const {
    const llvm::json::Object *entry = value.getAsObject();
    if (!entry)
      return llvm::createStringError(
          "an entry must be an object with 'directory', 'file' and 'command'");
    UnitCommand unit;
    if (llvm::Error error = readText(*entry, "directory", unit.directory, true))
      return error;
    if (llvm::Error error = readText(*entry, "file", unit.file, true))
      return error;
    if (llvm::Error error = readText(*entry, "output", unit.output, false))
      return error;
    if (llvm::Error error = readArguments(*entry, unit.arguments))
      return error;
    unit.directory = resolve(unit.directory, folder);
    unit.file = resolve(unit.file, unit.directory);
    if (unit.output.empty())
      unit.output = outputOf(unit.arguments);
    expandResponseFiles(unit);
    return unit;
  }

private:
  static llvm::Error readText(const llvm::json::Object &entry, llvm::StringRef key,
                              std::string &into, bool isRequired) {
    const llvm::json::Value *value = entry.get(key);
    if (!value)
      return isRequired ? llvm::createStringError("an entry has no '" + key + "'")
                        : llvm::Error::success();
    const std::optional<llvm::StringRef> text = value->getAsString();
    if (!text || (isRequired && text->empty()))
      return llvm::createStringError("'" + key + "' must be a string that is not empty");
    into = text->str();
    return llvm::Error::success();
  }

  static llvm::Error readArguments(const llvm::json::Object &entry,
                                   std::vector<std::string> &into) {
    if (const llvm::json::Value *list = entry.get("arguments")) {
      const llvm::json::Array *array = list->getAsArray();
      for (const llvm::json::Value &element : array ? *array : llvm::json::Array()) {
        const std::optional<llvm::StringRef> text = element.getAsString();
        if (!text)
          return llvm::createStringError("'arguments' must be a list of strings");
        into.push_back(text->str());
      }
      if (into.empty())
        return llvm::createStringError(
            "'arguments' must be a list of strings that is not empty");
      return llvm::Error::success();
    }
    std::string command;
    if (!entry.get("command"))
      return llvm::createStringError("an entry has neither 'command' nor 'arguments'");
    if (llvm::Error error = readText(entry, "command", command, true))
      return error;
    llvm::BumpPtrAllocator allocator;
    llvm::StringSaver saver(allocator);
    llvm::SmallVector<const char *, 64> words;
    llvm::cl::TokenizeGNUCommandLine(command, saver, words);
    into.assign(words.begin(), words.end());
    return llvm::Error::success();
  }

  static std::string resolve(llvm::StringRef path, llvm::StringRef directory) {
    llvm::SmallString<128> absolute(path);
    llvm::sys::fs::make_absolute(directory, absolute);
    llvm::sys::path::remove_dots(absolute, /*remove_dot_dot=*/true);
    return std::string(absolute);
  }

  static std::string outputOf(const std::vector<std::string> &arguments) {
    for (size_t index = 0; index + 1 < arguments.size(); ++index)
      if (arguments[index] == "-o")
        return arguments[index + 1];
    return "";
  }

  /// Leaves an `@file` that cannot be read as it is: it may be made during a build, and
  /// lowerFile does without it.
  static void expandResponseFiles(UnitCommand &unit) {
    llvm::SmallVector<const char *, 64> words;
    for (const std::string &argument : unit.arguments)
      words.push_back(argument.c_str());
    llvm::BumpPtrAllocator allocator;
    llvm::cl::ExpansionContext context(allocator, llvm::cl::TokenizeGNUCommandLine);
    context.setCurrentDir(unit.directory);
    if (llvm::Error error = context.expandResponseFiles(words))
      llvm::consumeError(std::move(error));
    unit.arguments = std::vector<std::string>(words.begin(), words.end());
  }

  llvm::StringRef folder;
};

} // namespace

llvm::Expected<std::vector<UnitCommand>> readDatabase(const std::string &build) {
  llvm::SmallString<128> path(build);
  if (llvm::sys::fs::is_directory(path))
    llvm::sys::path::append(path, "compile_commands.json");
  const std::string advice =
      "; write it with cmake -DCMAKE_EXPORT_COMPILE_COMMANDS=ON, meson, or `bear -- make`, "
      "and name its folder with -p";
  // A device may have no end.
  if (llvm::sys::fs::exists(path) && !llvm::sys::fs::is_regular_file(path))
    return llvm::createStringError(path + ": error: not a regular file" + advice);
  auto buffer = llvm::MemoryBuffer::getFile(path, /*IsText=*/true);
  if (!buffer)
    return llvm::createStringError(path + ": error: cannot read the compilation database: " +
                                   buffer.getError().message() + advice);

  const llvm::StringRef text = (*buffer)->getBuffer();
  const Outline outline = outlineOf(text);
  if (outline.depth > 16)
    return llvm::createStringError(
        path + ":1: error: this is not a compilation database: nested too deeply" + advice);
  llvm::Expected<llvm::json::Value> value = llvm::json::parse(text);
  if (!value) {
    // llvm::json says `[line:column, byte=n]: text`.
    std::string problem = llvm::toString(value.takeError());
    llvm::StringRef rest = problem;
    std::string at = "1";
    if (rest.consume_front("[")) {
      at = rest.split(',').first.str();
      rest = rest.split("]: ").second;
    }
    return llvm::createStringError(path + ":" + at +
                                   ": error: malformed compilation database: " + rest + advice);
  }
  const llvm::json::Array *entries = value->getAsArray();
  if (!entries)
    return llvm::createStringError(
        path + ":1: error: a compilation database is a list of objects" + advice);
  if (entries->empty())
    return llvm::createStringError(path + ":1: error: the compilation database is empty" +
                                   advice);

  llvm::SmallString<128> folder(llvm::sys::path::parent_path(path));
  llvm::sys::fs::make_absolute(folder);
  const EntryReader reader(folder);
  std::vector<UnitCommand> units;
  for (size_t index = 0; index < entries->size(); ++index) {
    llvm::Expected<UnitCommand> unit = reader.read((*entries)[index]);
    if (!unit)
      return llvm::createStringError(
          path + ":" +
          llvm::Twine(index < outline.entryLines.size() ? outline.entryLines[index] : 1) +
          ": error: " + llvm::toString(unit.takeError()) + advice);
    units.push_back(std::move(*unit));
  }
  return units;
}

} // namespace tamga::lower
