/* libfprint 1.94, fp-device.h, fp-image.h and fp-print.h: names and signatures. */
#pragma once
#include <stddef.h>
#ifdef __cplusplus
extern "C" {
#endif
typedef int gboolean;
typedef void *gpointer;
typedef struct _GError GError;
typedef struct _GCancellable GCancellable;
typedef struct _FpDevice FpDevice;
typedef struct _FpImage FpImage;
typedef struct _FpPrint FpPrint;
typedef void (*FpMatchCb)(FpDevice *device, FpPrint *match, FpPrint *print, gpointer match_data,
                          GError *error);
typedef void (*FpEnrollProgress)(FpDevice *device, int completed_stages, FpPrint *print,
                                 gpointer progress_data, GError *error);
FpImage *fp_device_capture_sync(FpDevice *device, gboolean wait_for_finger,
                                GCancellable *cancellable, GError **error);
FpPrint *fp_device_enroll_sync(FpDevice *device, FpPrint *template_print,
                               GCancellable *cancellable, FpEnrollProgress progress_cb,
                               gpointer progress_data, GError **error);
gboolean fp_device_verify_sync(FpDevice *device, FpPrint *enrolled_print,
                               GCancellable *cancellable, FpMatchCb match_cb,
                               gpointer match_data, gboolean *match, FpPrint **print,
                               GError **error);
const unsigned char *fp_image_get_data(FpImage *self, size_t *len);
FpPrint *fp_print_new(FpDevice *device);
gboolean fp_print_serialize(FpPrint *print, unsigned char **data, size_t *length,
                            GError **error);
#ifdef __cplusplus
}
#endif
