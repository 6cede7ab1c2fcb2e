// The names and signatures of absl's string functions that the tests call.
#pragma once
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace absl {
using string_view = std::string_view;
class AlphaNum {
public:
  AlphaNum(int number);
  AlphaNum(double number);
  AlphaNum(const char *text);
  AlphaNum(const std::string &text);
  AlphaNum(string_view text);
};
std::string StrCat(const AlphaNum &a);
std::string StrCat(const AlphaNum &a, const AlphaNum &b);
std::string StrCat(const AlphaNum &a, const AlphaNum &b, const AlphaNum &c);
std::string StrCat(const AlphaNum &a, const AlphaNum &b, const AlphaNum &c, const AlphaNum &d);
void StrAppend(std::string *to, const AlphaNum &a);
void StrAppend(std::string *to, const AlphaNum &a, const AlphaNum &b);
std::vector<std::string> StrSplit(string_view text, char delimiter);
std::vector<std::string> StrSplit(string_view text, string_view delimiter);
template <class Range> std::string StrJoin(const Range &range, string_view separator);
template <class Range, class Formatter>
std::string StrJoin(const Range &range, string_view separator, Formatter &&formatter);
namespace substitute_internal {
class Arg {
public:
  Arg(const char *text);
  Arg(const std::string &text);
  Arg(string_view text);
  Arg(int number);
};
} // namespace substitute_internal
std::string Substitute(string_view format, const substitute_internal::Arg &a);
std::string Substitute(string_view format, const substitute_internal::Arg &a,
                       const substitute_internal::Arg &b);
void SubstituteAndAppend(std::string *to, string_view format, const substitute_internal::Arg &a);
template <class... Arguments> std::string StrFormat(string_view format, const Arguments &...arguments);
template <class... Arguments>
std::string &StrAppendFormat(std::string *to, string_view format, const Arguments &...arguments);
std::string StrReplaceAll(string_view text,
                          std::initializer_list<std::pair<string_view, string_view>> replacements);
string_view StripPrefix(string_view text, string_view prefix);
string_view StripAsciiWhitespace(string_view text);
std::string AsciiStrToLower(string_view text);
bool ConsumePrefix(string_view *text, string_view prefix);
bool StrContains(string_view text, string_view needle);
bool StartsWith(string_view text, string_view prefix);
template <class Number> bool SimpleAtoi(string_view text, Number *out);
bool SimpleAtod(string_view text, double *out);
std::string CEscape(string_view text);
std::string Base64Escape(string_view text);
bool Base64Unescape(string_view text, std::string *out);
class Cord {
public:
  Cord();
  explicit Cord(string_view text);
  Cord &operator=(string_view text);
  void Append(string_view text);
  void Append(const Cord &cord);
  void Prepend(string_view text);
  void Clear();
  Cord Subcord(size_t position, size_t size) const;
  string_view Flatten();
  size_t size() const;
  bool empty() const;
  explicit operator std::string() const;
};
void CopyCordToString(const Cord &cord, std::string *out);
} // namespace absl
