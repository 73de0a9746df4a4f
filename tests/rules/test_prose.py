"""Addresses that would run are found in every disguise; plain prose is left alone."""

from __future__ import annotations

import pytest

from generator.model import Finding, Level, Records
from generator.rules import prose


def found(text: str) -> list[Finding]:
    return list(prose.check(Records(prose={"about": f"# 标题\n\n{text}"})))


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        " java script :alert(1)",
        "java\nscript:alert(1)",
        "java\u200bscript:alert(1)",
        "java\\script:alert(1)",
        "java&#115;cript:alert(1)",
        "java&#x73;cript&colon;alert(1)",
        "java&Tab;script&NewLine;:alert(1)",
        "vbscript:msgbox(1)",
        "data:text/html;base64,PHNjcmlwdD4=",
        "DATA:,x",
        "&#100;ata:text/html,x",
    ],
)
def test_running_address_is_found(address: str) -> None:
    """As a link, as a picture and as a reference."""
    for text in (f"[点这里]({address})", f"![图]({address})", f"[点这里][1]\n\n[1]: {address}"):
        assert [f.level for f in found(text)] == [Level.ERROR], text


@pytest.mark.parametrize(
    "markup", ["<b>", "</b>", "<!-- 批注 -->", "<?php", "<script>", "文字<br/>文字", "<https://example.org>"]
)
def test_markup_is_found(markup: str) -> None:
    """Also in the middle of a line; the column points to it."""
    errors = [f for f in found(f"文字 {markup}") if f.level is Level.ERROR]

    assert [(f.where.line, f.where.column) for f in errors] == [(3, 4 + markup.index("<"))]


@pytest.mark.parametrize(
    "text",
    [
        "数据放在 data 文件夹:每个乡镇一个。data: 就是数据。",
        "[数据](data/about.md)、[本站](../index.md)、[上面](#top)",
        "3 < 5,5 > 3,a<3",
        "&lt;b&gt; 这样写小于号",
        "JavaScript 是一种语言",
        "网址写成 https://example.org 也不会变成链接",
    ],
)
def test_plain_prose_is_left_alone(text: str) -> None:
    """What cannot run or reach out is no finding."""
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("[外面](https://example.org)", Level.NOTE),
        ("[外面](HTTP://example.org)", Level.NOTE),
        ("[外面]( //example.org)", Level.NOTE),
        ("[1]: https://example.org", Level.NOTE),
        ("![照片](https://example.org/a.png)", Level.ERROR),
        ("[![照片](https://example.org/a.png)](a.md)", Level.ERROR),
    ],
)
def test_outside(text: str, level: Level) -> None:
    """A link may be meant; a picture would ask somebody outside."""
    assert [f.level for f in found(text)] == [level]


@pytest.mark.parametrize("text", ["", "\n# 标题", "标题", "#标题", "## 标题", "---\ntitle: 标题\n---\n# 标题"])
def test_missing_title(text: str) -> None:
    """The first line is the title, nothing else."""
    findings = list(prose.check(Records(prose={"about": text})))

    assert [(f.level, f.where.line) for f in findings] == [(Level.ERROR, 1)]


def test_line_of_a_disguised_address() -> None:
    """Entities and line breaks before it do not shift the line."""
    assert [f.where.line for f in found("&#10;&lt;\n一行\n[x](java&#115;cript:1)")] == [5]
