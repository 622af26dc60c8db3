// The little of MPI that ranks need to share out an ensemble, over whatever MPI it is built with (its
// constants are macros, which Swift can't see). Without the trait MPI nothing is linked and no header needed.
#ifndef CMPI_H
#define CMPI_H

#include <stdint.h>

/// 1 if this build has MPI.
int32_t ranks_are_built_in(void);
/// Joins the other ranks; 0, or an error code. Once in a process.
int32_t ranks_start(void);
/// The number of this rank, from 0.
int32_t ranks_number(void);
/// How many ranks there are.
int32_t ranks_count(void);
/// The smallest of the numbers that all ranks give; each waits for the others.
int32_t ranks_smallest(int32_t number);
/// Leaves the others.
void ranks_end(void);
/// Ends all ranks at once, with this exit code. Does not return where there is MPI.
void ranks_abort(int32_t code);

#endif
