import os
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session", autouse=True)
def program() -> None:
    """The program under test: URBANMINE, else the one that was built in this repository."""
    if "URBANMINE" in os.environ:
        return
    for kind in ["release", "debug"]:
        path = ROOT / ".build" / kind / "urbanmine"
        if path.exists():
            os.environ["URBANMINE"] = str(path)
            return
    raise RuntimeError("build the program first: make build")
