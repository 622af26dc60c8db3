"""RESULTS.md and its chart from the results of bench.py. All numbers come from there."""
import math
import statistics

OPERATIONS = ["survival", "inflow", "stock"]
# An assumption, for the floor of the survival curves: an exponential, and a polynomial or a power.
OPERATIONS_PER_EVALUATION = 40
COLUMNS = ["flodym", "sodym", "numpy/scipy"]


# MARK: what was measured

def median(record, tool, operation, method=None):
    """The median time of an operation, of the fastest method if none is named; None if it failed."""
    methods = record["tools"].get(tool, {}).get("times", {}).get(operation, {})
    times = [statistics.median(times) for name, times in methods.items() if method in (None, name)]
    return min(times, default=None)


def best(record, column, operation):
    """A column of the tables: for numpy/scipy the fastest that either can do."""
    tools = ["numpy", "scipy"] if column == "numpy/scipy" else [column]
    return min((time for tool in tools
                if (time := median(record, tool, operation)) is not None), default=None)


def fastest_method(record, operation):
    methods = {name: statistics.median(times) for tool in ("numpy", "scipy")
               for name, times in
               record["tools"].get(tool, {}).get("times", {}).get(operation, {}).items()}
    return min(methods, key=methods.get, default=None)


def total(record, column):
    times = [best(record, column, operation) for operation in OPERATIONS]
    return None if None in times else sum(times)


def ratio(record, column, operation=None):
    theirs = total(record, column) if operation is None else best(record, column, operation)
    mine = total(record, "ours") if operation is None else best(record, "ours", operation)
    return None if theirs is None else theirs / mine


def line_total(line):
    """The same for a line of stock-bench."""
    return sum(statistics.median(line["times"][operation]) for operation in OPERATIONS)


def work(operation, periods, lanes):
    """The operations and bytes that can't be avoided: the fewest of the direct sum and an FFT; every array
    (curves, inflow, stock, outflow) moved once."""
    if operation == "survival":
        return OPERATIONS_PER_EVALUATION * periods * lanes, 8 * periods * lanes, "evaluate"
    length = 2 ** math.ceil(math.log2(2 * periods))
    transforms = 7.5 * length * math.log2(length) + 6 * length
    direct = periods * (periods + 1)
    name = "direct" if direct <= transforms else "FFT"
    return min(direct, transforms) * lanes, 4 * 8 * periods * lanes, name


def floor(record, operation, rate):
    flops, moved, _ = work(operation, record["periods"], record["lanes"])
    return max(flops / rate, moved / record["tools"]["ours"]["machine"]["triadOfCase"])


def slope(points):
    """The exponent p of time = a · size^p, by least squares of the logarithms."""
    x, y = zip(*((math.log(size), math.log(time)) for size, time in points))
    return statistics.linear_regression(x, y).slope


# MARK: how it is written

def seconds(value):
    if value is None:
        return "–"
    for factor, unit in ((1, "s"), (1e3, "ms"), (1e6, "µs")):
        if value * factor >= 0.9995:
            break
    return f"{digits(value * factor)} {unit}"


def digits(value):
    """Three digits."""
    places = max(0, 2 - math.floor(math.log10(abs(value)))) if value else 0
    return f"{value:,.{places}f}"


def times(value):
    return "–" if value is None else f"{digits(value)} ×" if value < 100 else f"{value:,.0f} ×"


def megabytes(value):
    return "–" if value is None else f"{value / 1e6:,.0f} MB"


def rate(value):
    return f"{value / 1e9:.1f} GFLOP/s"


def bandwidth(value):
    return f"{value / 1e9:.1f} GB/s"


def table(header, rows):
    lines = [header, ["---"] + ["--:"] * (len(header) - 1), *rows]
    return "\n".join("| " + " | ".join(str(cell) for cell in line) + " |" for line in lines)


def size_name(periods, lanes):
    return f"({periods:,}, {lanes:,})"


def name(record):
    return f"{size_name(record['periods'], record['lanes'])} {record['family']}"


def progress(record):
    parts = [f"{column} {seconds(total(record, column))}" for column in ["ours", *COLUMNS]]
    return f"{name(record):<24} " + ", ".join(parts)


def failure(record, column):
    """What stands in the place of a time that isn't there."""
    faults = record["tools"].get(column, {}).get("faults", [])
    if any("MemoryError" in fault for fault in faults):
        return "MemoryError"
    return "time-out" if any("time-out" in fault for fault in faults) else "failed" if faults else "–"


def flag(record, column):
    wrong = any(entry["defect"] and entry["tool"] == column for entry in record["differences"])
    return " ¹" if wrong else ""


# MARK: the aims

def in_the_way(record, peak):
    """Where our time goes, and how far each part is from its floor."""
    parts = []
    for operation in OPERATIONS:
        mine = best(record, "ours", operation)
        share = mine / total(record, "ours")
        above = times(mine / floor(record, operation, peak))
        parts.append(f"{operation} {share:.0%}, {above} its floor")
    made = median(record, "ours", "lifetimes")
    parts[0] += f" ({made / total(record, 'ours'):.0%} is making the lifetimes)"
    return "; ".join(parts)


def aims(results):
    """Rows of aim, measured, reached (None if not measured), what is in the way."""
    cases, peak = results["cases"], results["blas"]["free"]["matrixProduct"]
    rows = []

    def find(periods, lanes):
        return [case for case in cases if (case["periods"], case["lanes"]) == (periods, lanes)]

    def at_least(text, limit, size, column, operation=None):
        found = [case for case in find(*size) if ratio(case, column, operation) is not None]
        if not found:
            return rows.append((text, "not measured", None, ""))
        worst = min(found, key=lambda case: ratio(case, column, operation))
        values = ", ".join(
            f"{case['family']} {times(ratio(case, column, operation))}" for case in found)
        reached = ratio(worst, column, operation) >= limit
        rows.append((text, values, reached, "" if reached else
                     f"{worst['family']}: {in_the_way(worst, peak)}"))

    at_least("≥ 500 × flodym at (120, 1000)", 500, (120, 1000), "flodym")
    at_least("≥ 500 × flodym at (120, 10,000)", 500, (120, 10**4), "flodym")
    at_least("≥ 8 × plain numpy/scipy at (120, 1000), its fastest method for each operation", 8,
             (120, 1000), "numpy/scipy")

    text = "≥ scipy's FFT at (10,000, 1), inflow-driven"
    found = [(case, median(case, "scipy", "inflow", "fftconvolve")) for case in find(10**4, 1)]
    if found:
        ratios = [(theirs / best(case, "ours", "inflow"), case) for case, theirs in found]
        worst, case = min(ratios, key=lambda pair: pair[0])
        rows.append((text, ", ".join(f"{case['family']} {times(value)}" for value, case in ratios),
                     worst >= 1, "" if worst >= 1 else in_the_way(case, peak)))
    else:
        rows.append((text, "not measured", None, ""))

    text, found = "(1000, 1000) solved in < 100 MB, where flodym fails", find(1000, 1000)
    if found:
        most = max(case["tools"]["ours"]["peakMemory"] or math.inf for case in found)
        theirs = failure(found[0], "flodym")
        rows.append((text, f"ours {megabytes(most)}; flodym: {theirs}",
                     most < 100e6 and theirs != "–",
                     "" if most < 100e6 else f"{most / 8e6:.0f} arrays of T·K at once"))
    else:
        rows.append((text, "not measured", None, ""))

    shares = [(line, line["periods"] * (line["periods"] + 1) * line["lanes"],
               statistics.median(line["times"]["inflow"])) for line in results["shared"]]
    reached = all(flops / time >= 0.75 * peak for _, flops, time in shares)
    rows.append((
        "lanes with one lifetime ≥ 75 % of the dgemm rate beside it (all of inflow-driven)",
        ", ".join(f"{size_name(line['periods'], line['lanes'])} {flops / time / peak:.0%} "
                  f"({rate(flops / time)})" for line, flops, time in shares), reached,
        "" if reached else "; ".join(
            f"{size_name(line['periods'], line['lanes'])} takes {seconds(time)}, the product alone at "
            f"the rate of dgemm {seconds(flops / peak)}, three arrays moved once "
            f"{seconds(24 * line['periods'] * line['lanes'] / line['machine']['triadOfCase'])}"
            for line, flops, time in shares)))

    # Of each lane two tables are written, stock and outflow, and one is read again.
    shares = [(line, 2 * line["periods"] ** 2 * line["lanes"],
               statistics.median(line["times"]["cohorts"]),
               line["machine"]["triadOfMemory"]) for line in results["cohorts"]]
    reached = all(8 * count / time >= 0.6 * triad for _, count, time, triad in shares)
    rows.append((
        "cohort tables ≥ 60 % of the triad's bandwidth from memory (bytes written, lane after lane)",
        ", ".join(f"T = {line['periods']:,}: {8 * count / time / triad:.0%} "
                  f"({bandwidth(8 * count / time)})" for line, count, time, triad in shares), reached,
        "" if reached else "; ".join(
            f"T = {line['periods']:,}: {1e9 * time / count:.2f} ns for a number of the table, "
            f"{8e9 / triad:.2f} ns to write it at the triad's rate"
            for line, count, time, triad in shares)))

    exponents = []
    for family in sorted({case["family"] for case in cases}):
        points = [(case["lanes"], total(case, "ours")) for case in cases
                  if case["family"] == family and case["periods"] == 120 and case["lanes"] >= 1000]
        if len(points) > 1:
            exponents.append((family, slope(points)))
    rows.append(("cost linear in K (exponent ≤ 1.05, T = 120, K from 1000 up)",
                 ", ".join(f"{family} {value:.2f}" for family, value in exponents) or "not measured",
                 all(value <= 1.05 for _, value in exponents) if exponents else None,
                 "" if all(value <= 1.05 for _, value in exponents)
                 else "arrays no longer fit into the caches: the triad falls from "
                 + " to ".join(bandwidth(case["tools"]["ours"]["machine"]["triadOfCase"])
                               for case in (find(120, 1000)[0], find(120, 10**5)[0]))))

    exponents = {}
    for operation in [*OPERATIONS, "all"]:
        for family in sorted({line["family"] for line in results["scaling"]}):
            points = [(line["periods"], line_total(line) if operation == "all"
                       else statistics.median(line["times"][operation]))
                      for line in results["scaling"] if line["family"] == family]
            exponents[operation, family] = slope(points)
    whole = {family: value for (operation, family), value in exponents.items() if operation == "all"}
    reached = all(value <= 1.3 for value in whole.values())
    rows.append(("cost at most T^1.3 from T = 500 up (one series)",
                 ", ".join(f"{family} T^{value:.2f}" for family, value in whole.items()), reached,
                 "" if reached else "exponents of the parts: " + ", ".join(
                     f"{operation} " + "{:.2f}".format(max(
                         value for (part, _), value in exponents.items() if part == operation))
                     for operation in OPERATIONS)))
    return rows


# MARK: the page

def results_text(results):
    machine, peak = results["machine"], results["blas"]["free"]["matrixProduct"]
    sections = [
        "# Results of `make bench`",
        "Written by `Benchmarks/bench.py`; nothing here is typed by hand."
        + (" **A quick run with small sizes: only good for trying the script.**"
           if results["quick"] else ""),
        machine_section(results),
        "## Aims", aims_table(results),
        "## Time and memory", totals_section(results),
        "![time against T and against K, both axes logarithmic](time-against-size.svg)",
        "## Operation by operation", operations_section(results, peak),
        "## All methods of numpy and scipy", methods_section(results),
        "## Agreement", agreement_section(results),
        "## What failed", failures_section(results),
    ]
    if results["pinnedRuns"]:
        sections += ["## With the kernels of an older core", pinned_section(results)]
    if results.get("allocator"):
        sections += ["## What freed memory costs", allocator_section(results)]
    sections += ["## Start-up", start_up_section(results)]
    return "\n\n".join(sections) + "\n"


def machine_section(results):
    machine, blas = results["machine"], results["blas"]
    memory = max(case["tools"]["ours"]["machine"]["triadOfMemory"] for case in results["cases"])
    packages = ", ".join(f"{name} {version}" for name, version in machine["packages"].items())
    rows = [
        ("date", machine["date"]), ("commit", machine["commit"]),
        ("processor", f"{machine['processor']} ({machine['family']}), {machine['cores']} cores, "
                      f"{machine['memory'] / 2**30:.0f} GiB"),
        ("system", machine["system"]),
        ("load before the run", f"{machine['load']:.1f}"),
        ("versions", f"{machine['swift']}; Python {machine['python']}, {packages}"),
        ("OpenBLAS of ours", f"{blas['free']['version']}, core {blas['free']['core']}, dgemm "
                             f"{rate(blas['free']['matrixProduct'])} on one thread"),
    ]
    if machine["pinned"]:
        pins = " ".join(f"{key}={value}" for key, value in machine["pinned"].items())
        rows.append((f"with `{pins}`", f"core {blas['pinned']['core']}, dgemm "
                                       f"{rate(blas['pinned']['matrixProduct'])}"))
    rows.append(("triad from memory", f"{bandwidth(memory)} on one thread"))
    note = (
        "Everyone computes on one thread, each in a process of its own that may map "
        f"{results['memoryCap'] / 2**30:.0f} GiB, alternately, in {results['minutes']:.1f} minutes "
        "altogether. "
        + ("The variables above, which this machine sets, are unset. " if machine["pinned"] else "")
        + "Times are medians of all passes (survival, inflow-driven, stock-driven, in turn); where one "
        "pass takes too long to repeat, its own time.")
    return table(["", ""], rows).replace("--:", "---") + "\n\n" + note


def aims_table(results):
    mark = {True: "reached", False: "**not reached**", None: "–"}
    rows = [(aim, measured, mark[reached], way) for aim, measured, reached, way in aims(results)]
    return table(["aim", "measured", "", "what is in the way"], rows).replace("--:", "---")


def totals_section(results):
    header = ["T, K, lifetime", "ours"]
    for column in COLUMNS:
        header += [column, "÷ ours"]
    rows = []
    for case in results["cases"]:
        row = [name(case), seconds(total(case, "ours"))]
        for column in COLUMNS:
            time = total(case, column)
            row += [(seconds(time) if time else failure(case, column)) + flag(case, column),
                    times(ratio(case, column))]
        rows.append(row)
    memory = [[name(case)] + [megabytes(case["tools"].get(tool, {}).get("peakMemory"))
                              if tool == "ours" or failure(case, tool) == "–"
                              else failure(case, tool)
                              for tool in ("ours", "flodym", "sodym", "numpy", "scipy")]
              for case in results["cases"]]
    idle = [case["tools"][tool]["idleMemory"] for case in results["cases"]
            for tool in ("flodym", "sodym", "numpy", "scipy") if case["tools"][tool]["idleMemory"]]
    return (
        "The sum of the three operations: survival curves, inflow-driven, stock-driven.\n\n"
        + table(header, rows)
        + "\n\n¹ wrong numbers, see Agreement. sodym stands for ODYM, which isn't on PyPI and whose "
        "algorithm it has for many series at once. numpy/scipy is the fastest method of either for each "
        "operation.\n\nPeak memory of the process"
        + (f" (Python with its imports takes {megabytes(min(idle))} before it begins)" if idle else "")
        + ":\n\n" + table(["T, K, lifetime", "ours", "flodym", "sodym", "numpy", "scipy"], memory))


def operations_section(results, peak):
    header = ["T, K, lifetime", "operation", "ours", "floor", "ours ÷ floor"]
    for column in COLUMNS:
        header += [column, "÷ ours"]
    rows = []
    for case in results["cases"]:
        for operation in OPERATIONS:
            mine, least = best(case, "ours", operation), floor(case, operation, peak)
            row = [name(case), operation, seconds(mine), seconds(least), times(mine / least)]
            for column in COLUMNS:
                time = best(case, column, operation)
                row += [seconds(time) if time else failure(case, column),
                        times(ratio(case, column, operation))]
            rows.append(row)
    return (
        "The floor is the larger of operations ÷ dgemm rate and bytes ÷ triad, where the triad is measured "
        "in the same process with arrays of T·K. Operations are the fewest of the direct sum, T(T + 1)K, "
        "and three FFTs; bytes are curves, inflow, stock and outflow, each moved once. For survival they "
        f"are an assumed {OPERATIONS_PER_EVALUATION} operations for each age and lane. A floor is not a "
        "promise: nothing runs an FFT at the rate of dgemm. Our survival includes making the lifetimes "
        "from their parameters; flodym's tables of what leaves are counted with inflow-driven, the first "
        "that needs them.\n\n" + table(header, rows))


def methods_section(results):
    rows = []
    for case in results["cases"]:
        for operation in OPERATIONS:
            for tool in ("numpy", "scipy"):
                for method in case["tools"].get(tool, {}).get("times", {}).get(operation, {}):
                    mark = " ←" if method == fastest_method(case, operation) else ""
                    time = median(case, tool, operation, method)
                    rows.append((name(case), operation, method + mark, seconds(time),
                                 times(time / best(case, "ours", operation))))
    return "The arrow marks the fastest.\n\n" + table(
        ["T, K, lifetime", "operation", "method", "time", "÷ ours"], rows)


def agreement_section(results):
    worst = {}
    for case in results["cases"]:
        for entry in case["differences"]:
            key = entry["method"], entry["operation"], entry["defect"]
            worst[key] = max(worst.get(key, (0, "")), (entry["difference"], name(case)))
    rows = [(f"{method}, {operation}", f"{value:.1e}", where, defect or "agrees")
            for (method, operation, defect), (value, where) in sorted(
                worst.items(), key=lambda item: item[0][:2])]
    checks = [f"{name(case)}: {case['checkValue']['difference']:.1e}"
              for case in results["cases"] if "checkValue" in case]
    return (
        "The largest relative difference from our numbers: of the stock (inflow-driven) and of the inflow "
        "found from it (stock-driven), for every year of three series and for the sum over all. Each tool "
        "starts the second from the stock that it has found itself, so that the difference includes how "
        "its own rounding is amplified. The run fails where one is above "
        f"{results['tolerance']:.0e}, in both.\n\n"
        + table(["method", "difference", "at", ""], rows)
        + ("\n\nΣ stock against the value of an independent program: " + "; ".join(checks) + "."
           if checks else ""))


def failures_section(results):
    found = {}
    for case in results["cases"]:
        for tool, entry in case["tools"].items():
            for fault in entry["faults"]:
                found.setdefault((tool, size_name(case["periods"], case["lanes"]), fault),
                                 []).append(case["family"])
    if not found:
        return "Nothing."
    cap, memory = results["memoryCap"] / 2**30, results["machine"]["memory"] / 2**30
    tables = ", ".join(
        f"{4 * 8 * periods**2 * lanes / 2**30:.1f} GiB at {size_name(periods, lanes)}"
        for periods, lanes in sorted({(case["periods"], case["lanes"]) for case in results["cases"]
                                      if failure(case, "flodym") == "MemoryError"}))
    return "\n".join(f"- {tool} at {size} ({', '.join(families)}): {fault}"
                     for (tool, size, fault), families in found.items()) + (
        f"\n\nA process may map {cap:.0f} GiB; the machine has {memory:.0f} GiB. flodym keeps four "
        f"tables of T·T·K (survival, what leaves, stock and outflow by cohort): {tables}." if tables else "")


def pinned_section(results):
    rows = []
    for run in results["pinnedRuns"]:
        for operation in OPERATIONS:
            free, pinned = (statistics.median(run[key]["times"][operation])
                            for key in ("free", "pinned"))
            rows.append(("one lifetime" if run["sharedLifetime"] else "by lane", operation,
                         seconds(free), seconds(pinned), times(pinned / free)))
    return ("Our times at (120, 1,000) normal, without and with the variables that this machine sets.\n\n"
            + table(["lifetimes", "operation", "unset", "set", "set ÷ unset"], rows))


def allocator_section(results):
    rows = [[entry["policy"]] + [
        seconds(sum(statistics.median(entry[tool][operation]) for operation in OPERATIONS))
        for tool in ("ours", "numpy")] for entry in results["allocator"]]
    return (
        "Where a program gives freed memory back to the system and takes it again, every page of 4 KB "
        "costs about as much as the arithmetic on it. Our library has glibc keep up to 64 MB; everywhere "
        "else on this page numpy and all peers run with glibc's own policy, as their users do. (120, "
        "1,000), Weibull, all three operations, with either policy set from outside:\n\n"
        + table(["policy", "ours", "numpy"], rows))


def start_up_section(results):
    rows = [(f"`{entry['command']}`", *(f"{value:.1f}" for value in entry["milliseconds"]))
            for entry in results["startUp"]]
    runs = results["startUp"][0]["runs"]
    return (f"Wall time of {runs} runs each, in ms. `true` is what starting any process costs here.\n\n"
            + table(["command", "median", "fastest", "slowest"], rows))


# MARK: the chart

def draw(results, path):
    import matplotlib
    matplotlib.use("svg")
    matplotlib.rcParams.update({"svg.hashsalt": "urban-mining", "font.size": 10})
    from matplotlib import pyplot

    # Okabe–Ito, with a marker for each, so that no one needs the colour.
    looks = {"ours": ("#0072B2", "o"), "flodym": ("#D55E00", "s"), "sodym": ("#CC79A7", "^"),
             "numpy/scipy": ("#009E73", "D")}
    cases = [case for case in results["cases"] if case["family"] == "normal"]
    figure, axes = pyplot.subplots(1, 2, figsize=(9, 4), sharey=True, layout="constrained")
    for axis, size, label, fits in (
            (axes[0], "periods", "T, years (one series)", lambda case: case["lanes"] == 1),
            (axes[1], "lanes", "K, series (120 years)", lambda case: case["periods"] == 120)):
        for column, (color, marker) in looks.items():
            points = {case[size]: value for case in cases if fits(case)
                      if (value := total(case, column)) is not None}
            if column == "ours" and size == "periods":
                points |= {line["periods"]: line_total(line) for line in results["scaling"]
                           if line["family"] == "normal"}
            if points:
                axis.plot(*zip(*sorted(points.items())), color=color, marker=marker, label=column)
        axis.set(xscale="log", yscale="log", xlabel=label)
        axis.grid(which="major", color="#dddddd")
    axes[0].set_ylabel("seconds")
    axes[1].legend(frameon=False)
    figure.suptitle("Survival, inflow-driven and stock-driven, normal lifetimes", fontsize=11)
    figure.savefig(path, metadata={"Date": None})
