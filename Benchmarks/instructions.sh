#!/usr/bin/env bash
# Counts the instructions of five kernels under callgrind and compares them with Benchmarks/instructions.tsv:
# a count repeats to 1 in 10⁵ on any machine with the same instruction set, where times on a busy one don't.
#
#   Benchmarks/instructions.sh             compares; exit 1 where a count is more than 3 % above its threshold
#   Benchmarks/instructions.sh --record    writes the counts as the new thresholds
#
# Valgrind shows the program a processor without AVX-512: with AVX2 where the machine has it, else the
# baseline. What the program then uses is asked first, and counts are only compared with thresholds of
# the same instruction set; on a machine for which there are none (arm64, x86-64 before 2013) the check
# says so and passes, as it does where there is no valgrind to be had (macOS).
set -euo pipefail
cd "$(dirname "$0")/.."

thresholds=Benchmarks/instructions.tsv
if ! command -v valgrind >/dev/null; then
  if [ "$(uname -s)" = Darwin ]; then
    echo "instruction counts: there is no valgrind for this system, nothing compared"
    exit
  fi
  .ci/install-deps valgrind
fi
if [ -z "${KERNEL_BENCH:-}" ]; then
  # The same flags as `make build`, or everything would be built again.
  flags=(-c release)
  if [ "$(uname -s)" = Linux ]; then flags+=(--static-swift-stdlib); fi
  swift build "${flags[@]}" --product kernel-bench
  KERNEL_BENCH=$(swift build "${flags[@]}" --show-bin-path)/kernel-bench
fi

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
# Older valgrinds stop at debug information of a newer kind.
strip --strip-debug -o "$work/kernel-bench" "$KERNEL_BENCH"
# BLAS starts no threads of its own, and chooses the same kernels everywhere.
export OPENBLAS_NUM_THREADS=1 OPENBLAS_CORETYPE=Haswell

set=$(valgrind --tool=none --log-file="$work/log" "$work/kernel-bench" --set) \
  || { cat "$work/log" >&2; exit 70; }
set="$set $(uname -m)"

count() {
  valgrind --tool=callgrind --callgrind-out-file="$work/$1" --log-file="$work/log" \
    "$work/kernel-bench" --once "$1" || { cat "$work/log" >&2; exit 70; }
  sed -nE 's/^(summary|totals): ([0-9]+).*/\2/p' "$work/$1" | tail -1
}

# What starting the program costs is taken off.
start=$(count nothing)
if [ "${1:-}" = --record ]; then
  others=$(awk -F '\t' -v set="$set" 'NR > 1 && $1 != set' "$thresholds")
  {
    printf 'instruction set\tkernel\tinstructions\n'
    if [ -n "$others" ]; then printf '%s\n' "$others"; fi
    for name in $("$work/kernel-bench" --once); do
      [ "$name" = nothing ] || printf '%s\t%s\t%d\n' "$set" "$name" $(($(count "$name") - start))
    done
  } >"$work/recorded"
  cat "$work/recorded" >"$thresholds"
  cat "$thresholds"
  exit
fi

compared=0 failed=0
while IFS=$'\t' read -r of name threshold; do
  [ "$of" = "$set" ] || continue
  now=$(($(count "$name") - start))
  change=$(awk -v now="$now" -v was="$threshold" 'BEGIN { printf "%+.2f", 100 * (now - was) / was }')
  verdict=ok
  if awk -v change="$change" 'BEGIN { exit !(change > 3) }'; then verdict="TOO MANY" failed=1; fi
  printf '%-18s %12d instructions  %s %%  %s\n' "$name" "$now" "$change" "$verdict"
  compared=$((compared + 1))
done <"$thresholds"
if [ "$compared" -eq 0 ]; then
  echo "instruction counts: no thresholds for $set, nothing compared"
fi
exit "$failed"
