"""Every page of the small site as Markdown, for the public and for reviewers: read the golden files, they are the manual.

`make golden` (GOLDEN=1) writes them anew; `git diff` then is the review.
"""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from generator.disclose import disclose
from generator.model import Audience, Records
from generator.pages import plan
from generator.write import write

GOLDEN = Path(__file__).parent / "golden"
AUDIENCES = [Audience.PUBLIC, Audience.REVIEW]


def texts(folder: Path) -> dict[str, str]:
    """Path → text of every Markdown file below."""
    return {p.relative_to(folder).as_posix(): p.read_text(encoding="utf-8") for p in sorted(folder.rglob("*.md"))}


@pytest.mark.parametrize("audience", AUDIENCES, ids=lambda audience: audience.value)
def test_pages_are_as_in_the_golden_files(world_records: Records, audience: Audience, tmp_path: Path) -> None:
    """No page more, none less, no letter else."""
    edition = disclose(world_records, audience)
    docs = write(edition, plan(edition), tmp_path).docs
    golden = GOLDEN / audience.value
    if os.environ.get("GOLDEN") == "1":
        shutil.rmtree(golden, ignore_errors=True)
        for name, text in texts(docs).items():
            (golden / name).parent.mkdir(parents=True, exist_ok=True)
            (golden / name).write_text(text, encoding="utf-8", newline="\n")

    assert list(texts(golden)) == list(texts(docs))
    for name, text in texts(golden).items():
        assert text == texts(docs)[name], name


def test_nothing_internal_stands_in_the_public_golden_files() -> None:
    """Every internal value of the small site can be read by reviewers, none by the public."""
    internal = (
        *("周守业", "吴明德", "孙家和", "邹守拙", "骆平安", "记录人", "内部", "组织办台账", "下河村便桥加固", "草稿"),
        *("拟调任县直部门", "兼任网格员", "一名党员主张先修路", "电费单据要补附件", "慰问名单存村档案柜", "后备力量"),
        *("7&#45;1", "101,570.50", "上党课2次", ".yml"),
    )
    public, review = ("\n".join(_of_townships(GOLDEN / audience.value)) for audience in AUDIENCES)

    assert [word for word in internal if word in public] == []
    assert [word for word in internal if word not in review and word != ".yml"] == []


def _of_townships(folder: Path) -> list[str]:
    """The pages but for the reference pages: those explain every label, internal ones too."""
    return [text for name, text in texts(folder).items() if not str(name).startswith("catalogue/")]
