#!/usr/bin/env bash
# Counts the instructions of five kernels under callgrind and compares them with Benchmarks/instructions.tsv:
# a count repeats to 1 in 10⁵ on any machine with the same instruction set, where times on a busy one don't.
#
#   Benchmarks/instructions.sh             compares; exit 1 where a count is more than 3 % above its threshold
#   Benchmarks/instructions.sh --record    writes the counts as the new thresholds
#
# Valgrind shows the program a processor without AVX-512, so these are the counts of the AVX2 kernels.
set -euo pipefail
cd "$(dirname "$0")/.."

thresholds=Benchmarks/instructions.tsv
command -v valgrind >/dev/null || .ci/install-deps valgrind
if [ -z "${KERNEL_BENCH:-}" ]; then
  swift build -c release --product kernel-bench
  KERNEL_BENCH=$(swift build -c release --show-bin-path)/kernel-bench
fi

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
# Older valgrinds stop at debug information of a newer kind.
strip --strip-debug -o "$work/kernel-bench" "$KERNEL_BENCH"
# BLAS starts no threads of its own, and chooses the same kernels everywhere.
export OPENBLAS_NUM_THREADS=1 OPENBLAS_CORETYPE=Haswell

count() {
  valgrind --tool=callgrind --callgrind-out-file="$work/$1" "$work/kernel-bench" --once "$1" \
    2>"$work/log" || { cat "$work/log" >&2; exit 70; }
  sed -nE 's/^(summary|totals): ([0-9]+).*/\2/p' "$work/$1" | tail -1
}

# What starting the program costs is taken off.
start=$(count nothing)
if [ "${1:-}" = --record ]; then
  printf 'kernel\tinstructions\n' >"$thresholds"
  for name in $("$work/kernel-bench" --once); do
    [ "$name" = nothing ] || printf '%s\t%d\n' "$name" $(($(count "$name") - start)) | tee -a "$thresholds"
  done
  exit
fi

failed=0
while IFS=$'\t' read -r name threshold; do
  [ "$name" = kernel ] && continue
  now=$(($(count "$name") - start))
  change=$(awk -v now="$now" -v was="$threshold" 'BEGIN { printf "%+.2f", 100 * (now - was) / was }')
  verdict=ok
  if awk -v change="$change" 'BEGIN { exit !(change > 3) }'; then verdict="TOO MANY" failed=1; fi
  printf '%-18s %12d instructions  %s %%  %s\n' "$name" "$now" "$change" "$verdict"
done <"$thresholds"
exit "$failed"
