// RUN: %units %s --pack kz --rule tamga-label-synthetic -- -std=c++20 -I %S/../mock
//== Units: pictures through an owner to an encoder
// A generator gives an array through a parameter; an owner takes it over, a lambda picks
// elements, and another unit encodes them with or without words that mark them.
//--- owner.h
#include "stable-diffusion.h"
#include <cstdint>
#include <string>
#include <vector>
class Pictures {
public:
  Pictures() = default;
  Pictures(const Pictures &) = delete;
  Pictures(Pictures &&other) noexcept : pictures(std::move(other.pictures)) {}
  void adopt(sd_image_t *made, int count) {
    clear();
    if (made == nullptr)
      return;
    pictures.reserve(count);
    for (int i = 0; i < count; ++i)
      pictures.push_back(made[i]);
  }
  void clear() { pictures.clear(); }
  void push_back(sd_image_t picture) { pictures.push_back(picture); }
  sd_image_t *data() { return pictures.data(); }
  const sd_image_t &operator[](int index) const { return pictures[index]; }
  explicit operator bool() const { return !pictures.empty(); }

private:
  std::vector<sd_image_t> pictures;
};
bool writeFile(const std::string &path, const uint8_t *bytes, int width, int height, int channels,
               const std::string &words = "", int quality = 90);
bool writeMarked(const std::string &path, const uint8_t *bytes, int width, int height, int channels);
void tell(const char *text, unsigned number);
//--- encode.cpp
#include "owner.h"
#include "stb_image_write.h"
#include <cstdio>
enum class Format { Jpeg, Png };
static Format formatOf(const std::string &path) {
  return path.ends_with(".png") ? Format::Png : Format::Jpeg;
}
bool writeFile(const std::string &path, const uint8_t *bytes, int width, int height, int channels,
               const std::string &words, int quality) {
  switch (formatOf(path)) {
  case Format::Jpeg:
    return stbi_write_jpg(path.c_str(), width, height, channels, bytes, quality) != 0; // expect tamga-label-synthetic
  case Format::Png:
    return stbi_write_png(path.c_str(), width, height, channels, bytes, 0) != 0; // expect tamga-label-synthetic
  }
  return false;
}
void tell(const char *text, unsigned number) { std::printf("%s %u\n", text, number); } // clean
//--- save.cpp
#include "owner.h"
#include "stb_image_write.h"
bool save(sd_image_t *results, int count, const std::string &base) {
  auto write = [&](const std::string &path, int index) {
    const sd_image_t &picture = results[index];
    if (!picture.data)
      return false;
    bool good = writeFile(path, picture.data, picture.width, picture.height, picture.channel);
    tell("width", picture.width);
    return good;
  };
  int good = 0;
  for (int i = 0; i < count; ++i)
    if (write(base + std::to_string(i) + ".png", i))
      ++good;
  return good != 0;
}
bool saveMask(const Pictures &masks) {
  return stbi_write_png("mask.png", 9, 9, 3, masks[0].data, 0) != 0; // clean
}
//--- main.cpp
#include "owner.h"
bool save(sd_image_t *results, int count, const std::string &base);
bool saveMask(const Pictures &masks);
int main(int count, char **arguments) {
  Pictures results, masks;
  sd_image_t mask = {9, 9, 3, reinterpret_cast<uint8_t *>(arguments[1])};
  masks.push_back(mask);
  if (count > 2) {
    sd_image_t *made = nullptr;
    int number = 1;
    sd_img_gen_params_t parameters{};
    if (!generate_image(nullptr, &parameters, &made, &number))
      made = nullptr;
    results.adopt(made, number);
  }
  if (!results)
    return 1;
  saveMask(masks);
  return save(results.data(), 1, arguments[0]) ? 0 : 1;
}
