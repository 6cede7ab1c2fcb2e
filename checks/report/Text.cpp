//===- Text.cpp - findings for a terminal -------------------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Report.h"
#include "SourceText.h"
#include "Words.h"
#include "llvm/ADT/SmallSet.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Format.h"
#include <map>

namespace tamga::report {

using finding::Coverage;
using finding::Finding;
using finding::Level;
using finding::Region;

namespace {

/// How clang colours the same things.
enum class Style { Plain, Bold, Error, Warning, Note, Caret };

class TextWriter {
public:
  TextWriter(const ReportOptions &options, llvm::raw_ostream &out)
      : options(options), out(out), source(options.root) {}

  void write(const Finding &finding);
  void writeSummary(const finding::Result &result);

private:
  struct Line {
    const Region &at;
    Level level;
    llvm::StringRef rule = "";
    bool showsSource = true;
  };
  void writeLine(const Line &line, llvm::StringRef message);
  void writeSource(const Region &at);
  void writeExceptions(const finding::Result &result);
  void writeIncidents(llvm::StringRef noun, llvm::ArrayRef<Coverage::Incident> incidents);
  std::string place(const Region &at) const;
  void styled(Style style, llvm::StringRef text);

  const ReportOptions &options;
  llvm::raw_ostream &out;
  SourceText source;
};

} // namespace

static llvm::StringRef escapeOf(Style style) {
  switch (style) {
  case Style::Plain:
    return "";
  case Style::Bold:
    return "\033[1m";
  case Style::Error:
    return "\033[1;31m";
  case Style::Warning:
    return "\033[1;35m";
  case Style::Note:
    return "\033[1;36m";
  case Style::Caret:
    return "\033[1;32m";
  }
  return "";
}

/// A finding of level note is a remark here: a note would be read as part of the
/// diagnostic before it. clang-tidy shows it so, too.
static llvm::StringRef headingOf(Level level) {
  return level == Level::Note ? "remark" : levelName(level);
}

static Style styleOf(Level level) {
  switch (level) {
  case Level::Note:
    return Style::Note;
  case Level::Warning:
    return Style::Warning;
  case Level::Error:
    return Style::Error;
  }
  return Style::Plain;
}

void TextWriter::styled(Style style, llvm::StringRef text) {
  if (options.color && style != Style::Plain)
    out << escapeOf(style) << text << "\033[0m";
  else
    out << text;
}

std::string TextWriter::place(const Region &at) const {
  std::string text = at.file.empty() ? "<no file>" : relativePath(at.file, options.root);
  if (at.line)
    text += ":" + llvm::utostr(at.line);
  if (at.line && at.column)
    text += ":" + llvm::utostr(at.column);
  return text;
}

void TextWriter::writeLine(const Line &line, llvm::StringRef message) {
  styled(Style::Bold, place(line.at) + ":");
  out << ' ';
  bool isFinding = !line.rule.empty();
  llvm::StringRef heading = isFinding ? headingOf(line.level) : levelName(line.level);
  styled(styleOf(line.level), (heading + ":").str());
  out << ' ';
  styled(isFinding ? Style::Bold : Style::Plain, message);
  if (isFinding)
    out << " [" << line.rule << ']';
  out << '\n';
  if (options.showSource && line.showsSource)
    writeSource(line.at);
}

/// The line, and a caret below the first column with tildes to the last one.
void TextWriter::writeSource(const Region &at) {
  std::optional<llvm::StringRef> line = source.line(at.file, at.line);
  if (!line || !at.column)
    return;
  size_t begin = std::min<size_t>(at.column - 1, line->size());
  size_t end = at.endLine > at.line ? line->size() : begin + 1;
  if (at.endLine == at.line && at.endColumn > at.column)
    end = std::min<size_t>(at.endColumn - 1, line->size());
  DisplayLine shown = displayLine(*line, begin, end);
  out << llvm::format("%5u | ", at.line) << shown.text << '\n';
  out << "      | " << std::string(shown.begin, ' ');
  styled(Style::Caret, "^" + std::string(shown.end - shown.begin - 1, '~'));
  out << '\n';
}

void TextWriter::write(const Finding &finding) {
  writeLine({finding.at, finding.level, finding.rule}, finding.message);
  if (std::string marks = describeMarks(finding.marks); !marks.empty())
    writeLine({finding.at, Level::Note, "", false}, "less certain: " + marks);
  for (size_t index = 0; index < finding.steps.size(); ++index) {
    const bool isEnd = index == 0 || index + 1 == finding.steps.size();
    if (options.steps == Steps::None || (options.steps == Steps::Ends && !isEnd))
      continue;
    writeLine({finding.steps[index].at, Level::Note}, stepSentence(finding, index));
  }
  for (const finding::Related &related : finding.related)
    writeLine({related.at, Level::Note}, related.message);
}

//===----------------------------------------------------------------------===//
// Summary
//===----------------------------------------------------------------------===//

/// `2 errors, 1 warning in 3 units, 1 suppressed`.
static std::string countSentence(const finding::Result &result) {
  size_t counts[3] = {}, suppressed = 0, known = 0;
  for (const Finding &finding : result.findings)
    if (finding.isBaselined)
      ++known;
    else
      ++(finding.isSuppressed ? suppressed : counts[static_cast<unsigned>(finding.level)]);
  std::string text;
  for (Level level : {Level::Error, Level::Warning, Level::Note})
    if (size_t count = counts[static_cast<unsigned>(level)])
      text += (text.empty() ? "" : ", ") + countOf(count, headingOf(level));
  if (text.empty())
    text = "no findings";
  text += " in " + countOf(result.coverage.units, "unit");
  if (suppressed)
    text += ", " + llvm::utostr(suppressed) + " suppressed";
  if (known)
    text += ", " + llvm::utostr(known) + " in the baseline";
  return text;
}

/// One line a unit or function, with the first thing that went wrong in it.
void TextWriter::writeIncidents(llvm::StringRef noun,
                                llvm::ArrayRef<Coverage::Incident> incidents) {
  constexpr size_t shownAtMost = 50;
  llvm::SmallSet<std::string, 8> seen;
  std::string lines;
  for (const Coverage::Incident &incident : incidents) {
    if (!seen.insert(incident.unit).second || seen.size() > shownAtMost)
      continue;
    lines += "  " + relativePath(incident.unit, options.root) + ": ";
    if (!incident.at.file.empty())
      lines += place(incident.at) + ": ";
    lines += incident.text + "\n";
  }
  if (seen.empty())
    return;
  styled(Style::Error, "incomplete:");
  out << ' ' << countOf(seen.size(), noun) << " not analysed whole\n" << lines;
  if (seen.size() > shownAtMost)
    out << "  ... and " << seen.size() - shownAtMost << " more\n";
}

/// `excepted: 2 findings of tamga-capability-emotion: medical use (the board)`.
void TextWriter::writeExceptions(const finding::Result &result) {
  std::map<std::pair<std::string, std::string>, size_t> counts;
  for (const Finding &finding : result.findings)
    if (finding.isExcepted)
      ++counts[{finding.rule, finding.justification}];
  for (const auto &[exception, count] : counts) {
    styled(Style::Note, "excepted:");
    out << ' ' << countOf(count, "finding") << " of " << exception.first << ": "
        << exception.second << '\n';
  }
}

void TextWriter::writeSummary(const finding::Result &result) {
  const Coverage &coverage = result.coverage;
  styled(Style::Bold, countSentence(result));
  out << '\n';
  writeExceptions(result);
  writeIncidents("unit", coverage.failedUnits);
  writeIncidents("function", coverage.incompleteFunctions);
  if (coverage.unknownOps)
    out << unknownOpsSentence(coverage) << '\n';
  if (coverage.widenedFunctions)
    out << widenedSentence(coverage) << '\n';
}

void writeText(const finding::Result &result, const ReportOptions &options,
               llvm::raw_ostream &out) {
  TextWriter writer(options, out);
  for (const Finding &finding : result.findings)
    if (!finding.isSuppressed && !finding.isBaselined)
      writer.write(finding);
  writer.writeSummary(result);
}

} // namespace tamga::report
