// RUN: %check %s --pack generic --check tamga-custom-flow -- -std=c++20
// Small programs in the style of C: what is read, cut, looked up, put together, sent.
#include <arpa/inet.h>
#include <cstdarg>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <cwchar>
#include <iconv.h>
#include <string>
#include <strings.h>
#include <sys/socket.h>
#include <sys/uio.h>
#include <unistd.h>
std::string source();
int tainted();
void fill(char *buffer);
void sink(const std::string &text);
void sink(const char *text);
void sink(const wchar_t *text);
void sink(int number);
void sink(long number);
void sink(double number);
void sink(char letter);

//== Library: C, headers and bodies of messages
struct Header {
  uint32_t length;
  uint16_t kind;
  char tag[4];
};
size_t pack(unsigned char *out, const char *text, uint16_t kind) {
  Header header;
  header.length = htonl(strlen(text));
  header.kind = htons(kind);
  memcpy(header.tag, "TMG0", 4);
  memcpy(out, &header, sizeof header);
  memcpy(out + sizeof header, text, strlen(text) + 1);
  return sizeof header + strlen(text);
}
const char *bodyOf(const unsigned char *message) {
  return reinterpret_cast<const char *>(message) + sizeof(Header);
}
Header headerOf(const unsigned char *message) {
  Header header;
  memcpy(&header, message, sizeof header);
  return header;
}
void messages() {
  unsigned char message[512], plain[512];
  pack(message, source().c_str(), 7);
  pack(plain, "text", 7);
  sink(bodyOf(message)); // expect tamga-custom-flow
  sink(bodyOf(plain));   // clean
  pack(message, "text", 7);
}
void kinds(unsigned char *message) {
  Header header{1, 2, {}};
  header.kind = tainted();
  memcpy(message, &header, sizeof header);
  sink(headerOf(message).kind); // expect tamga-custom-flow
  header.kind = 3;
  sink(header.kind); // overwritten
  Header other{};
  memcpy(&other, "\0\0\0\1", 4);
  sink(int(other.length)); // clean
}
void swapped() {
  uint32_t number = htonl(tainted());
  sink(int(ntohl(number))); // expect tamga-custom-flow
  char address[INET_ADDRSTRLEN];
  in_addr to{number};
  sink(inet_ntop(AF_INET, &to, address, sizeof address)); // expect tamga-custom-flow
  in_addr home{htonl(INADDR_LOOPBACK)};
  sink(inet_ntop(AF_INET, &home, address, sizeof address)); // clean
}

//== Library: C, lines of a file
struct Entry {
  char key[32];
  char value[96];
};
bool parse(const char *line, Entry *entry) {
  const char *equals = strchr(line, '=');
  if (!equals)
    return false;
  size_t length = equals - line;
  if (length >= sizeof entry->key)
    length = sizeof entry->key - 1;
  memcpy(entry->key, line, length);
  entry->key[length] = '\0';
  snprintf(entry->value, sizeof entry->value, "%s", equals + 1);
  return true;
}
void entries() {
  Entry entry{}, plain{};
  if (!parse(source().c_str(), &entry) || !parse("a=b", &plain))
    return;
  sink(entry.key);   // expect tamga-custom-flow
  sink(entry.value); // expect tamga-custom-flow
  sink(plain.key);   // clean
  sink(plain.value); // clean
  parse("a=b", &entry);
}
char *trim(char *text) {
  while (*text == ' ' || *text == '\t')
    ++text;
  char *end = text + strlen(text);
  while (end > text && (end[-1] == '\n' || end[-1] == ' '))
    --end;
  *end = '\0';
  return text;
}
void lines(FILE *file) {
  char line[256], other[256];
  fill(line);
  sink(trim(line)); // expect tamga-custom-flow
  strcpy(other, " text \n");
  sink(trim(other)); // clean
  char *cut = trim(line);
  if (char *comment = strchr(cut, '#'))
    *comment = 0;
  sink(cut); // expect tamga-custom-flow
  strcpy(line, "text");
  sink(line); // overwritten
  sink(trim(line)); // clean
}
void columns() {
  char row[256], header[] = "name;city";
  fill(row);
  const char *fields[8] = {}, *names[8] = {};
  int count = 0;
  for (char *rest = row, *field; (field = strsep(&rest, ";")) && count < 8;)
    fields[count++] = field;
  char *place = nullptr;
  int named = 0;
  for (char *name = strtok_r(header, ";", &place); name; name = strtok_r(nullptr, ";", &place))
    names[named++] = name;
  for (int i = 0; i < count; ++i) {
    sink(names[i]);  // clean
    sink(fields[i]); // expect tamga-custom-flow
  }
}

//== Library: C, text that grows
struct Buffer {
  char *data;
  size_t size, room;
};
void append(Buffer *buffer, const char *text, size_t length) {
  if (buffer->size + length + 1 > buffer->room) {
    buffer->room = 2 * (buffer->size + length + 1);
    buffer->data = (char *)realloc(buffer->data, buffer->room);
  }
  memcpy(buffer->data + buffer->size, text, length);
  buffer->size += length;
  buffer->data[buffer->size] = '\0';
}
void appendf(Buffer *buffer, const char *format, ...) __attribute__((format(printf, 2, 3)));
void appendf(Buffer *buffer, const char *format, ...) {
  char line[256];
  va_list arguments;
  va_start(arguments, format);
  int length = vsnprintf(line, sizeof line, format, arguments);
  va_end(arguments);
  append(buffer, line, length);
}
void buffers() {
  Buffer hot{}, cold{};
  appendf(&hot, "Dear %s, %d\n", source().c_str(), 1);
  appendf(&cold, "Dear %s, %d\n", "friend", 1);
  sink(hot.data);      // expect tamga-custom-flow
  sink(cold.data);     // clean
  sink(long(hot.size)); // clean
  append(&cold, "\n", 1);
  sink(cold.data); // clean
  append(&cold, hot.data, hot.size);
  sink(cold.data); // expect tamga-custom-flow
  free(cold.data);
  cold = Buffer{strdup("text"), 4, 5};
  sink(cold.data); // overwritten
}
char *join(const char *const *words, int count, const char *between) {
  size_t room = 1;
  for (int i = 0; i < count; ++i)
    room += strlen(words[i]) + strlen(between);
  char *out = (char *)calloc(room, 1), *end = out;
  for (int i = 0; i < count; ++i) {
    if (i)
      end = stpcpy(end, between);
    end = stpcpy(end, words[i]);
  }
  return out;
}
void joined() {
  std::string text = source();
  const char *hot[] = {"a", text.c_str()}, *cold[] = {"a", "b"};
  sink(join(hot, 2, ", "));  // expect tamga-custom-flow
  sink(join(cold, 2, ", ")); // clean
  sink(join(cold, 2, text.c_str())); // expect tamga-custom-flow
}

//== Library: C, sockets and vectors of buffers
void sent(int socket) {
  char text[64], plain[64] = "text";
  fill(text);
  iovec parts[2] = {{plain, 4}, {text, 4}};
  sink((const char *)parts[1].iov_base); // expect tamga-custom-flow
  sink((const char *)parts[0].iov_base); // clean
  msghdr message{};
  message.msg_iov = parts;
  message.msg_iovlen = 2;
  sink((const char *)message.msg_iov[1].iov_base); // expect tamga-custom-flow
  sink((const char *)message.msg_iov[0].iov_base); // clean
  parts[1].iov_base = plain;
  sink((const char *)parts[1].iov_base); // overwritten
  sink((const char *)message.msg_iov[1].iov_base); // clean
  int pair[2];
  socketpair(AF_UNIX, SOCK_STREAM, 0, pair);
  write(pair[0], text, sizeof text);
  char got[64] = "";
  read(pair[1], got, sizeof got - 1);
  (void)socket;
}
void piped() {
  int ends[2], others[2];
  if (pipe(ends) || pipe(others))
    return;
  std::string text = source();
  write(ends[1], text.data(), text.size());
  write(others[1], "text", 4);
  char got[64], plain[64];
  ssize_t count = read(ends[0], got, 63), more = read(others[0], plain, 63);
  got[count < 0 ? 0 : count] = plain[more < 0 ? 0 : more] = 0;
  sink(got);   // expect tamga-custom-flow
  sink(plain); // clean
}

//== Library: C, sorting and searching records
struct Row {
  int key;
  const char *text;
};
int byKey(const void *left, const void *right) {
  return static_cast<const Row *>(left)->key - static_cast<const Row *>(right)->key;
}
int shown(const void *left, const void *right) {
  sink(static_cast<const Row *>(left)->text); // expect tamga-custom-flow
  (void)right;
  return 0;
}
int quiet(const void *left, const void *right) {
  sink(static_cast<const Row *>(left)->text); // clean
  (void)right;
  return 0;
}
void sorted() {
  std::string text = source();
  Row rows[] = {{2, "b"}, {1, text.c_str()}}, others[] = {{2, "b"}, {1, "a"}};
  qsort(rows, 2, sizeof *rows, byKey);
  qsort(others, 2, sizeof *others, byKey);
  sink(rows[0].text);   // expect tamga-custom-flow
  sink(others[0].text); // clean
  qsort(rows, 2, sizeof(Row), shown);
  qsort(others, 2, sizeof(Row), quiet);
  Row key{1, nullptr};
  if (auto *found = (Row *)bsearch(&key, rows, 2, sizeof key, byKey))
    sink(found->text); // expect tamga-custom-flow
  if (auto *found = (Row *)bsearch(&key, others, 2, sizeof key, byKey))
    sink(found->text); // clean
  rows[0].text = rows[1].text = "text";
  sink(rows[0].text); // overwritten
}

//== Library: C, encodings
std::string convert(const char *to, const char *from, std::string text) {
  iconv_t cd = iconv_open(to, from);
  std::string out(text.size() * 4, '\0');
  char *in = text.data(), *put = out.data();
  size_t left = text.size(), room = out.size();
  iconv(cd, &in, &left, &put, &room);
  iconv_close(cd);
  out.resize(out.size() - room);
  return out;
}
std::string hexOf(const unsigned char *bytes, size_t count) {
  static const char digits[] = "0123456789abcdef";
  std::string out;
  for (size_t i = 0; i < count; ++i) {
    out += digits[bytes[i] >> 4];
    out += digits[bytes[i] & 15];
  }
  return out;
}
void hexed(char *out, const char *text) {
  while (*text)
    out += sprintf(out, "%02x", (unsigned char)*text++);
}
void encoded() {
  sink(convert("UTF-8", "CP1251", source())); // expect tamga-custom-flow
  sink(convert("UTF-8", "CP1251", "text"));   // clean
  char hex[128], plain[128];
  hexed(hex, source().c_str());
  hexed(plain, "text");
  sink(hex);   // expect tamga-custom-flow
  sink(plain); // clean
  hexed(hex, "text");
  wchar_t wide[64], narrow[64];
  mbstowcs(wide, source().c_str(), 63);
  mbstowcs(narrow, "text", 63);
  sink(wide);   // expect tamga-custom-flow
  sink(narrow); // clean
  wcscpy(wide, L"text");
  sink(wide); // overwritten
  wchar_t line[128];
  swprintf(line, 128, L"%ls: %s", narrow, source().c_str());
  sink(line); // expect tamga-custom-flow
  swprintf(line, 128, L"%ls", narrow);
  sink(line); // overwritten
}

//== Library: C, numbers in text
void numbers() {
  std::string text = source();
  char *end = nullptr;
  long number = strtol(text.c_str(), &end, 10);
  sink(number); // expect tamga-custom-flow
  sink(end);    // expect tamga-custom-flow
  sink(strtol("12", &end, 10)); // clean
  int first = 0, second = 0;
  char unit[8] = "";
  sscanf(text.c_str(), "%d %7s", &first, unit);
  sscanf("3 4", "%d", &second);
  sink(first);  // expect tamga-custom-flow
  sink(unit);   // expect tamga-custom-flow
  sink(second); // clean
  first = abs(-3);
  sink(first); // overwritten
  div_t parts = div(tainted(), 10);
  sink(parts.quot); // expect tamga-custom-flow
  sink(strtod(text.c_str(), nullptr)); // expect tamga-custom-flow
  sink(int(strlen(text.c_str()))); // clean
  sink(strcmp(text.c_str(), "a")); // clean
}
