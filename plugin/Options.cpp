//===- Options.cpp - every option of every door ------------------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Options.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringExtras.h"

namespace tamga {
namespace {

constexpr uint8_t findingCommands = Check | Solve;
constexpr uint8_t reportCommands = findingCommands | Report;
constexpr uint8_t policyCommands = findingCommands | Lower;
constexpr uint8_t allCommands =
    policyCommands | Link | CheckApis | Config | Report | Baseline;

const OptionInfo table[] = {
    {"build", "p", "DIR", Check | Lower | Config,
     "folder of compile_commands.json, or the file itself", &Settings::build},
    {"unit", "", "FILE", Check | Lower,
     "this unit alone; its flags come from -p or stand after `--`", &Settings::unit},
    {"pack", "", "NAME|FILE.json", policyCommands | Config,
     "rules to ask, by name or file; may be repeated (default: the project's, else kz)",
     &Settings::packs},
    {"check", "", "NAME", findingCommands,
     "show findings of this check only, `*` is any end of a name; may be repeated",
     &Settings::checks},
    {"api", "", "NAME|FILE.json", policyCommands | CheckApis | Config,
     "further API models, by file; check-apis: only these, by name or file; may be repeated",
     &Settings::apis},
    {"headers", "", "DIR", CheckApis,
     "folder with the headers of one version of the libraries; may be repeated",
     &Settings::headers},
    {"project", "", "FILE.json", policyCommands | Config | Report | Baseline,
     "the project file (default: the nearest tamga.json above the sources; one run has one)",
     &Settings::project},
    {"format", "", "text|sarif|codequality", reportCommands,
     "form of the report (default: text)", &Settings::format},
    {"output", "o", "FILE", allCommands, "write there instead of standard output",
     &Settings::output},
    {"sarif", "", "FILE", reportCommands, "write SARIF there, in addition to the report",
     &Settings::sarif},
    {"sarif-profile", "", "full|github", reportCommands,
     "SARIF: all that is known, or what GitHub's code scanning takes (default: full)",
     &Settings::sarifProfile},
    {"summary", "", "DIR", Check,
     "with a build folder: write there what a unit does not show of its programs; with --unit: "
     "read it",
     &Settings::summary},
    {"steps", "", "full|ends|none", reportCommands,
     "steps of a finding: all, the first and the last, none (default: full)", &Settings::steps},
    {"no-snippets", "", "", reportCommands,
     "SARIF without words of the source; literals and long numbers in messages are masked",
     &Settings::noSnippets},
    {"as-of", "", "DATE", reportCommands,
     "the day for which rules are valid, such as 2027-01-31 (default: all rules); report: tell "
     "exceptions that ended before",
     &Settings::asOf},
    {"grow", "", "", Baseline, "add the findings that the baseline does not have",
     &Settings::grow},
    {"reason", "", "TEXT", Baseline, "why they are added", &Settings::reason},
    {"merge", "", "", Report | Baseline, "several logs, or folders of them, as one report",
     &Settings::merge},
    {"baseline", "", "OLD.sarif", Report,
     "say which findings are new, unchanged or absent since this log", &Settings::baseline},
    {"fail-on", "", "note|warning|error[,new]", reportCommands,
     "exit 1 for findings at this level or above (default: error); with new: only for those "
     "that the baseline does not have",
     &Settings::failOn},
    {"allow-partial", "", "", reportCommands | CheckApis | Baseline,
     "do not exit 3 when some code could not be analysed", &Settings::allowPartial},
    {"no-source", "", "", findingCommands, "text without source lines", &Settings::noSource},
    {"root", "", "DIR", reportCommands | Baseline,
     "paths are printed relative to this folder (default: of tamga.json, else of git)",
     &Settings::root},
    {"jobs", "j", "N", Check, "units parsed at the same time (default: all processors)",
     &Settings::jobs},
    {"time", "", "", Check, "print the processor time of each stage to standard error",
     &Settings::time},
    {"why", "", "SOURCE SINK", Check,
     "tell where the flow between two lines, each FILE:LINE, ended, and exit", &Settings::why},
    {"explain-apis", "", "", Check,
     "print what each model, annotation and entry of the project file matched, and exit",
     &Settings::explainApis},
    {"list-rules", "", "", findingCommands, "print the rules that would be asked, and exit",
     &Settings::listRules},
    {"help", "h", "", allCommands, "print this, and exit", &Settings::help},
    {"version", "", "", allCommands, "print the version, and exit", &Settings::version},
};

constexpr const char *findingExits =
    "0 nothing found, 1 findings at or above --fail-on, 2 wrong usage or\n"
    "configuration, 3 some code could not be analysed. 2 counts before 1, 1 before 3.\n";
constexpr const char *plainExits = "0 done, 2 wrong usage or configuration.\n";
constexpr const char *partialExits =
    "0 done, 2 wrong usage or configuration, 3 some code could not be analysed.\n";

struct CommandInfo {
  const char *name;
  Command command;
  const char *usage;
  const char *exits;
};

const CommandInfo commandTable[] = {
    {"check", Check,
     "check -p BUILD [FILE...]      findings of the programs in a build folder\n"
     "  tamga check --unit FILE [-p BUILD | -- FLAGS...]\n"
     "                                      findings of one unit",
     findingExits},
    {"lower", Lower,
     "lower --unit FILE [-o FILE.flow] [-p BUILD | -- FLAGS...]\n"
     "                                      one unit to flow",
     partialExits},
    {"link", Link,
     "link FILE.flow... [-o FILE.flow]\n"
     "                                      units to one program",
     plainExits},
    {"solve", Solve, "solve FILE.flow...            findings of units or programs",
     findingExits},
    {"check-apis", CheckApis,
     "check-apis --headers DIR [--api NAME|FILE.json] [-- FLAGS...]\n"
     "                                      API models against real headers",
     "0 all names found, 1 a name was not found, 2 wrong usage or configuration,\n"
     "3 a header did not compile.\n"},
    {"config", Config,
     "config FILE | -p BUILD        what is in force for a source file or for all of a build,\n"
     "                                      and who says so",
     plainExits},
    {"baseline", Baseline,
     "baseline FILE.sarif [-o FILE]     remove from the list of known findings what is no\n"
     "                                      longer found; add with --grow --reason",
     partialExits},
    {"report", Report,
     "report FILE.sarif [--baseline OLD.sarif]\n"
     "  tamga report --merge DIR|FILE.sarif...\n"
     "                                      findings that were written before",
     findingExits},
};

llvm::Error usageError(const llvm::Twine &text) {
  return llvm::createStringError(llvm::inconvertibleErrorCode(), text);
}

/// ` (did you mean 'x'?)` for the nearest of \p names, or nothing.
template <class Names> std::string suggestion(llvm::StringRef text, const Names &names) {
  const char *best = nullptr;
  unsigned bestDistance = 3;
  for (const auto &candidate : names)
    if (const unsigned distance = text.edit_distance(candidate.name, true, bestDistance);
        distance < bestDistance) {
      bestDistance = distance;
      best = candidate.name;
    }
  return best ? std::string(" (did you mean '") + best + "'?)" : "";
}

llvm::Expected<Command> commandNamed(llvm::StringRef name) {
  for (const CommandInfo &info : commandTable)
    if (name == info.name)
      return info.command;
  return usageError("unknown command '" + name + "'" + suggestion(name, commandTable) +
                    "; see tamga --help");
}

/// Reads one command line from left to right.
class Reader {
public:
  explicit Reader(llvm::ArrayRef<const char *> arguments) : arguments(arguments) {}

  llvm::Expected<Settings> read() {
    while (!arguments.empty()) {
      const llvm::StringRef argument = arguments.front();
      arguments = arguments.drop_front();
      if (argument == "--") {
        settings.hasFlags = true;
        settings.flags.assign(arguments.begin(), arguments.end());
        break;
      }
      if (llvm::Error error = argument.size() > 1 && argument[0] == '-' ? readOption(argument)
                                                                        : readWord(argument))
        return error;
    }
    if (llvm::Error error = checkPlaces())
      return error;
    return std::move(settings);
  }

private:
  llvm::Error readWord(llvm::StringRef word) {
    if (settings.command != NoCommand) {
      settings.inputs.push_back(word.str());
      return llvm::Error::success();
    }
    llvm::Expected<Command> command = commandNamed(word);
    if (!command)
      return command.takeError();
    settings.command = *command;
    return llvm::Error::success();
  }

  llvm::Error readOption(llvm::StringRef argument) {
    llvm::StringRef value;
    bool hasValue = false;
    const OptionInfo *option = find(argument, value, hasValue);
    if (!option)
      return usageError("unknown option '" + argument + "'" +
                        suggestion(argument.ltrim('-').split('=').first, table) +
                        "; see tamga --help");
    const bool isList =
        std::holds_alternative<std::vector<std::string> Settings::*>(option->target) &&
        !llvm::StringRef(option->value).contains(' ');
    if (*option->value && !isList && llvm::is_contained(used, option))
      return usageError("option '--" + llvm::Twine(option->name) +
                        "' is there twice; it has one value");
    if (auto *flag = std::get_if<bool Settings::*>(&option->target)) {
      if (hasValue)
        return usageError("option '" + argument + "' takes no value");
      settings.**flag = true;
      used.push_back(option);
      return llvm::Error::success();
    }
    if (!hasValue) {
      if (arguments.empty() || llvm::StringRef(arguments.front()) == "--")
        return usageError("option '" + argument + "' needs a value: " + option->value);
      value = arguments.front();
      arguments = arguments.drop_front();
    }
    if (llvm::Error error = store(*option, value))
      return error;
    if (!llvm::StringRef(option->value).contains(' '))
      return llvm::Error::success();
    if (arguments.empty() || llvm::StringRef(arguments.front()).starts_with("-"))
      return usageError("option '--" + llvm::Twine(option->name) +
                        "' needs two values: " + option->value);
    value = arguments.front();
    arguments = arguments.drop_front();
    return store(*option, value);
  }

  /// `--name`, `--name=value`, `-n` and `-nvalue`; one dash before a long name is right,
  /// too.
  static const OptionInfo *find(llvm::StringRef argument, llvm::StringRef &value,
                                bool &hasValue) {
    const llvm::StringRef text = argument.ltrim('-');
    for (const OptionInfo &option : table)
      if (text.split('=').first == option.name) {
        hasValue = text.contains('=');
        value = text.split('=').second;
        return &option;
      }
    if (argument.starts_with("--"))
      return nullptr;
    for (const OptionInfo &option : table)
      if (*option.shortName && text.starts_with(option.shortName) &&
          (text.size() == 1 || !std::get_if<bool Settings::*>(&option.target))) {
        value = text.drop_front();
        hasValue = !value.empty();
        return &option;
      }
    return nullptr;
  }

  static bool isDate(llvm::StringRef text) {
    unsigned month = 0, day = 0;
    return text.size() == 10 && text[4] == '-' && text[7] == '-' &&
           llvm::all_of(text.take_front(4), llvm::isDigit) &&
           !text.substr(5, 2).getAsInteger(10, month) && month >= 1 && month <= 12 &&
           !text.substr(8, 2).getAsInteger(10, day) && day >= 1 && day <= 31;
  }

  /// Whether \p value is one of `a|b[,c]`, in which the rest may follow or be alone.
  static bool isWordList(llvm::StringRef allowed, llvm::StringRef value) {
    llvm::SmallVector<llvm::StringRef, 4> words;
    value.split(words, ',');
    auto [levels, rest] = allowed.split("[,");
    rest.consume_back("]");
    const bool hasRest = llvm::is_contained(words, rest);
    llvm::erase(words, rest);
    llvm::SmallVector<llvm::StringRef, 4> choices;
    levels.split(choices, '|');
    return words.empty() ? hasRest
                         : words.size() == 1 && llvm::is_contained(choices, words[0]);
  }

  llvm::Error store(const OptionInfo &option, llvm::StringRef value) {
    const llvm::StringRef allowed = option.value;
    llvm::SmallVector<llvm::StringRef, 4> choices;
    allowed.split(choices, '|');
    const bool isChoice = choices.size() > 1 && allowed == allowed.lower();
    if (isChoice && !(allowed.contains("[,") ? isWordList(allowed, value)
                                             : llvm::is_contained(choices, value)))
      return usageError("'" + value + "' is no value of --" + option.name + ": " + allowed);
    unsigned number = 0;
    if (allowed == "N" && (value.getAsInteger(10, number) || number == 0 || number > 1024))
      return usageError("--" + llvm::Twine(option.name) + " needs a number from 1 to 1024");
    if (allowed == "DATE" && !isDate(value))
      return usageError("--" + llvm::Twine(option.name) + " needs a date such as 2027-01-31");
    if (value.empty())
      return usageError("option '--" + llvm::Twine(option.name) +
                        "' needs a value: " + option.value);
    if (auto *text = std::get_if<std::string Settings::*>(&option.target))
      settings.**text = value.str();
    else if (auto *list = std::get_if<std::vector<std::string> Settings::*>(&option.target))
      (settings.**list).push_back(value.str());
    used.push_back(&option);
    return llvm::Error::success();
  }

  /// An option that this command would ignore is a mistake.
  llvm::Error checkPlaces() {
    if (settings.command == NoCommand)
      return llvm::Error::success();
    for (const OptionInfo *option : used)
      if (!(option->commands & settings.command))
        return usageError("option '--" + llvm::Twine(option->name) +
                          "' means nothing to this command; see tamga --help");
    if (!settings.sarif.empty() && settings.sarif == settings.output)
      return usageError("--output and --sarif name the same file: '" + settings.sarif + "'");
    return llvm::Error::success();
  }

  llvm::ArrayRef<const char *> arguments;
  Settings settings;
  std::vector<const OptionInfo *> used;
};

} // namespace

llvm::ArrayRef<OptionInfo> optionTable() { return table; }

llvm::Expected<Settings> readOptions(llvm::ArrayRef<const char *> arguments) {
  return Reader(arguments).read();
}

void printHelp(Command command, llvm::raw_ostream &out) {
  const uint8_t shown = command == NoCommand ? allCommands : command;
  if (command == NoCommand)
    out << "Tamga finds unlabelled AI output, personal data without consent and banned\n"
           "capabilities in C++ programs. `tamga COMMAND --help` tells of one command.\n\n";
  out << "Usage:\n";
  for (const CommandInfo &info : commandTable)
    if (info.command & shown)
      out << "  tamga " << info.usage << "\n";
  out << "\nOptions:\n";
  for (const OptionInfo &option : table) {
    if (!(option.commands & shown))
      continue;
    std::string left = *option.shortName ? std::string("-") + option.shortName + ", " : "    ";
    left += std::string("--") + option.name;
    if (*option.value)
      left += std::string(" ") + option.value;
    out << "  " << llvm::left_justify(left, 32) << ' ' << option.help << '\n';
  }
  const auto info = llvm::find_if(
      commandTable, [&](const CommandInfo &one) { return one.command == command; });
  out << "\nExit codes: " << (command == NoCommand ? findingExits : info->exits);
}

} // namespace tamga
