/* UKUI biometric-authentication, src/lib/biometric_common.h: names and signatures. */
#pragma once
#ifdef __cplusplus
extern "C" {
#endif
typedef struct bio_dev_t bio_dev;
typedef struct feature_info_t {
  int uid;
  int index;
  char *index_name;
} feature_info;
char *bio_ops_capture(bio_dev *dev);
int bio_ops_enroll(bio_dev *dev, int uid, int idx, char *idx_name);
int bio_ops_verify(bio_dev *dev, int uid, int idx);
int bio_ops_identify(bio_dev *dev, int uid, int idx_start, int idx_end);
int bio_ops_clean(bio_dev *dev, int uid, int idx_start, int idx_end);
#ifdef __cplusplus
}
#endif
