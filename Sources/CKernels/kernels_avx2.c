// The kernels for x86-64 with AVX2 and FMA (16 registers of 4 doubles).
#if defined(__x86_64__)
#define NAME(f) f##_avx2
#define WIDTH 4
#define ROWS 4
#define VECTORS 3
#define LANE_ROWS 8
#define FUSED 1

#include "instruction_set.h"
#pragma clang attribute push(__attribute__((target("arch=x86-64-v3"))), apply_to = function)
#include "kernels.h"
#pragma clang attribute pop
#endif
