"""What the executors are given to do; workers import it by name."""

from __future__ import annotations

import os
import time
from pathlib import Path

from generator.model import LeakFound, Unusable


def square(number: int) -> tuple[int, int]:
    return number * number, os.getpid()


def dies_once(job: tuple[str, int]) -> int:
    """The first time a job comes it kills its worker."""
    folder, number = job
    mark = Path(folder) / f"{number}.tried"
    if number == 2 and not mark.exists():
        mark.touch()
        os._exit(1)
    return number


def dies(_: int) -> None:
    os._exit(1)


def leaks(number: int) -> int:
    if number == 1:
        raise LeakFound("有不该公开的内容")
    raise Unusable("第一个错误先说")


def leaks_and_counts(folder: str) -> None:
    """Leaves a file for every try."""
    (Path(folder) / str(time.monotonic_ns())).touch()
    raise LeakFound("有不该公开的内容")


def sleeps(job: tuple[str, int]) -> None:
    """Says that it has begun."""
    folder, seconds = job
    (Path(folder) / str(seconds)).touch()
    time.sleep(seconds)
