"""What a program costs: one command in a process of its own, with all the processes that it starts."""

from __future__ import annotations

import os
import subprocess
import tempfile
import time
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path


@dataclass(frozen=True)
class Cost:
    """The cost of one run."""

    cpu: float
    """Seconds, user and system, of the process and all its descendants."""
    wall: float
    memory: float
    """Megabytes: the peak of the largest process, not of all together."""
    pages: int = 0
    size: int = 0
    """Bytes of everything in the finished site."""

    def as_dict(self) -> dict[str, float]:
        return asdict(self)


class Failed(Exception):
    """The command ended with an error; its last words."""


def measured(command: Sequence[str | Path], folder: Path, environment: Mapping[str, str] | None = None) -> Cost:
    """Runs the command in `folder`. Raises Failed.

    The kernel hands over the figures with the end of the process (wait4): processor time of all descendants that were
    waited for, and the peak of the largest of them. Nothing is sampled, so nothing short-lived is missed.
    """
    with tempfile.TemporaryFile() as said:
        start = time.perf_counter()
        process = subprocess.Popen(
            [str(word) for word in command],
            cwd=folder,
            env={**os.environ, **(environment or {})},
            stdin=subprocess.DEVNULL,
            stdout=said,
            stderr=subprocess.STDOUT,
        )
        _, status, used = os.wait4(process.pid, 0)
        wall = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            said.seek(0)
            words = said.read().decode("utf-8", "replace")
            raise Failed(f"{command[0]} ended with {process.returncode}\n{words[-3000:]}")
    return Cost(used.ru_utime + used.ru_stime, wall, used.ru_maxrss / 1024)


def weighed(cost: Cost, site: Path) -> Cost:
    """The same cost with what stands in the finished site."""
    files = [path for path in site.rglob("*") if path.is_file()]
    pages = sum(path.suffix == ".html" and path.name != "404.html" for path in files)
    return Cost(cost.cpu, cost.wall, cost.memory, pages, sum(path.stat().st_size for path in files))
