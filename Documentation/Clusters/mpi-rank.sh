#!/usr/bin/env bash
# One rank of an ensemble under mpirun (Open MPI, MPICH or srun): each rank makes the shard of its number.
#
#   mpirun -n 4 ./mpi-rank.sh copper --draws 100000 --seed 1 --of stock.use
#   urbanmine merge rank-*.shard -o bands.json
#
# MPI starts the ranks and nothing more: shards are files, and no rank waits for another.
set -euo pipefail

rank=${OMPI_COMM_WORLD_RANK:-${PMI_RANK:-${SLURM_PROCID:?start me with mpirun or srun}}}
size=${OMPI_COMM_WORLD_SIZE:-${PMI_SIZE:-${SLURM_NTASKS:?start me with mpirun or srun}}}
exec "${URBANMINE:-urbanmine}" ensemble "$@" --shard "$((rank + 1))/$size" --threads "${THREADS:-1}" \
  -o "rank-$((rank + 1))-of-$size.shard"
