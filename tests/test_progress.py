"""What long work says of itself: nothing when it is short, little in a file, a moving line on a terminal, and no trace."""

from __future__ import annotations

import os
import pty
import re
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from generator import executors
from generator.console import progress as speech
from generator.console.progress import Lines, Moving, progress
from generator.executors.pool import Pool
from generator.model import LeakFound, silent
from tests import world
from tests.executors import jobs

Words = pytest.CaptureFixture[str]


class Clock:
    """Time that passes when it is told to."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """And two seconds are long again."""
    monkeypatch.setattr(speech, "SLOW", 2.0)
    return Clock()


def test_short_work_says_nothing(clock: Clock, capsys: Words) -> None:
    """Neither stages nor their parts."""
    lines = Lines(clock)
    for words in ("读取数据", "核对"):
        with lines(words, 2) as came:
            came("安平镇")
            came("高垣乡")
            clock.now += 0.9

    assert capsys.readouterr() == ("", "")


def test_long_work_says_a_line_a_stage_and_a_few_on_the_way(clock: Clock, capsys: Words) -> None:
    """On standard error; at most one every five seconds; the last part is said by the next stage."""
    lines = Lines(clock)
    with lines("核对", 5) as came:
        for name in ("甲镇", "乙镇", "丙\x1b[31m镇", "丁镇", "戊镇"):
            clock.now += 3
            came(name)
    with lines("打包", 0):
        clock.now += 60
    said = capsys.readouterr()

    assert said.out == ""
    assert said.err.splitlines() == ["核对 2/5 乙镇 ……", "核对 4/5 丁镇 ……", "打包 ……"]


def test_nobody_is_told_where_nobody_wants_it(monkeypatch: pytest.MonkeyPatch, capsys: Words) -> None:
    """With --quiet; a terminal that cannot draw, and a machine that keeps the log, get lines."""
    assert progress(quiet=True) is silent
    with silent("核对", 3) as came:
        came("甲镇")
    assert capsys.readouterr() == ("", "")

    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    for name, value in (("CI", "true"), ("TERM", "dumb")):
        monkeypatch.delenv("CI", raising=False)
        monkeypatch.setenv("TERM", "xterm")
        assert isinstance(progress(), Moving)
        monkeypatch.setenv(name, value)
        assert isinstance(progress(), Lines)


DRAWN = """
import sys, time
from generator.console.progress import progress
shown = progress()
with shown("核对", 2) as came:
    came("[bold]甲镇\\x1b[2J")
    time.sleep(0.9)
    came("乙镇")
with shown("打包", 0):
    time.sleep(0.3)
print("好了", file=sys.stderr)
"""


def drawn(**environment: str) -> str:
    """What a terminal gets."""
    ours, theirs = pty.openpty()
    bare = {name: value for name, value in os.environ.items() if name not in ("CI", "NO_COLOR")}
    environment = {**bare, "TERM": "xterm-256color", "PYTHONUTF8": "1", **environment}
    with subprocess.Popen([sys.executable, "-c", DRAWN], cwd=world.REPOSITORY, env=environment, stderr=theirs) as made:
        os.close(theirs)
        read = b""
        while True:
            try:
                piece = os.read(ours, 4096)
            except OSError:
                break
            if not piece:
                break
            read += piece
    os.close(ours)
    assert made.returncode == 0
    return read.decode("utf-8")


def test_on_a_terminal_a_line_moves_and_is_gone(capsys: Words) -> None:
    """What people typed into names does nothing there."""
    text = drawn()

    assert "核对 1/2 [bold]甲镇" in text
    assert "打包" in text
    assert "\x1b[2J" not in text
    assert text.count("\n") > 0
    assert re.search(r"\x1b\[2K(?:\x1b\[\d?A?)*[^打核]*好了\r?\n$", text)


def test_no_color_means_none() -> None:
    """The line moves all the same."""
    text = drawn(NO_COLOR="1")

    assert "核对 1/2 [bold]甲镇" in text
    assert not re.search(r"\x1b\[[0-9;]*3[0-7]m|\x1b\[38;", text)


def fails(moving: Moving) -> None:
    with moving("打包", 0):
        time.sleep(0.05)
        raise LeakFound("x")


def test_a_stage_that_fails_leaves_nothing_behind() -> None:
    """Its thread ends with it, and the error goes on: processes are copied only from one that has a single thread."""
    before = threading.active_count()
    moving = Moving()
    moving.begun -= 1
    with pytest.raises(LeakFound):
        fails(moving)

    assert threading.active_count() == before


def test_the_first_stage_of_many_parts_has_no_thread_before_the_first_part() -> None:
    """The processes that do the parts are started in it."""
    before = threading.active_count()
    moving = Moving()
    moving.begun -= 1
    with moving("核对", 2) as came:
        assert threading.active_count() == before
        came("甲镇")
        assert threading.active_count() == before + 1
    with moving("生成", 2):
        assert threading.active_count() == before + 1


def test_results_are_told_as_they_come(tmp_path: Path) -> None:
    """By processes, and here; also where a worker died on the way, each once."""
    for executor in (executors.HERE, Pool(2)):
        told: list[int] = []
        with executor:
            list(executor.run(jobs.square, range(9), lambda one, told=told: told.append(one[0])))  # type: ignore[misc]
        assert sorted(told) == [number * number for number in range(9)]
    again: list[int] = []
    with Pool(2) as pool:
        list(pool.run(jobs.dies_once, [(str(tmp_path), number) for number in range(6)], again.append))
    assert sorted(again) == list(range(6))
