"""Run urbanmine models from Python.

    import urbanmine as um
    r = um.run("copper")
    df = r.to_dataframe()

The functions call the program ``urbanmine``, which must be on the path, or named by the environment
variable ``URBANMINE``. What it finds wrong is raised as an exception that carries the faults.
"""

from ._ensemble import ensemble_shard, merge
from ._errors import BalanceError, Fault, InputError, ProgramNotFound, UrbanmineError
from ._program import version
from ._results import Balance, Results, Series
from ._run import check, compare, lifetime, models, run, stock
from ._stock import StockResults

__all__ = [
    "Balance",
    "BalanceError",
    "Fault",
    "InputError",
    "ProgramNotFound",
    "Results",
    "Series",
    "StockResults",
    "UrbanmineError",
    "check",
    "compare",
    "ensemble_shard",
    "lifetime",
    "merge",
    "models",
    "run",
    "stock",
    "version",
]
