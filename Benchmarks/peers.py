"""Times one peer on one case: a child process of bench.py.

    python peers.py flodym|sodym|numpy|scipy T K FAMILY SECONDS SERIES
    python peers.py machine

Prints a line of JSON for every operation and method as it is done, so that what was reached before a
time-out is known, and again with the times of all repeats; the last line has the peak memory. `machine`
measures the library that our own program is linked with: its rate in dgemm.
"""
import contextlib
import ctypes
import ctypes.util
import json
import sys
import time

import numpy as np
import scipy.linalg
import scipy.signal
import scipy.special


class Problem:
    """The problem of Benchmarks/Stocks/Problem.swift."""

    def __init__(self, periods, lanes, family):
        self.periods, self.lanes, self.family = periods, lanes, family
        growth = 0.02 if periods <= 300 else 6 / periods
        t, k = np.arange(periods)[:, None], np.arange(lanes) / lanes
        self.inflow = (1 + 0.5 * np.sin(2 * np.pi * t / 37)) * np.exp(growth * t) * (1 + k)
        self.mean = 20 + 20 * k
        self.sd = 0.3 * self.mean
        self.shape, self.scale = 2.5, self.mean / scipy.special.gamma(1.4)
        # Whoever has one series has no dimension of series.
        self.dimensions = (periods,) if lanes == 1 else (periods, lanes)


# A peer is a list of (operation, methods), in which a method is a name and a function. What a function
# returns is the result of its operation: nothing, the stock, or the inflow that was found from the stock.

class Flodym:
    """As its users write it: one lifetime model, which keeps its tables, for both stock models."""

    def __init__(self, problem):
        import flodym
        self.flodym, self.problem = flodym, problem
        dimensions = [flodym.Dimension(
            name="time", letter="t", items=list(range(1, problem.periods + 1)), dtype=int)]
        if problem.lanes > 1:
            dimensions.append(flodym.Dimension(
                name="lane", letter="k", items=list(range(problem.lanes)), dtype=int))
        self.dims = flodym.DimensionSet(dim_list=dimensions)
        self.inflow = problem.inflow.reshape(problem.dimensions)
        self.operations = [("survival", {"flodym": self.survival}),
                           ("inflow", {"flodym": self.inflow_driven}),
                           ("stock", {"flodym": self.stock_driven})]

    def survival(self):
        problem, common = self.problem, {"dims": self.dims, "inflow_at": "end"}
        self.lifetime = None
        if problem.family == "weibull":
            self.lifetime = self.flodym.WeibullLifetime(
                weibull_shape=problem.shape, weibull_scale=problem.scale, **common)
        else:
            model = {"normal": self.flodym.NormalLifetime,
                     "lognormal": self.flodym.LogNormalLifetime}[problem.family]
            self.lifetime = model(mean=problem.mean, std=problem.sd, **common)
        self.lifetime.sf

    def inflow_driven(self):
        inflow = self.flodym.StockArray(dims=self.dims, values=self.inflow, name="inflow")
        model = self.flodym.InflowDrivenDSM(
            dims=self.dims, lifetime_model=self.lifetime, inflow=inflow)
        model.compute()
        self.stock = model.stock.values
        return self.stock

    def stock_driven(self):
        stock = self.flodym.StockArray(dims=self.dims, values=self.stock, name="stock")
        model = self.flodym.StockDrivenDSM(
            dims=self.dims, lifetime_model=self.lifetime, stock=stock)
        model.compute()
        return model.inflow.values


class Sodym:
    """flodym's predecessor, with ODYM's algorithm for many series at once."""

    def __init__(self, problem):
        from sodym.classes.dynamic_stock_model import DynamicStockModel
        self.model, self.problem = DynamicStockModel, problem
        self.inflow = problem.inflow.reshape(problem.dimensions)
        self.operations = [("survival", {"sodym": self.survival}),
                           ("inflow", {"sodym": self.inflow_driven}),
                           ("stock", {"sodym": self.stock_driven})]

    def survival(self):
        def filled(values):
            return np.broadcast_to(values, (self.problem.periods, self.problem.lanes)).reshape(
                self.problem.dimensions)
        self.table = None
        if self.problem.family == "weibull":
            parameters = {"ldf_type": "Weibull", "lifetime_shape": filled(self.problem.shape),
                          "lifetime_scale": filled(self.problem.scale)}
        else:
            parameters = {"ldf_type": {"normal": "Normal", "lognormal": "LogNormal"}[
                self.problem.family], "lifetime_mean": filled(self.problem.mean),
                "lifetime_std": filled(self.problem.sd)}
        model = self.model(shape=self.problem.dimensions, **parameters)
        model.compute_lt__2__sf()
        self.table = model.sf

    def inflow_driven(self):
        model = self.model(shape=self.problem.dimensions, inflow=self.inflow, sf=self.table)
        model.compute_inflow_driven()
        self.stock = model.stock
        return self.stock

    def stock_driven(self):
        model = self.model(shape=self.problem.dimensions, stock=self.stock, sf=self.table)
        model.compute_stock_driven()
        return model.inflow


def curves(problem):
    """The survival curves of all lanes (T × K)."""
    ages = np.arange(problem.periods)[:, None]
    if problem.family == "normal":
        return scipy.special.ndtr((problem.mean - ages) / problem.sd)
    if problem.family == "weibull":
        return np.exp(-((ages / problem.scale) ** problem.shape))
    variance = np.log(1 + (problem.sd / problem.mean) ** 2)
    with np.errstate(divide="ignore"):
        logarithm = np.log(ages)
    location = np.log(problem.mean) - variance / 2
    return scipy.special.ndtr((location - logarithm) / np.sqrt(variance))


def outflow(inflow, stock, axis=0):
    return inflow - np.diff(stock, axis=axis, prepend=0)


class Numpy:
    """Fifteen lines that a good user of numpy would write: a loop over years, all lanes at once."""

    def __init__(self, problem):
        self.problem = problem
        self.operations = [("survival", {"numpy": self.survival}),
                           ("inflow", {"numpy": self.inflow_driven}),
                           ("stock", {"numpy": self.stock_driven})]

    def survival(self):
        self.curves = curves(self.problem)

    def inflow_driven(self):
        inflow, stock = self.problem.inflow, np.empty_like(self.problem.inflow)
        for t in range(self.problem.periods):
            np.einsum("ck,ck->k", self.curves[t::-1], inflow[:t + 1], out=stock[t])
        outflow(inflow, stock)
        self.stock = stock
        return stock

    def stock_driven(self):
        inflow = np.empty_like(self.stock)
        for t in range(self.problem.periods):
            older = np.einsum("ck,ck->k", self.curves[t:0:-1], inflow[:t])
            inflow[t] = (self.stock[t] - older) / self.curves[0]
        outflow(inflow, self.stock)
        return inflow


class Scipy:
    """What else scipy and numpy offer, series by series (contiguous, as such a user would keep them)
    or with an FFT over all lanes."""

    def __init__(self, problem):
        self.problem = problem
        self.curves = np.ascontiguousarray(curves(problem).T)
        self.inflow = np.ascontiguousarray(problem.inflow.T)
        self.operations = [
            ("inflow", {"np.convolve": self.convolve, "toeplitz @": self.multiply,
                        "fftconvolve": self.fft}),
            ("stock", {"solve_triangular": self.solve_triangular,
                       "solve_toeplitz": self.solve_toeplitz})]

    def lane_by_lane(self, function, known):
        result = np.empty_like(known)
        for lane, (curve, series) in enumerate(zip(self.curves, known)):
            result[lane] = function(curve, series)
        return result

    def forward(self, stock):
        outflow(self.inflow, stock, axis=1)
        self.stock = stock
        return stock.T

    def backward(self, inflow):
        outflow(inflow, self.stock, axis=1)
        return inflow.T

    def convolve(self):
        return self.forward(self.lane_by_lane(
            lambda curve, inflow: np.convolve(curve, inflow)[:len(inflow)], self.inflow))

    def multiply(self):
        zeros = np.zeros(self.problem.periods)
        return self.forward(self.lane_by_lane(
            lambda curve, inflow: scipy.linalg.toeplitz(curve, zeros) @ inflow, self.inflow))

    def fft(self):
        return self.forward(scipy.signal.fftconvolve(
            self.curves, self.inflow, axes=1)[:, :self.problem.periods])

    def solve_triangular(self):
        zeros = np.zeros(self.problem.periods)
        return self.backward(self.lane_by_lane(
            lambda curve, stock: scipy.linalg.solve_triangular(
                scipy.linalg.toeplitz(curve, zeros), stock, lower=True), self.stock))

    def solve_toeplitz(self):
        row = np.zeros(self.problem.periods)

        def solve(curve, stock):
            row[0] = curve[0]
            return scipy.linalg.solve_toeplitz((curve, row), stock)
        return self.backward(self.lane_by_lane(solve, self.stock))


def timed(function):
    start = time.perf_counter()
    result = function()
    return time.perf_counter() - start, result


def peak_memory():
    """In bytes. (`getrusage` would also count what bench.py had in use when it started this process.)"""
    with contextlib.suppress(OSError), open("/proc/self/status") as status:
        return next(1024 * int(line.split()[1]) for line in status if line.startswith("VmHWM:"))


def run(peer, problem, seconds, series, output):
    """All operations in turn, as often as fits into the seconds, and at least once. The first pass also
    warms up: its times count only where there is no other."""
    def write(**line):
        print(json.dumps(line), file=output, flush=True)
    count = min(series, problem.lanes)
    lanes = [number * problem.lanes // count - 1 for number in range(1, count + 1)]
    idle, start = peak_memory(), time.perf_counter()
    operation, method = "survival", None
    times = {}
    try:
        peer = peer(problem)
        for operation, methods in peer.operations:
            for method, function in methods.items():
                elapsed, result = timed(function)
                line = {"operation": operation, "method": method, "times": [elapsed]}
                if result is not None:
                    result = result.reshape(problem.periods, problem.lanes)
                    line["sum"] = float(result.sum())
                    line["series"] = {lane: result[:, lane].tolist() for lane in lanes}
                write(**line)
                del result
        for _ in range(min(200, int(seconds / (time.perf_counter() - start)))):
            for operation, methods in peer.operations:
                for method, function in methods.items():
                    times.setdefault((operation, method), []).append(timed(function)[0])
        for (operation, method), elapsed in times.items():
            write(operation=operation, method=method, times=elapsed)
    except MemoryError as error:
        write(operation=operation, method=method, error=f"MemoryError: {error}")
    write(peakMemory=peak_memory(), idleMemory=idle)


def machine():
    """The core that OpenBLAS has chosen, and its rate in dgemm (n = 1024), one thread."""
    size = 1024
    a, b, c = (np.ones((size, size)) for _ in range(3))
    name = ctypes.util.find_library("openblas")
    if name:
        library = ctypes.CDLL(name)
        library.openblas_set_num_threads(1)
        library.openblas_get_corename.restype = library.openblas_get_config.restype = ctypes.c_char_p
        core, version = library.openblas_get_corename(), library.openblas_get_config()
        pointers = [matrix.ctypes.data_as(ctypes.c_void_p) for matrix in (a, b, c)]
        row_major, plain, n = 101, 111, ctypes.c_int(size)

        def product():
            library.cblas_dgemm(row_major, plain, plain, n, n, n, ctypes.c_double(1), pointers[0], n,
                                pointers[1], n, ctypes.c_double(0), pointers[2], n)
    else:
        core, version = b"-", b"the BLAS of numpy"

        def product():
            np.matmul(a, b, out=c)
    times = [timed(product)[0] for _ in range(20)]
    print(json.dumps({"core": core.decode(), "version": version.decode().split(" NO_")[0],
                      "matrixProduct": 2 * size ** 3 / min(times)}))


if __name__ == "__main__":
    tool = sys.argv[1]
    if tool == "machine":
        machine()
    else:
        periods, lanes, family, seconds, series = sys.argv[2:]
        peer = {"flodym": Flodym, "sodym": Sodym, "numpy": Numpy, "scipy": Scipy}[tool]
        # Some peers print, and what they print is none of our lines.
        with contextlib.redirect_stdout(sys.stderr):
            run(peer, Problem(int(periods), int(lanes), family), float(seconds), int(series),
                sys.__stdout__)
