"""How long work tells what it is doing: the steps never print, whoever asked for them may."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager

Came = Callable[[str], None]
"""Told the name of each of a stage's parts once it is done."""

Progress = Callable[[str, int], AbstractContextManager[Came]]
"""(What is done now, how many parts it has; 0: nobody counts) → open as long as it is being done."""


@contextmanager
def silent(_words: str, _total: int) -> Iterator[Came]:
    """Nobody listens."""
    yield lambda _: None
