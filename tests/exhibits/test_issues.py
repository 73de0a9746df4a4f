"""Ledgers: closed of registered, overdue, place by place and by year."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.charts import Lines, Progress
from generator.exhibits import issues
from generator.records.ledger import Ledger
from tests.derive.making import make
from tests.exhibits.showing import ONE, OTHER, SITE, TOP, edition, elsewhere, figure, shown

DISPUTES = make(Ledger, "disputes", 名称="矛盾纠纷", 销号用语="化解")
ORDERS = make(Ledger, "orders", 名称="群众点单", 单位="单")


def held(
    ledger: Ledger, place: str, count: str | None, closed: str | None, late: str | None = "0", year: str = ""
) -> list:
    names = (ledger.counted, f"{ledger.name}{ledger.closing}数", f"{ledger.name}逾期数")
    keys = (f"anping/issue/{place}-{ledger.id}",)
    return [
        figure(name, place, value, year, ledger.unit, inputs=keys, theme="台账办理")
        for name, value in zip(names, (count, closed, late), strict=True)
    ]


@pytest.mark.parametrize("where", [SITE, TOP, ONE])
def test_nothing_is_shown_of_nothing(where: tuple[str, str]) -> None:
    """Ledgers without entries are no heading."""
    assert shown(issues, where, edition(DISPUTES, ORDERS)) == {}


def test_the_ledgers_of_a_village() -> None:
    """What is left to do, ledger by ledger, in the ledger's own words and unit; ledgers are not ranked."""
    one = edition(DISPUTES, ORDERS, *held(DISPUTES, "liucun", "3", "2", "1"), *held(ORDERS, "liucun", "65", "65"))

    found = shown(issues, ONE, one)["issues"]

    assert found.sentence == (
        "到2026年10月20日，有登记的2本台账里，都办完的1本。没有办完的：矛盾纠纷（登记3件，化解2件）。"
        "过了期限还没有办结的：矛盾纠纷1件。"
    )
    assert isinstance(found.chart, Progress)
    assert found.chart.notes == ("2/3件", "65/65单")
    assert found.sheet.rows[0].keys == ("anping/issue/liucun-disputes",)


@pytest.mark.parametrize(
    ("count", "closed", "late", "sentence"),
    [
        ("3", "3", "0", "矛盾纠纷登记3件，化解3件。没有逾期的。"),
        ("3", "0", "3", "矛盾纠纷登记3件，化解0件。过了期限还没有办结的：矛盾纠纷3件。"),
        ("0", "0", "0", "矛盾纠纷登记0件，化解0件。没有逾期的。"),
        ("3", None, "0", "矛盾纠纷登记3件。没有逾期的。矛盾纠纷没有数（没有报），不算在内。"),
        ("**", "1", None, "矛盾纠纷的数不全。矛盾纠纷的数原件遮盖了（**），不算在内。"),
    ],
)
def test_one_ledger(count: str | None, closed: str | None, late: str | None, sentence: str) -> None:
    """Nothing closed is nought, not known is not; what may be late is not called on time."""
    found = shown(issues, ONE, edition(DISPUTES, *held(DISPUTES, "liucun", count, closed, late)))["issues"]

    assert found.sentence == f"到2026年10月20日，{sentence}"
    assert (found.chart is not None) == (count == "3" and closed is not None)


def test_all_closed() -> None:
    """One word for it."""
    one = edition(DISPUTES, ORDERS, *held(DISPUTES, "liucun", "3", "3"), *held(ORDERS, "liucun", "5", "5"))

    assert shown(issues, ONE, one)["issues"].sentence == "到2026年10月20日，有登记的2本台账都办结了。没有逾期的。"


def test_villages_of_a_township() -> None:
    """The township's own figure is the whole: what no village has is said; ties are named together."""
    one = edition(
        ORDERS, *held(ORDERS, "anping", "12", "8", "3"), *held(ORDERS, "liucun", "4", "4"),
        *held(ORDERS, "xihe", "4", "2", "2"), *held(ORDERS, "shan", "2", "1", "1"),
    )  # fmt: skip

    found = shown(issues, TOP, one)["issues-orders"]

    assert found.sentence == (
        "到2026年10月20日，群众点单登记12单，办结8单。其中2单没有写是哪个村的，或者是乡镇直接登记的。"
        "办结率：最高的是刘村（100%），最低的是西河村、山口村（并列，50%）。"
        "过了期限还没有办结的：西河村2单、山口村1单。"
    )
    assert [(row.cells[0], row.total) for row in found.sheet.rows][-1] == ("安平镇", True)


def test_townships_of_the_site() -> None:
    """Added up over all townships; of the sum no part may be unknown."""
    others = [elsewhere(one) for one in held(ORDERS, "anping", "6", "6")]
    dark = [elsewhere(one) for one in held(ORDERS, "anping", "**", "**")]
    mine = held(ORDERS, "anping", "4", "4")

    found = shown(issues, SITE, edition(ORDERS, *mine, *others, also=(OTHER,)))
    masked = shown(issues, SITE, edition(ORDERS, *mine, *dark, also=(OTHER,)))

    assert found["issues"].sentence == "到2026年10月20日，群众点单登记10单，办结10单。没有逾期的。"
    assert found["issues-orders"].sentence == (
        "到2026年10月20日，群众点单登记10单，办结10单。2处登记的都办结了。没有逾期的。"
    )
    assert masked["issues-orders"].sentence == ("到2026年10月20日，没有逾期的。海滨镇的数原件遮盖了（**），不算在内。")
    assert masked["issues-orders"].sheet.rows[-1].cells[2].value is None


def test_years() -> None:
    """By the year of registration; the year that is not over says so and is compared with nothing."""
    years = (*held(ORDERS, "liucun", "20", "20", "0", "2025"), *held(ORDERS, "liucun", "45", "40", "0", "2026"))
    one = edition(ORDERS, *held(ORDERS, "liucun", "65", "60"), *years)

    found = shown(issues, ONE, one)["issues-orders-years"]

    assert found.sentence == "2025年登记20单，办结20单；2026年（截至10月20日）登记45单，办结40单。"
    assert isinstance(found.chart, Lines)
    assert len(found.chart.series) == 2
    only = edition(ORDERS, *held(ORDERS, "liucun", "65", "60"), *held(ORDERS, "liucun", "65", "60", "0", "2026"))
    assert "issues-orders-years" not in shown(issues, ONE, only)


VALUES = st.one_of(st.none(), st.just("**"), st.integers(0, 99).map(str))


@given(values=st.lists(VALUES, min_size=15, max_size=15))
def test_no_figures_make_it_fail(values: list) -> None:
    """Any mix of known, masked and missing, more closed than registered too."""
    rows = iter(values)
    figures = [
        one
        for place, year in (("anping", ""), ("liucun", ""), ("xihe", ""), ("anping", "2025"), ("anping", "2026"))
        for one in held(ORDERS, place, next(rows), next(rows), next(rows), year)
    ]

    for where in (SITE, TOP, ONE):
        shown(issues, where, edition(ORDERS, *figures))
