// RUN: %check %s --pack generic --check tamga-custom-flow -- -std=c++20
// Wide characters, and text between encodings.
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <cwchar>
#include <cwctype>
#include <iconv.h>
#include <string>
std::string source();
wchar_t *tainted();
void fill(wchar_t *buffer);
void sink(const std::string &text);
void sink(const char *text);
void sink(const wchar_t *text);
void sink(const std::wstring &text);
void sink(long number);

//== Library: wcscpy, wcscat, wcschr, wcstok
void copied() {
  wchar_t raw[32], copy[32], part[8];
  fill(raw);
  wcscpy(copy, raw);
  wcsncpy(part, copy + 2, 7);
  sink(copy); // expect tamga-custom-flow
  sink(part); // expect tamga-custom-flow
  wcscpy(copy, L"text");
  sink(copy); // overwritten
  wcsncpy(part, L"text", 4);
  sink(part); // overwritten
}
void joined() {
  wchar_t line[64] = L"name: ", plain[64] = L"name: ";
  wcscat(line, tainted());
  wcscat(plain, L"nobody");
  sink(line);  // expect tamga-custom-flow
  sink(plain); // clean
  wcsncat(plain, tainted(), 3);
  sink(plain); // expect tamga-custom-flow
}
void searched(const wchar_t *fixed) {
  const wchar_t *text = tainted();
  sink(wcschr(text, L':'));                   // expect tamga-custom-flow
  sink(wcsstr(text, L"="));                   // expect tamga-custom-flow
  sink(wcsrchr(fixed, text[0]));              // clean
  sink(static_cast<long>(wcslen(text)));      // clean
  sink(static_cast<long>(wcscmp(text, fixed))); // clean
}
void tokens() {
  wchar_t raw[32], fixed[] = L"a b", *place = nullptr, *other = nullptr;
  fill(raw);
  wcstok(raw, L" ", &place);
  wcstok(fixed, L" ", &other);
  sink(wcstok(nullptr, L" ", &place)); // expect tamga-custom-flow
  sink(wcstok(nullptr, L" ", &other)); // clean
}
void numbers() {
  const wchar_t *text = tainted();
  wchar_t *end = nullptr;
  sink(wcstol(text, &end, 10)); // expect tamga-custom-flow
  sink(end);                    // expect tamga-custom-flow
  sink(wcstol(L"12", &end, 10)); // clean
  sink(end);                     // overwritten
}

//== Library: wmemcpy, wmemset, swprintf
void memory() {
  wchar_t raw[16], copy[16] = {}, plain[16] = {};
  fill(raw);
  wmemcpy(copy, raw, 16);
  sink(copy); // expect tamga-custom-flow
  wmemmove(plain, L"text", 5);
  sink(plain); // clean
  wmemset(copy, L'-', 16);
  sink(copy); // overwritten
  if (const wchar_t *colon = wmemchr(raw, L':', 16))
    sink(colon); // expect tamga-custom-flow
}
void printed() {
  wchar_t line[64], plain[64];
  swprintf(line, 64, L"say %ls", tainted());
  swprintf(plain, 64, L"say %d", 3);
  sink(line);  // expect tamga-custom-flow
  sink(plain); // clean
  swprintf(line, 64, L"nothing");
  sink(line); // overwritten
}
void lowered() {
  wchar_t raw[16], fixed[] = L"LOUD";
  fill(raw);
  for (wchar_t *letter = raw; *letter; ++letter)
    *letter = towlower(*letter);
  for (wchar_t &letter : fixed)
    letter = towlower(letter);
  sink(raw);   // expect tamga-custom-flow
  sink(fixed); // clean
}
void intoString() {
  std::wstring text(tainted()), plain(L"text");
  sink(text + L"!"); // expect tamga-custom-flow
  sink(plain + L"!"); // clean
  text = L"text";
  sink(text); // overwritten
}

//== Library: mbstowcs, wcstombs and their kin
void widened() {
  wchar_t wide[64], plain[64];
  mbstowcs(wide, source().c_str(), 64);
  mbstowcs(plain, "text", 64);
  sink(wide);  // expect tamga-custom-flow
  sink(plain); // clean
  char narrow[64], other[64];
  wcstombs(narrow, wide, sizeof narrow);
  wcstombs(other, plain, sizeof other);
  sink(narrow); // expect tamga-custom-flow
  sink(other);  // clean
  wcstombs(narrow, L"text", sizeof narrow);
  sink(narrow); // overwritten
}
void oneByOne() {
  std::string text = source();
  std::wstring wide, plain;
  wchar_t letter;
  mbstate_t state{};
  for (const char *at = text.c_str(); *at;) {
    size_t length = mbrtowc(&letter, at, 4, &state);
    wide += letter;
    at += length;
  }
  for (const char *at = "text"; *at; ++at) {
    mbtowc(&letter, at, 1);
    plain += letter;
  }
  sink(wide);  // expect tamga-custom-flow
  sink(plain); // clean
}
void restartable() {
  std::string text = source();
  const char *from = text.c_str(), *fixed = "text";
  wchar_t wide[32], plain[32];
  mbstate_t state{};
  mbsrtowcs(wide, &from, 32, &state);
  mbsrtowcs(plain, &fixed, 32, &state);
  sink(wide);  // expect tamga-custom-flow
  sink(plain); // clean
}

//== Library: iconv
std::string converted(std::string text, const char *encoding) {
  iconv_t converter = iconv_open("UTF-8", encoding);
  char buffer[256];
  char *from = text.data(), *to = buffer;
  size_t fromLeft = text.size(), toLeft = sizeof buffer;
  iconv(converter, &from, &fromLeft, &to, &toLeft);
  iconv_close(converter);
  return std::string(buffer, sizeof buffer - toLeft);
}
void throughHelper() {
  sink(converted(source(), "KOI8-R")); // expect tamga-custom-flow
  sink(converted("text", "KOI8-R"));   // clean
}
void inPlace(iconv_t converter) {
  std::string text = source();
  char out[128] = {}, plain[128] = {}, fixed[] = "text";
  char *from = text.data(), *to = out;
  size_t left = text.size(), room = sizeof out;
  if (iconv(converter, &from, &left, &to, &room) == static_cast<size_t>(-1))
    std::perror("iconv");
  sink(out);                     // expect tamga-custom-flow
  sink(static_cast<long>(room)); // clean
  from = fixed, to = plain;
  iconv(converter, &from, &left, &to, &room);
  sink(plain); // clean
  strcpy(out, fixed);
  sink(out); // overwritten
}
class Converter {
public:
  explicit Converter(const char *from) : handle(iconv_open("UTF-8", from)) {}
  ~Converter() { iconv_close(handle); }
  bool run(char *in, size_t inSize, char *out, size_t outSize) {
    return iconv(handle, &in, &inSize, &out, &outSize) != static_cast<size_t>(-1);
  }

private:
  iconv_t handle;
};
void throughMember() {
  std::string text = source(), other = "text";
  char out[128], plain[128];
  Converter converter("CP1251");
  converter.run(text.data(), text.size(), out, sizeof out);
  converter.run(other.data(), other.size(), plain, sizeof plain);
  sink(out);   // expect tamga-custom-flow
  sink(plain); // clean
}
