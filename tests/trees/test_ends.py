"""Where a value ends, so that an edit can replace just that; and how it was written."""

from __future__ import annotations

import pytest

from generator.trees.characters import split
from generator.trees.reader import Node, read


def tree(text: str) -> Node:
    node, findings = read(text.encode(), "f.yml")
    assert node is not None
    assert not findings
    return node


def typed(text: str, node: Node) -> str:
    """What stands between the two ends of a node that is on one line."""
    line, column = node.end
    assert line == node.line
    return split(text)[line - 1][node.column - 1 : column - 1]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize(
    ("written", "style"),
    [
        ("刘村", ""),
        ("'刘''村'", "'"),
        ('"刘\\t村"', '"'),
        ("{甲: 1, 乙: }", "{"),
        ("[一, 二]", "["),
        ("[]", "["),
        ("{}", "{"),
    ],
)
def test_end_and_style_of_a_value(written: str, style: str, end: str) -> None:
    """Quotes and brackets are inside, comments and blanks outside."""
    text = f"- 编号: a{end}  值: {written}   # 注{end}  后: 1{end}"
    node = tree(text).value[0].value["值"]

    assert (written, style) == (typed(text, node), node.style)


def test_end_of_what_is_not_written() -> None:
    """Behind the colon: that is where a value can be put."""
    node = tree("- 甲:\n  乙: 1\n").value[0].value["甲"]

    assert (node.line, node.column) == (1, 5) == node.end


def test_end_of_what_has_no_brackets_is_that_of_its_last_value() -> None:
    """The parser itself says so only at the next label, behind blank lines and comments."""
    root = tree("- 甲:\n    - 乙: 一\n      丙: 二 # 注\n\n# 再注\n- 甲: 三\n")

    assert (3, 11) == root.value[0].end == root.value[0].value["甲"].end
    assert root.end == (6, 7)


@pytest.mark.parametrize("mark", ["|", ">", "|-", ">-"])
@pytest.mark.parametrize("last", ["", "\n", "\n\n\n", "\n\n  # 注\n"])
def test_end_of_lines_of_text_is_their_last_line(mark: str, last: str) -> None:
    """Not the blank lines behind it, and not the next label."""
    node = tree(f"甲: {mark}\n    一二\n    三{last}").value["甲"]

    assert node.end == (3, 6)
    assert node.style == mark[0]
