#!/usr/bin/env python3
"""Golden gradebooks for Tests/CourseworkTests/Gradebook, written and read back by Python's csv.

    python Tests/Reference/coursework_gradebooks.py    writes coursework-gradebooks/*.csv beside itself

The class is that of GradebookTests.swift: the marks were worked out by hand.
"""

import csv
import io
import pathlib

FOLDER = pathlib.Path(__file__).parent / "coursework-gradebooks"

PLAIN = [
    ["id", "name", "group", "w2-hhi", "w3-stock", "points", "of", "percent"],
    ["s1", "Müller, Jr.", "Monday", "4", "7.5", "11.5", "14", "82.1429"],
    ["s2", "O'Neil", "Monday", "0", "missing", "0", "14", "0"],
    ["s3", "'=SUM(A1)", "", "excused", "10", "10", "10", "100"],
    ["s4", 'Smith "Sam"', "", "", "", "0", "0", ""],
]
CANVAS = [
    ["Student", "ID", "SIS User ID", "SIS Login ID", "Section", "Concentration (w2-hhi)", "In use (w3-stock)"],
    ["Points Possible", "", "", "", "", "4", "10"],
    ["Müller, Jr.", "1041", "s1", "s1", "Monday", "4", "7.5"],
    ["O'Neil", "1042", "s2", "s2", "Monday", "0", ""],
    ["'=SUM(A1)", "", "s3", "s3", "", "EX", "10"],
    ['Smith "Sam"', "", "s4", "s4", "", "", ""],
]
MOODLE = [
    ["ID number", "Full name", "Email address", "Concentration (w2-hhi)", "Concentration (w2-hhi) feedback",
     "In use (w3-stock)", "In use (w3-stock) feedback"],
    ["s1", "Müller, Jr.", "'@m", "4", "only attempt", "7.5", "best of 2"],
    ["s2", "O'Neil", "", "0", "only attempt", "", "missing"],
    ["s3", "'=SUM(A1)", "", "", "excused", "10", "only attempt"],
    ["s4", 'Smith "Sam"', "", "", "", "", ""],
]

FOLDER.mkdir(exist_ok=True)
for name, rows in (("plain", PLAIN), ("canvas", CANVAS), ("moodle", MOODLE)):
    text = io.StringIO()
    csv.writer(text, quoting=csv.QUOTE_ALL, lineterminator="\r\n").writerows(rows)
    assert list(csv.reader(io.StringIO(text.getvalue(), newline=""))) == rows
    (FOLDER / f"{name}.csv").write_bytes(text.getvalue().encode())
