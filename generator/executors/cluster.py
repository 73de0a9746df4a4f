"""A Dask cluster: the same jobs, handed to its scheduler. Installed with the extra `cluster`."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from types import TracebackType
from typing import Any, Self

from generator import __version__
from generator.executors._again import in_order
from generator.executors.here import Job, Result
from generator.model import Unusable

_PATIENCE = 10
"""Seconds."""


class Cluster:
    """The workers behind one scheduler. Raises Unusable when it is not there, has no workers, or has another version."""

    def __init__(self, address: str) -> None:
        library: Any
        try:
            import distributed as library
        except ImportError:
            raise Unusable("没有安装集群要用的程序。运行 pip install gongkai[cluster] 再试。") from None
        try:
            self.client: Any = library.Client(f"tcp://{address}", timeout=_PATIENCE, set_as_default=False)
            self.client.wait_for_workers(1, timeout=_PATIENCE)
        except (OSError, TimeoutError, ValueError):
            raise Unusable(
                f"连不上集群 {address},或者它还没有干活的机器。核对地址和端口,确认调度器已经启动。"
            ) from None
        versions = set(self.client.run(_version).values())
        if versions != {__version__}:
            self.client.close()
            raise Unusable(
                f"集群上的 gongkai 版本是 {'、'.join(sorted(versions))},这里是 {__version__}。请装成一样的再试。"
            )

    def run(self, work: Callable[[Job], Result], jobs: Sequence[Job]) -> Iterator[Result]:
        """The results in the order of the jobs."""
        from distributed import KilledWorker

        return in_order(lambda: self.client.get_executor(pure=False, retries=1), (KilledWorker,), work, jobs)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """The cluster goes on without us."""
        self.client.close()


def _version() -> str:
    """On a worker: which version of this program it would run."""
    from generator import __version__ as version

    return version
