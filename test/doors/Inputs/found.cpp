const char *source();
void sink(const char *text);

void show() { sink(source()); }
