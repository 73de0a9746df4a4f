"""A Dask cluster: the same jobs, handed to its scheduler. Installed with the extra `cluster`."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import CancelledError
from functools import partial
from pkgutil import resolve_name
from types import TracebackType
from typing import Any, Self

from generator import __version__
from generator.executors._again import in_order
from generator.executors.here import Came, Job, Result, nobody
from generator.model import EngineFailed, Unusable

_PATIENCE = 10
"""Seconds."""
_AWAY = "连不上集群 {},或者它还没有干活的机器。核对地址和端口,确认调度器已经启动。"


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
        except (OSError, TimeoutError, ValueError):
            raise Unusable(_AWAY.format(address)) from None
        try:
            self._greet(address)
        except BaseException:
            self.client.close()
            raise

    def _greet(self, address: str) -> None:
        try:
            self.client.wait_for_workers(1, timeout=_PATIENCE)
        except TimeoutError:
            raise Unusable(_AWAY.format(address)) from None
        # A function of the standard library: a worker that lacks this program can still be asked.
        answers = self.client.run(resolve_name, "generator:__version__", on_error="return").values()
        versions = {answer if isinstance(answer, str) else "(没有安装)" for answer in answers}
        if versions != {__version__}:
            raise Unusable(
                f"集群上的 gongkai 版本是 {'、'.join(sorted(versions))},这里是 {__version__}。请装成一样的再试。"
            )

    def run(self, work: Callable[[Job], Result], jobs: Sequence[Job], came: Came[Result] = nobody) -> Iterator[Result]:
        """The results in the order of the jobs. Raises EngineFailed when the scheduler goes away."""
        from distributed import KilledWorker

        try:
            fresh = partial(self.client.get_executor, pure=False)
            yield from in_order(fresh, (KilledWorker,), work, jobs, len(jobs), came)
        except CancelledError:
            raise EngineFailed("和集群的联系断了,网站没有更新。确认调度器还在运行,再试一次。") from None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """The cluster goes on without us."""
        self.client.close()
