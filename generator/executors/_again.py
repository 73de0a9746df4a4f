"""A worker that dies costs a second try, not the build."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor as Futures

from generator.executors.here import Job, Result
from generator.model import EngineFailed


def in_order(
    fresh: Callable[[], Futures], dead: tuple[type[Exception], ...], work: Callable[[Job], Result], jobs: Sequence[Job]
) -> Iterator[Result]:
    """The results in the order of the jobs; `fresh` gives something that takes jobs, again where a worker died.

    dead: what a future raises when its worker died. Raises EngineFailed when a job kills its second worker too.
    """
    done: dict[int, Result] = {}
    for last in (False, True):
        executor = fresh()
        futures = {at: executor.submit(work, job) for at, job in enumerate(jobs) if at not in done}
        try:
            for at, future in futures.items():
                try:
                    done[at] = future.result()
                except dead:
                    if last:
                        raise EngineFailed(
                            "干活的进程死了两次,多半是内存不够。减少 --jobs 再试;网站没有更新。"
                        ) from None
        finally:
            for waiting in futures.values():
                waiting.cancel()
        if len(done) == len(jobs):
            break
    yield from (done[at] for at in range(len(jobs)))
