//===- gtk.h - declarations for tests -------------------------------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// Names and signatures of GTK 3.24 and GLib 2.74.
#pragma once

extern "C" {
typedef struct _GtkLabel GtkLabel;
typedef struct _GtkWidget GtkWidget;
typedef struct _GtkTextBuffer GtkTextBuffer;
typedef struct _GtkTextIter GtkTextIter;
typedef struct _GtkWindow GtkWindow;
typedef struct _GtkImage GtkImage;
typedef struct _GdkPixbuf GdkPixbuf;
typedef struct _GError GError;
typedef unsigned char guchar;
typedef int gint;
typedef char gchar;
typedef int gboolean;
typedef void *gpointer;
typedef void (*GdkPixbufDestroyNotify)(guchar *pixels, gpointer data);
typedef gboolean (*GSourceFunc)(gpointer user_data);
void gtk_label_set_text(GtkLabel *label, const gchar *str);
GtkWidget *gtk_label_new(const gchar *str);
void gtk_text_buffer_set_text(GtkTextBuffer *buffer, const gchar *text, gint len);
void gtk_text_buffer_insert(GtkTextBuffer *buffer, GtkTextIter *iter, const gchar *text,
                            gint len);
GtkWidget *gtk_message_dialog_new(GtkWindow *parent, int flags, int type, int buttons,
                                  const gchar *message_format, ...);
void gtk_image_set_from_pixbuf(GtkImage *image, GdkPixbuf *pixbuf);
GdkPixbuf *gdk_pixbuf_new_from_data(const guchar *data, int colorspace, gboolean has_alpha,
                                    int bits_per_sample, int width, int height, int rowstride,
                                    GdkPixbufDestroyNotify destroy_fn, gpointer destroy_fn_data);
gboolean gdk_pixbuf_save(GdkPixbuf *pixbuf, const char *filename, const char *type,
                         GError **error, ...);
void g_print(const gchar *format, ...);
gchar *g_strconcat(const gchar *string1, ...);
unsigned g_idle_add(GSourceFunc function, gpointer data);
}
