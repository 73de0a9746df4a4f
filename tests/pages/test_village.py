"""A village's home: this quarter against last, what is under way, and what it says where there is nothing."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from generator.derive import derive
from generator.disclose import disclose
from generator.load import load
from generator.model import Amount, Audience, Edition, Period, Record, State
from generator.pages import plan
from generator.pages._common.quarters import compared
from generator.pages._common.underway import matters, projects
from generator.records.indicator import Indicator
from generator.records.place import Place
from generator.write import write
from tests import world

TOWN = Place.model_validate({"@乡镇": "demo", "编号": "demo", "名称": "河口镇", "级别": "乡镇"})
VILLAGE = Place.model_validate({"@乡镇": "demo", "编号": "east", "名称": "东村", "级别": "村", "上级": "demo"})
IN, OUT, LEFT = "收入合计", "支出合计", "期末结存"


def figure(name: str, quarter: str, value: str | Amount) -> Indicator:
    found = value if isinstance(value, Amount) else Amount.known(Decimal(value), "元")
    return Indicator.model_construct(
        id=f"{name}.{quarter}",
        township="demo",
        place="east",
        name=name,
        theme="财务",
        period=Period.parse(quarter),
        dimensions={},
        figure=found,
        unit="元",
        why_missing=found.reason or None,
        source=None,
        inputs=("demo/finance/x",),
    )


def quarters(*figures: Indicator) -> tuple[str, list[str], bool]:
    """The sentence, the heads of the table, and whether there is a chart."""
    found = compared(Edition(items=(TOWN, VILLAGE, *figures), today=date(2026, 10, 20)), VILLAGE)
    assert found is not None
    return found.sentence, [period.label for period in found.periods], found.chart is not None


def test_two_quarters_in_a_row_are_compared() -> None:
    """More in, less out; to the fen."""
    sentence, heads, chart = quarters(
        figure(IN, "2026-Q3", "120.50"),
        figure(OUT, "2026-Q3", "80"),
        figure(IN, "2026-Q2", "100"),
        figure(OUT, "2026-Q2", "90.25"),
    )

    assert sentence == "与2026年第2季度比，收入多20.50元，支出少10.25元。"
    assert heads == ["2026年第3季度", "2026年第2季度"]
    assert chart


@pytest.mark.parametrize(
    ("figures", "sentence"),
    [
        ((figure(IN, "2026-Q3", "5"), figure(IN, "2026-Q2", "5")), "与2026年第2季度比，收入一样。"),
        ((figure(IN, "2026-Q3", "5"), figure(IN, "2026-Q2", Amount.masked("元"))), ""),
        ((figure(IN, "2026-Q3", Amount.missing("元", "缺9月的表")), figure(IN, "2026-Q2", "5")), ""),
        ((figure(LEFT, "2026-Q3", "-5"), figure(LEFT, "2026-Q2", "5")), ""),
        ((figure(OUT, "2026-Q1", "-3"), figure(OUT, "2025-Q4", "4")), "与2025年第4季度比，支出少7.00元。"),
    ],
)
def test_only_what_is_known_twice_is_compared(figures: tuple[Indicator, ...], sentence: str) -> None:
    """Masked and missing figures stand in the table and in no sentence."""
    assert quarters(*figures)[0] == sentence


def test_a_quarter_with_a_gap_before_it_stands_alone() -> None:
    """The first quarter against the third is no change from one to the next."""
    assert quarters(figure(IN, "2026-Q3", "5"), figure(IN, "2026-Q1", "4")) == ("", ["2026年第3季度"], False)


def test_a_village_without_quarters_has_no_comparison() -> None:
    """Nor one whose figures are those of years."""
    bare = Edition(items=(TOWN, VILLAGE), today=date(2026, 10, 20))

    assert compared(bare, VILLAGE) is None
    assert compared(replace(bare, items=(*bare.items, figure(IN, "2026", "5"))), VILLAGE) is None


@pytest.fixture(scope="module")
def small() -> Edition:
    return disclose(derive(load(world.ROOT)[0], world.TODAY), Audience.PUBLIC)


def village(edition: Edition, name: str) -> Place:
    found = edition.get(Place, f"demo/place/{name}")
    assert found is not None
    return found


def test_a_matter_under_way_says_where_it_stands_and_what_comes_next(small: Edition) -> None:
    """At most three steps, the newest; a closed one has nothing to come that anybody asks for."""
    found = {one.matter.id: one for name in ("shanghe", "xiahe") for one in matters(small, village(small, name))}

    assert found
    for one in found.values():
        assert len(one.taken) <= 3
        assert one.earlier == max(0, len(one.matter.steps) - 3)
        if one.open:
            assert one.coming not in [step.name for step in one.matter.steps]


def test_projects_are_listed_and_those_whose_progress_is_known_are_drawn(small: Edition) -> None:
    """A village without projects has none to show."""
    for name in ("shanghe", "xiahe"):
        found = projects(small, village(small, name))
        if found and found.chart:
            assert len(found.chart.labels) == len([p for p, _ in found.listed if p.progress is not None])
            assert all(value.state is State.KNOWN for value in found.chart.values)


def test_an_empty_village_says_so_and_what_to_do(tmp_path: Path) -> None:
    """No heading without content, no broken table: where to look and whom to ask."""
    items: tuple[Record, ...] = (TOWN, VILLAGE)
    edition = Edition(items=items, today=date(2026, 10, 20))
    text = (write(edition, plan(edition), tmp_path / "x").docs / "demo/east/index.md").read_text(encoding="utf-8")

    assert "都还没有公开的内容。想知道什么时候公开，看" in text
    assert "## 有疑问怎么办" in text
    assert "1. 先问村委会\n" in text
    assert "|" not in text


def test_a_telephone_can_be_dialled(tmp_path: Path) -> None:
    """The words as written, the address in digits alone."""
    top = TOWN.model_copy(update={"supervision_phone": "0571-00001 转 3"})
    edition = Edition(items=(top, VILLAGE), today=date(2026, 10, 20))
    text = (write(edition, plan(edition), tmp_path / "x").docs / "demo/east/index.md").read_text(encoding="utf-8")

    assert 'href="tel:0571000013"' in text
    assert "0571&#45;00001 转 3</a>" in text
