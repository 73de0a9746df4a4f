"""Openings and conditions of a catalogue item, where a person chooses the labels."""

from datetime import date
from pathlib import Path

import pytest

from generator.records.item import DisclosureItem, holds
from generator.records.jurisdiction import Jurisdiction
from tests.load.world import World

ITEM = "- 编号: a\n  事项: b\n  类别: 财务公开\n  依据: []\n  频次: 每月\n  主体: c\n  层级: 村\n"

RULE = "- 编号: r\n  名称: b\n  核实: 否\n"


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


def test_the_catalogue_is_four_levels_deep_at_most(tmp_path: Path) -> None:
    """A category, two groups, the item; a local rule moves an item no deeper."""
    world = World(tmp_path)
    loaded = world.family(DisclosureItem, f"{ITEM}  对象: {{社会: 公开}}\n  分组: [一, 二, 三]\n")
    moved = world.family(Jurisdiction, f"{RULE}  改归:\n    - {{事项: [a], 归入: [一, 二, 三, 四]}}\n")
    nowhere = world.family(Jurisdiction, f"{RULE}  改归:\n    - {{事项: [a], 归入: []}}\n")

    said = [" ".join(finding.message for finding in one.findings) for one in (loaded, moved, nowhere)]
    assert all(part in text for part, text in zip(("分组写了3层", "“归入”写了4层", "“归入”写了0层"), said, strict=True))


def item(text: str, folder: Path) -> DisclosureItem:
    """The one item of a file, without findings."""
    loaded = World(folder).family(DisclosureItem, f"{ITEM}  对象: {{社会: 公开}}\n{text}")
    assert not loaded.findings
    (found,) = loaded.records.of(DisclosureItem)
    return found


def test_an_item_is_as_the_law_of_the_day_had_it(tmp_path: Path) -> None:
    """The oldest row that still held on the day applies; what it does not say was as it is now."""
    text = "  公示天数: 15\n  旧规:\n    - {至: 2025-12-31, 公示天数: 0}\n    - {至: 2018-12-31, 频次: 每季, 公示天数: 0}\n"
    found = item(text, tmp_path)

    then = {year: found.on(date(year, 6, 1)) for year in (2018, 2019, 2026)}
    assert {year: (one.frequency, one.board_days) for year, one in then.items() if one} == {
        2018: ("每季", 0),
        2019: ("每月", 0),
        2026: ("每月", 15),
    }
    assert found.frequencies == ("每月", "每季")


def test_an_item_may_not_have_been_required_once(tmp_path: Path) -> None:
    """Until the law asked for it there was no duty."""
    found = item("  旧规:\n    - {至: 2025-12-31, 应公开: 否}\n", tmp_path)

    assert found.on(date(2025, 12, 31)) is None
    assert found.on(date(2026, 1, 1)) is found


def test_a_condition_on_a_label_that_the_record_does_not_have_never_holds(tmp_path: Path) -> None:
    """Conditions are as a person wrote them; a wrong label opens nothing."""
    (record,) = World(tmp_path).family(DisclosureItem, f"{ITEM}  对象: {{社会: 公开}}\n").records.of(DisclosureItem)

    assert holds(record, {"频次": frozenset({"每月", "每年"}), "主体": frozenset({"c"})})
    assert not holds(record, {"频次": frozenset({"每月"}), "没有": frozenset({"c"})})
    assert not holds(record, {"频次": frozenset({"每年"})})
