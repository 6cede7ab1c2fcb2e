//===- FlowText.h - the text form of the flow IR -------------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef TAMGA_FLOW_FLOWTEXT_H
#define TAMGA_FLOW_FLOWTEXT_H

#include "Flow.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"
#include "llvm/Support/raw_ostream.h"

namespace tamga::flow {

/// Prints all of \p program: printing, parsing and printing again gives the same bytes.
void printFlow(const Program &program, llvm::raw_ostream &out);

/// Reads what printFlow wrote, or what a person wrote. The error is one line,
/// `name:line:col: error: text`. The result is verified (FlowVerify).
llvm::Expected<Program> parseFlow(llvm::StringRef text, llvm::StringRef name);

/// The program in \p file; `-` is standard input. The error is one line.
llvm::Expected<Program> readFlow(const std::string &file);

} // namespace tamga::flow

#endif // TAMGA_FLOW_FLOWTEXT_H
