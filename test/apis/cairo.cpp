// RUN: %check %s --pack kz --check tamga-label-synthetic --check tamga-label-invalid -- -std=c++17 -I %S/../mock
// cairo: pictures are painted on a surface, words are written on it, and it becomes a file.
#include "stable-diffusion.h"
#include <cairo/cairo.h>
#include <exiv2/exiv2.hpp>

cairo_surface_t *paint(sd_ctx_t *context, const sd_img_gen_params_t *params) {
  sd_image_t *images = nullptr;
  int count = 0;
  generate_image(context, params, &images, &count);
  return cairo_image_surface_create_for_data(images[0].data, 0, 64, 64, 256);
}

void mark(const std::string &path) {
  auto image = Exiv2::ImageFactory::open(path);
  image->xmpData()["Xmp.iptcExt.DigitalSourceType"] =
      "http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia";
  image->writeMetadata();
}

void bare(sd_ctx_t *context, const sd_img_gen_params_t *params) {
  cairo_surface_t *surface = paint(context, params);
  cairo_surface_write_to_png(surface, "bare.png"); // expect tamga-label-synthetic
}

void labelled(sd_ctx_t *context, const sd_img_gen_params_t *params) {
  cairo_surface_t *surface = paint(context, params);
  cairo_t *cairo = cairo_create(surface);
  cairo_move_to(cairo, 4, 20);
  cairo_show_text(cairo, "AI-generated"); // label
  cairo_surface_write_to_png(surface, "labelled.png"); // clean
  mark("labelled.png"); // label: after
  cairo_destroy(cairo);
}

void onCanvas(sd_ctx_t *context, const sd_img_gen_params_t *params) {
  cairo_surface_t *picture = paint(context, params);
  cairo_surface_t *canvas = cairo_image_surface_create(0, 128, 128);
  cairo_t *cairo = cairo_create(canvas);
  cairo_set_source_surface(cairo, picture, 0, 0);
  cairo_paint(cairo);
  cairo_surface_write_to_png(canvas, "canvas.png"); // expect tamga-label-synthetic
}

void onCanvasLabelled(sd_ctx_t *context, const sd_img_gen_params_t *params) {
  cairo_surface_t *picture = paint(context, params);
  cairo_surface_t *canvas = cairo_image_surface_create(0, 128, 128);
  cairo_t *cairo = cairo_create(canvas);
  cairo_set_source_surface(cairo, picture, 0, 0);
  cairo_paint(cairo);
  cairo_move_to(cairo, 4, 20);
  cairo_show_text(cairo, "AI-generated"); // label
  cairo_surface_write_to_png(canvas, "canvas.png"); // clean
  mark("canvas.png"); // label: after
}

void chart(const char *title) {
  cairo_surface_t *surface = cairo_image_surface_create(0, 128, 128);
  cairo_t *cairo = cairo_create(surface);
  cairo_show_text(cairo, title);
  cairo_surface_write_to_png(surface, "chart.png"); // clean
}

void outside(cairo_t *cairo) {
  cairo_move_to(cairo, -400, 20);
  cairo_show_text(cairo, "AI-generated"); // expect tamga-label-invalid
}

void tiny(cairo_t *cairo) {
  cairo_move_to(cairo, 4, 20);
  cairo_set_font_size(cairo, 1);
  cairo_show_text(cairo, "AI-generated"); // expect tamga-label-invalid
}
