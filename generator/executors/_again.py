"""A worker that dies costs a second try, not the build."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, wait
from concurrent.futures import Executor as Futures
from contextlib import suppress

from generator.executors.here import Came, Job, Result, nobody
from generator.model import EngineFailed


def in_order(
    fresh: Callable[[], Futures],
    dead: tuple[type[Exception], ...],
    work: Callable[[Job], Result],
    jobs: Sequence[Job],
    most: int,
    came: Came[Result] = nobody,
) -> Iterator[Result]:
    """The results in the order of the jobs; `fresh` gives something that takes jobs, again where a worker died.

    dead: what tells that a worker died. most: so many jobs are handed over at a time; where a worker dies while the pipe to
    it is full, Python's own pool may wait for ever (cpython#105829). Raises EngineFailed when a job kills its second worker.
    """
    done: dict[int, Result] = {}
    for _ in range(2):
        if left := {at: job for at, job in enumerate(jobs) if at not in done}:
            done |= _tried(fresh(), dead, work, left, most, came)
    if len(done) < len(jobs):
        raise EngineFailed("干活的进程死了两次,多半是内存不够。减少 --jobs 再试;网站没有更新。")
    yield from (done[at] for at in range(len(jobs)))


def _tried(
    executor: Futures,
    dead: tuple[type[Exception], ...],
    work: Callable[[Job], Result],
    jobs: Mapping[int, Job],
    most: int,
    came: Came[Result],
) -> dict[int, Result]:
    """The results of those jobs whose worker lived; of several errors the first job's is raised."""
    futures: dict[int, Future[Result]] = {}
    waiting: set[Future[Result]] = set()
    done: dict[int, Result] = {}
    try:
        with suppress(*dead):  # a worker may die while jobs are still being handed over
            for at, job in jobs.items():
                futures[at] = executor.submit(work, job)
                waiting.add(futures[at])
                if len(waiting) >= most:
                    waiting, _ = _fewer(waiting, came)
            well = True
            while waiting and well:
                waiting, well = _fewer(waiting, came)
        for at, future in futures.items():
            with suppress(*dead):
                done[at] = future.result()
    finally:
        for left in futures.values():
            left.cancel()
    return done


def _fewer(waiting: set[Future[Result]], came: Came[Result]) -> tuple[set[Future[Result]], bool]:
    """Those that are not done yet, once any is, and whether all went well; what a job raised is raised elsewhere."""
    done, left = wait(waiting, return_when=FIRST_COMPLETED)
    good = [one for one in done if one.exception() is None]
    for one in good:
        came(one.result())
    return left, len(good) == len(done)
