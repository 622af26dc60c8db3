#!/usr/bin/env python3
"""Checks exports of a course by the rules of the platforms, and has Open edX grade them.

    check_exports.py FOLDER     FOLDER holds questions.xml, questions.gift, qti21/, qti3/ and olx/

Moodle XML: fractions from Moodle's list, units graded, tolerances absolute, idnumbers unique.
QTI: identifiers are NCNames, every item of the manifest is there, relative tolerances in per cent.
OLX: each problem is loaded and graded by the real capa (PyPI `xblocks-contrib`) for many seeds, until
every variant was drawn. What is right and what a mistake is worth comes from the Moodle file, so that
two exports check each other: right is right, each mistake has its credit and its message.
"""

import logging
import pathlib
import re
import sys
import warnings

warnings.filterwarnings("ignore")

from lxml import etree

FRACTIONS = {100, 90, 83.33333, 80, 75, 70, 66.66667, 60, 50, 40, 33.33333, 30, 25, 20, 16.66667,
             14.28571, 12.5, 11.11111, 10, 5, 0}
NCNAME = re.compile(r"^[A-Za-z_][A-Za-z0-9._-]*$")


def check(condition, message):
    if not condition:
        raise SystemExit(f"FAILED: {message}")


def plain(markup):
    """The words of a piece of HTML."""
    root = etree.fromstring(f"<root>{markup}</root>")
    return re.sub(r"\s+", " ", "".join(root.itertext())).strip()


def moodle(path):
    """The numerical questions by their idnumber: right values and mistakes."""
    quiz = etree.parse(path).getroot()
    numbers, ids = {}, set()
    for question in quiz.findall("question"):
        kind = question.get("type")
        if kind == "category":
            continue
        number = question.findtext("idnumber")
        check(number and number not in ids, f"idnumber {number} is unique")
        ids.add(number)
        plain(question.findtext("questiontext/text"))
        for answer in question.findall("answer"):
            fraction = abs(float(answer.get("fraction")))
            check(fraction in FRACTIONS, f"{number}: Moodle has the fraction {fraction}")
        if kind != "numerical":
            continue
        check(question.findtext("unitgradingtype") == ("1" if question.find("units") is not None else "0"),
              f"{number}: units are graded")
        answers = [
            (float(a.findtext("text")), float(a.findtext("tolerance")), float(a.get("fraction")) / 100,
             plain(a.findtext("feedback/text")))
            for a in question.findall("answer") if a.findtext("text") != "*"
        ]
        check(answers and answers[0][2] == 1, f"{number}: the first answer is right")
        check(all(tolerance > 0 for _, tolerance, _, _ in answers), f"{number}: tolerances")
        numbers[number] = answers
    return numbers, ids


def gift(path, ids):
    text = path.read_text()
    check(set(re.findall(r"^// \[id:(\S+)\]$", text, re.M)) == ids, "GIFT has the questions of Moodle XML")
    for block in text.strip().split("\n\n"):
        if block.startswith("$CATEGORY"):
            continue
        bare = re.sub(r"\\.", "", block)
        check(bare.count("{") == 1 and bare.count("}") == 1, f"braces of {block[:60]}")


def qti(folder, ids):
    manifest = etree.parse(folder / "imsmanifest.xml").getroot()
    resources = manifest.findall(".//{*}resource")
    seen = set()
    for resource in resources:
        check(NCNAME.match(resource.get("identifier")), "identifier of a resource")
        item = etree.parse(folder / resource.get("href")).getroot()
        check(NCNAME.match(item.get("identifier")), "identifier of an item")
        seen.add(item.get("identifier"))
        declared = [e.get("identifier") for e in item.iter() if isinstance(e.tag, str)
                    and etree.QName(e).localname.endswith(("choice", "Choice", "declaration", "Declaration"))]
        check(len(declared) == len(set(declared)), f"identifiers of {item.get('identifier')}")
        check(all(NCNAME.match(name) for name in declared), f"names in {item.get('identifier')}")
        for equal in item.iter("{*}equal", "{*}qti-equal"):
            mode = equal.get("toleranceMode") or equal.get("tolerance-mode")
            low, high = map(float, equal.get("tolerance").split())
            check(low == high > 0 and (mode == "absolute" or 0.05 <= low <= 25), f"tolerance {mode} {low}")
    check(seen == ids, "QTI has the questions of Moodle XML")
    return len(seen)


def capa():
    """The real grader of Open edX, outside of its server."""
    import django
    from django.conf import settings
    settings.configure(INSTALLED_APPS=[], STATIC_URL="/static/", DEFAULT_HASHING_ALGORITHM="sha256",
                       TEMPLATES=[{"BACKEND": "django.template.backends.django.DjangoTemplates"}])
    django.setup()
    logging.disable(logging.CRITICAL)
    import gettext
    from unittest.mock import MagicMock, Mock
    from xblocks_contrib.problem.capa.capa_problem import LoncapaProblem, LoncapaSystem
    from xblocks_contrib.problem.capa.inputtypes import Status

    def load(text, seed):
        system = Mock(
            spec=LoncapaSystem, ajax_url="/", anonymous_student_id="student", cache=None,
            can_execute_unsafe_code=lambda: True, get_python_lib_zip=lambda: None, DEBUG=True,
            i18n=gettext.NullTranslations(), render_template=lambda *_: "<div/>", resources_fs=Mock(root_path="."),
            seed=0, STATIC_URL="/static/", STATUS_CLASS=Status, xqueue=MagicMock())
        block = Mock()
        block.location = Mock(__str__=lambda self: "problem")
        return LoncapaProblem(text, id="p", seed=seed, capa_system=system, capa_block=block)
    return load


def seeds(variants):
    """Of the seeds that Open edX gives to learners, the first for each variant."""
    from random2 import Random
    first = {}
    for seed in range(1, 1000):
        first.setdefault(Random(seed).randrange(variants), seed)
    return sorted(first.values())


def olx(folder, numbers, variants):
    load = capa()
    graded = drawn = 0
    for path in sorted((folder / "problem").glob("*.xml")):
        text = path.read_text()
        check("numericalhint" not in text, f"{path.name} has no numericalhint")
        tree = etree.fromstring(text)
        names = [line.get("label") for line in tree.iter("textline")]
        seen = set()
        for seed in seeds(variants):
            problem = load(text, seed)
            index = problem.context["variants"].index(problem.context["variant"])
            # Few parameters: two of the variants may be the same.
            if index in seen:
                continue
            seen.add(index)
            inputs = sorted(problem.responders.values(), key=lambda r: int(r.answer_ids[0].split("_")[1]))
            ids = [responder.answer_ids[0] for responder in inputs]
            check(len(ids) == len(names), f"{path.name}: one response for each question")

            def score(place, answer):
                answers = {i: "" for i in ids}
                answers[ids[place]] = answer
                result = problem.grade_answers(answers)
                most = inputs[place].maxpoints[ids[place]]
                return result.get_correctness(ids[place]), result.get_npoints(ids[place]) / most, \
                    plain(result.get_msg(ids[place]) or "")

            for place, name in enumerate(names):
                suffix = f"-{index + 1:02d}-{name}"
                found = [key for key in numbers if key.startswith(path.stem + "-v") and key.endswith(suffix)]
                if not found:
                    # A choice, a match or an order: what its own data calls right.
                    question = problem.context["variant"]["questions"][place]
                    right = question["right"]
                    answer = (", ".join(f"{a}={b}" for a, b in right.items())
                              if isinstance(right, dict) else ", ".join(right))
                    check(score(place, answer)[:2] == ("correct", 1), f"{path.name} {name}: '{answer}'")
                    check(score(place, "?!")[1] == 0, f"{path.name} {name}: nonsense")
                    graded += 2
                    continue
                for value, tolerance, fraction, message in numbers[found[0]]:
                    for given in (value, value + 0.9 * tolerance, value - 0.9 * tolerance)[:3 if fraction == 1 else 1]:
                        state, share, said = score(place, repr(given))
                        expected = "correct" if fraction == 1 else "partially-correct" if fraction else "incorrect"
                        check(state == expected, f"{path.name} {name} {given}: {state}, not {expected}")
                        check(abs(share - fraction) < 0.06, f"{path.name} {name} {given}: {share}, not {fraction}")
                        check(said == message, f"{path.name} {name}: '{said}', not '{message}'")
                        graded += 1
                check("comma" in score(place, "1,5")[2], f"{path.name} {name}: a comma is asked about")
                check("number" in score(place, "many")[2], f"{path.name} {name}: a word is no number")
            html = problem.get_html()
            check("$v" not in html, f"{path.name}: every field of the statement is filled in")
        distinct = len({repr(variant) for variant in problem.context["variants"]})
        check(len(seen) == distinct, f"{path.name}: {len(seen)} of {distinct} variants were drawn")
        drawn += len(seen)
    return graded, drawn


def main():
    folder = pathlib.Path(sys.argv[1])
    numbers, ids = moodle(folder / "questions.xml")
    gift(folder / "questions.gift", ids)
    counts = [qti(folder / name, ids) for name in ("qti21", "qti3")]
    variants = len({re.search(r"-v\d+-(\d+)-", number).group(1) for number in ids})
    graded, drawn = olx(folder / "olx" / "course", numbers, variants)
    print(f"Moodle XML and GIFT: {len(ids)} questions; QTI 2.1 and 3.0: {counts}; "
          f"Open edX: {graded} answers to {drawn} drawn problems graded by capa")


main()
