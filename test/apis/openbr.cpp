// RUN: %check %s --pack %S/Inputs/kinds.json -- -std=c++20 -I %S/../mock
// OpenBR: faces become templates, and are compared. The algorithm is a string.
#include "openbr/openbr.h"

void enrolled(int argc, char **argv) {
  br_initialize(argc, argv);                        // clean
  br_enroll("people.csv", "people.gal");            // expect tamga-custom-person
  br_compare("people.gal", "visitor.jpg", "s.mtx"); // expect tamga-custom-person
}

float compared(const char *one, int size, br_template_list known) {
  br_template picture = br_load_img(one, size);                   // clean
  br_template_list face = br_enroll_template(picture);            // expect tamga-custom-person
  br_matrix_output output = br_compare_template_lists(known, face); // expect tamga-custom-person
  return br_get_matrix_output_at(output, 0, 0);                   // expect tamga-custom-person
}

void age() { br_set_property("algorithm", "AgeEstimation"); }  // expect tamga-custom-capability
void sex() {
  const char *algorithm = "GenderClassification";
  br_set_property("algorithm", algorithm); // expect tamga-custom-capability
}
void path() { br_set_property("path", "AgeEstimation"); } // clean
const char *words() { return "AgeEstimation"; }            // clean
void face() { br_set_property("algorithm", "FaceDetection"); } // clean
