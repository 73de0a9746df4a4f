"""The chains of releases in `data/releases/`: written by the program alone, and only ever made longer."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from generator import chain
from generator.privacy import find

HINT = "这个文件只由 gongkai release 写。从备份找回原来的文件;找不回来,就在网站上说明后重新开始"


def wrong(path: Path) -> Iterator[tuple[int, str]]:
    """(Line, what is wrong there in Chinese) of one file of the folder; of a signature nothing."""
    if path.suffix == ".sig":
        return
    if path.suffix != ".txt" or not path.is_file():
        yield 1, "这个文件夹里只放公开账簿(.txt)和签名(.sig)"
        return
    sealed, found = chain.read(path)
    yield from found
    for one in sealed:
        if find(one.note):
            yield one.number, "说明里有个人信息,而账簿谁都看得到"
