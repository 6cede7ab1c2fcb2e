// RUN: %check %s --pack generic --check tamga-custom-ban
// The rule of shape `ban` of the generic pack: calls, types, fields, enumerators, macros and
// literals.
void forbidden();
void allowed();
struct Forbidden {};
struct Record {
  int forbidden;
  int allowed;
};
enum Mode { FORBIDDEN, ALLOWED };
#define FORBIDDEN_FLAG 4
#define ALLOWED_FLAG 8
void open(const char *model);
void set(Mode mode);
void set(int flags);

void calls() {
  forbidden(); // expect tamga-custom-ban
  allowed();
}

void types() {
  Forbidden object; // expect tamga-custom-ban
  (void)object;
}

int fields(const Record &record) {
  return record.forbidden; // expect tamga-custom-ban
}
int otherField(const Record &record) { return record.allowed; }

void names() {
  set(FORBIDDEN); // expect tamga-custom-ban
  set(ALLOWED);
  set(FORBIDDEN_FLAG); // expect tamga-custom-ban
  set(ALLOWED_FLAG);
}

void literals() {
  open("forbidden-model.onnx"); // expect tamga-custom-ban
  open("allowed-model.onnx");
}
