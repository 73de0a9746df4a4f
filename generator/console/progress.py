"""What long work is doing: a moving line on a terminal, now and then a plain one elsewhere, nothing where nobody wants it.

The processes that do the work know nothing of it: what is done is counted here, as their results come back.
"""

from __future__ import annotations

import os
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import click

from generator.console.text import plain
from generator.model import Came, Progress, silent

PATIENCE = 0.5
"""Seconds before a moving line is drawn: what is over sooner is not worth a word."""
SLOW = 2.0
"""Seconds before a plain line is written: it stays."""
PAUSE = 5.0
"""Seconds between two plain lines of one stage."""
_TURN = 0.4
"""Seconds between two drawings of the moving line."""
_LONGEST = 20
"""Of a name, in letters."""

Clock = Callable[[], float]


def progress(quiet: bool = False) -> Progress:
    """How this command tells what it does; it begins to count the time now."""
    if quiet:
        return silent
    return Moving() if _moves() else Lines()


def _moves() -> bool:
    """Whether a line may be drawn again and again: somebody looks at a terminal that can do so."""
    return sys.stderr.isatty() and not os.environ.get("CI") and os.environ.get("TERM") != "dumb"


class Lines:
    """For a file, a pipe, a machine that keeps what is said: a line a stage, and a few on the way."""

    def __init__(self, clock: Clock = time.monotonic) -> None:
        self.clock, self.begun, self.last = clock, clock(), 0.0

    @contextmanager
    def __call__(self, words: str, total: int) -> Iterator[Came]:
        """One stage; a stage that begins at once is told once it turns out to be long."""
        done = 0
        if self.clock() - self.begun >= SLOW:
            self._line(words)
        else:
            self.last = self.begun

        def came(name: str) -> None:
            nonlocal done
            done += 1
            if done < total and self.clock() - self.last >= PAUSE:
                self._line(f"{words} {_counted(done, total, name)}")

        yield came

    def _line(self, text: str) -> None:
        self.last = self.clock()
        click.echo(f"{text} ……", err=True)


class Moving:
    """For a person at a terminal: what is done now, how far it is, how long it has taken; it leaves no trace."""

    def __init__(self, clock: Clock = time.monotonic) -> None:
        self.clock, self.begun, self.opened = clock, clock(), False

    @contextmanager
    def __call__(self, words: str, total: int) -> Iterator[Came]:
        """One stage.

        The first stage of many parts shows nothing before its first part is there: processes that are to do the parts are
        copies of this one, which is cheap and safe only as long as it has a single thread.
        """
        left = max(0.0, PATIENCE - (self.clock() - self.begun))
        line = _Line(words, total)
        if total < 2 or self.opened:
            line.show(left)

        def came(name: str) -> None:
            line.came(name)
            line.show(max(0.0, PATIENCE - (self.clock() - self.begun)))

        try:
            yield came
        finally:
            line.hide()
            self.opened = self.opened or total > 1


class _Line:
    """Drawn by a thread of its own, which ends with it."""

    def __init__(self, words: str, total: int) -> None:
        self.words, self.total, self.done, self.name = words, total, 0, ""
        self.over = threading.Event()
        self.thread: threading.Thread | None = None

    def came(self, name: str) -> None:
        self.done, self.name = self.done + 1, name

    def show(self, after: float) -> None:
        """In so many seconds, unless it is over by then."""
        if self.thread is None:
            self.thread = threading.Thread(target=self._draw, args=(after,), daemon=True)
            self.thread.start()

    def hide(self) -> None:
        self.over.set()
        if self.thread:
            self.thread.join()

    def _draw(self, after: float) -> None:
        if self.over.wait(after):
            return
        bar = _bar(self.total)
        bar.add_task(self._text(), total=self.total or None, completed=self.done)
        with bar:
            while not self.over.wait(_TURN):
                bar.update(0, description=self._text(), completed=self.done, refresh=True)

    def _text(self) -> str:
        return f"{self.words} {_counted(self.done, self.total, self.name)}" if self.total else self.words


def _counted(done: int, total: int, name: str) -> str:
    """`3/8 安平镇`."""
    return f"{done}/{total} {plain(name[:_LONGEST])}".rstrip()


def _bar(total: int) -> Any:
    from rich.console import Console
    from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    words = TextColumn("{task.description}", markup=False)
    columns = [SpinnerColumn("line"), words, *([BarColumn(bar_width=20)] if total > 1 else []), TimeElapsedColumn()]
    console = Console(stderr=True)
    return Progress(
        *columns, console=console, transient=True, auto_refresh=False, redirect_stdout=False, redirect_stderr=False
    )
