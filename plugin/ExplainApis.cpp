//===- ExplainApis.cpp - what models matched, as text -------------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "ExplainApis.h"
#include "policy/Match.h"
#include "report/Report.h"
#include "solve/Explain.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Path.h"

using namespace llvm;

namespace tamga {

namespace {

constexpr StringLiteral sections[] = {"type", "field", "enumerator", "macro", "literal"};

/// One model: what is written, where, and what it matched.
struct Entry {
  policy::Origin origin;
  std::string text;
  const solve::Matched *matched = nullptr; ///< Null: nothing.
};

class Explanation {
public:
  Explanation(const Explained &what, const solve::Matches &matches, raw_ostream &out)
      : policy(what.policy), matches(matches), out(out) {
    for (const policy::Api &api : policy.apis)
      if (!is_contained(policy.project.apis, api.file) && !is_contained(what.apis, api.file))
        shared.insert(api.file);
    for (const policy::FunctionModel &model : policy.functions) {
      auto found = matches.functions.find(&model);
      add({model.origin, "function " + model.pattern.name,
           found == matches.functions.end() ? nullptr : &found->second},
          model.isAnnotation);
    }
    for (const policy::NameModel &model : policy.names) {
      auto found = matches.names.find(&model);
      add({model.origin, (sections[model.of] + " " + model.name).str(),
           found == matches.names.end() ? nullptr : &found->second},
          model.isAnnotation);
    }
  }

  report::ModelUse use() const {
    report::ModelUse use;
    for (const Entry &entry : own)
      if (!entry.matched)
        use.unmatched.push_back({entry.text, regionOf(entry.origin)});
    for (const auto &[file, entries] : bundled) {
      use.bundled += entries.size();
      use.matched +=
          count_if(entries, [](const Entry &entry) { return entry.matched != nullptr; });
    }
    llvm::sort(use.unmatched, [](const auto &left, const auto &right) {
      return std::tie(left.at, left.text) < std::tie(right.at, right.text);
    });
    return use;
  }

  void write(const std::vector<flow::Program> &units) {
    unsigned silent = 0;
    for (const Entry &entry : own) {
      print(entry);
      silent += !entry.matched;
    }
    silent += writeExcludes(units);
    writeAnnotations();
    std::vector<std::string> unused;
    for (const auto &[file, entries] : bundled) {
      const size_t used =
          count_if(entries, [](const Entry &entry) { return entry.matched != nullptr; });
      if (!used) {
        unused.push_back(sys::path::stem(file).str());
        continue;
      }
      out << sys::path::stem(file) << ": " << used << " of " << entries.size()
          << " entries matched\n";
      for (const Entry &entry : entries)
        if (entry.matched)
          print(entry);
    }
    if (!unused.empty())
      out << "nothing matched of: " << join(unused, ", ") << '\n';
    out << silent << (silent == 1 ? " entry" : " entries")
        << " of the project matched nothing\n";
  }

private:
  static finding::Region regionOf(const policy::Origin &origin) {
    finding::Region region;
    region.file = origin.file;
    region.line = origin.line;
    return region;
  }

  void add(Entry entry, bool isProject) {
    if (isProject || !isBundled(entry.origin.file))
      own.push_back(std::move(entry));
    else
      bundled[entry.origin.file].push_back(std::move(entry));
  }

  /// API models and packs that came by name, not from the project.
  bool isBundled(const std::string &file) const {
    return shared.count(file) || StringRef(file).contains("/packs/");
  }

  void print(const Entry &entry) {
    const bool isInstalled = isBundled(entry.origin.file);
    out << (isInstalled ? sys::path::filename(entry.origin.file).str()
                        : report::relativePath(entry.origin.file, policy.project.root))
        << ':' << entry.origin.line << ": " << entry.text << '\n';
    print(entry.matched);
  }

  void print(const solve::Matched *matched) {
    if (!matched) {
      out << "    matched nothing\n";
      return;
    }
    for (const auto &[symbol, places] : *matched) {
      out << "    " << symbol << ": ";
      if (places.empty()) {
        out << "declared, and never called\n";
        continue;
      }
      const finding::Region &first = *places.begin();
      out << places.size() << (places.size() == 1 ? " use, at " : " uses, first at ")
          << report::relativePath(first.file, policy.project.root) << ':' << first.line << ':'
          << first.column << '\n';
    }
  }

  /// Returns how many matched nothing.
  unsigned writeExcludes(const std::vector<flow::Program> &units) {
    std::set<std::string> files;
    for (const flow::Program &unit : units)
      for (const flow::File &file : unit.files)
        files.insert(report::relativePath(file.path, policy.project.root));
    unsigned silent = 0;
    for (const std::string &glob : policy.project.exclude) {
      const size_t excluded =
          count_if(files, [&](StringRef file) { return policy::matchesPath(glob, file); });
      out << "exclude " << glob << "\n    ";
      if (excluded)
        out << excluded << (excluded == 1 ? " file\n" : " files\n");
      else
        out << "matched no file with code\n";
      silent += !excluded;
    }
    return silent;
  }

  void writeAnnotations() {
    for (const auto &[annotation, matched] : matches.annotations) {
      const auto &[at, text] = annotation;
      if (!at.file.empty())
        out << report::relativePath(at.file, policy.project.root) << ':' << at.line << ": ";
      out << "annotation " << text << '\n';
      print(&matched);
    }
  }

  const policy::Policy &policy;
  const solve::Matches &matches;
  raw_ostream &out;
  std::set<std::string> shared;
  std::vector<Entry> own;
  std::map<std::string, std::vector<Entry>> bundled;
};

} // namespace

static solve::Matches matchesOf(const Explained &what) {
  solve::Matches matches;
  for (const flow::Program &unit : what.units)
    solve::explainModels(unit, what.policy, matches);
  return matches;
}

void explainApis(const Explained &what, raw_ostream &out) {
  const solve::Matches matches = matchesOf(what);
  Explanation(what, matches, out).write(what.units);
}

report::ModelUse usedModels(const Explained &what) {
  const solve::Matches matches = matchesOf(what);
  return Explanation(what, matches, nulls()).use();
}

} // namespace tamga
