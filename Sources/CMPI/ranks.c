#include "CMPI.h"

#ifdef USE_MPI

// Debian and Ubuntu keep it in a folder; elsewhere CPATH or the compiler's own folders lead to it.
#if __has_include(<mpi.h>)
#include <mpi.h>
#elif __has_include(<mpi/mpi.h>)
#include <mpi/mpi.h>
#else
#error "mpi.h is missing: install libopenmpi-dev, or let CPATH name the folder that holds it"
#endif

int32_t ranks_are_built_in(void) { return 1; }

int32_t ranks_start(void) {
  int given = 0;
  // Other threads compute, but only the first one calls MPI.
  return MPI_Init_thread(0, 0, MPI_THREAD_FUNNELED, &given) == MPI_SUCCESS ? 0 : 1;
}

int32_t ranks_number(void) {
  int number = 0;
  MPI_Comm_rank(MPI_COMM_WORLD, &number);
  return number;
}

int32_t ranks_count(void) {
  int count = 1;
  MPI_Comm_size(MPI_COMM_WORLD, &count);
  return count;
}

int32_t ranks_smallest(int32_t number) {
  int own = number, smallest = number;
  MPI_Allreduce(&own, &smallest, 1, MPI_INT, MPI_MIN, MPI_COMM_WORLD);
  return smallest;
}

void ranks_end(void) { MPI_Finalize(); }

void ranks_abort(int32_t code) { MPI_Abort(MPI_COMM_WORLD, code); }

#else

int32_t ranks_are_built_in(void) { return 0; }
int32_t ranks_start(void) { return 1; }
int32_t ranks_number(void) { return 0; }
int32_t ranks_count(void) { return 1; }
int32_t ranks_smallest(int32_t number) { return number; }
void ranks_end(void) {}
void ranks_abort(int32_t code) { (void)code; }

#endif
