#!/usr/bin/env python3
"""Checks exports of a course by the rules of the platforms, and has Open edX grade them.

    check_exports.py FOLDER     FOLDER holds questions.xml, questions.gift, qti21/, qti3/ and olx/

Moodle XML: fractions from Moodle's list, units graded, tolerances absolute, idnumbers unique, embedded
answers as Moodle's reader takes them.
QTI: identifiers are NCNames, every item of the manifest is there, relative tolerances in per cent; what
stands in what follows the information model (qti_model.py); an independent converter (PyPI
`citolab-qti-convert`) makes the exported 3.0 from the exported 2.1, and the other way round.
OLX: each problem is loaded and graded by the real capa (PyPI `xblocks-contrib`) for many seeds, until
every variant was drawn. What is right and what a mistake is worth comes from the Moodle file, so that
two exports check each other: right is right, each mistake has its credit and its message.
"""

import base64
import logging
import pathlib
import re
import sys
import warnings

warnings.filterwarnings("ignore")

from lxml import etree
from qti_convert import convert_qti3_to_qti21, upgrade_qti2_to_qti3

import qti_model

NUMBER = r"-?(?:[0-9]+[.]?[0-9]*|[.][0-9]+)(?:[eE][-+]?[0-9]+)?"
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


def embedded(text):
    """The right value of each year in a question with embedded answers."""
    fields = re.findall(r"<td>(\d{4})</td><td>\{1:NUMERICAL:(.*?)(?<!\\)\}</td>", text)
    check(fields and len(fields) == text.count("{1:"), "every embedded answer can be read")
    rights = {}
    for year, answers in fields:
        for place, answer in enumerate(re.split(r"(?<!\\)~", answers)):
            found = re.match(rf"(=|%(?P<percent>[0-9.]+)%)(?P<value>{NUMBER}):(?P<tolerance>{NUMBER})#[^~{{}}]*", answer)
            check(found, f"the embedded answer {answer[:60]}")
            check((found[1] == "=") == (place == 0), f"the first answer of {year} is right, and it alone")
            check(place == 0 or float(found["percent"]) in FRACTIONS, f"Moodle has {found[1]}")
            check(float(found["tolerance"]) > 0, f"tolerance of {year}")
            rights.setdefault(int(year), float(found["value"]))
    return rights


def moodle(path):
    """By idnumber the numerical questions with right values and mistakes, and the series with right values."""
    quiz = etree.parse(path).getroot()
    numbers, series, ids = {}, {}, set()
    for question in quiz.findall("question"):
        kind = question.get("type")
        if kind == "category":
            continue
        number = question.findtext("idnumber")
        check(number and number not in ids, f"idnumber {number} is unique")
        ids.add(number)
        text = question.findtext("questiontext/text")
        plain(text)
        files = {file.get("name"): base64.b64decode(file.text) for file in question.iter("file")}
        check(set(re.findall(r"@@PLUGINFILE@@/([^\"]+)", text)) == set(files), f"{number}: files of the text")
        check(all(etree.fromstring(file) is not None for file in files.values()), f"{number}: pictures")
        check(files or "four charts" not in text, f"{number}: the charts are there")
        for answer in question.findall("answer"):
            fraction = abs(float(answer.get("fraction")))
            check(fraction in FRACTIONS, f"{number}: Moodle has the fraction {fraction}")
        if kind == "cloze":
            series[number] = embedded(text)
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
    return numbers, series, ids


def whole(ids, series):
    """Identifiers, those of years as that of their series."""
    return {number[:-5] if number[:-5] in series else number for number in ids}


def gift(path, ids, series):
    text = path.read_text()
    found = re.findall(r"^// \[id:(\S+)\]$", text, re.M)
    check(whole(found, series) == ids, "GIFT has the questions of Moodle XML")
    check(len(found) == len(ids) + 2 * len(series), "GIFT asks for three years of each series")
    for block in text.strip().split("\n\n"):
        if block.startswith("$CATEGORY"):
            continue
        bare = re.sub(r"\\.", "", block)
        check(bare.count("{") == 1 and bare.count("}") == 1, f"braces of {block[:60]}")


def parsed(text):
    return etree.fromstring(text.encode() if isinstance(text, str) else text)


def qti(folder, ids, series):
    is_later = folder.name == "qti3"
    manifest = etree.parse(folder / "imsmanifest.xml").getroot()
    resources = manifest.findall(".//{*}resource")
    seen = set()
    for resource in resources:
        check(NCNAME.match(resource.get("identifier")), "identifier of a resource")
        item = etree.parse(folder / resource.get("href")).getroot()
        text = (folder / resource.get("href")).read_text()
        other = (folder.parent / ("qti21" if is_later else "qti3") / resource.get("href")).read_text()
        converted = convert_qti3_to_qti21(text).xml if is_later else upgrade_qti2_to_qti3(text)
        check(qti_model.same(parsed(converted), parsed(other)), f"{resource.get('href')} of both versions")
        held = {file.get("href") for file in resource.iter("{*}file")}
        pictures = {image.get("src").removeprefix("../") for image in item.iter("{*}img")}
        check(held == pictures | {resource.get("href")}, f"{resource.get('href')}: files in the manifest")
        check(all(etree.parse(folder / picture) is not None for picture in pictures), f"{pictures}")
        fault = qti_model.fault(parsed(converted) if is_later else item)
        check(fault is None, f"{resource.get('href')}: {fault}")
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
    check(whole(seen, series) == ids, "QTI has the questions of Moodle XML")
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


class Case:
    """An answer to a question, and what the grader must make of it."""

    def __init__(self, answer, name, state=None, share=None, message=None, within=0.01):
        self.answer, self.name, self.state, self.share = answer, name, state, share
        self.message, self.within = message, within

    def verify(self, state, share, said):
        place = f"{self.name} '{self.answer[:30]}'"
        check(self.state in (None, state), f"{place}: {state}, not {self.state}")
        check(self.share is None or abs(share - self.share) < self.within, f"{place}: {share}, not {self.share}")
        check(self.message is None or self.message in said, f"{place}: '{said}', not '{self.message}'")


def state(share):
    return "correct" if share == 1 else "partially-correct" if share else "incorrect"


def number_cases(answers, name):
    """Right values with their tolerance, each mistake with its credit and words, and what is no number."""
    cases = []
    for value, tolerance, share, message in answers:
        for given in (value, value + 0.9 * tolerance, value - 0.9 * tolerance)[:3 if share == 1 else 1]:
            cases.append(Case(repr(given), name, state(share), share, message, within=0.06))
    return cases + [Case("1,5", name, "incorrect", 0, "comma"), Case("many", name, "incorrect", 0, "number")]


def series_cases(right, question, name):
    """A number for each year as a column, as lines and with slips."""
    lines = [f"{year}\t{value!r}" for year, value in right.items()]
    column = [repr(value) for value in right.values()]
    cases = [Case(answer, name, "correct", 1, "Right.")
             for answer in ("\n".join(lines), "\r\n".join(column) + "\r\n", " ".join(column))]
    for answers, credit, feedback in question["mistakes"]:
        answer = "\n".join(repr(value) for value, _ in answers)
        cases.append(Case(answer, name, state(credit), credit, plain(feedback)))
    wrong = column[:-1] + [repr(3 * list(right.values())[-1])]
    cases.append(Case("\n".join(wrong), name, None, 1 - 1 / len(right), f"deviates is {list(right)[-1]}"))
    commas = "\n".join(value.replace(".", ",") for value in column)
    return cases + [Case(lines[0], name, None, 1 / len(right), "is missing"), Case(commas, name, "incorrect", 0, "commas")]


def word_cases(question, name):
    """A choice, a match or an order: what its own data calls right, and nonsense."""
    right = question["right"]
    answer = ", ".join(f"{a}={b}" for a, b in right.items()) if isinstance(right, dict) else ", ".join(right)
    return [Case(answer, name, "correct", 1), Case("?!", name, None, 0)]


def olx(folder, numbers, series, variants):
    load = capa()
    graded = drawn = 0
    for path in sorted((folder / "problem").glob("*.xml")):
        text = path.read_text()
        check("numericalhint" not in text, f"{path.name} has no numericalhint")
        names = [line.get("label") for line in etree.fromstring(text).iter("textline", "textbox")]
        check(names, f"{path.name} asks something")
        # A question of a bank is a problem of its own, named after both.
        prefix = (path.stem.removesuffix("-" + names[0]) if len(names) == 1 else path.stem) + "-v"
        seen = set()
        for seed in seeds(variants):
            problem = load(text, seed)
            index = problem.context["variants"].index(problem.context["variant"])
            # Few parameters: two of the variants may be the same.
            if index in seen:
                continue
            seen.add(index)
            responders = sorted(problem.responders.values(), key=lambda r: int(r.answer_ids[0].split("_")[1]))
            ids = [responder.answer_ids[0] for responder in responders]
            check(len(ids) == len(names), f"{path.name}: one response for each question")
            cases = []
            for place, name in enumerate(names):
                suffix, where = f"-{index + 1:02d}-{name}", f"{path.name} {name}"
                question = problem.context["variant"]["questions"][place]

                def known(items):
                    return next((value for key, value in items.items()
                                 if key.startswith(prefix) and key.endswith(suffix)), None)
                number, years = known(numbers), known(series)
                cases.append(number_cases(number, where) if number else
                             series_cases(years, question, where) if years else word_cases(question, where))
            # The first case of every question at once, then the second: each grading runs all responses.
            for turn in range(max(map(len, cases))):
                result = problem.grade_answers(
                    {one: own[turn].answer if turn < len(own) else "" for one, own in zip(ids, cases)})
                for one, own, responder in zip(ids, cases, responders):
                    if turn < len(own):
                        share = result.get_npoints(one) / responder.maxpoints[one]
                        own[turn].verify(result.get_correctness(one), share, plain(result.get_msg(one) or ""))
                        graded += 1
            html = problem.get_html()
            for picture in re.findall(r'src="/static/([^"]+)"', html):
                check(etree.parse(folder / "static" / picture) is not None, f"{path.name}: {picture}")
            check("$v" not in html, f"{path.name}: every field of the statement is filled in")
        distinct = len({repr(variant) for variant in problem.context["variants"]})
        check(len(seen) == distinct, f"{path.name}: {len(seen)} of {distinct} variants were drawn")
        drawn += len(seen)
    return graded, drawn


def main():
    folder = pathlib.Path(sys.argv[1])
    numbers, series, ids = moodle(folder / "questions.xml")
    gift(folder / "questions.gift", ids, series)
    counts = [qti(folder / name, ids, series) for name in ("qti21", "qti3")]
    variants = len({re.search(r"-v\d+-(\d+)-", number).group(1) for number in ids})
    graded, drawn = olx(folder / "olx" / "course", numbers, series, variants)
    print(f"Moodle XML and GIFT: {len(ids)} questions; QTI 2.1 and 3.0: {counts}, each made from the other; "
          f"Open edX: {graded} answers to {drawn} drawn problems graded by capa")


main()
