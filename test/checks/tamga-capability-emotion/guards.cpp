// RUN: %check %s --pack kz --check tamga-capability-emotion -- -std=c++20 -I %include -I %S/../../mock -isystem /usr/include/opencv4
// What counts as consent to the recognition of emotions, and what does not.
#include "inspireface.h"
#include "tamga/annotations.h"

enum class Purpose { Billing, EmotionRecognition };
bool hasConsent(int person, Purpose purpose);
bool hasConsent(int person, const char *purpose);
void requireEmotionConsent(int person);
void withdrawEmotionConsent(int person);
TAMGA_GUARDS_SUBJECT(guard.consent.emotion, true, arg0) bool signedForm7(int person);
TAMGA_EFFECT("capability kind=capability.emotion subject=arg0") int moodOf(int person);

int byPurpose(int person) {
  if (hasConsent(person, Purpose::EmotionRecognition)) // guard
    return moodOf(person); // clean
  return 0;
}
int byOtherPurpose(int person) {
  if (hasConsent(person, Purpose::Billing))
    return moodOf(person); // expect tamga-capability-emotion
  return 0;
}
int byText(int person) {
  return hasConsent(person, "emotion") ? moodOf(person) : 0; // clean
}
int byOtherText(int person) {
  return hasConsent(person, "marketing") ? moodOf(person) : 0; // expect tamga-capability-emotion
}
int byThrow(int person) {
  requireEmotionConsent(person); // guard
  return moodOf(person); // clean
}
int byOwn(int person) { return signedForm7(person) ? moodOf(person) : -1; } // clean
int ofOther(int person, int other) {
  if (!signedForm7(other))
    return 0;
  return moodOf(person); // expect tamga-capability-emotion
}
int onOnePath(int person, bool isQuick) {
  if (!isQuick && !signedForm7(person))
    return 0;
  return moodOf(person); // expect tamga-capability-emotion
}
int withdrawn(int person) {
  requireEmotionConsent(person);
  withdrawEmotionConsent(person);
  return moodOf(person); // expect tamga-capability-emotion
}

// The check is in one function, the use in another.
static bool mayLook(int person) { return person > 0 && signedForm7(person); }
static int look(int person) { return moodOf(person); } // clean
int ask(int person) { return mayLook(person) ? look(person) : 0; }
