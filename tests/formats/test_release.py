"""What a page opened from a folder can know of its release."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

from generator.formats import release


def made(folder: Path, changes: str = "", **texts: str) -> dict[str, Any]:
    """What the script says of a site of these files."""
    folder.mkdir(exist_ok=True)
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8")
    files = {name: hashlib.sha256(text.encode()).hexdigest() for name, text in texts.items()}
    text = release.write(files, folder, changes).read_text(encoding="utf-8")
    assert text.startswith("window.gongkaiRelease = {")
    assert text.endswith("};\n")
    told: dict[str, Any] = json.loads(text.removeprefix("window.gongkaiRelease = ").removesuffix(";\n"))
    return told


def test_it_says_how_much_there_is(tmp_path: Path) -> None:
    """Files and bytes without itself, and the page of differences where there is one."""
    told = made(tmp_path, a="甲", b="bc")

    assert (told["files"], told["bytes"], told["changes"]) == (2, 5, "")
    assert len(told["code"]) == 16
    assert made(tmp_path, "changes.html", a="甲", b="bc")["changes"] == "changes.html"


def test_its_code_is_that_of_the_files(tmp_path: Path) -> None:
    """The same files have the same code wherever they stand; any other byte another."""
    one = made(tmp_path / "one", a="1", b="2")

    assert made(tmp_path / "two", b="2", a="1") == one
    assert made(tmp_path / "three", a="1", b="3")["code"] != one["code"]
