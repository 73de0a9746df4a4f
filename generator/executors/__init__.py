"""Where jobs are done: in this process, by processes of this machine, or by a cluster.

A job and its result travel between processes, so both are plain data. Whoever does them needs this program in the same
version, and the folders of the site and of the output under the same paths.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager
from typing import Protocol

from generator.executors.here import HERE as HERE
from generator.executors.here import Came, Here, Job, Result, nobody
from generator.model import Unusable

LOCAL = "local"


class Executor(Protocol):
    """Does the same work for each of several jobs; what a job raises is raised here."""

    def run(self, work: Callable[[Job], Result], jobs: Sequence[Job], came: Came[Result] = nobody) -> Iterator[Result]:
        """The results in the order of the jobs. came: told each of them as soon as it is there."""
        ...


def processors() -> int:
    """How many this machine has."""
    return os.cpu_count() or 1


def chosen(where: str = LOCAL, jobs: int | None = None) -> AbstractContextManager[Executor]:
    """`local`, with so many processes (none: as many as there are processors), or `dask://HOST:PORT`.

    Raises Unusable for another word, and for a cluster that cannot be reached.
    """
    if where == LOCAL:
        many = jobs or processors()
        if many == 1:
            return Here()
        from generator.executors.pool import Pool

        return Pool(many)
    scheme, _, address = where.partition("://")
    if scheme != "dask" or not address:
        raise Unusable(f"--executor 的值不对:{where}。可以写 local,或 dask://主机:端口,例如 dask://10.0.0.5:8786。")
    from generator.executors.cluster import Cluster

    return Cluster(address)
