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

#include "Boundary.h"
#include "CheckApis.h"
#include "Choose.h"
#include "CrashGuard.h"
#include "ExplainApis.h"
#include "Input.h"
#include "Options.h"
#include "Pipeline.h"
#include "ReportCommand.h"
#include "Scan.h"
#include "Why.h"
#include "WriteFile.h"
#include "flow/FlowText.h"
#include "flow/Link.h"
#include "lower/Command.h"
#include "policy/Effective.h"
#include "policy/PolicyReader.h"
#include "report/Redact.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/InitLLVM.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"

using namespace tamga;

namespace {

enum ExitCode { Clean = 0, Found = 1, Misused = 2, Incomplete = 3 };

/// Calls \p write with the stream that the bytes go to.
llvm::Error writeTo(llvm::StringRef path, llvm::function_ref<void(llvm::raw_ostream &)> write) {
  const bool isOutput = path.empty() || path == "-";
  if (llvm::Error error = writeFile(isOutput ? "-" : path, write))
    return llvm::createStringError(
        (isOutput ? "standard output" : path) +
        ": error: cannot write: " + llvm::toString(std::move(error)));
  return llvm::Error::success();
}

//===----------------------------------------------------------------------===//
// Output
//===----------------------------------------------------------------------===//

ExitCode exitCodeOf(const finding::Result &result, const Settings &settings) {
  const FailOn failOn = FailOn::of(settings);
  if (llvm::any_of(result.findings, [&](const finding::Finding &finding) {
        return !finding.isSuppressed && !finding.isBaselined && finding.level >= failOn.level;
      }))
    return Found;
  return result.coverage.isComplete() || settings.allowPartial ? Clean : Incomplete;
}

/// What \p settings say about the form of a report.
void applyFormat(const Settings &settings, report::ReportOptions &options) {
  options.tellsRevision = true;
  options.asOf = settings.asOf;
  options.showSource = !settings.noSource;
  options.showSnippets = !settings.noSnippets;
  options.steps = settings.steps == "ends"   ? report::Steps::Ends
                  : settings.steps == "none" ? report::Steps::None
                                             : report::Steps::Full;
  options.profile = settings.sarifProfile == "github" ? report::SarifProfile::GitHub
                                                      : report::SarifProfile::Full;
}

using Write = llvm::function_ref<void(llvm::raw_ostream &)>;

/// The report in the form that \p settings ask for, and SARIF beside it.
llvm::Error writeReports(const Settings &settings, Write writeText, Write writeSarif) {
  if (llvm::Error error =
          writeTo(settings.output, settings.format == "sarif" ? writeSarif : writeText))
    return error;
  return settings.sarif.empty() ? llvm::Error::success() : writeTo(settings.sarif, writeSarif);
}

/// The policy for findings that were made before.
llvm::Expected<policy::Policy> policyOfLogs(const Settings &settings) {
  return policyFor(settings, absolute("tamga.json"));
}

/// What the project and \p settings say of reports of findings that were made before.
report::ReportOptions optionsOfLogs(const Settings &settings, const policy::Policy &policy) {
  report::ReportOptions options = reportOptions(policy);
  if (!settings.root.empty())
    options.root = absolute(settings.root);
  applyFormat(settings, options);
  return options;
}

llvm::Expected<ExitCode> reportResult(finding::Result result, const policy::Policy &policy,
                                      const Settings &settings,
                                      std::optional<report::ModelUse> models = std::nullopt) {
  report::ReportOptions options = reportOptions(policy);
  options.models = std::move(models);
  const bool isWhole =
      settings.command == Check && settings.unit.empty() && settings.inputs.empty();
  report::judgeSuppressions(result, options, isWhole);
  if (llvm::Error error = choose(result, settings, isWhole))
    return error;
  options.isWhole = isWhole && settings.checks.empty();
  // Every finding is known, and which are asked for: from here on each act is told once.
  report::joinActs(result);
  if (llvm::Error error = applyBaseline(result, policy))
    return error;
  const ExitCode exitCode = exitCodeOf(result, settings);
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
  Write write = settings.format == "codequality" ? Write(writeCodeQuality) : Write(writeText);
  if (llvm::Error error = writeReports(settings, write, writeSarif))
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
    return llvm::createStringError("error: '" + text + "' is no FILE:LINE");
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
  return llvm::createStringError("error: no program has code of both " + source->file +
                                 " and " + sink->file);
}

/// The errors of units come with both, and only \p parsed says whose each is; what else a
/// program lost is its own.
void settleCoverage(finding::Coverage &whole, finding::Coverage parsed) {
  whole.units = parsed.units;
  for (const finding::Coverage::Incident &lost : whole.failedUnits)
    if (llvm::none_of(parsed.failedUnits, [&](const finding::Coverage::Incident &told) {
          return told.text == lost.text && told.at == lost.at;
        }))
      parsed.failedUnits.push_back(lost);
  whole.failedUnits = std::move(parsed.failedUnits);
  whole.files = std::move(parsed.files);
}

llvm::Expected<ExitCode> check(const Settings &settings) {
  llvm::Expected<std::vector<lower::UnitCommand>> units = unitsOf(settings);
  if (!units)
    return units.takeError();
  llvm::Expected<policy::Policy> policy = policyOfAll(settings, filesOf(*units));
  if (!policy)
    return policy.takeError();
  unsigned jobs = 0;
  (void)llvm::StringRef(settings.jobs).getAsInteger(10, jobs);

  StageTimes times(settings.time);
  std::optional<Progress> progress(std::in_place); // Until the report begins.
  const bool writesFull = (settings.format == "sarif" || !settings.sarif.empty()) &&
                          settings.sarifProfile == "full";
  SummaryWriter summary(settings.unit.empty() ? settings.summary : "");
  const ScanOptions options{jobs, times, *progress, writesFull, &summary};
  std::vector<flow::Program> programs = lowerAll(*units, boundaryOf(*policy), options);
  finding::Coverage parsed = coverageOf(programs);
  Explained what{programs, *policy, {}};
  for (const std::string &api : settings.apis)
    what.apis.push_back(absolute(api));
  if (settings.explainApis) {
    progress.reset();
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
  std::optional<report::ModelUse> models;
  if (writesFull)
    models = usedModels(what);
  llvm::Expected<finding::Result> found =
      settings.unit.empty()
          ? analyseBuild(*units, std::move(programs), *policy, options)
          : analyseWithin({settings.summary}, std::move(programs.front()),
                          [&](const flow::Program &program) {
                            return analyseProgram(program, *policy, options);
                          });
  progress.reset();
  if (!found)
    return found.takeError();
  if (llvm::Error error = summary.finish())
    return error;
  times.print();
  settleCoverage(found->coverage, std::move(parsed));
  std::vector<std::string> macros;
  for (const lower::UnitCommand &unit : *units)
    llvm::append_range(macros, lower::definedMacros(unit.arguments));
  report::redactMacros(*found, macros);
  return reportResult(std::move(*found), *policy, settings, std::move(models));
}

llvm::Expected<ExitCode> lowerUnit(const Settings &settings) {
  if (settings.unit.empty() || !settings.inputs.empty())
    return llvm::createStringError("error: lower takes one source file, with --unit");
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
  std::vector<std::string> files;
  for (const std::string &input : settings.inputs)
    files.push_back(absolute(input));
  llvm::Expected<policy::Policy> policy = policyOfAll(settings, files);
  if (!policy)
    return policy.takeError();
  std::vector<finding::Result> results;
  for (const flow::Program &program : *programs)
    results.push_back(analyse(program, *policy));
  return reportResult(join(std::move(results)), *policy, settings);
}

llvm::Expected<ExitCode> reportLogs(const Settings &settings) {
  llvm::Expected<policy::Policy> policy = policyOfLogs(settings);
  if (!policy)
    return policy.takeError();
  const report::ReportOptions options = optionsOfLogs(settings, *policy);
  llvm::Expected<report::SarifLog> log = logFor(settings, options);
  if (!log)
    return log.takeError();
  const FailOn failOn = FailOn::of(settings);
  const ExitCode exitCode = log->hasFinding(failOn.level, failOn.onlyNew)   ? Found
                            : log->isComplete() || settings.allowPartial ? Clean
                                                                         : Incomplete;
  log->setExitCode(exitCode);
  const auto writeText = [&](llvm::raw_ostream &out) { log->writeText(options, out); };
  const auto writeSarif = [&](llvm::raw_ostream &out) { log->write(options, out); };
  const auto writeCodeQuality = [&](llvm::raw_ostream &out) { log->writeCodeQuality(out); };
  Write write = settings.format == "codequality" ? Write(writeCodeQuality) : Write(writeText);
  if (llvm::Error error = writeReports(settings, write, writeSarif))
    return error;
  return exitCode;
}

llvm::Expected<ExitCode> writeBaseline(const Settings &settings) {
  llvm::Expected<policy::Policy> policy = policyOfLogs(settings);
  if (!policy)
    return policy.takeError();
  llvm::Expected<report::SarifLog> log = readLogs(settings, optionsOfLogs(settings, *policy));
  if (!log)
    return log.takeError();
  const std::string file =
      settings.output.empty() ? policy->project.baseline : settings.output;
  if (file.empty())
    return llvm::createStringError(
        "error: name the baseline with -o, or in tamga.json: \"baseline\": FILE");
  llvm::Expected<report::Baseline> baseline = updatedBaseline(settings, *log, file);
  if (!baseline)
    return baseline.takeError();
  if (!log->isComplete() && !settings.allowPartial)
    return Incomplete;
  if (llvm::Error error =
          writeTo(file, [&](llvm::raw_ostream &out) { baseline->write(out); }))
    return error;
  return Clean;
}

llvm::Expected<ExitCode> compareApis(const Settings &settings) {
  if (settings.headers.empty() || !settings.inputs.empty())
    return llvm::createStringError("error: check-apis needs --headers DIR, and no files");
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
  if (settings.inputs.size() != 1 && settings.build.empty())
    return llvm::createStringError(
        "error: config takes one source file, or with -p those of a build folder");
  std::vector<std::string> files;
  if (settings.build.empty()) {
    files.push_back(absolute(settings.inputs.front()));
  } else {
    llvm::Expected<std::vector<lower::UnitCommand>> units = unitsOf(settings);
    if (!units)
      return units.takeError();
    files = filesOf(*units);
  }
  llvm::Expected<std::string> place = commonPlace(settings, files);
  if (!place)
    return place.takeError();
  llvm::Expected<std::vector<policy::Setting>> values =
      policy::effectiveSettings(requestFor(settings, *place));
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
    return llvm::createStringError("error: " + llvm::toString(settings.takeError()));
  if (settings->help) {
    printHelp(settings->command, llvm::outs());
    return Clean;
  }
  if (settings->version) {
    llvm::outs() << "tamga " TAMGA_VERSION "\n";
    return Clean;
  }
  if (!settings->root.empty() && !llvm::sys::fs::is_directory(settings->root))
    return llvm::createStringError("error: --root: there is no folder '" + settings->root +
                                   "'");
  if (settings->listRules) {
    llvm::Expected<policy::Policy> policy = policyFor(*settings, absolute("tamga.json"));
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
    return solve(*settings);
  case Report:
    return reportLogs(*settings);
  case Baseline:
    return writeBaseline(*settings);
  case CheckApis:
    return compareApis(*settings);
  case Config:
    return showConfig(*settings);
  case NoCommand:
    break;
  }
  return llvm::createStringError("error: no command; see tamga --help");
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
