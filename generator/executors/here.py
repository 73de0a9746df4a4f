"""One job after the other, in this process."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from types import TracebackType
from typing import Self, TypeVar

Job = TypeVar("Job")
Result = TypeVar("Result")
Came = Callable[[Result], object]
"""Told each result as soon as it is there, in whatever order they come, by the process that asked for them."""


def nobody(_: object) -> None:
    """Whom nobody told to listen."""


class Here:
    """No process but this one: for one job, for tests, and for machines with one processor."""

    def run(self, work: Callable[[Job], Result], jobs: Sequence[Job], came: Came[Result] = nobody) -> Iterator[Result]:
        """The results in the order of the jobs, each done when it is asked for."""
        for job in jobs:
            result = work(job)
            came(result)
            yield result

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Nothing was opened."""


HERE = Here()
