/// What the kernel texts (toeplitz.h, …) need. A file per instruction set defines, before it
/// includes them:
///
///   NAME(f)     the name of f in this instruction set
///   WIDTH       doubles in a vector register
///   ROWS        years in a register tile of the kernel with one curve for all lanes
///   VECTORS     vectors of lanes in that tile
///   LANE_ROWS   years in a register tile of the kernel with a curve per lane
///   FUSED       1 where a·b + c is one instruction, rounded once
///
/// `target_clones` compiles one text for all machines, but the tiles must differ with the number
/// and the width of the registers; and a test can run each of these files, not only the best.
#ifndef URBAN_MINING_INSTRUCTION_SET_H
#define URBAN_MINING_INSTRUCTION_SET_H

#include "CKernels.h"

#include <stddef.h>
#include <stdint.h>
#include <string.h>

/// Lanes in a tile of the kernel with one curve for all lanes.
#define TILE_LANES (WIDTH * VECTORS)

/// Made part of the caller, so that a flag is a constant in it.
#pragma clang diagnostic ignored "-Wpsabi"  // so that no vector is ever passed between machines' ABIs
#define INLINED static inline __attribute__((always_inline))

typedef double vector __attribute__((vector_size(WIDTH * 8), aligned(8)));

#endif
