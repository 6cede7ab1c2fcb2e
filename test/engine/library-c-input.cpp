// RUN: %check %s --pack generic --check tamga-custom-flow -- -std=c++20
// Content that is written to a file or descriptor and read back, and content of streams
// that come from elsewhere.
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <string>
#include <sys/socket.h>
#include <sys/uio.h>
#include <unistd.h>
std::string source();
namespace generic {
FILE *source();
int source(int port);
} // namespace generic
FILE *opened();
void fill(char *buffer);
void sink(const std::string &text);
void sink(const char *text);
void sink(int number);

//== Library: fgets, fputs
void lines() {
  char line[80];
  FILE *in = generic::source();
  while (fgets(line, sizeof line, in))
    sink(line); // expect tamga-custom-flow
  FILE *plain = opened();
  while (fgets(line, sizeof line, plain))
    sink(line); // overwritten
}
void temporary() {
  FILE *file = tmpfile(), *other = tmpfile();
  char line[80], plain[80];
  fputs(source().c_str(), file);
  fputs("text", other);
  rewind(file);
  rewind(other);
  if (fgets(line, sizeof line, file))
    sink(line); // expect tamga-custom-flow
  if (char *text = fgets(plain, sizeof plain, other))
    sink(text); // clean
}
void intoOldBuffer() {
  char line[80];
  fill(line);
  sink(line); // expect tamga-custom-flow
  if (!fgets(line, sizeof line, stdin))
    return;
  sink(line); // overwritten
}
void standard() {
  char line[80];
  std::string text = source();
  fprintf(stderr, "%s\n", text.c_str());
  fputs(text.c_str(), stdout);
  if (fgets(line, sizeof line, stdin))
    sink(line); // clean
}

//== Library: fread, fwrite, getc
struct Header {
  int size;
  char name[32];
};
void blocks() {
  char buffer[256], plain[256];
  size_t count = fread(buffer, 1, sizeof buffer - 1, generic::source());
  buffer[count] = '\0';
  sink(buffer); // expect tamga-custom-flow
  count = fread(plain, 1, sizeof plain - 1, opened());
  plain[count] = '\0';
  sink(plain);                   // clean
  sink(static_cast<int>(count)); // clean
}
void records() {
  Header header{3, "text"}, read, other;
  fill(header.name);
  FILE *file = tmpfile(), *plain = tmpfile();
  fwrite(&header, sizeof header, 1, file);
  rewind(file);
  fread(&read, sizeof read, 1, file);
  fread(&other, sizeof other, 1, plain);
  sink(read.name);  // expect tamga-custom-flow
  sink(other.name); // clean
  memset(&read, 0, sizeof read);
  sink(read.name); // overwritten
}
std::string letters(FILE *in) {
  std::string text;
  for (int letter; (letter = getc(in)) != EOF;)
    text += static_cast<char>(letter);
  return text;
}
void byLetter() {
  sink(letters(generic::source())); // expect tamga-custom-flow
  sink(letters(opened()));          // clean
  sink(fgetc(generic::source()));   // expect tamga-custom-flow
  sink(getchar());                  // clean
}
std::string whole(const char *path) {
  FILE *file = fopen(path, "rb");
  if (!file)
    return "";
  fseek(file, 0, SEEK_END);
  std::string text(ftell(file), '\0');
  rewind(file);
  if (fread(text.data(), 1, text.size(), file) != text.size())
    text.clear();
  fclose(file);
  return text;
}
void named() {
  sink(whole(source().c_str())); // clean
}

//== Library: getline, getdelim
void growing() {
  char *line = nullptr, *plain = nullptr;
  size_t size = 0, other = 0;
  while (getline(&line, &size, generic::source()) > 0)
    sink(line); // expect tamga-custom-flow
  while (getline(&plain, &other, opened()) > 0)
    sink(plain); // clean
  sink(static_cast<int>(size)); // clean
  free(line);
  free(plain);
}
void fields() {
  char *field = nullptr;
  size_t size = 0;
  FILE *file = tmpfile();
  fprintf(file, "%s;%d", source().c_str(), 3);
  rewind(file);
  if (getdelim(&field, &size, ';', file) < 0)
    return;
  sink(field); // expect tamga-custom-flow
  if (getdelim(&field, &size, ';', opened()) < 0)
    return;
  sink(field); // overwritten
}
bool next(FILE *in, std::string &line) {
  char *text = nullptr;
  size_t size = 0;
  bool isRead = getline(&text, &size, in) >= 0;
  if (isRead)
    line = text;
  free(text);
  return isRead;
}
void throughHelper() {
  std::string line, plain;
  while (next(generic::source(), line))
    sink(line); // expect tamga-custom-flow
  while (next(opened(), plain))
    sink(plain); // clean
}

//== Library: read, write, pipe
void throughPipe() {
  int ends[2], other[2];
  if (pipe(ends) || pipe(other))
    return;
  std::string text = source();
  char buffer[64], plain[64];
  write(ends[1], text.data(), text.size());
  write(other[1], "text", 5);
  if (read(ends[0], buffer, sizeof buffer) > 0)
    sink(buffer); // expect tamga-custom-flow
  if (read(other[0], plain, sizeof plain) > 0)
    sink(plain); // clean
  strcpy(buffer, "text");
  sink(buffer); // overwritten
}
void filled() {
  char buffer[128];
  int from = generic::source(80);
  ssize_t count = read(from, buffer, sizeof buffer - 1);
  if (count <= 0)
    return;
  sink(std::string(buffer, count)); // expect tamga-custom-flow
  sink(static_cast<int>(count));    // clean
}
void file() {
  char buffer[64], plain[64];
  int descriptor = open("notes.txt", O_RDWR | O_CREAT, 0600);
  int other = open("other.txt", O_RDONLY);
  fill(buffer);
  write(descriptor, buffer, sizeof buffer);
  memset(buffer, 0, sizeof buffer);
  sink(buffer); // overwritten
  lseek(descriptor, 0, SEEK_SET);
  read(descriptor, buffer, sizeof buffer);
  read(other, plain, sizeof plain);
  sink(buffer); // expect tamga-custom-flow
  sink(plain);  // clean
  pread(descriptor, plain, sizeof plain, 0);
  sink(plain); // expect tamga-custom-flow
}
bool readAll(int from, char *buffer, size_t size) {
  while (size) {
    ssize_t count = read(from, buffer, size);
    if (count <= 0)
      return false;
    buffer += count;
    size -= count;
  }
  return true;
}
void untilFull() {
  char buffer[32], plain[32];
  if (readAll(generic::source(7), buffer, sizeof buffer))
    sink(buffer); // expect tamga-custom-flow
  if (readAll(open("x", O_RDONLY), plain, sizeof plain))
    sink(plain); // clean
}

//== Library: recv, recvfrom, recvmsg, readv
void received() {
  char buffer[64], plain[64];
  int peer = generic::source(80), quiet = socket(AF_INET, SOCK_STREAM, 0);
  recv(peer, buffer, sizeof buffer, 0);
  recv(quiet, plain, sizeof plain, 0);
  sink(buffer); // expect tamga-custom-flow
  sink(plain);  // clean
  memset(buffer, 0, sizeof buffer);
  sink(buffer); // overwritten
  sockaddr_storage from;
  socklen_t length = sizeof from;
  recvfrom(peer, buffer, sizeof buffer, MSG_DONTWAIT, reinterpret_cast<sockaddr *>(&from), &length);
  sink(buffer);                   // expect tamga-custom-flow
  sink(static_cast<int>(length)); // clean
}
void pair() {
  int ends[2];
  char buffer[64] = {}, plain[64] = {};
  socketpair(AF_UNIX, SOCK_STREAM, 0, ends);
  std::string text = source();
  send(ends[0], text.c_str(), text.size(), 0);
  recv(ends[1], buffer, sizeof buffer, 0);
  sink(buffer); // expect tamga-custom-flow
  sink(plain);  // clean
}
void scattered() {
  char head[16], body[64], other[16];
  iovec parts[2] = {{head, sizeof head}, {body, sizeof body}};
  iovec plain[1] = {{other, sizeof other}};
  readv(generic::source(1), parts, 2);
  readv(open("x", O_RDONLY), plain, 1);
  sink(body);  // expect tamga-custom-flow
  sink(head);  // expect tamga-custom-flow
  sink(other); // clean
}
void message() {
  char body[64], other[64];
  iovec part{body, sizeof body}, second{other, sizeof other};
  msghdr header{}, plain{};
  header.msg_iov = &part;
  header.msg_iovlen = 1;
  plain.msg_iov = &second;
  plain.msg_iovlen = 1;
  recvmsg(generic::source(1), &header, 0);
  recvmsg(socket(AF_INET, SOCK_DGRAM, 0), &plain, 0);
  sink(body);  // expect tamga-custom-flow
  sink(other); // clean
}
void gathered() {
  int ends[2];
  pipe(ends);
  std::string text = source();
  char buffer[64];
  iovec parts[] = {{const_cast<char *>("head"), 4}, {text.data(), text.size()}};
  writev(ends[1], parts, 2);
  read(ends[0], buffer, sizeof buffer);
  sink(buffer); // expect tamga-custom-flow
}
