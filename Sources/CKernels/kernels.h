// All kernels of one instruction set.
#include "balance.h"

#include "tables.h"

#include "toeplitz.h"

#include "series.h"

#include "fourier.h"

#include "vectormath.h"

#include "survival.h"

#include "march.h"

#include "statistics.h"

#include "draws.h"
