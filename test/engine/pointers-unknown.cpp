// RUN: %check %s --pack generic --check tamga-custom-flow -- -std=c++20
// Pointers of which nobody knows where they lead: what is behind one is what was written
// there, and what the pointer was given as.
struct Picture {
  int width;
  unsigned char *data;
};
int tainted();
void fill(void *at);
void sink(const void *data);
Picture receive();
unsigned char *allocate();

//== Memory: content behind pointers of which nothing else is known
static void writeByte(unsigned char byte) {
  sink(&byte); // expect tamga-custom-flow
}
static void writeOne(int at, const unsigned char *data) { writeByte(data[at]); }
static void writeBytes(int at, const unsigned char *data) {
  unsigned char byte = data[at];
  sink(&byte); // expect tamga-custom-flow
}
static void writePicture(const Picture &picture) {
  unsigned char byte = picture.data[3];
  sink(&byte); // expect tamga-custom-flow
}
static void writeRest(const unsigned char *data) {
  unsigned char byte = data[4];
  sink(&byte); // clean
}
void filledMember() {
  Picture picture;
  fill(&picture.data);
  writeOne(3, picture.data);
}
void filledRecord() {
  Picture picture = receive();
  fill(&picture);
  writeBytes(3, picture.data);
}
void filledWhole() {
  Picture picture = receive();
  fill(&picture);
  writePicture(picture);
}
void neverFilled() {
  Picture picture = receive();
  writeRest(picture.data);
}
//== Memory: written behind them by what is called
static void set(Picture &picture) { picture.data[3] = tainted(); }
static void setData(unsigned char *data) { data[3] = tainted(); }
void writtenInCallee() {
  Picture picture = receive(), other = receive();
  set(picture);
  unsigned char byte = picture.data[3], beside = other.data[3], next = picture.data[2];
  sink(&byte);   // expect tamga-custom-flow
  sink(&beside); // clean
  sink(&next);   // clean
}
void writtenByPointer() {
  Picture picture = receive();
  setData(picture.data);
  unsigned char byte = picture.data[3];
  sink(&byte); // expect tamga-custom-flow
  picture.data[3] = 0;
  byte = picture.data[3];
  sink(&byte); // overwritten
}
void writtenByReturned() {
  unsigned char *data = allocate();
  setData(data);
  sink(data + 3); // expect tamga-custom-flow
}
//== Calls: an encoder that hands over byte after byte
using Writer = void(void *context, const void *data, int size);
struct Stream {
  Writer *write;
  void *context;
};
static void toSink(void *, const void *data, int) {
  sink(data); // expect tamga-custom-flow
}
static void nowhere(void *, const void *, int) {}
static void put(Stream *stream, unsigned char byte) { stream->write(stream->context, &byte, 1); }
static void encode(Stream *stream, int size, const unsigned char *data) {
  unsigned bits = 0;
  for (int at = 0; at < size; ++at) {
    bits = bits << 8 | data[at];
    put(stream, bits >> 8 & 255);
  }
}
void encoded(int count) {
  Picture pictures[4];
  fill(pictures);
  Stream stream{toSink, nullptr};
  for (int at = 0; at < count; ++at)
    encode(&stream, pictures[at].width, pictures[at].data);
  Stream other{nowhere, nullptr};
  encode(&other, pictures[0].width, pictures[0].data);
}
//== Memory: kept in containers with their pointers
struct Album {
  Picture pictures[4];
  int count = 0;
  void put(const Picture *picture) { pictures[count++] = *picture; }
  Picture *data() { return pictures; }
};
static void writeFirst(const Picture *pictures) {
  unsigned char byte = pictures[0].data[3];
  sink(&byte); // expect tamga-custom-flow
}
static void writeOther(const Picture *pictures) {
  unsigned char byte = pictures[0].data[3];
  sink(&byte); // clean
}
void kept() {
  Picture picture = receive(), other = receive();
  fill(&picture.data);
  Album album, albumOfOthers;
  album.put(&picture);
  albumOfOthers.put(&other);
  writeFirst(album.data());
  writeOther(albumOfOthers.data());
  for (const Picture &each : album.pictures) {
    unsigned char byte = each.data[3];
    sink(&byte); // expect tamga-custom-flow
  }
}
