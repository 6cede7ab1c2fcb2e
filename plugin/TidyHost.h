//===- TidyHost.h - the clang-tidy that loads the plugin ----------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef TAMGA_PLUGIN_TIDYHOST_H
#define TAMGA_PLUGIN_TIDYHOST_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"
#include <string>
#include <vector>

namespace tamga {

/// A command line of clang-tidy, as far as one must understand it to ask about it.
struct TidyCommand {
  std::vector<std::string> options; ///< With their values; none that asks for a listing.
  std::vector<std::string> files;
  std::vector<std::string> flags; ///< `--` and all after it.
  bool isQuestion = false;        ///< Asks for help or the version: no file is looked at.
  bool isListing = false;         ///< Asks what is configured.
  bool allowsNoChecks = false;
};

/// Reads what stands after the program's name; `@file` is expanded as clang-tidy does it.
TidyCommand readTidyCommand(llvm::ArrayRef<const char *> arguments);

/// What clang-tidy would do with a file.
struct TidyConfiguration {
  std::string checks, warningsAsErrors; ///< Globs.
  std::string project;                  ///< `tamga-custom.Project`.
  std::string headers, noHeaders;       ///< Expressions: which headers are shown, and not.
};

/// Something that clang-tidy says of its configuration and goes on without.
struct TidyComplaint {
  enum Kind { Check, Option, Other } kind = Other;
  std::string source;    ///< Who says the name: a file or an option.
  std::string name;      ///< What it does not know; Other: the whole line.
  std::string near = {}; ///< What it takes it for; may be empty.
};

/// Runs clang-tidy to ask it questions.
class TidyHost {
public:
  std::string program, plugin;

  /// The program named \p program, else the `clang-tidy` of the LLVM that Tamga is built
  /// for. The error is one line.
  static llvm::Expected<TidyHost> find(llvm::StringRef program, std::string plugin);

  llvm::Expected<TidyConfiguration> configurationOf(const TidyCommand &command,
                                                    const std::string &file) const;
  llvm::Expected<std::vector<TidyComplaint>> complaintsAbout(const TidyCommand &command,
                                                             const std::string &file) const;

private:
  struct Answer {
    int exitCode = 0;
    std::string out, errors;
  };
  llvm::Expected<Answer> ask(const std::vector<std::string> &arguments) const;
  llvm::Expected<Answer> askAbout(llvm::StringRef question, const TidyCommand &command,
                                  const std::string &file) const;
};

/// Whether the globs \p globs, the last match of which decides, switch \p name on.
bool globsEnable(llvm::StringRef globs, llvm::StringRef name);

/// The globs one by one, without `-`.
std::vector<llvm::StringRef> splitGlobs(llvm::StringRef globs);

/// Whether \p glob, without `-`, matches \p name.
bool globMatches(llvm::StringRef glob, llvm::StringRef name);

} // namespace tamga

#endif // TAMGA_PLUGIN_TIDYHOST_H
