"""Processes of this machine, started once and kept warm: what a worker has loaded and compiled serves all its jobs."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from types import TracebackType
from typing import Self

from generator.executors._again import in_order
from generator.executors.here import HERE, Job, Result

_MOST = 61 if os.name == "nt" else 256
"""Windows waits for no more."""


class Pool:
    """So many processes, opened by the first jobs that are worth it."""

    def __init__(self, processes: int) -> None:
        self.processes = min(processes, _MOST)
        self.pool: ProcessPoolExecutor | None = None

    def run(self, work: Callable[[Job], Result], jobs: Sequence[Job]) -> Iterator[Result]:
        """The results in the order of the jobs; a single job is done here."""
        if len(jobs) < 2:
            return HERE.run(work, jobs)
        return in_order(self._fresh, (BrokenProcessPool,), work, jobs)

    def _fresh(self) -> ProcessPoolExecutor:
        if self.pool is None or self.pool._broken:  # nothing public tells it
            self.pool = ProcessPoolExecutor(self.processes, initializer=_ends_at_once)
        return self.pool

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Waits for nothing that nobody wants any more."""
        if self.pool is not None:
            self.pool.shutdown(wait=error is None, cancel_futures=True)


def _ends_at_once() -> None:
    """On Ctrl-C a worker ends without a word, whatever it does; the command itself says what happened."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
