// RUN: %check %s --pack kz --check tamga-capability-content -- -std=c++20 -I %include -I %S/../../mock
// A wall of pictures that visitors ask for: prompts are checked when they come in, results
// when they go out; the birthday wall does neither.
#include "stable-diffusion.h"
#include "stb_image_write.h"
#include <string>

bool isPromptAllowed(const std::string &prompt);
bool isNsfw(const sd_image_t *picture);

class Painter {
public:
  explicit Painter(sd_ctx_t *context) : context(context) {}
  sd_image_t *paint(const std::string &prompt) {
    sd_img_gen_params_t parameters = {};
    parameters.prompt = prompt.c_str();
    sd_image_t *pictures = nullptr;
    int count = 0;
    generate_image(context, &parameters, &pictures, &count);
    return pictures;
  }

private:
  sd_ctx_t *context;
};

static void hang(const char *path, const sd_image_t *picture) {
  stbi_write_png(path, 8, 8, 3, picture->data, 0); // clean
}
static void hangUnseen(const char *path, const sd_image_t *picture) {
  stbi_write_png(path, 8, 8, 3, picture->data, 0); // expect tamga-capability-content
}

class Wall {
public:
  explicit Wall(sd_ctx_t *context) : painter(context) {}
  void ask(const std::string &prompt) {
    if (!isPromptAllowed(prompt)) // guard
      return;
    hang("asked.png", painter.paint(prompt)); // clean
  }
  void show(const std::string &prompt) {
    sd_image_t *picture = painter.paint(prompt);
    if (!isNsfw(picture)) // guard
      hang("shown.png", picture); // clean
  }
  void birthday(const std::string &prompt) { hangUnseen("birthday.png", painter.paint(prompt)); }

private:
  Painter painter;
};

int main(int, char **arguments) {
  Wall wall(nullptr);
  wall.ask(arguments[1]);
  wall.show(arguments[2]);
  wall.birthday(arguments[3]);
}
