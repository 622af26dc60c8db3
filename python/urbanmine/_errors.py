"""What can go wrong, and where."""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True)
class Fault:
    """One thing that is wrong with an input: where it is, what it is, and how to mend it."""

    message: str
    """What is wrong, with the hint on how to mend it."""
    file: str | None = None
    line: int | None = None
    column: int | None = None
    cell: str | None = None
    """The cell of a spreadsheet, such as ``Flows!C5``."""

    def __str__(self) -> str:
        if self.file is None:
            return self.message
        place = self.cell if self.cell else f"{self.line}:{self.column}"
        return f"{self.file}:{place}: {self.message}"


class UrbanmineError(Exception):
    """The program did not give a result.

    ``faults`` says why, one entry for each thing that is wrong; ``code`` is the program's exit code and
    ``output`` what it printed nevertheless.
    """

    def __init__(self, faults: list[Fault], code: int, output: str = "") -> None:
        super().__init__("\n".join(str(fault) for fault in faults))
        self.faults = faults
        self.code = code
        self.output = output


class InputError(UrbanmineError):
    """A model, a table or an argument is wrong or missing."""


class BalanceError(UrbanmineError):
    """The model has no solution that conserves mass."""


class ProgramNotFound(UrbanmineError):
    """There is no program ``urbanmine``."""


_TEXT = re.compile(r"^(?P<file>[^:\n]+):(?P<line>\d+):(?P<column>\d+): (?P<message>.*)$")
_CELL = re.compile(r"^(?P<file>[^:\n]+):(?P<cell>[^:\n]+![A-Z]+\d+): (?P<message>.*)$")


def fault(line: str) -> Fault:
    """A line of the program's messages as a fault."""
    if found := _TEXT.match(line):
        return Fault(found["message"], found["file"], int(found["line"]), int(found["column"]))
    if found := _CELL.match(line):
        return Fault(found["message"], found["file"], cell=found["cell"])
    return Fault(line.removeprefix("Error: "))


def failure(code: int, text: str, output: str = "") -> UrbanmineError:
    """The exception for an exit code, what the program said on stderr and what it printed."""
    lines = [line for line in text.splitlines() if line.strip()]
    # After a wrong argument the program adds how it is used.
    wanted = [line for line in lines if not line.startswith(("Usage:", "  See 'urbanmine"))]
    kinds: dict[int, type[UrbanmineError]] = {
        1: BalanceError, 64: InputError, 65: InputError, 66: InputError
    }
    faults = [fault(line) for line in wanted] or [Fault(f"urbanmine ended with code {code}")]
    return kinds.get(code, UrbanmineError)(faults, code, output)
