// All kernels of one instruction set.
#include "toeplitz.h"
