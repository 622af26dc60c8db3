"""Right answers of the assignments of weeks 1, 2, 4 and 5, and the answers of typical mistakes.

Worked out with plain arithmetic, NumPy and SciPy from the statements alone; shares no code with the engine. Writes
coursework-answers.json. Values that the course page of the project fixes are asserted.
"""

import json
import math
import pathlib

import numpy as np
from scipy import stats

cases = []


def case(assignment, values, answers, mistakes=None):
    cases.append(
        {
            "assignment": assignment,
            "numbers": {k: v for k, v in values.items() if not isinstance(v, str)},
            "words": {k: v for k, v in values.items() if isinstance(v, str)},
            "answers": answers,
            "mistakes": mistakes or {},
        }
    )


def near(value, wanted, digits):
    assert abs(value - wanted) <= 0.5 * 10**-digits * 1.0001, (value, wanted)


# Week 1 ------------------------------------------------------------------------------------------------------------
grade, recovery, strip, metal, fall = 0.006, 0.85, 2.0, 120.0, 0.25
ore = metal / (grade * recovery) / 1000
case(
    "w1-ore",
    {"grade": grade, "recovery": recovery, "strip": strip, "metal": metal, "fall": fall},
    {
        "ore": ore,
        "rock": ore + ore * strip,
        "lost": ore * 1000 * grade - metal,
        "more": (metal / (grade * (1 - fall)) / (metal / grade) - 1) * 100,
    },
    {"ore": {"no-recovery": metal / grade / 1000}, "more": {"same-share": 25.0}},
)
case(
    "w1-percapita",
    {"metal": "zinc", "richPeople": 40.0, "rich": 480.0, "poorPeople": 200.0, "poor": 300.0},
    {"head": 12.0, "times": 8.0, "mean": 3.25, "extra": 2100.0},
    {"mean": {"mean-of-means": 6.75, "sum": 13.5}, "extra": {"without-today": 2400.0, "all": 2880.0}},
)
first, times, span, ahead = 4.0, 3.2, 40, 25
last = round(first * times, 1)
growth = math.expm1(math.log(last / first) / span)
case(
    "w1-growth",
    {"first": first, "times": times, "firstYear": 1980.0, "span": float(span), "ahead": float(ahead)},
    {
        "growth": growth * 100,
        "doubling": math.log(2) / math.log1p(growth),
        "sum": math.fsum(last * (1 + growth) ** n for n in range(1, ahead + 1)),
    },
    {
        "growth": {"straight-line": (last - first) / first / span * 100},
        "sum": {
            "no-growth": last * ahead,
            "starts-early": math.fsum(last * (1 + growth) ** n for n in range(ahead)),
        },
    },
)

# Week 2 ------------------------------------------------------------------------------------------------------------
reserves, production, g = 890.0, 22.0, 0.025
static = reserves / production
# The discrete range from the sum itself: years until the mined amounts reach the reserves.
whole = 0
mined = 0.0
while mined + production * (1 + g) ** whole <= reserves:
    mined += production * (1 + g) ** whole
    whole += 1
discrete = math.log(1 + g * static) / math.log(1 + g)
assert whole <= discrete < whole + 1
near(static, 40.45, 2)
near(discrete, 28.30, 2)
near(math.log(1 + g * static) / g, 27.95, 2)
near(math.log(1 + g * static / (1 + g)) / math.log(1 + g), 27.80, 2)
case(
    "w2-depletion",
    {"reserves": reserves, "production": production, "growth": g, "later": 25.0},
    {
        "static": static,
        "dynamic": discrete,
        "rise": round(reserves * 1.5 / 10) * 10 / (production * 1.025**25),
    },
    {"dynamic": {"static": static}},
)
shares = [0.60, 0.15, 0.10, 0.08, 0.07]
hhi = sum((100 * s) ** 2 for s in shares)
near(hhi, 4038, 0)
case(
    "w2-hhi",
    dict(zip("abcd", shares)),
    {"hhi": hhi, "equal": 10_000 / hhi, "merger": 25.0**2 - 15.0**2 - 10.0**2},
    {"hhi": {"fractions": hhi / 10_000, "largest-alone": 3600.0, "largest-three": 85.0, "four": hhi - 49}},
)
case(
    "w2-saved",
    {
        "primary": 200.0, "secondary": 12.0, "use": 800.0, "share": 0.30, "yield": 0.9, "primaryGas": 16.0,
        "secondaryGas": 0.8, "more": 0.1,
    },
    {
        "percent": 94.0,
        "energy": 240_000 * (200 - 12) / 1e6,
        "scrap": 800 * 0.3 / 0.9,
        "gas": 80 * (16 - 0.8),
    },
    {"percent": {"needed": 6.0}, "energy": {"not-net": 48.0}, "gas": {"relative": 24 * (16 - 0.8), "not-net": 1280.0}},
)
made = {"North": 100.0, "East": 700.0, "South": 300.0}
gas = {"North": 4.0, "East": 16.0, "South": 9.0}
emitted = {region: made[region] * gas[region] for region in made}
mean = sum(emitted.values()) / sum(made.values())
case(
    "w2-burden",
    {
        **{"made" + r: made[r] for r in made}, **{"gas" + r: gas[r] for r in gas}, "usedNorth": 500.0,
        "partSouth": 0.15,
    },
    {"east": 11_200.0, "mean": mean, "north": 500 * mean, "abroad": 500 * mean - 400},
    {"mean": {"unweighted": 29 / 3}, "north": {"own-plants": 2000.0, "production": 400.0}},
)

# Week 4 ------------------------------------------------------------------------------------------------------------
near(5.2 / 10, 0.52, 4)
near(9.2 / 25.2, 0.3651, 4)
near(5.2 / 9.2, 0.5652, 4)
near(5.2 / 25.2, 0.2063, 4)
case(
    "w4-rates",
    {"primary": 16.0, "new": 4.0, "endOfLife": 10.0, "collected": 6.5, "recycled": 5.2},
    {"eol-rr": 0.52, "rc": 9.2 / 25.2, "osr": 5.2 / 9.2, "eol-rir": 5.2 / 25.2},
    {"eol-rr": {"new-scrap-added": 0.92, "collection": 0.65, "processing": 0.8}, "osr": {"new-ratio": 4 / 9.2}},
)
sold = 40.0 * 1.05 ** np.arange(11)
ages = np.arange(11)[::-1]
lifespan = stats.weibull_min(1.6, scale=8.2)
waste = float(np.sum(sold * (lifespan.cdf(ages + 0.5) - lifespan.cdf(np.maximum(ages - 0.5, 0)))))
collected = round(0.4 * waste, 1)
before = float(np.mean(sold[7:10]))
case(
    "w4-ewaste",
    {"first": 40.0, "growth": 0.05, "shape": 1.6, "scale": 8.2, "part": 0.4},
    {"waste": waste, "of-waste": 100 * collected / waste, "of-sales": 100 * collected / before},
    {
        "waste": {
            "density": float(np.sum(sold * lifespan.pdf(ages + 0.5))),
            "shape-scale-swapped": float(
                np.sum(
                    sold
                    * np.diff(stats.weibull_min(8.2, scale=1.6).cdf(np.maximum(np.arange(12) - 0.5, 0)))[::-1]
                )
            ),
            "all-years": float(np.sum(sold * lifespan.cdf(ages + 0.5))),
            "sales": float(sold[-1]),
        }
    },
)
case(
    "w4-phones",
    {
        "phones": 20.0, "mass": 150.0, "gold": 24.0, "copper": 15.0, "collection": 0.3, "recovery": 0.95, "ore": 1.2,
        "mill": 0.9,
    },
    {
        "grade": 24e-3 / 150e-6,
        "richer": 24e-3 / 150e-6 / 1.2,
        "gold": 20e6 * 0.3 * 24e-6 * 0.95,
        "saved": 20e6 * 0.3 * 24e-6 * 0.95 / (1.2e-3 * 0.9) / 1e3,
    },
    {"gold": {"no-collection": 456.0, "no-recovery": 144.0}},
)
near(16e3 * 0.75 * 0.03 * 0.7, 252, 6)
case(
    "w4-landfill",
    {
        "wet": 16.0, "moisture": 0.25, "metal": 0.03, "recovery": 0.7, "use": 400.0, "price": 600.0, "years": 10.0,
    },
    {"metal": 252.0, "years": 0.63, "share": 6.3, "value": 252e3 * 600 / 16e6},
    {"metal": {"wet-basis": 336.0, "all-metal": 360.0}, "share": {"all-at-once": 63.0}},
)
inflow = 100 * 1.03 ** np.arange(41)
grid = stats.weibull_min(3, scale=25 / math.gamma(1 + 1 / 3))
stood = float(np.sum(inflow * grid.sf(np.arange(41)[::-1] + 0.5)))
near(stood, 5642.97, 2)
left = float(np.sum(inflow * grid.sf(np.arange(41)[::-1] + 10.5)))
case(
    "w4-mine",
    {"first": 100.0, "growth": 0.03, "shape": 3.0, "mean": 25.0, "collection": 0.6, "ahead": 10.0},
    {"back": stood - left, "share": 100 * (stood - left) / stood, "recovered": (stood - left) * 0.6 / 10},
    {"back": {"left": left, "stock-over-lifetime": stood / 25 * 10, "all": stood}},
)

# Week 5 ------------------------------------------------------------------------------------------------------------
p = 0.85 * 0.90 * 0.95
uses = math.fsum(p**n for n in range(400))
near(uses, 3.660, 3)
case(
    "w5-lives",
    {"collection": 0.85, "sorting": 0.90, "melting": 0.95, "years": 12.0, "loops": 4.0},
    {"loop": p, "uses": uses, "service": 12 * uses, "left": 100 * p**4},
    {"uses": {"re-uses": uses - 1}, "loop": {"losses-added": 0.7, "mean": 0.9}},
)
share = 0.6 / 1.03**30
near(share, 0.2472, 4)
near(1 / 1.03**30, 0.4120, 4)
case(
    "w5-replace",
    {"growth": 0.03, "years": 30.0, "rate": 0.6, "demand": 50.0},
    {
        "share": share,
        "perfect": 1.03**-30,
        "primary": 50 * (1 - share),
        "limit": 100 * (1.2 ** (1 / 30) - 1),
    },
    {"share": {"rate": 0.6, "straight-line": 0.6 / 1.9}, "limit": {"straight-line": 20 / 30}},
)
# 40 GW by 2020 are 2 GW a year since 2001; with 25 years nothing of 2001 stands in 2026, and so on: in 2030 those of 2005 go.
case(
    "w5-critical",
    {"capacity": 40.0, "add": 6.0, "years": 25.0, "content": 100.0, "rate": 0.5, "car": 0.9, "cars": 10.0},
    {"built": 8.0, "demand": 800.0, "share": 12.5, "cars": 809.0},
    {"built": {"growth-alone": 6.0, "share-of-stock": 6 + 100 / 25}, "share": {"all-recycled": 25.0}},
)
deviation = math.hypot(0.09, 0.03)
better = 100 * float(stats.norm.sf(0, loc=0.22 - 0.14, scale=deviation))
case(
    "w5-levers",
    {
        "lives": 0.22, "collection": 0.14, "lighter": 0.06, "sdLives": 0.09, "sdCollection": 0.03, "sdLighter": 0.02,
        "demand": 40.0,
    },
    {"together": 40 * (1 - 0.78 * 0.86 * 0.94), "probability": better},
    {
        "together": {"sum": 16.8, "largest": 8.8},
        "probability": {
            "other-way": 100 - better,
            "one-deviation": 100 * float(stats.norm.cdf(0.08 / 0.09)),
            "deviations-added": 100 * float(stats.norm.cdf(0.08 / 0.12)),
        },
    },
)

# Quizzes -----------------------------------------------------------------------------------------------------------
case(
    "w1-quiz",
    {"q1grade": 0.008, "q1rate": 0.035, "q1use": 300.0, "q1people": 24.0, "q1place": 3.0, "q1times": 8.0, "q1years": 14.0},
    {"tonnes-of-ore": 125.0, "doubling-time": math.log(2, 1.035), "per-head": 12.5, "time-to-grow": 42.0},
)
case(
    "w2-quiz",
    {
        "q2reserves": 500.0, "q2production": 16.0, "q2n": 8.0, "q2primary": 50.0, "q2secondary": 14.0, "q2metal": 45.0,
        "q2place": 2.0,
    },
    {"static-range": 31.25, "equal-index": 8 * 12.5**2, "saved-energy": 45e3 * 36 / 1e6},
)
case(
    "w3-quiz",
    {
        "q3in": 60.0, "q3out": 25.0, "q3stock": 500.0, "q3inflow": 12.0, "q3life": 30.0, "q3shape": 2.5, "q3place": 1.0,
    },
    {
        "new-stock": 535.0,
        "steady-stock": 360.0,
        "left-at-mean": 100 * float(stats.weibull_min(2.5, scale=30 / math.gamma(1.4)).sf(30)),
    },
)
old = 80 * 0.6 * 0.85
case(
    "w4-quiz",
    {
        "q4end": 80.0, "q4collection": 0.6, "q4efficiency": 0.85, "q4primary": 100.0, "q4new": 20.0, "q4wet": 12.0,
        "q4moisture": 0.3, "q4place": 4.0,
    },
    {"eol-rate": 51.0, "input-rate": 100 * old / (old + 120), "dry-waste": 8.4},
    {"input-rate": {"recycled-content": 100 * (old + 20) / (old + 120), "eol-rr": 51.0}},
)
case(
    "w5-quiz",
    {
        "q5loop": 0.8, "q5growth": 0.03, "q5years": 25.0, "q5rate": 0.65, "q5a": 0.2, "q5b": 0.35, "q5place": 2.0,
    },
    {"mean-uses": 5.0, "largest-share": 65 / 1.03**25, "two-levers": 48.0},
)

path = pathlib.Path(__file__).with_name("coursework-answers.json")
path.write_text(json.dumps(cases, indent=1) + "\n")
print(f"wrote {len(cases)} variants to {path.name}")
