#!/usr/bin/env python3
"""Reference values for Tests/LinearAlgebraTests, from SciPy and mpmath.

    python Tests/Reference/kernels.py        writes kernels.json and vector-math.txt beside itself

Toeplitz: convolution by scipy.signal, solves by scipy.linalg.solve_toeplitz in double precision,
at sizes that are not multiples of any tile.

Vector math: mpmath in 60 digits. A line holds a name, the arguments, the value rounded to a double and
what the rounding took off, in units of the value's last place; doubles as 16 hexadecimal digits.
"""

import json
import math
import pathlib
import random
import struct

import numpy
from mpmath import mp, mpf
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


def bits(x):
    return struct.pack(">d", x).hex()


def line(name, arguments, value):
    """Rounds to the nearest double, denormals included."""
    exponent = max(-1074, int(mp.floor(mp.log(value, 2))) - 52) if value > 0 else -1074
    if value < 0:
        exponent = max(-1074, int(mp.floor(mp.log(-value, 2))) - 52)
    places = value / mpf(2) ** exponent
    whole = mp.nint(places)
    rounded = float(whole * mpf(2) ** exponent) if exponent < 971 else float(value)
    assert exponent > -1074 or rounded == math.ldexp(int(whole), -1074)
    words = [name, *map(bits, arguments), bits(rounded), f"{float(places - whole):.3f}"]
    return " ".join(words)


def vector_math():
    mp.dps = 60
    draw = random.Random(20261122)
    uniform = draw.uniform

    def magnitude(low, high):
        return math.ldexp(uniform(1, 2), draw.randint(low, high))

    lines = []
    points = [uniform(-745.13, 709.78) for _ in range(900)] + [uniform(-2, 2) for _ in range(600)]
    points += [draw.choice((-1, 1)) * magnitude(-60, 1) for _ in range(300)]
    points += [uniform(-745.13, -708.3) for _ in range(248)]
    lines += [line("exp", [x], mp.exp(mpf(x))) for x in points]

    points = [magnitude(-1022, 1023) for _ in range(800)] + [uniform(0.5, 2) for _ in range(800)]
    points += [1 + draw.choice((-1, 1)) * magnitude(-50, -4) for _ in range(300)]
    points += [math.ldexp(draw.randint(1, 2**52 - 1), -1074) for _ in range(148)]
    lines += [line("log", [x], mp.log(mpf(x))) for x in points if x != 1]

    points = [uniform(-6, 27.2) for _ in range(1200)] + [uniform(-1, 4) for _ in range(600)]
    points += [draw.choice((-1, 1)) * magnitude(-60, 0) for _ in range(148)]
    points += [uniform(26.5, 27.2) for _ in range(100)]
    lines += [line("erfc", [x], mp.erfc(mpf(x))) for x in points]

    count = 0
    while count < 2048:
        x = uniform(0, 3) if count % 2 else magnitude(-300, 300)
        p = uniform(-20, 20) if count % 3 else uniform(0.2, 6)
        value = mp.power(mpf(x), mpf(p))
        if mpf(2) ** -1060 < value < mpf(2) ** 1020:
            lines.append(line("pow", [x, p], value))
            count += 1

    for name in ("normal", "log-normal", "weibull"):
        count = 0
        while count < 700:
            age, centre = uniform(0, 120), uniform(0.5, 60)
            form = uniform(0.2, 20) if name == "normal" else uniform(0.1, 1.2)
            if name == "weibull":
                form = uniform(0.6, 6)
            a, b, c = mpf(age), mpf(centre), mpf(form)
            if name == "normal":
                value = mp.erfc((a - b) / (c * mp.sqrt(2))) / 2
            elif name == "log-normal":
                value = mp.erfc(mp.log(a / b) / (c * mp.sqrt(2))) / 2
            else:
                value = mp.exp(-((a / b) ** c))
            if value > mpf(2) ** -1020:
                lines.append(line(name, [age, centre, form], value))
                count += 1
    return lines


if __name__ == "__main__":
    with open(HERE / "kernels.json", "w") as file:
        json.dump({"toeplitz": toeplitz_cases()}, file)
        file.write("\n")
    (HERE / "vector-math.txt").write_text("\n".join(vector_math()) + "\n")
