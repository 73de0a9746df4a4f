"""Charts of accounts: what a code means, which rows make up which, which sheets tell of a period."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from generator.model import Period
from generator.records.chart import Chart
from generator.records.finance import Finance, covering
from tests.load.world import World

HEAD = '- 编号: "2023"\n  名称: 会计制度\n  施行: 2024-01-01\n  核实: 否\n  会计科目: [{代码: "501", 名称: 经营收入, 类别: 收入}]\n'
BOOK = "编号: x\n村: liucun\n公开主体: 合作社\n期间: 2026-03\n科目制度: '2023'\n"


def statement(rows: str, more: str = "") -> str:
    return f"{HEAD}  报表:\n    - {{表: 某表, 栏: [本期], 行: [{rows}]{more}}}\n"


def found(world: World, kind: Any, text: str) -> list[tuple[str, str]]:
    return [(finding.message, finding.hint) for finding in world.family(kind, text).errors]


def test_a_longer_code_belongs_to_its_first_three_digits(tmp_path: Path) -> None:
    """Villages detail the accounts as they like."""
    chart = World(tmp_path).family(Chart, HEAD).record
    assert isinstance(chart, Chart)

    assert str(chart.account("501")) == str(chart.account("50102")) == "501 经营收入"
    assert chart.account("502") is None
    assert chart.account("") is None


def test_a_sum_of_rows_that_are_not_there_is_refused(tmp_path: Path) -> None:
    """A slip in the chart would otherwise let every statement pass."""
    world = World(tmp_path)

    wrong = "{项目: 经营收入}, {项目: 合计, 等于: [-经营收人]}"
    assert found(world, Chart, statement(wrong))[0] == ("报表→第1条: 某表没有叫“经营收人”的行", "是不是“经营收入”?")
    wrong = statement("{项目: 合计}", ", 相等: [合计, 总计]")
    assert "某表没有叫“总计”的行" in found(world, Chart, wrong)[0][0]


def test_a_row_cannot_be_made_of_itself(tmp_path: Path) -> None:
    """Not by way of others either."""
    rows = "{项目: 甲, 等于: [乙]}, {项目: 乙, 等于: [-丙]}, {项目: 丙, 等于: [甲]}"

    assert "绕成了圈" in found(World(tmp_path), Chart, statement(rows))[0][0]


@pytest.mark.parametrize(
    ("more", "missing"),
    [
        ("", ["期初结存", "期末结存"]),
        ("期末结存: 1\n", ["期初结存"]),
        ("表: 收支公开榜\n期初结存: 1\n期末结存:\n", ["期末结存"]),
        ("表: 资产负债表\n", ["报表行"]),
        ("表: 资产负债表\n报表行: []\n期初结存: 1\n", ["报表行"]),
    ],
)
def test_a_cash_sheet_has_balances_and_a_statement_has_rows(tmp_path: Path, more: str, missing: list[str]) -> None:
    """Each is missed under its own label."""
    messages = [message for message, _ in found(World(tmp_path), Finance, BOOK + more)]

    assert [f"{label}: 必须填写" for label in missing] == messages[: len(missing)]


def sheets(*periods: str) -> list[Finance]:
    typed = {
        "@乡镇": "anping",
        "村": "liucun",
        "公开主体": "合作社",
        "科目制度": "2023",
        "期初结存": "0",
        "期末结存": "0",
    }
    return [Finance.model_validate(typed | {"编号": p.lower(), "期间": p}) for p in periods]


@pytest.mark.parametrize(
    ("periods", "taken", "missing"),
    [
        (["2026-01", "2026-02", "2026-03"], ["2026-01", "2026-02", "2026-03"], []),
        (["2026-01", "2026-Q1", "2026-02"], ["2026-q1"], []),
        (["2026-03", "2026-01"], ["2026-01", "2026-03"], ["2026-02"]),
        (["2026-04", "2026-H1", "2026"], [], ["2026-01", "2026-02", "2026-03"]),
        (["2026-01", "2026-01"], ["2026-01"], ["2026-02", "2026-03"]),
    ],
)
def test_the_fewest_sheets_that_cover_a_quarter(periods: list[str], taken: list[str], missing: list[str]) -> None:
    """None is counted twice, none reaches beyond it."""
    covered, months = covering(sheets(*periods), Period.parse("2026-Q1"))

    assert [sheet.period.key for sheet in covered] == taken
    assert [month.key for month in months] == missing
