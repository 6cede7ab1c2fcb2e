//===- SourceText.h - the lines that findings point at ------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Reads each file once, and answers in the units that readers count in: columns of a
/// terminal, UTF-16 code units of an editor.
//===----------------------------------------------------------------------===//
#ifndef TAMGA_REPORT_SOURCETEXT_H
#define TAMGA_REPORT_SOURCETEXT_H

#include "llvm/ADT/StringMap.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/MemoryBuffer.h"
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace tamga::report {

class SourceText {
public:
  /// Relative files are looked for in the working directory, then below \p root.
  explicit SourceText(std::string root) : root(std::move(root)) {}

  /// The bytes of \p file, or none when it cannot be read.
  std::optional<llvm::StringRef> text(llvm::StringRef file);

  /// Line \p number, counted from 1 and without its end, if there is one. Lines end as
  /// clang ends them: at LF, CR LF and CR.
  std::optional<llvm::StringRef> line(llvm::StringRef file, uint32_t number);

private:
  struct File {
    std::unique_ptr<llvm::MemoryBuffer> buffer; ///< Null: not readable.
    std::vector<size_t> lineStarts;
  };
  const File &load(llvm::StringRef file);

  std::string root;
  llvm::StringMap<File> files;
};

/// Code points of \p text; each ill-formed run is one U+FFFD, as the Unicode standard
/// recommends and JavaScript does.
std::vector<uint32_t> decodeUtf8(llvm::StringRef text);

/// The column in UTF-16 code units of byte column \p byteColumn (both from 1) of \p line.
/// A byte order mark has no width, as in editors.
uint32_t utf16Column(llvm::StringRef line, uint32_t byteColumn);

/// A line as a terminal shows it, with the columns of a range of its bytes.
struct DisplayLine {
  std::string text;
  unsigned begin = 0, end = 0; ///< Columns from 0; the end is one past.
};

/// \p line with tabs expanded to stops of eight, and what cannot be printed escaped.
/// Shortened around \p begin when it is long. \p begin and \p end are bytes from 0.
DisplayLine displayLine(llvm::StringRef line, size_t begin, size_t end);

} // namespace tamga::report

#endif // TAMGA_REPORT_SOURCETEXT_H
