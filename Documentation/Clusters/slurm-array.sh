#!/usr/bin/env bash
# An ensemble as a Slurm job array: one shard a task, and a last job that merges them.
#
#   TASKS=64 DRAWS=1000000 ./slurm-array.sh copper
#
# MODEL is a bundled model or a path; URBANMINE names the program where it is not on the path. Files go to the
# folder in which the jobs are submitted. A task that is stopped (time limit, preemption) keeps what it has,
# and goes on from there when it is submitted again.
set -euo pipefail

urbanmine=${URBANMINE:-urbanmine}
export MODEL=${MODEL:-${1:?name a model}} DRAWS=${DRAWS:-100000} SEED=${SEED:-1} OF=${OF:-stock.use}
export TASKS=${TASKS:-8} OUT=${OUT:-bands.json}

case "${STEP:-submit}" in
  submit)
    # Slurm copies the script it is given: the copy must find this one.
    array=$(STEP=shard sbatch --parsable --array="1-$TASKS" --cpus-per-task="${CPUS:-1}" --requeue \
      --signal=TERM@60 --output=shard-%a.log --export=ALL "$0")
    merge=$(STEP=merge sbatch --parsable --dependency="afterok:$array" --output=merge.log --export=ALL "$0")
    echo "shards: job $array (1-$TASKS); merge: job $merge, into $OUT"
    ;;
  shard)
    exec "$urbanmine" ensemble "$MODEL" --draws "$DRAWS" --seed "$SEED" --of "$OF" \
      --shard "$SLURM_ARRAY_TASK_ID/$TASKS" --threads "${SLURM_CPUS_PER_TASK:-1}" --resume \
      -o "$SLURM_ARRAY_TASK_ID-of-$TASKS.shard"
    ;;
  merge)
    shards=()
    for task in $(seq "$TASKS"); do shards+=("$task-of-$TASKS.shard"); done
    "$urbanmine" merge "${shards[@]}" -o "$OUT"
    ;;
esac
