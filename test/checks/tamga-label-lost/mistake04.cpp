// RUN: %check %s --pack kz --check tamga-label-missing --check tamga-label-synthetic --check tamga-label-lost --check tamga-label-invalid -- -std=c++20 -I %S/../../mock
// A text chunk that is set after the header was written.
#include <png.h>

void early(png_structp png, png_infop info, png_bytepp rows) {
  png_text text{};
  text.key = const_cast<char *>("AIGC");
  text.text = const_cast<char *>("{\"Label\":\"1\"}");
  png_set_text(png, info, &text, 1); // clean
  png_write_info(png, info);
  png_write_image(png, rows);
  png_write_end(png, nullptr);
}

void late(png_structp png, png_infop info, png_bytepp rows) {
  png_text text{};
  text.key = const_cast<char *>("AIGC");
  text.text = const_cast<char *>("{\"Label\":\"1\"}");
  png_write_info(png, info);
  png_set_text(png, info, &text, 1); // expect tamga-label-lost
  png_write_image(png, rows);
  png_write_end(png, nullptr);
}

void software(png_structp png, png_infop info) {
  png_text text{};
  text.key = const_cast<char *>("Software");
  text.text = const_cast<char *>("painter 1.0");
  png_write_info(png, info);
  png_set_text(png, info, &text, 1); // clean
}
