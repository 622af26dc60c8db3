"""Measures how long the command line takes to start and to solve a bundled model.

    python3 Benchmarks/start_up.py .build/release/urbanmine

Prints the median, fastest and slowest wall time of 51 runs each, in milliseconds.
"""
import statistics
import subprocess
import sys
import time


def measure(command, runs=51):
    times = []
    for _ in range(runs):
        start = time.perf_counter()
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        times.append(1000 * (time.perf_counter() - start))
    return statistics.median(times), min(times), max(times)


if __name__ == "__main__":
    program = sys.argv[1]
    print(f"{'command':<28}{'median':>9}{'fastest':>9}{'slowest':>9}  ms")
    # `true` is what starting any process costs here.
    for arguments in (["true"], [program, "--version"], [program, "run", "copper"],
                      [program, "run", "--all"]):
        name = " ".join(arguments).replace(program, "urbanmine")
        median, fastest, slowest = measure(arguments)
        print(f"{name:<28}{median:>9.1f}{fastest:>9.1f}{slowest:>9.1f}")
