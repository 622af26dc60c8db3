// The kernels for x86-64 with AVX-512 (32 registers of 8 doubles).
#if defined(__x86_64__)
#define NAME(f) f##_avx512
#define WIDTH 8
#define ROWS 8
#define VECTORS 3
#define LANE_ROWS 8
#define FUSED 1

#include "instruction_set.h"
// Without `min_vector_width` clang prefers 256-bit registers here, at half the speed.
#pragma clang attribute push( \
    __attribute__((target("arch=x86-64-v4"), min_vector_width(512))), apply_to = function)
#include "kernels.h"
#pragma clang attribute pop
#endif
