#!/usr/bin/env python3
"""Reference values for Tests/CourseworkTests/Statistics, from SciPy and numpy.

    python Tests/Reference/coursework_statistics.py   writes coursework-statistics.json beside itself

Item statistics of made-up classes: the point-biserial correlation of each item with the rest score
(scipy.stats.pointbiserialr for right/wrong items, pearsonr where items have partial credit), and the
difference of the upper and lower 27 % where no two rest scores tie.
"""

import json
import pathlib
import random

import numpy
from scipy import stats

HERE = pathlib.Path(__file__).parent


def shape(number):
    generator = random.Random(number)
    learners, items = [(40, 4), (75, 3), (11, 5)][number % 3]
    weights = [generator.choice([1, 2, 3]) for _ in range(items)]
    strength = [generator.gauss(0, 1) for _ in range(learners)]
    credits = []
    for learner in range(learners):
        row = []
        for item in range(items):
            is_right = strength[learner] + generator.gauss(0, 1) > 0.3 * item - 0.4
            # One item is right or wrong; the others keep parts of the credit that are all different.
            row.append(float(is_right) if item == 0 else round(generator.random() ** (0.5 if is_right else 2), 6))
        credits.append(row)
    return weights, credits


def case(number):
    weights, credits = shape(number)
    scores = numpy.array(credits)
    weight = numpy.array(weights, dtype=float)
    result = {"weights": weights, "credits": credits, "facility": [], "discrimination": [], "upperLower": []}
    for item in range(len(weights)):
        others = [i for i in range(len(weights)) if i != item]
        rest = scores[:, others] @ weight[others] / weight[others].sum()
        assert len(set(rest.round(12))) == len(rest), "no ties"
        x = scores[:, item]
        r = stats.pointbiserialr(x, rest).statistic if item == 0 else stats.pearsonr(x, rest).statistic
        size = int(numpy.floor(0.27 * len(rest) + 0.5))
        order = numpy.argsort(rest)
        result["facility"].append(x.mean())
        result["discrimination"].append(r)
        result["upperLower"].append(x[order[-size:]].mean() - x[order[:size]].mean())
    return result


text = json.dumps([case(number) for number in (0, 1, 2)]) + "\n"
(HERE / "coursework-statistics.json").write_text(text)
