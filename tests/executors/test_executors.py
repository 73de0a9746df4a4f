"""The same jobs here, in processes, and on a cluster; a worker that dies costs a second try."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator import executors, pipeline
from generator.executors.here import Here
from generator.executors.pool import Pool
from generator.model import Audience, EngineFailed, LeakFound, Site, Unusable
from tests import world
from tests.executors import jobs


def test_one_process_is_this_one() -> None:
    """No other is started for it."""
    with executors.chosen(jobs=1) as executor:
        assert isinstance(executor, Here)
        assert list(executor.run(jobs.square, [1, 2])) == [(1, os.getpid()), (4, os.getpid())]


def test_several_processes_do_several_jobs_in_order() -> None:
    """And stay for the next ones; a single job is done here."""
    with executors.chosen(jobs=2) as executor:
        assert isinstance(executor, Pool)
        first = list(executor.run(jobs.square, range(20)))
        second = list(executor.run(jobs.square, range(20)))
        alone = list(executor.run(jobs.square, [3]))

    assert [result for result, _ in first] == [number * number for number in range(20)]
    assert os.getpid() not in {process for _, process in first}
    assert len({process for _, process in (*first, *second)}) <= 2
    assert alone == [(9, os.getpid())]


def test_a_worker_that_dies_costs_a_second_try(tmp_path: Path) -> None:
    """All results are there, in order."""
    with Pool(2) as pool:
        assert list(pool.run(jobs.dies_once, [(str(tmp_path), number) for number in range(6)])) == list(range(6))

    assert (tmp_path / "2.tried").exists()


def test_a_job_that_kills_every_worker_is_said() -> None:
    """In Chinese, with what to do."""
    with Pool(2) as pool, pytest.raises(EngineFailed, match=r"死了两次.*减少 --jobs"):
        list(pool.run(jobs.dies, [1, 2]))


def test_what_a_job_raises_is_raised_here() -> None:
    """Its kind and its words; of several the first job's."""
    with Pool(2) as pool:
        with pytest.raises(Unusable, match="第一个错误先说"):
            list(pool.run(jobs.leaks, [0, 1]))
        with pytest.raises(LeakFound, match="有不该公开的内容"):
            list(pool.run(jobs.leaks, [1, 0]))


@pytest.mark.parametrize("where", ["dask", "dask://", "spark://x:1", "", "LOCAL"])
def test_another_word_is_explained(where: str) -> None:
    """What may be written."""
    with pytest.raises(Unusable, match=r"dask://主机:端口"):
        executors.chosen(where)


# ------------------------------------------------------------------------------------------------------------- cluster


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def start(*arguments: str, folder: Path) -> subprocess.Popen[bytes]:
    environment = {**os.environ, "PYTHONPATH": str(world.REPOSITORY), "DASK_DISTRIBUTED__WORKER__DAEMON": "False"}
    quiet = subprocess.DEVNULL
    command = [sys.executable, "-m", *arguments]
    return subprocess.Popen(command, cwd=folder, env=environment, stdout=quiet, stderr=quiet)


def worker(address: str, folder: Path) -> subprocess.Popen[bytes]:
    fixed = ("--nthreads", "1", "--no-nanny", "--no-dashboard", "--host", "127.0.0.1", "--local-directory", str(folder))
    return start("distributed.cli.dask_worker", address, *fixed, folder=folder)


@pytest.fixture(scope="module")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, list[subprocess.Popen[bytes]]]]:
    """A real scheduler and two worker processes on loopback: (HOST:PORT, processes of the workers)."""
    folder, port = tmp_path_factory.mktemp("cluster"), free_port()
    fixed = ("--host", "127.0.0.1", "--port", str(port), "--no-dashboard", "--no-jupyter")
    scheduler = start("distributed.cli.dask_scheduler", *fixed, folder=folder)
    workers = [worker(f"tcp://127.0.0.1:{port}", folder) for _ in range(2)]
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                break
        time.sleep(0.1)
    yield f"127.0.0.1:{port}", workers
    for process in (*workers, scheduler):
        process.kill()
        process.wait()


def test_a_cluster_does_the_same_jobs(cluster: tuple[str, list[subprocess.Popen[bytes]]]) -> None:
    """By both workers, in order; errors come back as they are."""
    address, workers = cluster
    with executors.chosen(f"dask://{address}") as executor:
        executor.client.wait_for_workers(2)  # type: ignore[attr-defined]
        results = list(executor.run(jobs.square, range(40)))

        assert [result for result, _ in results] == [number * number for number in range(40)]
        assert {process for _, process in results} <= {one.pid for one in workers}
        with pytest.raises(LeakFound, match="有不该公开的内容"):
            list(executor.run(jobs.leaks, [1]))


def test_a_cluster_builds_the_same_site(
    cluster: tuple[str, list[subprocess.Popen[bytes]]], site: Path, tmp_path: Path
) -> None:
    """Byte for byte what this machine builds."""
    asked = Site(site, world.TODAY)
    made = {}
    for where in ("local", f"dask://{cluster[0]}"):
        out = tmp_path / where[:4]
        with executors.chosen(where, 1) as executor, pipeline.at_work(asked, out, executor) as work:
            folder = work.build(work.check(), Audience.PUBLIC).folder
        made[where[:4]] = {
            path.relative_to(folder).as_posix(): path.read_bytes()
            for path in (folder / "site").rglob("*")
            if path.is_file()
        }

    assert made["local"[:4]] == made["dask"]
    assert len(made["dask"]) > 30


def test_a_worker_killed_in_the_middle_costs_a_retry(
    cluster: tuple[str, list[subprocess.Popen[bytes]]], tmp_path: Path
) -> None:
    """The other worker takes its job over."""
    address, _ = cluster
    with executors.chosen(f"dask://{address}") as executor:
        assert list(executor.run(jobs.dies_once, [(str(tmp_path), number) for number in range(4)])) == [0, 1, 2, 3]

    assert (tmp_path / "2.tried").exists()


def test_a_cluster_that_is_not_there_is_said_so(monkeypatch: pytest.MonkeyPatch) -> None:
    """Before anything is done."""
    from generator.executors import cluster as room

    monkeypatch.setattr(room, "_PATIENCE", 1)
    with pytest.raises(Unusable, match="连不上集群"):
        executors.chosen(f"dask://127.0.0.1:{free_port()}")
