"""Right answers of the assignments of weeks 1, 2, 4 and 5, and the answers of typical mistakes.

Worked out with plain arithmetic, NumPy and SciPy from the statements and the bundled tables alone; shares no code with
the engine. Writes coursework-answers.json. Values that the course page of the project fixes are asserted.
"""

import csv
import json
import math
import pathlib
import re

import numpy as np
from scipy import stats

cases = []
tables = pathlib.Path(__file__).parents[2] / "Datasets" / "tables"


def rows(name, **wanted):
    """The rows of a bundled table that have these texts in their columns."""
    with open(tables / f"{name}.csv", encoding="utf-8", newline="") as file:
        kept = (line for line in file if not line.startswith("#"))
        return [row for row in csv.DictReader(kept, skipinitialspace=True) if all(row[k] == v for k, v in wanted.items())]



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
mined = {row["country"]: float(row["amount"]) for row in rows("mine-production", metal="cobalt", year="2024", stage="mine")}
world = mined.pop("World")
named = sum(mined.values())
parts = [100 * amount / world for amount in mined.values()]
others = 100 * (world - named) / world
index = sum(part**2 for part in parts)
case(
    "w2-hhi",
    {**dict(zip("abcd", shares)), "metal": "cobalt"},
    {"hhi": hhi, "equal": 10_000 / hhi, "merger": 25.0**2 - 15.0**2 - 10.0**2, "real": index},
    {
        "hhi": {"fractions": hhi / 10_000, "largest-alone": 3600.0, "largest-three": 85.0, "four": hhi - 49},
        "real": {"named-alone": index * (world / named) ** 2, "fractions": index / 10_000},
    },
)
take = {
    (route, indicator): float(rows("production-impacts", metal="zinc", route=route, indicator=indicator)[0]["value"])
    for route in ("primary", "secondary")
    for indicator in ("ced", "gwp")
}
energy = take["primary", "ced"] - take["secondary", "ced"]
gases = take["primary", "gwp"] - take["secondary", "gwp"]
case(
    "w2-saved",
    {"metal": "zinc", "use": 800.0, "share": 0.30, "yield": 0.9, "more": 0.1},
    {
        "percent": 100 * energy / take["primary", "ced"],
        "energy": 240_000 * energy / 1e6,
        "scrap": 800 * 0.3 / 0.9,
        "gas": 80 * gases,
    },
    {
        "percent": {"needed": 100 * take["secondary", "ced"] / take["primary", "ced"]},
        "energy": {"not-net": 240_000 * take["primary", "ced"] / 1e6},
        "gas": {"relative": 24 * gases, "not-net": 80 * take["primary", "gwp"]},
    },
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
text = rows("ewaste-lifetimes", product="Laptops")[0]["lifetime"]
shape, scale = map(float, re.fullmatch(r"weibull\(shape: ([0-9.]+), scale: ([0-9.]+)\)", text).groups())
lifespan = stats.weibull_min(shape, scale=scale)
waste = float(np.sum(sold * (lifespan.cdf(ages + 0.5) - lifespan.cdf(np.maximum(ages - 0.5, 0)))))
collected = round(0.4 * waste, 1)
before = float(np.mean(sold[7:10]))
case(
    "w4-ewaste",
    {"first": 40.0, "growth": 0.05, "product": "laptops", "part": 0.4},
    {"waste": waste, "of-waste": 100 * collected / waste, "of-sales": 100 * collected / before},
    {
        "waste": {
            "density": float(np.sum(sold * lifespan.pdf(ages + 0.5))),
            "shape-scale-swapped": float(
                np.sum(
                    sold
                    * np.diff(stats.weibull_min(scale, scale=shape).cdf(np.maximum(np.arange(12) - 0.5, 0)))[::-1]
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
content = float(rows("cleantech-contents", technology="wind_direct_drive", metal="dysprosium")[0]["content"])
car = float(rows("cleantech-contents", technology="electric_cars", metal="dysprosium")[0]["content"]) / 1000
case(
    "w5-critical",
    {
        "capacity": 40.0, "add": 6.0, "years": 25.0, "metal": "dysprosium", "turbine": "direct drive", "rate": 0.5,
        "cars": 300.0,
    },
    {"built": 8.0, "demand": 8 * content, "share": 12.5, "cars": 8 * content + 300 * car},
    {
        "built": {"growth-alone": 6.0, "share-of-stock": 6 + 100 / 25},
        "demand": {"stock": 100 * content},
        "share": {"all-recycled": 25.0},
        "cars": {"cars-alone": 300 * car},
    },
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

# Final exam --------------------------------------------------------------------------------------------------------
left = math.exp(-((8 / 13) ** 1.8))
supply = 0.3 * 0.65
case(
    "final-exam",
    {
        "e1poor": 0.005, "e1rich": 0.018, "e1muchPoor": 40.0, "e1muchRich": 10.0, "e1heap": 45.0, "e1rest": 0.0015,
        "e1second": 0.7, "e1fall": 0.05, "e1low": 2.0, "e1high": 9.0, "e1rise": 0.06,
        "e2reserves": 600.0, "e2use": 18.0, "e2recycled": 0.3, "e2large": 0.7, "e2small": 5.0, "e2metal": 360.0,
        "e2power": 14.0, "e2coal": 0.75, "e2hydro": 0.03, "e2dig": 0.08, "e2grade": 0.006, "e2mill": 0.86,
        "e3stock": 600.0, "e3in": 45.0, "e3leaves": 0.04, "e3fleet": 36.0, "e3sold": 2.8, "e3first": 50.0,
        "e3growth": 0.06, "e3life": 11.0, "e3later": 6.0, "e3people": 24.0, "e3head": 110.0, "e3more": 0.012,
        "e4rate": 0.3, "e4collected": 0.65, "e4content": 0.3, "e4old": 0.65, "e4sold": 80.0, "e4shape": 1.8,
        "e4scale": 13.0, "e4age": 8.0, "e4cable": 0.6, "e4works": 0.94, "e4grade": 0.007, "e4mill": 0.84,
        "e5loop": 0.7, "e5loops": 4.0, "e5rate": 0.75, "e5part": 0.3, "e5growth": 0.03, "e5homes": 12.0,
        "e5weight": 3.0, "e5each": 8.0, "e5alone": 20.0, "e5shared": 6.0, "e5cars": 400.0, "e5size": 60.0,
        "e5cobalt": 0.14, "e5less": 0.4,
    },
    {
        "mixed-ore": 100 * (0.2 + 0.18) / 50,
        "old-tailings": 45_000 * 0.0015 * 0.7,
        "halving": math.log(0.5, 0.95),
        "catching-up": math.log(4.5, 1.06),
        "recycled-range": 600 / 12.6,
        "giant-and-dwarfs": 70**2 + 5 * 6**2,
        "cleaner-power": 360 * 14 * 0.72,
        "energy-of-grade": 0.08 / 0.00516,
        "two-years-on": 621 * 0.96 + 45,
        "how-long": 36 / 2.8,
        "coming-back": 50 * 1.06**6,
        "same-per-head": 24 * 110 * 0.052,
        "back-to-efficiency": 100 * 0.3 / 0.65,
        "content-and-ratio": 100 * supply,
        "gone-so-far": 80 * (1 - left),
        "cable-for-ore": 0.6 * 0.94 / (0.007 * 0.84),
        "all-uses": 1 + 0.7 + 0.49 + 0.343,
        "how-long-lived": math.log(2.5, 1.03),
        "shared-drills": 12e6 / 8 * 3 / 6 / 1e6,
        "less-cobalt": 400e3 * 60 * 0.14 * 0.6 / 1000,
    },
    {
        "mixed-ore": {"plain-mean": 1.15, "sum": 2.3},
        "old-tailings": {"all": 67.5, "left": 20.25},
        "halving": {"linear": 10.0, "doubling": math.log(2, 1.05)},
        "catching-up": {"linear": 3.5 / 0.06, "doubling": math.log(2, 1.06)},
        "recycled-range": {"all-use": 600 / 18, "recycled-part": 600 / 5.4},
        "giant-and-dwarfs": {"giant-alone": 4900.0, "one-dwarf": 4900.0 + 900.0},
        "cleaner-power": {"gross": 3780.0, "after": 151.2},
        "energy-of-grade": {"no-recovery": 0.08 / 0.006, "recovery-above": 0.08 / 0.006 * 0.86},
        "two-years-on": {"one-year": 621.0, "no-outflow": 690.0, "no-inflow": 600 * 0.96**2},
        "how-long": {"half": 18 / 2.8, "product": 36 * 2.8},
        "coming-back": {"sold-then": 50 * 1.06**17, "first-year": 50.0, "straight": 68.0},
        "same-per-head": {"growth-alone": 2640 * 0.012, "replacement-alone": 2640 * 0.04},
        "back-to-efficiency": {"product": 19.5, "difference": 35.0},
        "content-and-ratio": {"new-scrap": 10.5, "quotient": 100 * 0.3 / 0.65},
        "gone-so-far": {"left": 80 * left, "straight": 80 * 8 / 13},
        "cable-for-ore": {"mill-alone": 0.6 / (0.007 * 0.84), "works-alone": 0.6 * 0.94 / 0.007},
        "all-uses": {"for-ever": 1 / 0.3, "left": 0.7**4, "no-loss": 4.0},
        "how-long-lived": {"no-recycling-rate": math.log(1 / 0.3, 1.03), "straight": 1.5 / 0.03},
        "shared-drills": {"same-life": 0.225, "not-fewer": 6.0, "today": 1.8},
        "less-cobalt": {"before": 3360.0, "saved": 1344.0},
    },
)

path = pathlib.Path(__file__).with_name("coursework-answers.json")
path.write_text(json.dumps(cases, indent=1) + "\n")
print(f"wrote {len(cases)} variants to {path.name}")
