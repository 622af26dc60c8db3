#!/usr/bin/env python3
"""Reference values for Tests/LinearAlgebraTests, from SciPy and mpmath.

    python Tests/Reference/kernels.py        writes kernels.json beside itself

Toeplitz: convolution by scipy.signal, solves by scipy.linalg.solve_toeplitz in double precision,
at sizes that are not multiples of any tile.
"""

import json
import math
import pathlib

import numpy
from scipy.linalg import solve_toeplitz
from scipy.signal import convolve

HERE = pathlib.Path(__file__).parent


def toeplitz_cases():
    """Weibull survival at mid-year and a wavy, growing inflow; two lanes with lifetimes of their own."""
    cases = []
    for periods in (1, 2, 13, 37):
        ages = numpy.arange(periods) + 0.5
        curves = [numpy.exp(-((ages / scale) ** 2.5)) for scale in (9.0, 14.5)]
        amounts = [
            (1 + 0.5 * numpy.sin(2 * math.pi * numpy.arange(periods) / 37 + lane))
            * numpy.exp(0.02 * numpy.arange(periods))
            for lane in range(2)
        ]
        cases.append(
            {
                "curves": [curve.tolist() for curve in curves],
                "inflows": [inflow.tolist() for inflow in amounts],
                "stocks": [
                    convolve(s, x, method="direct")[:periods].tolist()
                    for s, x in zip(curves, amounts)
                ],
                "solutions": [
                    solve_toeplitz((s, numpy.r_[s[0], numpy.zeros(periods - 1)]), x).tolist()
                    for s, x in zip(curves, amounts)
                ],
            }
        )
    return cases


if __name__ == "__main__":
    with open(HERE / "kernels.json", "w") as file:
        json.dump({"toeplitz": toeplitz_cases()}, file)
        file.write("\n")
