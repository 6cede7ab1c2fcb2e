// RUN: %check %s --pack kz --check tamga-label-missing --check tamga-label-synthetic --check tamga-label-invalid --check tamga-consent-cross-border -- -std=c++20 -I %S/../mock -I %include
// Qt: texts and pictures in widgets, pictures in files, words painted on them, requests.
#include "common/sampling.h"
#include "stable-diffusion.h"
#include "tamga/annotations.h"
#include <QtWidgets/QtWidgets>

QString reply(common_sampler *sampler, llama_context *context) {
  return QString::fromStdString(
      common_token_to_piece(context, common_sampler_sample(sampler, context, -1)));
}

void bare(QLabel &label, QTextBrowser &browser, QListWidget &list, QClipboard &clipboard,
          common_sampler *sampler, llama_context *context) {
  QString text = reply(sampler, context);
  label.setText(text); // expect tamga-label-missing
  browser.append(text.trimmed()); // expect tamga-label-missing
  list.addItem(text); // expect tamga-label-missing
  clipboard.setText(text); // expect tamga-label-missing
  QMessageBox::information(nullptr, "Answer", text); // expect tamga-label-missing
  label.setText(text.isEmpty() ? "empty" : "ready"); // clean
}

void labelled(QLabel &label, common_sampler *sampler, llama_context *context) {
  QString text = reply(sampler, context);
  text.prepend("AI-generated: "); // label
  label.setText(text); // clean
}

void joined(QPlainTextEdit &edit, common_sampler *sampler, llama_context *context) {
  edit.appendPlainText("AI-generated: " + reply(sampler, context)); // clean
}

void formatted(QTextEdit &edit, common_sampler *sampler, llama_context *context) {
  edit.append(QString("Создано ИИ: %1").arg(reply(sampler, context))); // clean
}

void noticeOnTop(QLabel &label, QTextEdit &edit, common_sampler *sampler,
                 llama_context *context) {
  label.setText("Answers are AI-generated"); // label: anywhere
  edit.setPlainText(reply(sampler, context)); // clean
}

void devices(common_sampler *sampler, llama_context *context) {
  QFile file("answers.txt");
  file.write(reply(sampler, context).toUtf8()); // expect tamga-label-missing
  QByteArray array;
  QBuffer buffer(&array);
  buffer.write(reply(sampler, context).toUtf8()); // clean
  QProcess sort;
  sort.write(reply(sampler, context).toUtf8()); // clean
}

QImage paint(sd_ctx_t *context, const sd_img_gen_params_t *params) {
  sd_image_t *images = nullptr;
  int count = 0;
  generate_image(context, params, &images, &count);
  return QImage(images[0].data, 64, 64, QImage::Format_RGB888).copy();
}

void shown(QLabel &label, sd_ctx_t *context, const sd_img_gen_params_t *params) {
  label.setPixmap(QPixmap::fromImage(paint(context, params))); // expect tamga-label-synthetic
}

void saved(sd_ctx_t *context, const sd_img_gen_params_t *params) {
  paint(context, params).save("bare.png"); // expect tamga-label-synthetic
}

void savedLabelled(sd_ctx_t *context, const sd_img_gen_params_t *params) {
  QImage picture = paint(context, params);
  QPainter painter(&picture);
  painter.drawText(10, 20, "AI-generated"); // label
  picture.setText("DigitalSourceType", // label
                  "http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia");
  picture.save("labelled.png"); // clean
}

void savedByWriter(sd_ctx_t *context, const sd_img_gen_params_t *params) {
  QImage picture = paint(context, params);
  QPainter painter(&picture);
  painter.drawText(QRect(0, 0, 64, 20), 0, "AI-generated"); // label
  QImageWriter writer("written.png");
  writer.setText("Comment", "AI-generated"); // label: anywhere
  writer.write(picture.scaled(32, 32)); // clean
}

void outside(QPainter &painter) {
  painter.drawText(-900, 20, "AI-generated"); // expect tamga-label-invalid
}

struct Patient {
  TAMGA_SOURCE(personal.health.diagnosis) QString diagnosis;
  QString room;
};

void ask(QNetworkAccessManager &manager, const Patient &patient) {
  QNetworkRequest request(QUrl("https://api.openai.com/v1/completions"));
  manager.post(request, patient.diagnosis.toUtf8()); // expect tamga-consent-cross-border
  manager.post(request, patient.room.toUtf8()); // clean
}
