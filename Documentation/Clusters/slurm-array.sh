#!/usr/bin/env bash
# An ensemble as a Slurm job array: one shard a task, and a last job that merges them.
#
#   TASKS=64 OUT=bands.json ./slurm-array.sh copper --draws 1000000 --seed 1 --of stock.use
#
# Arguments are those of `urbanmine ensemble`. URBANMINE names the program where it is not on the path, CPUS the cores
# of a task; sbatch reads more from the environment (SBATCH_PARTITION, SBATCH_ACCOUNT, SBATCH_TIMELIMIT, …). Files
# go to the folder in which the jobs are submitted. A task that is stopped (time limit, preemption) keeps what it
# has. Submit the same again: finished shards are not made twice, and the others go on.
set -euo pipefail

urbanmine=${URBANMINE:-urbanmine}
export TASKS=${TASKS:-8} OUT=${OUT:-bands.json}

case "${STEP:-submit}" in
  submit)
    # Slurm copies the script it is given: the copy must find this one. Without B: the signal before a time limit
    # would pass by the batch shell, which the program replaces.
    array=$(STEP=shard sbatch --parsable --array="1-$TASKS" --cpus-per-task="${CPUS:-1}" --requeue \
      --signal=B:TERM@60 --output=shard-%a.log --export=ALL "$0" "$@")
    # After all tasks, also failed ones: the merge then names the shards that are lost.
    merge=$(STEP=merge sbatch --parsable --dependency="afterany:$array" --output=merge.log --export=ALL "$0")
    echo "shards: job $array (1-$TASKS); merge: job $merge, into $OUT"
    ;;
  shard)
    exec "$urbanmine" ensemble "$@" --shard "$SLURM_ARRAY_TASK_ID/$TASKS" \
      --threads "${SLURM_CPUS_PER_TASK:-1}" --resume -o "$SLURM_ARRAY_TASK_ID-of-$TASKS.shard"
    ;;
  merge)
    shards=()
    for task in $(seq "$TASKS"); do shards+=("$task-of-$TASKS.shard"); done
    "$urbanmine" merge "${shards[@]}" -o "$OUT"
    ;;
esac
