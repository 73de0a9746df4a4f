"""Words of a paragraph and their line and column in the file, however the paragraph is written."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from generator.load import load
from generator.model import Where
from generator.records.article import Article
from generator.rules._common.spots import spot

_HEAD = "编号: a\n标题: 文\n体裁: 综述\n日期: 2026-07-01\n部分:\n  - 标题: 一\n    正文:\n"


def places(folder: Path, prose: str, word: str = "{{") -> list[tuple[int, int]]:
    """Lines behind the head, and columns, of every occurrence of the word in the first paragraph."""
    file = folder / "data/townships/anping/articles.yml"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(_HEAD + prose, encoding="utf-8")
    records, findings = load(folder)
    (article,) = records.of(Article)
    (text, *_) = article.sections[0].body
    starts = [at for at in range(len(text)) if text.startswith(word, at)]
    found = [spot(records, article, ("部分", 0, "正文", 0), text, at, at + len(word)) for at in starts]
    assert [finding for finding in findings if finding.level.value == "error"] == []
    return [(where.line - _HEAD.count("\n"), where.column) for where in found]


@pytest.mark.parametrize(
    ("prose", "expected"),
    [
        ("      - 甲{{ 乙 }}丙{{ 丁 }}\n", [(1, 10), (1, 18)]),
        ("      - 甲{{ 乙 }}丙\n        再{{ 丁 }}\n", [(1, 10), (2, 10)]),
        ("      - '{{ 乙[''2024''] }}丙{{ 丁 }}'\n", [(1, 10), (1, 28)]),
        ('      - "甲{{ 乙 }}\n\n        丙{{ 丁 }}"\n', [(1, 11), (3, 10)]),
        ("      - |\n        甲{{ 乙 }}\n        {{ 丁 }}\n", [(2, 10), (3, 9)]),
        ("      - >-  # {{ 注 }}\n        甲\n\n        {{ 丁 }}{{ 丁 }}\n", [(4, 9), (4, 16)]),
        ("      - 甲{{ 乙 }}  # {{ 注 }}\n      - 丙{{ 丁 }}\n", [(1, 10)]),
        ("      [甲, 丙]\n", []),
        ("      甲{{ 乙 }}\n", [(1, 8)]),
    ],
    ids=[
        "plain",
        "plain, two lines",
        "single quotes",
        "double quotes",
        "literal",
        "folded",
        "comment",
        "none",
        "alone",
    ],
)
def test_every_style_of_text(tmp_path: Path, prose: str, expected: list[tuple[int, int]]) -> None:
    """Exactly where the words stand; what a comment says does not count."""
    assert places(tmp_path, prose) == expected


def test_windows_line_ends(tmp_path: Path) -> None:
    """One line end, not two."""
    assert places(tmp_path, "      - |\r\n        甲\r\n        {{ 丁 }}\r\n") == [(3, 9)]


def test_other_words_are_found_too(tmp_path: Path) -> None:
    """Numbers typed by hand, each of several that look alike."""
    assert places(tmp_path, "      - 共12户，修路12公里\n        又12公里\n", "12") == [(1, 10), (1, 16), (2, 10)]


def test_text_that_was_rewritten_points_to_its_beginning(tmp_path: Path) -> None:
    """Escapes may stand for anything."""
    assert places(tmp_path, '      - "甲\\u007b{ 乙 }}{{ 丁 }}"\n') == [(1, 9), (1, 9)]


def test_a_file_that_is_gone_points_to_the_paragraph(tmp_path: Path) -> None:
    """The check goes on."""
    places(tmp_path, "      - 甲{{ 乙 }}\n")
    records, _ = load(tmp_path)
    (article,) = records.of(Article)
    path = ("部分", 0, "正文", 0)
    paragraph = records.where(article, *path)
    (tmp_path / paragraph.file).unlink()

    assert spot(replace(records), article, path, "甲{{ 乙 }}", 1, 3) == paragraph
    assert spot(replace(records, sources={}), article, path, "甲{{ 乙 }}", 1, 3) == Where(article.key)
