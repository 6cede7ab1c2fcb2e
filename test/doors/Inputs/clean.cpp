const char *source();
const char *label(const char *text);
void sink(const char *text);

void show() { sink(label(source())); }
