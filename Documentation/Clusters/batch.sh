#!/usr/bin/env bash
# Many commands of urbanmine, shared among the tasks of a Slurm array or the ranks of mpirun.
#
#   sbatch --array=1-16 batch.sh commands.txt
#   mpirun -n 16 ./batch.sh commands.txt
#   ./batch.sh commands.txt                      all of them, here
#
# A line is what stands behind `urbanmine`, quoted as in a shell; empty lines and those that begin with # are
# skipped. Task i of n takes lines i, i + n, and so on. A line that fails stops no other and is named.
# URBANMINE names the program where it is not on the path.
set -euo pipefail

commands=${1:?name a file of commands}
urbanmine=${URBANMINE:-urbanmine}
if [ -n "${SLURM_ARRAY_TASK_ID:-}" ]; then
  task=$((SLURM_ARRAY_TASK_ID - SLURM_ARRAY_TASK_MIN)) tasks=$SLURM_ARRAY_TASK_COUNT
else
  task=${OMPI_COMM_WORLD_RANK:-${PMI_RANK:-0}} tasks=${OMPI_COMM_WORLD_SIZE:-${PMI_SIZE:-1}}
fi

number=0 failed=0
while IFS= read -r line || [ -n "$line" ]; do
  case "$line" in '' | '#'*) continue ;; esac
  number=$((number + 1))
  [ $(((number - 1) % tasks)) -eq "$task" ] || continue
  code=0
  eval "\"\$urbanmine\" $line" </dev/null || code=$?
  if [ "$code" -ne 0 ]; then
    echo "command $number failed with code $code: $line" >&2
    failed=$((failed + 1))
  fi
done <"$commands"
[ "$failed" -eq 0 ] || exit 1
