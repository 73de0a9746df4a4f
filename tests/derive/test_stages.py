"""Computed figures: how far the matters of each procedure have come."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from generator.derive.stages import figures
from generator.figures import bindings, render
from generator.model import Period, Record, Records
from generator.records.article import Article
from generator.records.form import ProcedureForm
from generator.records.indicator import Indicator
from generator.records.procedure import Procedure
from tests.derive.making import derived, make, township, village

LIUCUN, WANGCUN = village("liucun", "刘村"), village("wangcun", "王村")


def form(name: str, chinese: str, steps: str, **labels: Any) -> ProcedureForm:
    """A form with steps of these names, by anybody."""
    return make(ProcedureForm, name, 名称=chinese, 步骤=[{"步骤": s, "主体": "支部"} for s in steps.split()], **labels)


GROWTH = form("growth", "发展", "申请 考察 接收 转正")


def matter(
    name: str, place: str, steps: Mapping[str, str], stage: str = "进行中", procedure: str = "growth"
) -> Procedure:
    """A matter with its steps and their days; a step that comes again carries a number behind it."""
    taken = [{"步骤": step.rstrip("0123456789"), "日期": day} for step, day in steps.items()]
    return make(Procedure, name, 村=place, 程序=procedure, 事项=name, 状态=stage, 步骤=taken)


MATTERS = (
    matter("a", "liucun", {"申请": "2025-01-01"}),
    matter("b", "liucun", {"申请": "2025-01-01", "考察": "2025-06-01", "考察2": "2026-01-01"}),
    matter(
        "c",
        "wangcun",
        {"申请": "2024-01-01", "考察": "2024-06-01", "接收": "2025-06-01", "转正": "2026-06-01"},
        "已完成",
    ),
    matter("d", "wangcun", {"申请": "2025-02-01", "考察": "2025-07-01"}, "已终止"),
)


def found(*records: Record, place: str = "anping") -> dict[tuple[str, Period | None], Indicator]:
    """(name, period) → figure of the place, of this kind alone."""
    all_records = Records((township(), LIUCUN, WANGCUN, *records))
    return {(i.name, i.period): i for i in figures(all_records) if i.place == place}


def counts(*records: Record, place: str = "anping") -> dict[str, int]:
    """Name → count, of what has no period."""
    return {name: int(i.figure.value or 0) for (name, p), i in found(*records, place=place).items() if p is None}


def test_the_township_counts_the_matters_of_its_villages() -> None:
    """All, by state, and by the step at which they stand; what was given up stands nowhere."""
    assert counts(GROWTH, *MATTERS) == {
        "发展件数": 4,
        "发展已完成件数": 1,
        "发展进行中件数": 2,
        "发展已终止件数": 1,
        "发展申请件数": 1,
        "发展考察件数": 1,
        "发展转正件数": 1,
    }


def test_a_village_counts_its_own() -> None:
    """A state without a matter is a known nought; one without records has no figures at all."""
    assert counts(GROWTH, *MATTERS, place="liucun") == {
        "发展件数": 2,
        "发展已完成件数": 0,
        "发展进行中件数": 2,
        "发展申请件数": 1,
        "发展考察件数": 1,
    }
    assert counts(GROWTH, MATTERS[0], place="wangcun") == {}
    assert counts(GROWTH) == {}


def test_how_often_a_step_was_taken_is_counted_by_year() -> None:
    """Every time of a step that came again."""
    times = {key: i.figure.value for key, i in found(GROWTH, *MATTERS).items() if key[1]}

    assert times["发展考察次数", Period.parse("2025")] == 2
    assert times["发展考察次数", Period.parse("2026")] == 1
    assert times["发展接收次数", Period.parse("2025")] == 1
    assert ("发展接收次数", Period.parse("2026")) not in times


def test_a_figure_names_its_theme_its_inputs_and_the_fields_it_used() -> None:
    """Readers who may not see one of them may not see the figure."""
    figure = found(GROWTH, *MATTERS)["发展考察件数", None]

    assert figure.theme == "程序办理"
    assert figure.dimensions == {"步骤": "考察"}
    assert figure.inputs == tuple(f"anping/procedure/{name}" for name in "abcd")
    assert figure.uses == ("procedure/程序", "procedure/状态", "procedure/步骤.步骤")
    assert figure.source == "由4件“发展”的记录计算"
    assert found(GROWTH, *MATTERS)["发展件数", None].uses == ("procedure/程序",)


def test_a_matter_in_its_second_round_stands_where_that_round_has_come() -> None:
    """The first round is over."""
    rounds = form("rounds", "定查评", "定 查 评", 循环="是")
    steps = {"定": "2025-01-01", "查": "2025-02-01", "评": "2025-03-01", "定2": "2026-01-01"}

    assert counts(rounds, matter("a", "liucun", steps, procedure="rounds"))["定查评定件数"] == 1


def test_two_forms_of_one_name_are_counted_together() -> None:
    """Otherwise the second would be lost without a word."""
    again = form("growth-b", "“发展”", "申请 复核")
    both = counts(GROWTH, again, MATTERS[0], matter("e", "liucun", {"复核": "2026-01-01"}, procedure="growth-b"))

    assert both["发展件数"] == 2
    assert both["发展复核件数"] == 1


@pytest.mark.parametrize(
    ("chinese", "name"),
    [("定-查-评", "定查评"), ("“五单”闭环（试行）", "五单闭环试行"), ("12345 热线", "程序12345热线"), ("!!", "程序")],
)
def test_every_name_can_be_used_in_prose(chinese: str, name: str) -> None:
    """What is no part of a name is left out."""
    records = derived(
        township(), LIUCUN, form("odd", chinese, "点 单"), matter("a", "liucun", {"点": "2026-01-01"}, procedure="odd")
    )
    article = make(Article, "a", 标题="a", 体裁="经验材料", 日期="2026-10-01", 部分=[])
    total = next(i for i in records.of(Indicator) if i.id == "anping.form.odd.all")

    assert total.name == f"{name}件数"
    assert render(f"{{{{ {total.name} }}}}", bindings(article, records))[0].text == "1"


def test_odd_records_do_no_harm() -> None:
    """An unknown form, an unknown step, no step at all, a place that is not there."""
    odd = (
        matter("x", "liucun", {"申请": "2025-01-01"}, procedure="nowhere"),
        matter("y", "liucun", {"没有这一步": "2025-01-01"}),
        matter("z", "nocun", {}),
    )

    assert counts(GROWTH, *odd) == {"发展件数": 2, "发展已完成件数": 0, "发展进行中件数": 2}
    assert counts(GROWTH, *odd, place="liucun")["发展件数"] == 1


def test_ids_are_their_own() -> None:
    """One id, one figure."""
    all_figures = list(figures(Records((township(), LIUCUN, WANGCUN, GROWTH, *MATTERS))))

    assert len({i.key for i in all_figures}) == len(all_figures)
    assert all("." in i.id for i in all_figures)
