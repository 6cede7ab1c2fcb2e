// OpenBR, openbr/openbr.h: names and signatures.
#pragma once
extern "C" {
void br_initialize(int &argc, char *argv[], const char *sdk_path = "", bool use_gui = false);
void br_set_property(const char *key, const char *value);
void br_enroll(const char *input, const char *gallery = "");
void br_compare(const char *target_gallery, const char *query_gallery, const char *output = "");
typedef void *br_template;
typedef void *br_template_list;
typedef void *br_matrix_output;
br_template br_load_img(const char *data, int len);
br_template_list br_enroll_template(br_template tmpl);
br_matrix_output br_compare_template_lists(br_template_list target, br_template_list query);
float br_get_matrix_output_at(br_matrix_output output, int row, int col);
}
