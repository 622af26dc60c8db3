#!/usr/bin/env python3
"""Reference values of the course layer, from the Python standard library alone.

    python3 coursework_variants.py     # rewrites coursework-variants.json beside this script

seeds       HMAC-SHA256 over "assignment|version|learner", then the first numbers of xoshiro256** whose
            state is the digest as four 64-bit numbers, lowest byte first; then draws from grids by the
            high half of a 128-bit product
week3       the answers to the assignments of week 3, and those of typical mistakes, by loops over years
"""

import hashlib
import hmac
import json
import math
import os

HERE = os.path.dirname(os.path.abspath(__file__))
MASK = (1 << 64) - 1


def rotated(value, count):
    return ((value << count) | (value >> (64 - count))) & MASK


class Xoshiro:
    def __init__(self, seed):
        self.s = [int.from_bytes(seed[8 * i : 8 * i + 8], "little") for i in range(4)]

    def next(self):
        s = self.s
        result = rotated(s[1] * 5 & MASK, 7) * 9 & MASK
        t = s[1] << 17 & MASK
        s[2] ^= s[0]
        s[3] ^= s[1]
        s[1] ^= s[2]
        s[0] ^= s[3]
        s[2] ^= t
        s[3] = rotated(s[3], 45)
        return result

    def below(self, count):
        return self.next() * count >> 64


GRIDS = [("growth", [i / 1000 for i in range(20, 46, 5)]), ("mean", list(range(18, 33))),
         ("metal", ["copper", "zinc", "lead"])]
QUESTIONS = ["a", "b", "c", "d", "e"]


def seeds():
    result = []
    for learner in ["anna", "b.o-b_2@x", "Z"]:
        digest = hmac.new(b"a secret of the test", f"w9-test|3|{learner}".encode(), hashlib.sha256).digest()
        numbers = Xoshiro(digest)
        first = [str(numbers.next()) for _ in range(5)]
        drawn = Xoshiro(digest)
        values = {name: grid[drawn.below(len(grid))] for name, grid in GRIDS}
        places = list(range(len(QUESTIONS)))
        for place in range(3):
            other = place + drawn.below(len(places) - place)
            places[place], places[other] = places[other], places[place]
        result.append({"learner": learner, "digest": digest.hex(), "numbers": first, "values": values,
                       "questions": [QUESTIONS[i] for i in sorted(places[:3])]})
    return result


def weibull(shape, scale):
    return lambda age: math.exp(-((age / scale) ** shape))


def scale(shape, mean):
    return mean / math.gamma(1 + 1 / shape)


def stock(inflow, survival, last):
    return [sum(inflow[c] * survival(t - c + 0.5) for c in range(t + 1)) for t in range(last + 1)]


def growing(first, growth, shape, mean):
    inflow = [first * (1 + growth) ** t for t in range(41)]
    right = weibull(shape, scale(shape, mean))
    stocks = stock(inflow, right, 40)
    outflow = [inflow[t] - stocks[t] + (stocks[t - 1] if t else 0) for t in range(41)]
    fixed = lambda age: 1.0 if age < mean else 0.0
    return {
        "values": {"first": first, "growth": growth, "shape": shape, "mean": mean},
        "stock": stocks[40], "outflow": outflow[40], "net": stocks[40] - stocks[39],
        "stocks": stocks, "outflows": outflow,
        "mistakes": {
            "stock/mean-as-scale": stock(inflow, weibull(shape, mean), 40)[40],
            "stock/no-outflow": sum(inflow),
            "stock/last-year-omitted": stocks[40] - inflow[40] * right(0.5),
            "stock/steady-state": inflow[40] * mean,
            "stock/fixed-lifetime": stock(inflow, fixed, 40)[40],
            "stock/shape-scale-swapped": stock(inflow, weibull(mean, shape), 40)[40],
            "outflow/stock-over-lifetime": stocks[40] / mean,
            "outflow/sign-of-change": inflow[40] + stocks[40] - stocks[39],
        },
    }


def steady(inflow, years, shape, mean):
    c = scale(shape, mean)
    variance = c * c * (math.gamma(1 + 2 / shape) - math.gamma(1 + 1 / shape) ** 2)
    # The mean age of a steady stock as a sum over ages, not by the formula of the statement.
    survival, step = weibull(shape, c), 1e-3
    ages = [(i + 0.5) * step for i in range(int(8 * mean / step))]
    weights = [survival(a) for a in ages]
    age = sum(a * w for a, w in zip(ages, weights)) / sum(weights)
    return {"values": {"inflow": inflow, "years": years, "shape": shape, "mean": mean},
            "stock": inflow * years, "turnover": 100 / years, "age": age, "deviation": math.sqrt(variance)}


def wanted(people, growth, ceiling, rate, midpoint, mean, shape, year):
    years = list(range(1950, year + 1))
    population = [people * (1 + growth) ** (y - 1950) for y in years]
    target = [p * ceiling / (1 + math.exp(-rate * (y - midpoint))) for p, y in zip(population, years)]
    survival = weibull(shape, scale(shape, mean))
    inflow = []
    for t in range(len(years)):
        left = sum(inflow[c] * survival(t - c + 0.5) for c in range(t))
        inflow.append((target[t] - left) / survival(0.5))
    net = target[-1] - target[-2]
    return {"values": {"people": people, "growth": growth, "ceiling": ceiling, "rate": rate,
                       "midpoint": midpoint, "mean": mean, "shape": shape, "year": year},
            "stock": target[-1], "growth": net, "inflow": inflow[-1],
            "replacement": 100 * (inflow[-1] - net) / inflow[-1]}


def curve(mean, shape, part):
    c = scale(shape, mean)
    age = math.floor(part * mean + 0.5)
    return {"values": {"product": "car", "mean": mean, "shape": shape, "part": part},
            "left": 100 * weibull(shape, c)(age), "median": c * math.log(2) ** (1 / shape),
            "mistakes": {"left/mean-as-scale": 100 * weibull(shape, mean)(age),
                         "left/gone": 100 - 100 * weibull(shape, c)(age),
                         "left/density": 100 * shape / c * (age / c) ** (shape - 1) * weibull(shape, c)(age),
                         "left/exponential": 100 * math.exp(-age / mean)}}


def main():
    document = {
        "seeds": seeds(),
        "growing": [growing(100, 0.03, 3, 25), growing(85, 0.015, 2, 31)],
        "steady": [steady(10, 30, 3, 25), steady(7, 41, 1.5, 12)],
        "wanted": [wanted(10, 0.01, 180, 0.08, 1985, 25, 3, 2015),
                   wanted(23, 0.004, 320, 0.11, 1979, 19, 2.5, 2007)],
        "curve": [curve(20, 1.8, 0.7), curve(33, 1.4, 1.2)],
    }
    with open(os.path.join(HERE, "coursework-variants.json"), "w", encoding="utf-8") as file:
        json.dump(document, file, indent=1)
        file.write("\n")


main()
