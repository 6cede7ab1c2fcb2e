//===- FlowTokens.h - the words and spellings of the text form  --------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// What FlowPrint and FlowParse must agree on, said once: the word of each enumerator and
/// flag, and which names may stand without quotes. A name is printed bare exactly when the
/// function that reads bare names would read it back whole.
//===----------------------------------------------------------------------===//
#ifndef TAMGA_FLOW_FLOWTOKENS_H
#define TAMGA_FLOW_FLOWTOKENS_H

#include "Flow.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/raw_ostream.h"
#include <optional>

namespace tamga::flow {

/// What is being named decides which characters need no quotes.
enum class Spelling : uint8_t {
  Name,   ///< `text`: locals, values, blocks, macros.
  Type,   ///< `const std::vector<int> &`.
  Symbol, ///< `std::string::size`, `_ZL3foov@src/chat.cpp`.
  Key,    ///< `profile::iin`, `::counter`: within places, so without dots.
  File    ///< `src/chat.cpp`.
};

/// How many bytes of \p text, from the first on, are a bare name; 0: none.
size_t bareLength(Spelling spelling, llvm::StringRef text);

/// Writes \p name bare if it can be read back so, else in quotes.
void writeName(llvm::raw_ostream &out, Spelling spelling, llvm::StringRef name);
void writeQuoted(llvm::raw_ostream &out, llvm::StringRef text);

/// Whether \p name can be written bare.
bool isBare(Spelling spelling, llvm::StringRef name);

/// Bytes of the number that \p text begins with; 0: none.
size_t numberLength(llvm::StringRef text);
/// Whether `Float` text can stand without `float "..."`.
bool isPlainFloat(llvm::StringRef text);

// Words, in the order of the enumerators.
extern const llvm::ArrayRef<const char *> typeKindWords;
extern const llvm::ArrayRef<const char *> codeWords;
extern const llvm::ArrayRef<const char *> opWords;
extern const llvm::ArrayRef<const char *> functionKindWords;
extern const llvm::ArrayRef<const char *> directiveWords;

template <class Enum>
llvm::StringRef wordOf(llvm::ArrayRef<const char *> words, Enum enumerator) {
  return words[static_cast<size_t>(enumerator)];
}

template <class Enum>
std::optional<Enum> fromWord(llvm::ArrayRef<const char *> words, llvm::StringRef word) {
  for (size_t i = 0; i < words.size(); ++i)
    if (word == words[i])
      return static_cast<Enum>(i);
  return std::nullopt;
}

/// A boolean of a struct and the word that sets it, after `is`.
template <class Struct> struct Flag {
  const char *word;
  bool Struct::*member;
};
extern const llvm::ArrayRef<Flag<Function>> functionFlags;
extern const llvm::ArrayRef<Flag<Global>> globalFlags;
extern const llvm::ArrayRef<Flag<Type>> typeFlags;
extern const llvm::ArrayRef<Flag<Field>> fieldFlags;

/// Keys of the types that constants have when the text names none.
inline constexpr llvm::StringLiteral defaultInteger = "int", defaultFloat = "double",
                                     defaultString = "const char *", boolType = "bool";

} // namespace tamga::flow

#endif // TAMGA_FLOW_FLOWTOKENS_H
