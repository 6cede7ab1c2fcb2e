// What clang-tidy defines, the driver defines too: both see the same program.
// RUN: %check %s --pack generic
const char *source();
void sink(const char *text);

#ifdef __clang_analyzer__
void analysed() { sink(source()); } // expect tamga-custom-flow
#else
void compiled() { sink(source()); }
#endif
