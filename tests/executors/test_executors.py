"""The same jobs here, in processes, and on a cluster; a worker that dies costs a second try."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
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


def test_a_worker_may_die_while_jobs_are_handed_over(tmp_path: Path) -> None:
    """So many jobs that the last ones come too late for it."""
    for turn in range(5):
        folder = tmp_path / str(turn)
        folder.mkdir()
        with Pool(2) as pool:
            assert list(pool.run(jobs.dies_once, [(str(folder), number) for number in range(500)])) == [*range(500)]


def test_a_process_with_other_threads_is_never_copied() -> None:
    """A copy of one thread may wait for ever for what another held; and on Windows every worker starts empty."""
    ended = threading.Event()
    beside = threading.Thread(target=ended.wait)
    beside.start()
    try:
        with Pool(2) as pool:
            results = list(pool.run(jobs.square, range(4)))
            assert pool.pool is not None
            assert pool.pool._mp_context.get_start_method() == "spawn"  # type: ignore[attr-defined]
    finally:
        ended.set()
        beside.join()

    assert [result for result, _ in results] == [0, 1, 4, 9]
    assert os.getpid() not in {process for _, process in results}


@pytest.mark.skipif(os.name == "nt", reason="such a kill is unknown there")
def test_workers_end_with_a_command_that_is_killed(tmp_path: Path) -> None:
    """The busy one too: the pipe that all of them share is closed."""
    program = (
        "import sys\nfrom generator.executors.pool import Pool\nfrom tests.executors import jobs\n"
        "with Pool(2) as pool:\n    list(pool.run(jobs.sleeps, [(sys.argv[1], 0), (sys.argv[1], 60)]))\n"
    )
    command = [sys.executable, "-c", program, str(tmp_path)]
    process = subprocess.Popen(command, cwd=world.REPOSITORY, stdout=subprocess.PIPE)
    wait_for_files(tmp_path, 2)
    process.kill()

    assert process.communicate(timeout=20)[0] == b""


def wait_for_files(folder: Path, many: int) -> None:
    until = time.monotonic() + 20
    while len(list(folder.iterdir())) < many and time.monotonic() < until:
        time.sleep(0.05)


@pytest.mark.skipif(os.name == "nt", reason="signals to a group of processes")
def test_ctrl_c_ends_the_workers_without_a_word(tmp_path: Path) -> None:
    """At once, the busy and the idle; nothing of theirs is printed."""
    program = (
        "import sys\nfrom generator.executors.pool import Pool\nfrom tests.executors import jobs\n"
        "try:\n    with Pool(2) as pool:\n        list(pool.run(jobs.sleeps, [(sys.argv[1], 0), (sys.argv[1], 60)]))\n"
        "except KeyboardInterrupt:\n    print('stopped')\n"
    )
    command = [sys.executable, "-c", program, str(tmp_path)]
    piped = subprocess.PIPE
    process = subprocess.Popen(
        command, cwd=world.REPOSITORY, stdout=piped, stderr=piped, text=True, start_new_session=True
    )
    wait_for_files(tmp_path, 2)
    time.sleep(0.2)  # the first worker has nothing more to do
    os.killpg(process.pid, signal.SIGINT)

    # The pipes are closed once the last worker has ended.
    assert process.communicate(timeout=10) == ("stopped\n", "")


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


def start(*arguments: str, folder: Path, program: Path = world.REPOSITORY) -> subprocess.Popen[bytes]:
    environment = {**os.environ, "PYTHONPATH": str(program), "DASK_DISTRIBUTED__WORKER__DAEMON": "False"}
    quiet = subprocess.DEVNULL
    command = [sys.executable, "-m", *arguments]
    return subprocess.Popen(command, cwd=folder, env=environment, stdout=quiet, stderr=quiet)


def worker(address: str, folder: Path, program: Path = world.REPOSITORY) -> subprocess.Popen[bytes]:
    fixed = ("--nthreads", "1", "--no-nanny", "--no-dashboard", "--host", "127.0.0.1", "--local-directory", str(folder))
    return start("distributed.cli.dask_worker", address, *fixed, folder=folder, program=program)


def scheduler(folder: Path) -> tuple[str, subprocess.Popen[bytes]]:
    """One that listens: (HOST:PORT, its process)."""
    port = free_port()
    fixed = ("--host", "127.0.0.1", "--port", str(port), "--no-dashboard", "--no-jupyter")
    process = start("distributed.cli.dask_scheduler", *fixed, folder=folder)
    until = time.monotonic() + 30
    while time.monotonic() < until:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                break
        time.sleep(0.1)
    return f"127.0.0.1:{port}", process


def end(*processes: subprocess.Popen[bytes]) -> None:
    for process in processes:
        process.kill()
        process.wait()


@pytest.fixture(scope="module")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, list[subprocess.Popen[bytes]]]]:
    """A real scheduler and two worker processes on loopback: (HOST:PORT, processes of the workers)."""
    folder = tmp_path_factory.mktemp("cluster")
    address, head = scheduler(folder)
    workers = [worker(f"tcp://{address}", folder) for _ in range(2)]
    yield address, workers
    end(*workers, head)


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


def test_a_job_that_raises_is_not_tried_again(
    cluster: tuple[str, list[subprocess.Popen[bytes]]], tmp_path: Path
) -> None:
    """It would only say the same, later."""
    with executors.chosen(f"dask://{cluster[0]}") as executor, pytest.raises(LeakFound):
        list(executor.run(jobs.leaks_and_counts, [str(tmp_path)]))

    assert len(list(tmp_path.iterdir())) == 1


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

    assert made["loca"] == made["dask"]
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


@pytest.mark.parametrize(("program", "said"), [('__version__ = "0.0.1"', "版本是 0.0.1,这里是"), ("", "没有安装")])
def test_a_worker_with_another_program_is_said_so(tmp_path: Path, program: str, said: str) -> None:
    """An older one, or none that tells its version."""
    other = tmp_path / "other" / "generator"
    other.mkdir(parents=True)
    (other / "__init__.py").write_text(program, encoding="utf-8")
    address, head = scheduler(tmp_path)
    old = worker(f"tcp://{address}", tmp_path, other.parent)
    try:
        with pytest.raises(Unusable, match=said):
            executors.chosen(f"dask://{address}")
    finally:
        end(old, head)


def test_a_scheduler_that_goes_away_is_said_so(tmp_path: Path) -> None:
    """In the middle of a job, with what to do."""
    address, head = scheduler(tmp_path)
    only = worker(f"tcp://{address}", tmp_path)
    begun = tmp_path / "begun"
    begun.mkdir()
    try:
        with executors.chosen(f"dask://{address}") as executor:
            results = executor.run(jobs.sleeps, [(str(begun), 30)])
            with ThreadPoolExecutor(1) as beside:
                waiting = beside.submit(list, results)
                wait_for_files(begun, 1)
                head.kill()
                with pytest.raises(EngineFailed, match="联系断了"):
                    waiting.result(timeout=12)
    finally:
        end(only, head)
