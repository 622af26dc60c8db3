#!/usr/bin/env python3
"""The polynomials of Sources/CKernels/polynomials.h, found with mpmath.

    python Tests/Reference/polynomials.py [HEADER]      writes the header (default: the one in the tree)

Each is the interpolation of a smooth function at the Chebyshev points of its interval in 60 digits, so
its error is within a small factor of the least possible; the error printed beside it is the largest
found on a fine grid with the coefficients already rounded to doubles (evaluated exactly), relative to
the function, in units of 2^-53.
"""

import pathlib
import sys

from mpmath import mp, mpf

mp.dps = 60
HEADER = pathlib.Path(__file__).parents[2] / "Sources/CKernels/polynomials.h"


def interpolate(function, low, high, degree):
    """Coefficients, lowest first, of the polynomial through the Chebyshev points."""
    low, high = mpf(low), mpf(high)
    middle, half = (low + high) / 2, (high - low) / 2
    count = degree + 1
    angles = [mp.pi * (k + mpf(1) / 2) / count for k in range(count)]
    values = [function(middle + half * mp.cos(angle)) for angle in angles]
    chebyshev = [
        2 * mp.fsum(v * mp.cos(j * a) for v, a in zip(values, angles)) / count
        for j in range(count)
    ]
    chebyshev[0] /= 2
    # Σ c_j·T_j(u) as powers of u, then of x = middle + half·u.
    previous, current = [mpf(1)], [mpf(0), mpf(1)]
    powers = [mpf(0)] * count
    powers[0] = chebyshev[0]
    for j in range(1, count):
        for k, c in enumerate(current):
            powers[k] += chebyshev[j] * c
        following = [mpf(0)] + [2 * c for c in current]
        for k, c in enumerate(previous):
            following[k] -= c
        previous, current = current, following
    shifted = [mpf(0)] * count
    for k in reversed(range(count)):
        # shifted ← shifted·(x − middle)/half + powers[k]
        step = [mpf(0)] * count
        for i in range(count):
            step[i] -= shifted[i] * middle / half
            if i + 1 < count:
                step[i + 1] += shifted[i] / half
        step[0] += powers[k]
        shifted = step
    return shifted


def horner(coefficients, x):
    result = mpf(0)
    for c in reversed(coefficients):
        result = result * x + c
    return result


def table(name, comment, function, low, high, degree, weight=None, centre=False):
    """A C array; `weight(x)` is the share of the polynomial in what it is used for."""
    found = interpolate(function, low, high, degree)
    rounded = [mpf(float(c)) for c in found]
    worst = mpf(0)
    for k in range(2001):
        x = mpf(low) + (mpf(high) - mpf(low)) * k / 2000
        if x == 0:
            continue
        error = horner(rounded, x) - function(x)
        share = weight(x) if weight else 1 / function(x)
        worst = max(worst, abs(error * share))
    lines = ",\n    ".join(
        ", ".join(float(c).hex() for c in rounded[i : i + 3]) for i in range(0, degree + 1, 3)
    )
    error = mp.nstr(worst * 2**53, 2)
    rest = float(found[0] - rounded[0]).hex()
    return (
        f"// {comment}; error {error} · 2^-53.\n"
        f"static const double {name}[{degree + 1}] = {{\n    {lines}}};\n"
        + (f"static const double {name}_REST = {rest};  // of {name}[0]\n" if name == "ERFC" else "")
    )


def about_zero(function, series):
    """The function where it is a quotient that loses its digits at zero."""
    return lambda x: series(x) if abs(x) < mpf(10) ** -12 else function(x)


def exp_rest(r):  # (eʳ − 1 − r) / r²
    return about_zero(lambda r: (mp.expm1(r) - r) / r**2, lambda r: mpf(1) / 2 + r / 6)(r)


def log_rest(u):  # (2·atanh(√u)/√u − 2) / u, u = s²
    return about_zero(
        lambda u: (2 * mp.atanh(mp.sqrt(u)) / mp.sqrt(u) - 2) / u,
        lambda u: mpf(2) / 3 + 2 * u / 5,
    )(u)


def sin_rest(z):  # (sin(√z)/√z − 1) / z
    return about_zero(
        lambda z: (mp.sin(mp.sqrt(z)) / mp.sqrt(z) - 1) / z, lambda z: -mpf(1) / 6 + z / 120
    )(z)


def cos_rest(z):  # (cos(√z) − 1 + z/2) / z²
    return about_zero(
        lambda z: (mp.cos(mp.sqrt(z)) - 1 + z / 2) / z**2, lambda z: mpf(1) / 24 - z / 720
    )(z)


def erfcx_scaled(q):
    """(1 + 2x)·exp(x²)·erfc(x) for x = 4·(1 + q)/(1 − q) ≥ 0."""
    x = 4 * (1 + q) / (1 - q)
    if x > 1000:
        y = 1 / (2 * x * x)
        tail = 1 - y + 3 * y**2 - 15 * y**3 + 105 * y**4 - 945 * y**5
        return (1 + 2 * x) / (x * mp.sqrt(mp.pi)) * tail
    return (1 + 2 * x) * mp.exp(x * x) * mp.erfc(x)


def main():
    half_log = mp.log(2) / 2 * mpf("1.0001")
    s_max = (mp.sqrt(2) - 1) / (mp.sqrt(2) + 1) * mpf("1.001")
    q_max = (28 - mpf(4)) / (28 + mpf(4))
    quarter = (mp.pi / 4 * mpf("1.001")) ** 2
    parts = [
        "// Written by Tests/Reference/polynomials.py. Lowest power first.\n"
        "#ifndef URBAN_MINING_POLYNOMIALS_H\n#define URBAN_MINING_POLYNOMIALS_H\n",
        table("EXP", "(exp(r) - 1 - r)/r^2 for |r| <= ln(2)/2, as used in exp(r)", exp_rest,
              -half_log, half_log, 10, lambda r: r**2 / mp.exp(r)),
        table("LOG", "(2 atanh(s)/s - 2)/s^2 in s^2 for s <= 3 - sqrt(8), as used in log", log_rest,
              0, s_max**2, 7, lambda u: u / 2),
        table("SIN", "(sin(a)/a - 1)/a^2 in a^2 for |a| <= pi/4, as used in sin", sin_rest,
              0, quarter, 5, lambda z: z),
        table("COS", "(cos(a) - 1 + a^2/2)/a^4 in a^2 for |a| <= pi/4, as used in cos", cos_rest,
              0, quarter, 5, lambda z: z**2),
        table("ERFC", "(1 + 2x) exp(x^2) erfc(x) in q = (x - 4)/(x + 4) for 0 <= x <= 28",
              erfcx_scaled, -1, q_max, 26),
        table("SLOPE", "The derivative of that by q (its own error, not in 2^-53 of ERFC's)",
              lambda q: mp.diff(erfcx_scaled, q), -1, q_max, 7, lambda q: mpf(1)),
        "#endif\n",
    ]
    target = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else HEADER
    target.write_text("\n".join(parts))
    print("".join(line + "\n" for part in parts for line in part.split("\n") if "error" in line))


if __name__ == "__main__":
    main()
