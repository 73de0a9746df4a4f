"""Processes of this machine, started once and kept warm: what a worker has loaded and compiled serves all its jobs."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing.context import BaseContext
from types import TracebackType
from typing import Self

from generator import machine
from generator.executors._again import in_order
from generator.executors.here import HERE, Came, Job, Result, nobody


class Pool:
    """So many processes, opened by the first jobs that are worth it."""

    def __init__(self, processes: int) -> None:
        self.processes = min(processes, machine.WAITED_FOR)
        self.pool: ProcessPoolExecutor | None = None

    def run(self, work: Callable[[Job], Result], jobs: Sequence[Job], came: Came[Result] = nobody) -> Iterator[Result]:
        """The results in the order of the jobs; a single job is done here."""
        if len(jobs) < 2:
            return HERE.run(work, jobs, came)
        return in_order(self._fresh, (BrokenProcessPool,), work, jobs, 2 * self.processes, came)

    def _fresh(self) -> ProcessPoolExecutor:
        if self.pool is None or self.pool._broken:  # nothing public tells it
            self.pool = ProcessPoolExecutor(self.processes, mp_context=_context(), initializer=_ends_in_time)
        return self.pool

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Waits for nothing that nobody wants any more."""
        if self.pool is not None:
            self.pool.shutdown(wait=error is None, cancel_futures=True)


def _context() -> BaseContext:
    """A copy of this process has loaded everything already; but a copy of one thread may wait for ever for another."""
    alone = threading.active_count() == 1 and "fork" in multiprocessing.get_all_start_methods()
    return multiprocessing.get_context("fork" if alone else "spawn")


def _ends_in_time() -> None:
    """On Ctrl-C a worker ends without a word, whatever it does, and it ends with the command that started it."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    threading.Thread(target=_ends_with_parent, daemon=True).start()


def _ends_with_parent() -> None:
    """A command that is killed cannot tell its workers."""
    if parent := multiprocessing.parent_process():
        parent.join()
        os._exit(1)
