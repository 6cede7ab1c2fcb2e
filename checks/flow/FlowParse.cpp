//===- FlowParse.cpp - the text form, read: declarations  --------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "FlowParse.h"
#include "FlowText.h"
#include "FlowVerify.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"

namespace tamga::flow {

//===----------------------------------------------------------------------===//
// Reader
//===----------------------------------------------------------------------===//

bool Reader::type(TypeId &id) {
  size_t where = cursor.where();
  llvm::StringRef key;
  if (cursor.accept("?"))
    return true;
  if (!cursor.readName(Spelling::Type, "a type", key))
    return false;
  id = names.type(key, where);
  return true;
}

bool Reader::types(std::vector<TypeId> &ids) {
  do {
    if (!type(ids.emplace_back()))
      return false;
  } while (cursor.accept(","));
  return true;
}

bool Reader::field(FieldId &id) {
  size_t where = cursor.where();
  llvm::StringRef key;
  if (!cursor.readName(Spelling::Key, "a field such as `profile::iin`", key))
    return false;
  id = names.field(key, where);
  return true;
}

bool Reader::function(FunctionId &id) {
  size_t where = cursor.where();
  llvm::StringRef symbol;
  if (!cursor.readName(Spelling::Symbol, "the symbol of a function", symbol))
    return false;
  id = names.function(symbol, where);
  return true;
}

bool Reader::functions(std::vector<FunctionId> &ids) {
  do {
    if (!function(ids.emplace_back()))
      return false;
  } while (cursor.accept(","));
  return true;
}

bool Reader::typeSuffix(TypeId &id) { return !cursor.accept(":") || type(id); }

bool Reader::text(std::vector<std::string> &texts) {
  return cursor.readQuoted(texts.emplace_back());
}

/// The file of a location that names none is that of the one before, at first the main
/// file.
bool Reader::location(Location &at) {
  if (!cursor.accept("@"))
    return !cursor.failed();
  size_t where = cursor.where();
  if (!cursor.seesLineNumber()) {
    llvm::StringRef path;
    if (!cursor.readName(Spelling::File, "a file or a line", path))
      return false;
    file = names.file(path, where);
    if (!cursor.need(":"))
      return false;
  }
  if (!file) {
    for (uint32_t i = 0; i < names.program.files.size() && !file; ++i)
      if (names.program.files[i].isMain)
        file = FileId(i);
    if (!file) {
      file = names.file(names.program.name, where);
      names.program.files[file.index].isMain = true;
    }
  }
  at.file = file;
  if (!cursor.readUnsigned(at.line) || !cursor.need(":") || !cursor.readUnsigned(at.column))
    return false;
  if (!cursor.accept("-"))
    return true;
  at.endLine = at.line;
  if (!cursor.readUnsigned(at.endColumn))
    return false;
  if (!cursor.accept(":"))
    return true;
  at.endLine = at.endColumn;
  return cursor.readUnsigned(at.endColumn);
}

bool Reader::functionFlags(Function &of) {
  return flags(of, flow::functionFlags, [&](llvm::StringRef word) {
    if (auto kind = fromWord<FunctionKind>(functionKindWords, word)) {
      of.kind = *kind;
      return true;
    }
    if (word != "internal")
      return false;
    of.linkage = Linkage::Internal;
    return true;
  });
}

bool Reader::attribute(Function &of) {
  if (cursor.acceptWord("is"))
    return functionFlags(of);
  if (cursor.acceptWord("name")) {
    bool isDisplayed = of.display == of.name;
    bool done = cursor.readQuoted(of.name);
    if (isDisplayed)
      of.display = of.name;
    return done;
  }
  if (cursor.acceptWord("display"))
    return cursor.readQuoted(of.display);
  if (cursor.acceptWord("record"))
    return type(of.record);
  if (cursor.acceptWord("overrides"))
    return functions(of.overrides);
  if (cursor.acceptWord("alternatives"))
    return functions(of.alternatives);
  if (cursor.acceptWord("annotation"))
    return text(of.annotations);
  if (cursor.acceptWord("incomplete"))
    return cursor.readQuoted(of.incomplete);
  return false;
}

//===----------------------------------------------------------------------===//
// Declarations
//===----------------------------------------------------------------------===//

namespace {

class Parser {
public:
  Parser(llvm::StringRef text, llvm::StringRef name) : reader(text), fileName(name) {}
  llvm::Expected<Program> parse();

private:
  bool all();
  bool header(bool &hasHeader);
  bool declaration();
  bool fileDeclaration();
  bool typeDeclaration();
  bool typeAttribute(Type &of);
  bool fieldDeclaration();
  bool globalDeclaration();
  bool functionDeclaration();
  bool directive();
  bool error();
  template <class Tag> bool declare(Id<Tag> id, size_t where);

  Reader reader;
  Cursor &cursor = reader.cursor;
  Names &names = reader.names;
  llvm::StringRef fileName;
};

template <class Tag> bool Parser::declare(Id<Tag> id, size_t where) {
  return names.declare(id) || cursor.failAt(where, "this was declared before");
}

bool Parser::header(bool &hasHeader) {
  Program &program = names.program;
  program.isLinked = cursor.acceptWord("program");
  hasHeader = program.isLinked || cursor.acceptWord("unit");
  if (!hasHeader) {
    program.name = llvm::sys::path::filename(fileName);
    return true;
  }
  llvm::StringRef unit;
  if (!cursor.readName(Spelling::File, "the name of the unit", unit))
    return false;
  program.name = unit;
  return cursor.needLineEnd();
}

bool Parser::fileDeclaration() {
  size_t where = cursor.where();
  llvm::StringRef path;
  if (!cursor.readName(Spelling::File, "a file", path))
    return false;
  FileId id = names.file(path, where);
  names.program.files[id.index].isMain = cursor.acceptWord("main");
  return declare(id, where);
}

bool Parser::typeAttribute(Type &of) {
  auto noOther = [](llvm::StringRef) { return false; };
  if (cursor.acceptWord("of"))
    return reader.type(of.pointee);
  if (cursor.acceptWord("is"))
    return reader.flags(of, typeFlags, noOther);
  if (cursor.acceptWord("name"))
    return cursor.readQuoted(of.name);
  if (cursor.acceptWord("bases"))
    return reader.types(of.bases);
  if (cursor.acceptWord("arguments"))
    return reader.types(of.arguments);
  if (cursor.acceptWord("callOperator"))
    return reader.function(of.callOperator);
  if (cursor.acceptWord("annotation"))
    return reader.text(of.annotations);
  if (!cursor.acceptWord("fields"))
    return cursor.expected("an attribute of a type");
  do {
    if (!reader.field(of.fields.emplace_back()))
      return false;
  } while (cursor.accept(","));
  return true;
}

bool Parser::typeDeclaration() {
  size_t where = cursor.where();
  TypeId id;
  if (!reader.type(id))
    return false;
  if (!id)
    return cursor.failAt(where, "`?` is no type");
  if (!declare(id, where))
    return false;
  Type type = names.program[id]; // The table may grow meanwhile.
  if (cursor.accept("=")) {
    auto kind = fromWord<TypeKind>(typeKindWords, cursor.word());
    if (!kind)
      return cursor.expected("a kind of type, such as `record`");
    cursor.acceptWord(cursor.word());
    type.kind = *kind;
  } else {
    names.inferKind(id);
  }
  while (!cursor.atLineEnd())
    if (!typeAttribute(type))
      return false;
  names.program[id] = std::move(type);
  return true;
}

bool Parser::fieldDeclaration() {
  size_t where = cursor.where();
  FieldId id;
  if (!reader.field(id) || !declare(id, where))
    return false;
  Field field = names.program[id];
  if (!reader.typeSuffix(field.type))
    return false;
  if (cursor.acceptWord("of")) {
    if (!reader.type(field.record))
      return false;
  } else {
    names.inferRecord(id);
  }
  while (!cursor.atLineEnd())
    if (cursor.acceptWord("name")) {
      if (!cursor.readQuoted(field.name))
        return false;
    } else if (cursor.acceptWord("is")) {
      if (!reader.flags(field, fieldFlags, [](llvm::StringRef) { return false; }))
        return false;
    } else if (!cursor.acceptWord("annotation")) {
      return cursor.expected("an attribute of a field");
    } else if (!reader.text(field.annotations)) {
      return false;
    }
  names.program[id] = std::move(field);
  return true;
}

bool Parser::globalDeclaration() {
  size_t where = cursor.where();
  llvm::StringRef symbol;
  if (!cursor.readName(Spelling::Symbol, "the symbol of a global", symbol))
    return false;
  GlobalId id = names.global(symbol, where);
  if (!declare(id, where))
    return false;
  Global global = names.program[id];
  auto isInternal = [&](llvm::StringRef word) {
    if (word != "internal")
      return false;
    global.linkage = Linkage::Internal;
    return true;
  };
  bool good = reader.typeSuffix(global.type);
  while (good && !cursor.atLineEnd()) {
    if (cursor.acceptWord("is"))
      good = reader.flags(global, globalFlags, isInternal);
    else if (cursor.acceptWord("name"))
      good = cursor.readQuoted(global.name);
    else if (cursor.acceptWord("initializer"))
      good = reader.function(global.initializer);
    else if (cursor.acceptWord("annotation"))
      good = reader.text(global.annotations);
    else if (cursor.sees("@"))
      good = reader.location(global.at);
    else
      good = cursor.expected("an attribute of a global");
  }
  names.program[id] = std::move(global);
  return good;
}

bool Parser::functionDeclaration() {
  size_t where = cursor.where();
  FunctionId id;
  if (!reader.function(id) || !declare(id, where))
    return false;
  Function function = names.program[id];
  BodyParser body(reader, function);
  if (!body.parameters())
    return false;
  if (cursor.accept("->") && !reader.type(function.returnType))
    return false;
  while (!cursor.atLineEnd() && !cursor.sees("{")) {
    if (cursor.sees("@") ? !reader.location(function.at) : !reader.attribute(function))
      return cursor.expected("an attribute of a function");
  }
  if (cursor.accept("{") && !body.body())
    return false;
  names.bodyIs(id, std::move(body.opWhere));
  names.program[id] = std::move(function);
  return true;
}

bool Parser::directive() {
  LintDirective of;
  auto kind = fromWord<LintDirective::Kind>(directiveWords, cursor.word());
  if (!kind)
    return cursor.expected("line, nextLine, begin or end");
  cursor.acceptWord(cursor.word());
  of.kind = *kind;
  if (cursor.accept("(")) {
    of.hasChecks = true;
    if (!cursor.sees(")"))
      do {
        if (!reader.text(of.checks))
          return false;
      } while (cursor.accept(","));
    if (!cursor.need(")"))
      return false;
  }
  if (cursor.acceptWord("because") && !cursor.readQuoted(of.justification))
    return false;
  if (!reader.location(of.at))
    return false;
  names.program.directives.push_back(std::move(of));
  return true;
}

bool Parser::error() {
  Diagnostic of;
  if (!cursor.readQuoted(of.text) || !reader.location(of.at))
    return false;
  names.program.errors.push_back(std::move(of));
  return true;
}

bool Parser::declaration() {
  struct Row {
    const char *word;
    bool (Parser::*read)();
  };
  static constexpr Row rows[] = {{"fn", &Parser::functionDeclaration},
                                 {"type", &Parser::typeDeclaration},
                                 {"field", &Parser::fieldDeclaration},
                                 {"global", &Parser::globalDeclaration},
                                 {"file", &Parser::fileDeclaration},
                                 {"nolint", &Parser::directive},
                                 {"error", &Parser::error}};
  for (const Row &row : rows)
    if (cursor.acceptWord(row.word))
      return (this->*row.read)() && cursor.needLineEnd();
  return cursor.expected("a declaration: fn, type, field, global, file, nolint or error");
}

bool Parser::all() {
  if (cursor.atEnd())
    return cursor.fail("this text is empty: expected `unit`, `program` or a declaration");
  bool hasHeader = false;
  if (!header(hasHeader))
    return false;
  for (;;) {
    if (cursor.atEnd())
      return !cursor.failed() && (!hasHeader || cursor.expected("a declaration or `end`"));
    if (cursor.acceptWord("end"))
      return cursor.atEnd() || cursor.expected("nothing after `end`");
    if (!declaration())
      return false;
  }
}

} // namespace

llvm::Expected<Program> Parser::parse() {
  if (all() && names.finish(cursor)) {
    std::vector<Fault> faults = findFaults(names.program);
    if (faults.empty())
      return std::move(names.program);
    cursor.failAt(names.where(faults.front()), faults.front().text);
  }
  return llvm::createStringError(fileName + ":" + cursor.describe());
}

llvm::Expected<Program> parseFlow(llvm::StringRef text, llvm::StringRef name) {
  return Parser(text, name).parse();
}

llvm::Expected<Program> readFlow(const std::string &file) {
  // A device may have no end.
  if (file != "-" && llvm::sys::fs::exists(file) && !llvm::sys::fs::is_regular_file(file))
    return llvm::createStringError(file + ": error: not a regular file");
  auto buffer = llvm::MemoryBuffer::getFileOrSTDIN(file, /*IsText=*/true);
  if (!buffer)
    return llvm::createStringError(file +
                                   ": error: cannot read: " + buffer.getError().message());
  return parseFlow((*buffer)->getBuffer(), file);
}

} // namespace tamga::flow
