"""What the executors are given to do; workers import it by name."""

from __future__ import annotations

import os
import signal
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
        os.kill(os.getpid(), signal.SIGKILL)
    return number


def dies(_: int) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def leaks(number: int) -> int:
    if number == 1:
        raise LeakFound("有不该公开的内容")
    raise Unusable("第一个错误先说")
