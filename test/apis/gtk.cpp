// RUN: %check %s --pack kz --check tamga-label-missing --check tamga-label-synthetic -- -std=c++20 -I %S/../mock
// GTK: labels, buffers, dialogs, pictures.
#include "common/sampling.h"
#include "stable-diffusion.h"
#include <gtk/gtk.h>

std::string reply(common_sampler *sampler, llama_context *context) {
  return common_token_to_piece(context, common_sampler_sample(sampler, context, -1));
}

void bare(GtkLabel *label, GtkTextBuffer *buffer, common_sampler *sampler,
          llama_context *context) {
  std::string text = reply(sampler, context);
  gtk_label_set_text(label, text.c_str()); // expect tamga-label-missing
  gtk_text_buffer_set_text(buffer, text.c_str(), -1); // expect tamga-label-missing
  gtk_text_buffer_insert(buffer, nullptr, text.c_str(), -1); // expect tamga-label-missing
  gtk_message_dialog_new(nullptr, 0, 0, 0, "%s", text.c_str()); // expect tamga-label-missing
  g_print("%s\n", text.c_str()); // expect tamga-label-missing
  g_print("%zu\n", text.size()); // clean
}

void joined(GtkLabel *label, common_sampler *sampler, llama_context *context) {
  gchar *text = g_strconcat("AI-generated: ", reply(sampler, context).c_str(), nullptr);
  gtk_label_set_text(label, text); // clean
}

void labelled(GtkLabel *label, common_sampler *sampler, llama_context *context) {
  std::string text = reply(sampler, context);
  text = "AI-generated: " + text; // label
  gtk_label_set_text(label, text.c_str()); // clean
}

gboolean later(gpointer data) {
  auto *label = static_cast<GtkLabel *>(data);
  gtk_label_set_text(label, "ready"); // clean
  return 0;
}
void wait(GtkLabel *label) { g_idle_add(later, label); }

GdkPixbuf *paint(sd_ctx_t *context, const sd_img_gen_params_t *params) {
  sd_image_t *images = nullptr;
  int count = 0;
  generate_image(context, params, &images, &count);
  return gdk_pixbuf_new_from_data(images[0].data, 0, 0, 8, 64, 64, 192, nullptr, nullptr);
}

void pictures(GtkImage *image, sd_ctx_t *context, const sd_img_gen_params_t *params) {
  GdkPixbuf *picture = paint(context, params);
  gtk_image_set_from_pixbuf(image, picture); // expect tamga-label-synthetic
  gdk_pixbuf_save(picture, "out.png", "png", nullptr, nullptr); // expect tamga-label-synthetic
}
