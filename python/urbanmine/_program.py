"""Finding and calling the program."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from typing import Any

from ._errors import Fault, ProgramNotFound, failure


def path() -> str:
    """Where the program is: in the environment variable ``URBANMINE``, or on the path."""
    named = os.environ.get("URBANMINE")
    found = shutil.which(named or "urbanmine")
    if found is None:
        message = (
            f"there is no program at '{named}', which URBANMINE names"
            if named
            else "there is no program 'urbanmine' on the path; build it with 'make build' and put it there, "
            "or set URBANMINE"
        )
        raise ProgramNotFound([Fault(message)], 127)
    return found


def call(arguments: list[str]) -> str:
    """Calls the program and gives what it prints; raises what it finds wrong."""
    done = subprocess.run(
        [path(), *arguments], capture_output=True, text=True, encoding="utf-8", check=False
    )
    if done.returncode != 0:
        raise failure(done.returncode, done.stderr, done.stdout)
    return done.stdout


def document(arguments: list[str]) -> dict[str, Any]:
    """Calls the program for a JSON document."""
    found: dict[str, Any] = json.loads(call([*arguments, "--json"]))
    return found


def version() -> str:
    """The version of the program."""
    return call(["--version"]).strip()
