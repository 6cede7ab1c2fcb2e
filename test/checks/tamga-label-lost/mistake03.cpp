// RUN: %check %s --pack kz --check tamga-label-missing --check tamga-label-synthetic --check tamga-label-lost --check tamga-label-invalid -- -std=c++20 -I /usr/include/exempi-2.0 -I /usr/include/taglib
// Handles that are not closed or saved.
#include <exempi/xmp.h>
#include <fileref.h>
#include <id3v2tag.h>
#include <mpegfile.h>
#include <tag.h>
#include <textidentificationframe.h>

const char *const space = "http://iptc.org/std/Iptc4xmpExt/2008-02-29/";
const char *const uri = "http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia";

void closed(const char *path) {
  XmpFilePtr file = xmp_files_open_new(path, XMP_OPEN_FORUPDATE);
  XmpPtr xmp = xmp_new_empty();
  xmp_set_property(xmp, space, "DigitalSourceType", uri, 0);
  xmp_files_put_xmp(file, xmp); // clean
  xmp_files_close(file, XMP_CLOSE_SAFEUPDATE); // label: after
}

void open(const char *path) {
  XmpFilePtr file = xmp_files_open_new(path, XMP_OPEN_FORUPDATE);
  XmpPtr xmp = xmp_new_empty();
  xmp_set_property(xmp, space, "DigitalSourceType", uri, 0);
  xmp_files_put_xmp(file, xmp); // expect tamga-label-lost
  xmp_free(xmp);
}

void saved(const char *path) {
  TagLib::FileRef file(path);
  file.tag()->setComment("AI-generated"); // clean
  file.save(); // label: after
}

void unsaved(const char *path) {
  TagLib::FileRef file(path);
  file.tag()->setComment("AI-generated"); // expect tamga-label-lost
}

void frame(const char *path, bool isDraft) {
  TagLib::MPEG::File file(path);
  auto *frame = new TagLib::ID3v2::UserTextIdentificationFrame();
  frame->setDescription("AIGC");
  file.ID3v2Tag(true)->addFrame(frame); // expect tamga-label-lost
  if (isDraft)
    return;
  file.save();
}
