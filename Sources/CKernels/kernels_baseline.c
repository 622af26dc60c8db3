// The kernels for what every machine of the architecture has: SSE2 on x86-64, NEON on arm64.
#define NAME(f) f##_baseline
#define WIDTH 2
#define VECTORS 3
#define LANE_ROWS 8
#if defined(__aarch64__)
#define ROWS 8
#define FUSED 1
#else
#define ROWS 4
#define FUSED 0
#endif

#include "instruction_set.h"
#include "kernels.h"
