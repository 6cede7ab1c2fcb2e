//===- Driver.cpp - the program `tamga` --------------------------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// The stages as commands. Nothing is decided here but what to call, where the bytes go
/// and which code to exit with.
//===----------------------------------------------------------------------===//

#include "CheckApis.h"
#include "CrashGuard.h"
#include "ExplainApis.h"
#include "Options.h"
#include "Pipeline.h"
#include "Scan.h"
#include "Why.h"
#include "flow/FlowText.h"
#include "flow/Link.h"
#include "policy/Effective.h"
#include "policy/PolicyReader.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/InitLLVM.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"

using namespace tamga;

namespace {

enum ExitCode { Clean = 0, Found = 1, Misused = 2, Incomplete = 3 };

llvm::Error failure(const llvm::Twine &text) {
  return llvm::createStringError(llvm::inconvertibleErrorCode(), text);
}

std::string absolute(llvm::StringRef file) {
  llvm::SmallString<128> path(file);
  llvm::sys::fs::make_absolute(path);
  llvm::sys::path::remove_dots(path, /*remove_dot_dot=*/true);
  return std::string(path);
}

std::string ownFile() {
  // The address of anything here; only some systems need it.
  return llvm::sys::fs::getMainExecutable(nullptr, reinterpret_cast<void *>(&ownFile));
}

/// Calls \p write with the stream that the bytes go to. A file is written whole or not
/// at all.
llvm::Error writeTo(const std::string &path,
                    llvm::function_ref<void(llvm::raw_ostream &)> write) {
  if (path.empty() || path == "-") {
    write(llvm::outs());
    llvm::outs().flush();
    return llvm::Error::success();
  }
  if (llvm::Error error = llvm::writeToOutput(path, [&](llvm::raw_ostream &out) {
        write(out);
        return llvm::Error::success();
      }))
    return failure(path + ": error: cannot write: " + llvm::toString(std::move(error)));
  return llvm::Error::success();
}

//===----------------------------------------------------------------------===//
// Input
//===----------------------------------------------------------------------===//

/// The policy for code whose place is told by \p mainFile.
policy::PolicyRequest requestFor(const Settings &settings, const std::string &mainFile) {
  policy::PolicyRequest request;
  request.mainFile = mainFile;
  request.projectFile = settings.project;
  request.packs = settings.packs;
  request.apis = settings.apis;
  request.path = policy::defaultPolicyPath(ownFile());
  return request;
}

llvm::Expected<policy::Policy> policyFor(const Settings &settings,
                                         const std::string &mainFile) {
  return policy::readPolicy(requestFor(settings, mainFile));
}

lower::Boundary boundaryOf(const policy::Policy &policy) {
  return {policy.boundary.namespaces, policy.boundary.paths};
}

/// The units that \p settings ask for, at least one.
llvm::Expected<std::vector<lower::UnitCommand>> unitsOf(const Settings &settings) {
  std::vector<std::string> files = settings.inputs;
  if (!settings.unit.empty())
    files.push_back(settings.unit);
  for (const std::string &file : files)
    if (!llvm::sys::fs::is_regular_file(file))
      return failure(file + ": error: there is no such source file");
  if (settings.build.empty()) {
    if (settings.unit.empty() || files.size() > 1)
      return failure("error: name the build folder with -p, or one source file with --unit");
    return std::vector{lower::commandFor(settings.unit, settings.flags)};
  }
  if (settings.hasFlags)
    return failure("error: flags after `--` and a build folder (-p) exclude each other");
  llvm::Expected<std::vector<lower::UnitCommand>> units = lower::readDatabase(settings.build);
  if (!units || files.empty())
    return units;
  for (std::string &file : files) {
    file = absolute(file);
    if (llvm::none_of(*units, [&](const auto &unit) { return unit.file == file; }))
      return failure(file + ": error: not in the compilation database of " + settings.build);
  }
  llvm::erase_if(*units,
                 [&](const auto &unit) { return !llvm::is_contained(files, unit.file); });
  if (!settings.unit.empty())
    units->resize(1); // One file may be built several times: the first way counts.
  return units;
}

/// A path in the deepest folder that holds all of \p units: what the project file of a
/// whole build is looked for from.
std::string commonPlace(const std::vector<lower::UnitCommand> &units) {
  llvm::StringRef common = llvm::sys::path::parent_path(units.front().file);
  for (const lower::UnitCommand &unit : units) {
    const auto holdsUnit = [&] {
      llvm::StringRef rest = unit.file;
      return rest.consume_front(common) && (common.ends_with("/") || rest.starts_with("/"));
    };
    while (!common.empty() && !holdsUnit())
      common = llvm::sys::path::parent_path(common);
  }
  // A folder alone would be taken for a file of its parent.
  llvm::SmallString<128> place(common);
  llvm::sys::path::append(place, "tamga.json");
  return std::string(place);
}

llvm::Expected<std::vector<flow::Program>> readFlows(const std::vector<std::string> &files) {
  if (files.empty())
    return failure("error: name at least one .flow file");
  std::vector<flow::Program> programs;
  for (const std::string &file : files) {
    // A device may have no end.
    if (file != "-" && llvm::sys::fs::exists(file) && !llvm::sys::fs::is_regular_file(file))
      return failure(file + ": error: not a regular file");
    auto buffer = llvm::MemoryBuffer::getFileOrSTDIN(file, /*IsText=*/true);
    if (!buffer)
      return failure(file + ": error: cannot read: " + buffer.getError().message());
    llvm::Expected<flow::Program> program = flow::parseFlow((*buffer)->getBuffer(), file);
    if (!program)
      return program.takeError();
    programs.push_back(std::move(*program));
  }
  return programs;
}

//===----------------------------------------------------------------------===//
// Output
//===----------------------------------------------------------------------===//

ExitCode exitCodeOf(const finding::Result &result, const Settings &settings) {
  const finding::Level failOn = settings.failOn == "note"      ? finding::Level::Note
                                : settings.failOn == "warning" ? finding::Level::Warning
                                                               : finding::Level::Error;
  if (llvm::any_of(result.findings, [&](const finding::Finding &finding) {
        return !finding.isSuppressed && finding.level >= failOn;
      }))
    return Found;
  return result.coverage.isComplete() || settings.allowPartial ? Clean : Incomplete;
}

/// Leaves findings of the checks that \p settings name, as clang-tidy's `-checks` does.
llvm::Error choose(finding::Result &result, const Settings &settings) {
  const auto names = [](llvm::StringRef check, llvm::StringRef rule) {
    return check.consume_back("*") ? rule.starts_with(check) : rule == check;
  };
  for (const std::string &check : settings.checks)
    if (llvm::none_of(result.rules,
                      [&](const finding::RuleInfo &rule) { return names(check, rule.id); }))
      return failure("error: no pack has a check '" + check + "'; see --list-rules");
  if (!settings.checks.empty())
    llvm::erase_if(result.findings, [&](const finding::Finding &finding) {
      return llvm::none_of(settings.checks, [&](const std::string &check) {
        return names(check, finding.rule);
      });
    });
  return llvm::Error::success();
}

/// What \p settings say about the form of a report.
void applyFormat(const Settings &settings, report::ReportOptions &options) {
  options.showSource = !settings.noSource;
  options.showSnippets = !settings.noSnippets;
  options.steps = settings.steps == "ends"   ? report::Steps::Ends
                  : settings.steps == "none" ? report::Steps::None
                                             : report::Steps::Full;
  options.profile = settings.sarifProfile == "github" ? report::SarifProfile::GitHub
                                                      : report::SarifProfile::Full;
}

llvm::Expected<ExitCode> reportResult(finding::Result result, const policy::Policy &policy,
                                      const Settings &settings) {
  if (llvm::Error error = choose(result, settings))
    return error;
  // Every finding is known, and which are asked for: from here on each act is told once.
  report::joinActs(result);
  const ExitCode exitCode = exitCodeOf(result, settings);
  report::ReportOptions options = reportOptions(policy);
  // Exclusions are applied by now: they stay relative to the project.
  if (!settings.root.empty())
    options.root = absolute(settings.root);
  applyFormat(settings, options);
  options.color = settings.output.empty() && llvm::outs().has_colors();
  options.exitCode = exitCode;
  const auto writeText = [&](llvm::raw_ostream &out) {
    report::writeText(result, options, out);
  };
  const auto writeSarif = [&](llvm::raw_ostream &out) {
    report::writeSarif(result, options, out);
  };
  const auto writeCodeQuality = [&](llvm::raw_ostream &out) {
    report::writeCodeQuality(result, options, out);
  };
  llvm::function_ref<void(llvm::raw_ostream &)> write = writeText;
  if (settings.format == "sarif")
    write = writeSarif;
  else if (settings.format == "codequality")
    write = writeCodeQuality;
  if (llvm::Error error = writeTo(settings.output, write))
    return error;
  if (!settings.sarif.empty())
    if (llvm::Error error = writeTo(settings.sarif, writeSarif))
      return error;
  return exitCode;
}

void printRules(const policy::Policy &policy) {
  for (const policy::Pack &pack : policy.packs)
    for (const policy::Rule &rule : pack.rules) {
      const auto title = rule.title.find("en");
      llvm::outs() << rule.id << " (" << pack.name
                   << "): " << (title == rule.title.end() ? "" : title->second) << '\n';
    }
}

//===----------------------------------------------------------------------===//
// Commands
//===----------------------------------------------------------------------===//

/// `src/chat.cpp:12`.
llvm::Expected<Line> lineOf(llvm::StringRef text) {
  auto [file, number] = text.rsplit(':');
  Line line{file.str(), 0};
  if (file.empty() || number.getAsInteger(10, line.line) || !line.line)
    return failure("error: '" + text + "' is no FILE:LINE");
  return line;
}

/// Tells where a flow ended, in the first program that has both files.
llvm::Expected<ExitCode> tellWhy(const Settings &settings, const policy::Policy &policy,
                                 const std::vector<flow::Program> &programs) {
  llvm::Expected<Line> source = lineOf(settings.why[0]);
  if (!source)
    return source.takeError();
  llvm::Expected<Line> sink = lineOf(settings.why[1]);
  if (!sink)
    return sink.takeError();
  const auto has = [](const flow::Program &program, const Line &line) {
    return llvm::any_of(program.files, [&](const flow::File &file) {
      return llvm::StringRef(file.path).ends_with(line.file);
    });
  };
  for (const flow::Program &program : programs)
    if (has(program, *source) && has(program, *sink)) {
      const Why why{program, policy, *source, *sink};
      if (llvm::Error error =
              writeTo(settings.output, [&](llvm::raw_ostream &out) { why.explain(out); }))
        return error;
      return Clean;
    }
  return failure("error: no program has code of both " + source->file + " and " + sink->file);
}

llvm::Expected<ExitCode> check(const Settings &settings) {
  llvm::Expected<std::vector<lower::UnitCommand>> units = unitsOf(settings);
  if (!units)
    return units.takeError();
  llvm::Expected<policy::Policy> policy = policyFor(settings, commonPlace(*units));
  if (!policy)
    return policy.takeError();
  unsigned jobs = 0;
  (void)llvm::StringRef(settings.jobs).getAsInteger(10, jobs);

  StageTimes times(settings.time);
  std::optional<Progress> progress(std::in_place); // Until the report begins.
  const ScanOptions options{jobs, times, *progress};
  std::vector<flow::Program> programs = lowerAll(*units, boundaryOf(*policy), options);
  finding::Coverage parsed = coverageOf(programs);
  if (settings.explainApis) {
    progress.reset();
    Explained what{programs, *policy, {}};
    for (const std::string &api : settings.apis)
      what.apis.push_back(absolute(api));
    if (llvm::Error error =
            writeTo(settings.output, [&](llvm::raw_ostream &out) { explainApis(what, out); }))
      return error;
    return parsed.isComplete() || settings.allowPartial ? Clean : Incomplete;
  }
  if (!settings.why.empty()) {
    progress.reset();
    return tellWhy(settings, *policy,
                   settings.unit.empty() ? linkBuild(*units, std::move(programs)) : programs);
  }
  finding::Result result = settings.unit.empty()
                               ? analyseBuild(*units, std::move(programs), *policy, options)
                               : analyseProgram(programs.front(), *policy, options);
  progress.reset();
  times.print();
  result.coverage.units = parsed.units;
  // The errors of units come with both, and only `parsed` says whose each is; what else a
  // program lost is its own.
  for (const finding::Coverage::Incident &lost : result.coverage.failedUnits)
    if (llvm::none_of(parsed.failedUnits, [&](const finding::Coverage::Incident &told) {
          return told.text == lost.text && told.at == lost.at;
        }))
      parsed.failedUnits.push_back(lost);
  result.coverage.failedUnits = std::move(parsed.failedUnits);
  return reportResult(std::move(result), *policy, settings);
}

llvm::Expected<ExitCode> lowerUnit(const Settings &settings) {
  if (settings.unit.empty() || !settings.inputs.empty())
    return failure("error: lower takes one source file, with --unit");
  llvm::Expected<std::vector<lower::UnitCommand>> units = unitsOf(settings);
  if (!units)
    return units.takeError();
  llvm::Expected<policy::Policy> policy = policyFor(settings, units->front().file);
  if (!policy)
    return policy.takeError();
  const flow::Program program = lower::lowerFile(units->front(), boundaryOf(*policy));
  if (llvm::Error error = writeTo(
          settings.output, [&](llvm::raw_ostream &out) { flow::printFlow(program, out); }))
    return error;
  for (const flow::Diagnostic &error : program.errors) {
    if (error.at)
      llvm::errs() << program[error.at.file].path << ':' << error.at.line << ':'
                   << error.at.column << ": ";
    llvm::errs() << "error: " << error.text << '\n';
  }
  return program.errors.empty() ? Clean : Incomplete;
}

llvm::Expected<ExitCode> link(const Settings &settings) {
  llvm::Expected<std::vector<flow::Program>> programs = readFlows(settings.inputs);
  if (!programs)
    return programs.takeError();
  const std::string name =
      settings.output.empty() ? "program" : llvm::sys::path::stem(settings.output).str();
  const flow::Program program = flow::link(std::move(*programs), name);
  if (llvm::Error error = writeTo(
          settings.output, [&](llvm::raw_ostream &out) { flow::printFlow(program, out); }))
    return error;
  return Clean;
}

llvm::Expected<ExitCode> solve(const Settings &settings) {
  llvm::Expected<std::vector<flow::Program>> programs = readFlows(settings.inputs);
  if (!programs)
    return programs.takeError();
  llvm::Expected<policy::Policy> policy =
      policyFor(settings, absolute(settings.inputs.front()));
  if (!policy)
    return policy.takeError();
  std::vector<finding::Result> results;
  for (const flow::Program &program : *programs)
    results.push_back(analyse(program, *policy));
  return reportResult(join(std::move(results)), *policy, settings);
}

llvm::Expected<ExitCode> compareApis(const Settings &settings) {
  if (settings.headers.empty() || !settings.inputs.empty())
    return failure("error: check-apis needs --headers DIR, and no files");
  policy::PolicyRequest request;
  ApiChoice choice;
  for (const std::string &api : settings.apis) {
    const bool isFile = llvm::StringRef(api).ends_with(".json");
    choice.names.insert(isFile ? llvm::sys::path::stem(api).str() : api);
    if (isFile)
      request.apis.push_back(api);
  }
  request.path = policy::defaultPolicyPath(ownFile());
  llvm::Expected<policy::Policy> policy = policy::readPolicy(request);
  if (!policy)
    return policy.takeError();
  choice.headerFolders = settings.headers;
  choice.flags = settings.flags;
  llvm::Expected<ApiResult> result = checkApis(*policy, choice, llvm::outs());
  if (!result)
    return result.takeError();
  if (result->missing)
    return Found;
  return result->isWhole || settings.allowPartial ? Clean : Incomplete;
}

/// `name = value  (where)`, the places in one column.
llvm::Expected<ExitCode> showConfig(const Settings &settings) {
  if (settings.inputs.size() != 1)
    return failure("error: config takes one source file");
  llvm::Expected<std::vector<policy::Setting>> values =
      policy::effectiveSettings(requestFor(settings, absolute(settings.inputs.front())));
  if (!values)
    return values.takeError();
  size_t width = 0;
  for (const policy::Setting &value : *values)
    width = std::max(width, std::min<size_t>(value.name.size() + value.value.size(), 60));
  const auto write = [&](llvm::raw_ostream &out) {
    for (const policy::Setting &value : *values)
      out << llvm::left_justify(value.name + " = " + value.value, width + 3) << "  ("
          << value.where << ")\n";
  };
  if (llvm::Error error = writeTo(settings.output, write))
    return error;
  return Clean;
}

llvm::Expected<ExitCode> run(llvm::ArrayRef<const char *> arguments) {
  llvm::Expected<Settings> settings = readOptions(arguments);
  if (!settings)
    return failure("error: " + llvm::toString(settings.takeError()));
  if (settings->help) {
    printHelp(llvm::outs());
    return Clean;
  }
  if (settings->version) {
    llvm::outs() << "tamga " TAMGA_VERSION "\n";
    return Clean;
  }
  if (settings->listRules) {
    llvm::Expected<policy::Policy> policy = policyFor(*settings, absolute("."));
    if (!policy)
      return policy.takeError();
    printRules(*policy);
    return Clean;
  }
  switch (settings->command) {
  case Check:
    return check(*settings);
  case Lower:
    return lowerUnit(*settings);
  case Link:
    return link(*settings);
  case Solve:
  case Report:
    return solve(*settings);
  case CheckApis:
    return compareApis(*settings);
  case Config:
    return showConfig(*settings);
  case NoCommand:
    break;
  }
  return failure("error: no command; see tamga --help");
}

} // namespace

int main(int count, const char **arguments) {
  llvm::InitLLVM initialised(count, arguments);
  enableCrashGuard();
  llvm::Expected<ExitCode> exitCode =
      run(llvm::ArrayRef(arguments, static_cast<size_t>(count)).drop_front());
  if (exitCode)
    return leave(*exitCode);
  llvm::errs() << llvm::toString(exitCode.takeError()) << '\n';
  return leave(Misused);
}
