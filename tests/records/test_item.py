"""Openings and conditions of a catalogue item, where a person chooses the labels."""

from pathlib import Path

import pytest

from generator.records.item import DisclosureItem
from tests.load.world import World

ITEM = "- 编号: a\n  事项: b\n  类别: 财务公开\n  依据: []\n  频次: 每月\n  主体: c\n  层级: 村\n"


@pytest.mark.parametrize(
    ("line", "place"),
    [
        ("对象: {社会: [公开]}", "8:7"),
        ("对象: {社会: {公开: 是}}", "8:7"),
        ("对象: {社会: 公开}\n  条件: {类别: {a: b}}", "9:7"),
        ("对象: {社会: 公开}\n  条件: {类别: }", "9:7"),
        ("对象: {社会: 公开}\n  条件: {类别: [[a]]}", "9:7"),
    ],
)
def test_a_group_where_a_word_is_expected_is_named(tmp_path: Path, line: str, place: str) -> None:
    """At the label's value, in words of its own."""
    finding, _ = World(tmp_path).family(DisclosureItem, f"{ITEM}  {line}\n").findings

    assert place == f"{finding.where.line}:{finding.where.column}"
