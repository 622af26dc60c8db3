"""The benchmark against the peers: `make bench`, or with small sizes `make bench QUICK=1`.

    python Benchmarks/bench.py [--quick | --render] [--into FOLDER]

Every case is solved by our program (one thread) and by each peer, alternately, in processes of their own
with a memory cap and a time-out. The numbers must agree, else no page is written and the exit code is 1.
Then RESULTS.md and time-against-size.svg are written into the folder (Benchmarks; .venv/bench for
--quick), and the raw times into .venv/bench/results.json, from which --render writes them again.
"""
import argparse
import contextlib
import datetime
import importlib.metadata
import json
import math
import os
import pathlib
import platform
import resource
import subprocess
import sys
import time

import report
import start_up

ROOT = pathlib.Path(__file__).resolve().parent.parent
STOCK_BENCH = ROOT / ".build/release/stock-bench"
URBANMINE = ROOT / ".build/release/urbanmine"
RAW = ROOT / ".venv/bench/results.json"

FAMILIES = ["normal", "lognormal", "weibull"]
SIZES = [(120, 1), (120, 1000), (120, 10**4), (120, 10**5), (1000, 1), (1000, 1000), (10**4, 1)]
QUICK_SIZES = [(120, 1), (120, 1000)]
PEERS = ["flodym", "sodym", "numpy", "scipy"]

MEMORY = 7 << 30  # bytes a process may map
TOLERANCE = 1e-10
# Peers that are known to be wrong (see Agreement in RESULTS.md): their times count, their numbers can't agree.
DEFECTS = {("sodym", "lognormal"): "log-normal inverted: σ² = ln(1 + mean²/sd²), as in ODYM"}
# Σ stock of T = 120, K = 1000, computed once with ODYM's convention by an independent program.
CHECK_VALUES = {"normal": 16332625.2175411, "weibull": 15943011.2192688}

PINNED = {name: os.environ[name] for name in ("OPENBLAS_CORETYPE", "OPENBLAS_L2_SIZE")
          if name in os.environ}
# One thread for everyone; OpenBLAS chooses its kernels by what the machine has.
ENVIRONMENT = {name: value for name, value in os.environ.items() if name not in PINNED} | {
    name: "1" for name in ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS")}


class Child:
    """A program that prints lines of JSON, run to its end or to its limits."""

    def __init__(self, command, timeout=120, environment=ENVIRONMENT):
        def limit():
            with contextlib.suppress(ValueError, OSError):
                resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        start = time.monotonic()
        process = subprocess.Popen(
            [str(part) for part in command], env=environment, preexec_fn=limit, text=True,
            stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        self.fault = None
        try:
            output, errors = process.communicate(timeout=timeout)
            if process.returncode != 0:
                last = errors.strip().splitlines()[-1:] or ["no message"]
                self.fault = f"exit code {process.returncode}: {last[0]}"
        except subprocess.TimeoutExpired:
            process.kill()
            output, _ = process.communicate()
            self.fault = f"time-out: more than {timeout} s"
        self.seconds = time.monotonic() - start
        self.lines = [json.loads(line) for line in output.splitlines() if line.endswith("}")]


def ours(periods, lanes, family, *options, repeats=None, environment=ENVIRONMENT):
    """A line of stock-bench; without a number of repeats as many as fit into half a second."""
    def run(count, *more):
        child = Child([STOCK_BENCH, "--periods", periods, "--lanes", lanes, "--family", family,
                       "--repeats", count, *options, *more], environment=environment)
        if child.fault:
            sys.exit(f"stock-bench: {child.fault}")
        return child.lines[-1]
    if repeats is None:
        first = run(1)
        repeats = max(3, min(500, int(0.5 / sum(sum(t) for t in first["times"].values()))))
    line = run(repeats, "--series", min(3, lanes), "--machine")
    # As with the peers, the first pass also warms up: it counts only where there is no other.
    line["times"] = {name: times[1:] or times for name, times in line["times"].items()}
    return line


class Case:
    """A size and a family, with what each tool took and found."""

    def __init__(self, periods, lanes, family):
        self.record = {"periods": periods, "lanes": lanes, "family": family, "tools": {}}
        self.arguments = (periods, lanes, family)
        self.results = {}  # (tool, operation, method): (sum, series)

    def tool(self, name):
        return self.record["tools"].setdefault(
            name, {"times": {}, "peakMemory": None, "idleMemory": None, "faults": []})

    def add_times(self, name, operation, method, times):
        methods = self.tool(name)["times"].setdefault(operation, {})
        methods[method] = methods.get(method, []) + times

    def run_ours(self):
        line = ours(*self.arguments)
        tool = self.tool("ours")
        for operation, times in line["times"].items():
            self.add_times("ours", operation, "urban-mining", times)
        tool["peakMemory"] = max(line.get("peakMemory") or 0, tool["peakMemory"] or 0) or None
        tool["machine"] = line["machine"]
        for operation, total, series in (("inflow", "stock", "stock"),
                                         ("stock", "recoveredInflow", "recoveredInflow")):
            self.results["ours", operation, "urban-mining"] = line["sums"][total], {
                str(lane["lane"]): lane[series] for lane in line["series"]}

    def run_peer(self, name, seconds, timeout):
        tool = self.tool(name)
        # What failed, or is slow enough to be known from one run, isn't run again.
        if tool["faults"] or tool.get("seconds", 0) > 10:
            return
        child = Child([sys.executable, ROOT / "Benchmarks/peers.py", name, *self.arguments, seconds,
                       min(3, self.arguments[1])], timeout)
        tool["seconds"] = child.seconds
        times = {}
        for line in child.lines:
            key = line.get("operation"), line.get("method")
            if "times" in line:
                times[key] = line["times"]
                if "sum" in line:
                    self.results[name, *key] = line["sum"], line["series"]
            elif "error" in line:
                tool["faults"].append(f"{line['operation']}: {line['error']}")
            else:
                tool["peakMemory"] = max(line["peakMemory"] or 0, tool["peakMemory"] or 0) or None
                tool["idleMemory"] = line["idleMemory"]
        for (operation, method), elapsed in times.items():
            self.add_times(name, operation, method, elapsed)
        if child.fault:
            tool["faults"].append(child.fault)

    def check(self):
        """The differences from our numbers, relative, and those that are beyond the tolerance."""
        differences, wrong = [], []
        for (name, operation, method), (total, series) in self.results.items():
            own_total, own = self.results["ours", operation, "urban-mining"]
            if name == "ours":
                continue
            pairs = [(total, own_total)] + [
                pair for lane in own for pair in zip(series[lane], own[lane], strict=True)]
            # What isn't a number differs infinitely.
            difference = max(abs(theirs - value) / abs(value) if math.isfinite(theirs) else math.inf
                             for theirs, value in pairs)
            defect = DEFECTS.get((name, self.record["family"]))
            differences.append({"tool": name, "operation": operation, "method": method,
                                "difference": difference, "defect": defect})
            if not (difference <= TOLERANCE or defect):
                wrong.append(f"{self.arguments} {operation}: {method} differs by {difference:.1e}")
        self.record["differences"] = differences
        check_value = CHECK_VALUES.get(self.record["family"])
        if self.arguments[:2] == (120, 1000) and check_value:
            total, _ = self.results["ours", "inflow", "urban-mining"]
            difference = abs(total - check_value) / check_value
            self.record["checkValue"] = {"value": check_value, "difference": difference}
            if not difference <= 1e-12:
                wrong.append(f"{self.arguments}: Σ stock is {total!r}, not {check_value!r}")
        return wrong


def run_cases(sizes, rounds, seconds, timeout):
    cases, wrong = [], []
    for periods, lanes in sizes:
        for family in FAMILIES:
            case = Case(periods, lanes, family)
            for number in range(rounds):
                order = ["ours", *PEERS]
                for name in order if number % 2 == 0 else reversed(order):
                    if name == "ours":
                        case.run_ours()
                    else:
                        case.run_peer(name, seconds, timeout)
            wrong += case.check()
            cases.append(case.record)
            print(report.progress(case.record), flush=True)
    return cases, wrong


def blas(environment):
    return Child([sys.executable, ROOT / "Benchmarks/peers.py", "machine"],
                 environment=environment).lines[-1]


def describe_machine():
    def first(path, start):
        with contextlib.suppress(OSError), open(path) as file:
            for line in file:
                if line.startswith(start):
                    return line.split(":" if ":" in line else "=", 1)[1].strip().strip('"')
        return None

    def output(*command):
        with contextlib.suppress(OSError):
            return subprocess.run(command, capture_output=True, text=True, cwd=ROOT).stdout.strip()
        return ""
    changed = [line for line in output("git", "status", "--porcelain").splitlines()
               if not line.endswith(("RESULTS.md", "time-against-size.svg"))]
    return {
        "processor": first("/proc/cpuinfo", "model name") or platform.processor(),
        "family": " ".join(f"{what} {first('/proc/cpuinfo', what)}"
                           for what in ("cpu family", "model\t", "stepping")).replace("\t", ""),
        "cores": os.cpu_count(),
        "memory": os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES"),
        "system": f"{first('/etc/os-release', 'PRETTY_NAME') or platform.system()}, "
                  f"kernel {platform.release()}",
        "load": os.getloadavg()[0],
        "date": datetime.datetime.now(datetime.timezone.utc).strftime("%Y-%m-%d %H:%M UTC"),
        "commit": output("git", "rev-parse", "--short", "HEAD")
                  + (" with uncommitted changes" if changed else ""),
        "swift": (output("swift", "--version").splitlines() or ["-"])[0],
        "python": platform.python_version(),
        "packages": {name: importlib.metadata.version(name)
                     for name in ("flodym", "sodym", "numpy", "scipy")},
        "pinned": PINNED,
    }


def run_all(quick):
    machine = describe_machine()
    rates = {"free": [blas(ENVIRONMENT)], "pinned": [blas(ENVIRONMENT | PINNED)]}
    results = {"machine": machine, "quick": quick, "memoryCap": MEMORY, "tolerance": TOLERANCE}
    if quick:
        results["cases"], results["wrong"] = run_cases(QUICK_SIZES, 1, 0.1, 20)
    else:
        results["cases"], results["wrong"] = run_cases(SIZES, 2, 0.6, 120)

    blocks = [(120, 1000), (1000, 1000)]
    repeats = 3 if quick else None
    results["shared"] = [ours(*size, "normal", "--shared-lifetime") for size in blocks]
    results["cohorts"] = [
        ours(periods, lanes, "normal", "--operation", "cohorts", repeats=repeats or 20)
        for periods, lanes in ((120, 500), (1000, 10))]
    results["scaling"] = [ours(periods, 1, family, repeats=repeats)
                          for periods in (500, 1000, 2000, 4000, 10**4) for family in FAMILIES]
    results["pinnedRuns"] = [
        {"sharedLifetime": bool(options), "free": ours(120, 1000, "normal", *options, repeats=20),
         "pinned": ours(120, 1000, "normal", *options, repeats=20,
                        environment=ENVIRONMENT | PINNED)}
        for options in ([], ["--shared-lifetime"])] if PINNED else []
    results["allocator"] = [] if quick or platform.system() != "Linux" else allocator()
    runs = 5 if quick else 51
    results["startUp"] = [
        {"command": " ".join(["urbanmine", *arguments]) if program else arguments[0],
         "milliseconds": start_up.measure(program + arguments, runs), "runs": runs}
        for program, arguments in (
            ([], ["true"]), ([str(URBANMINE)], ["--version"]), ([str(URBANMINE)], ["run", "copper"]),
            ([str(URBANMINE)], ["run", "--all"]))]
    rates["free"].append(blas(ENVIRONMENT))
    rates["pinned"].append(blas(ENVIRONMENT | PINNED))
    results["blas"] = {name: max(lines, key=lambda line: line["matrixProduct"])
                       for name, lines in rates.items()}
    return results


def allocator():
    """The time of (120, 1000) with glibc's own policy for freed memory and with ours, both for both."""
    # An empty GLIBC_TUNABLES changes nothing in glibc and tells our library to change nothing either.
    policies = {"glibc's own": {"GLIBC_TUNABLES": ""},
                "64 MB are kept": {"MALLOC_TRIM_THRESHOLD_": str(64 << 20),
                                   "MALLOC_MMAP_THRESHOLD_": str(16 << 20)}}
    rows = []
    for name, variables in policies.items():
        environment = ENVIRONMENT | variables
        mine = ours(120, 1000, "weibull", repeats=50, environment=environment)
        child = Child([sys.executable, ROOT / "Benchmarks/peers.py", "numpy", 120, 1000, "weibull",
                       0.6, 1], environment=environment)
        theirs = {line["operation"]: line["times"] for line in child.lines if "times" in line}
        rows.append({"policy": name, "ours": mine["times"], "numpy": theirs})
    return rows


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--quick", action="store_true", help="small sizes, under a minute")
    parser.add_argument("--render", action="store_true", help="write the last results again")
    parser.add_argument("--into", type=pathlib.Path, help="the folder of RESULTS.md and the chart")
    options = parser.parse_args()
    start = time.monotonic()
    if options.render:
        results = json.loads(RAW.read_text())
    else:
        results = run_all(options.quick)
        results["minutes"] = (time.monotonic() - start) / 60
        RAW.parent.mkdir(parents=True, exist_ok=True)
        RAW.write_text(json.dumps(results))
    if results["wrong"]:
        sys.exit("the numbers don't agree:\n  " + "\n  ".join(results["wrong"]))
    folder = options.into or (RAW.parent if results["quick"] else ROOT / "Benchmarks")
    text = report.results_text(results)
    (folder / "RESULTS.md").write_text(text)
    report.draw(results, folder / "time-against-size.svg")
    print("\n" + text)
    print(f"Written to {folder}/RESULTS.md after {results['minutes']:.1f} minutes.")


if __name__ == "__main__":
    main()
