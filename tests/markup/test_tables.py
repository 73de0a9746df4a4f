"""Our tables say what the stock ones say, cell for cell, and call a column's head a head."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown import Markdown

from generator.write.escape import md

EXTENSIONS = ["footnotes", "admonition", "md_in_html"]


def html(text: str, tables: str) -> str:
    settings = {tables: {"use_align_attribute": True}}
    return Markdown(extensions=[tables, *EXTENSIONS], extension_configs=settings).convert(text)


def both(text: str) -> tuple[str, str]:
    """(Ours without the scopes, the stock extension's)."""
    return html(text, "generator.markup.tables").replace(' scope="col"', ""), html(text, "tables")


def test_column_heads_have_a_scope() -> None:
    """A screen reader reads the head before each cell."""
    text = html("| 村 | 金额 |\n|:---|---:|\n| 刘村 | 1.00 |\n", "generator.markup.tables")

    assert text.count('<th align="left" scope="col">村</th>') == 1
    assert '<td align="right">1.00</td>' in text


@pytest.mark.parametrize(
    "cell",
    [
        "**合计**",
        "[刘村](../liucun/index.md)",
        "[刘村](a.md#x)、[王家坪村](b.md)等 3 条",
        '甲<br>乙 <span class="gk-note">丙</span>',
        '<a href="#x" title="a&#34;b">&#42;&#42;</a>',
        "`a | b`",
        r"a \| b",
        "*斜*",
        "_斜_",
        "甲*斜*乙",
        "**重*斜*重**",
        "![图](a.png)",
        "[文][注]",
        "<https://example.org>",
        "[^1]",
        "**没有关上",
        "[没有](关上",
        "<b>没有关上",
        "a&b &amp; &#42;",
        "** 空 **",
        "[](a.md)",
        "~~删~~ ^上^",
        "<!-- 注 -->",
        "2 < 3 > 1",
        "",
    ],
)
def test_a_cell_means_what_it_always_meant(cell: str) -> None:
    """Whether it is read at a glance or left to the inline patterns."""
    ours, stock = both(f"| 一 | 二 |\n|:---|---:|\n| 前 | {cell} |\n| {cell} | 后 |\n")

    assert stock == ours


PIECES = [*"ab中 1*_`[]()<>!&#;\\|:/\"'=.~^-{}", "**", "](", "<br>", "&#42;", "](a.md)", "<span>", "http://"]
WHOLE = ["*a*", "_a_", "**a**", "`a`", "[a](b)", "![a](b)", "<b>", "</b>", "a", "甲 ", "<!-- -->", "\\*"]
PARTS = st.lists(st.sampled_from([*PIECES, *WHOLE]), max_size=12).map("".join)


@settings(max_examples=400)
@given(PARTS, PARTS)
def test_any_cells_mean_what_they_always_meant(left: str, right: str) -> None:
    """However wild the cells."""
    ours, stock = both(f"| 一 | 二 |\n|---|---|\n| {left} | {right} |\n")

    assert stock == ours


@given(st.text(alphabet=st.characters(exclude_categories=["Cc", "Cf", "Cs", "Zl", "Zp"]), max_size=40))
def test_words_of_a_clerk_stand_in_a_cell_as_they_were_typed(words: str) -> None:
    """The writer's escape and the glance agree: no tag opens, nothing is lost."""
    ours, stock = both(f"| 一 |\n|---|\n| {md(words)} |\n")

    assert stock == ours
