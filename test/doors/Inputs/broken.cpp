#include "no-such-header.h"

int five() { return 5; }
