/*===- annotations.h - what code says about itself ---------------------------===*/
/*
 * Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
 * SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
 *
 * The one header of Tamga that a program may include. It says beside a declaration
 * what an API model says in JSON: what a function makes, shows, checks or keeps.
 *
 * Only clang sees anything here, as an `annotate` attribute without effect on the
 * program; for every other compiler all macros expand to nothing. Plain C11 and
 * C++11.
 *
 *   TAMGA_SOURCE(ai.output.text) char *complete(const char *prompt);
 *   void show(TAMGA_SINK(sink.screen) const char *text);
 *   TAMGA_GUARDS(guard.consent, true) bool hasConsent(const User *user);
 *   void keep(TAMGA_USE(personal.contact.email) const char *address);
 *
 * On a function a macro speaks of the result, on a parameter of that argument, on a
 * type or field of the object. Where another place is meant, TAMGA_EFFECT takes the
 * words of an annotation as they are:
 *
 *   TAMGA_EFFECT("sink kind=sink.file at=arg1") void save(FILE *, const char *text);
 */
#ifndef TAMGA_ANNOTATIONS_H
#define TAMGA_ANNOTATIONS_H

#if defined(__clang__)
#define TAMGA_ANNOTATE_(text) __attribute__((annotate(text)))
#else
#define TAMGA_ANNOTATE_(text)
#endif

/* Any effect: `<effect> key=value ...`, as docs/policy.md lists them. */
#define TAMGA_EFFECT(text) TAMGA_ANNOTATE_("tamga:" text)

/* Content of this kind comes into being here. */
#define TAMGA_SOURCE(kind) TAMGA_ANNOTATE_("tamga:source kind=" #kind)
/* The same, of the person that `subject` names: `arg0`, `this`, ... */
#define TAMGA_SOURCE_SUBJECT(kind, subject)                                              \
  TAMGA_ANNOTATE_("tamga:source kind=" #kind " subject=" #subject)

/* What is here reaches people, or leaves the program. */
#define TAMGA_SINK(kind) TAMGA_ANNOTATE_("tamga:sink kind=" #kind)

/* These labels are set on what is here. Several: TAMGA_EFFECT("labels labels=a,b"). */
#define TAMGA_LABELS(bits) TAMGA_ANNOTATE_("tamga:labels labels=" #bits)
/* These labels are removed from what is here. */
#define TAMGA_STRIPS(bits) TAMGA_ANNOTATE_("tamga:strips labels=" #bits)

/* If the call has this outcome (true, false, returns, a number or an enumerator), the
 * guard holds afterwards. */
#define TAMGA_GUARDS(kind, outcome)                                                      \
  TAMGA_ANNOTATE_("tamga:guards kind=" #kind " outcome=" #outcome)
/* The same, for the person that `subject` names. */
#define TAMGA_GUARDS_SUBJECT(kind, outcome, subject)                                     \
  TAMGA_ANNOTATE_("tamga:guards kind=" #kind " outcome=" #outcome " subject=" #subject)
/* The guard no longer holds after this call: withdrawal. */
#define TAMGA_ENDS_GUARDS(kind) TAMGA_ANNOTATE_("tamga:endsGuards kind=" #kind)

/* Calling this, or passing something here, handles data of this kind. */
#define TAMGA_USE(kind) TAMGA_ANNOTATE_("tamga:use kind=" #kind)
/* The same, of the person that `subject` names. */
#define TAMGA_USE_SUBJECT(kind, subject)                                                 \
  TAMGA_ANNOTATE_("tamga:use kind=" #kind " subject=" #subject)

/* Using this at all is a capability of this kind. */
#define TAMGA_CAPABILITY(kind) TAMGA_ANNOTATE_("tamga:capability kind=" #kind)

#endif /* TAMGA_ANNOTATIONS_H */
