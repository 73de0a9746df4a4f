"""What each kind must say, and what none may do: draw a figure that is not known as nothing."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from generator.charts import Bars, Chart, Lines, Progress, Series, Share, Stacked, Stop, Timeline, draw
from generator.model import Amount
from generator.write.escape import Unescaped, line
from tests.charts.reading import SVG, read, words
from tests.charts.samples import LONG, MASKED, MISSING, SAMPLES, known


def course(chart: Chart, kind: str) -> list[str]:
    """The strokes of this class."""
    return [one.attrib["d"] for one in read(chart).iter(f"{SVG}path") if kind in one.attrib["class"].split()]


def bars(*values: Amount, unit: str = "人") -> Bars:
    return Bars("题", "句", unit, tuple(f"村{at}" for at in range(len(values))), (Series("甲", values),))


@pytest.mark.parametrize(
    "chart",
    [
        bars(known(3), MASKED, MISSING),
        Stacked("题", "句", "个", ("村",), tuple(Series(n, (v,)) for n, v in (("甲", known(3)), ("乙", MASKED), ("丙", MISSING)))),
        Lines("题", "句", "个", ("一", "二", "三"), (Series("甲", (known(3), MASKED, MISSING)),)),
        Share("题", "句", "个", ("一", "二", "三"), (known(3), MASKED, MISSING)),
        Progress("题", "句", ("一", "二", "三"), (known(3), MASKED, MISSING)),
    ],
    ids=lambda chart: type(chart).__name__,
)  # fmt: skip
def test_masked_and_missing_are_said_and_not_drawn(chart: Chart) -> None:
    said = words(read(chart))
    assert any(one.endswith("**") or "**、" in one for one in said)
    assert any(one.endswith("缺") or "缺、" in one for one in said)
    assert {"缺：没有这个数", "**：原件已遮盖"} <= set(said)
    assert "0%" not in said
    assert sum(one.count("M") for one in course(chart, "gk-s1")) <= 2  # one figure and at most its swatch


def test_a_figure_below_zero_goes_to_the_left_of_the_zero_line() -> None:
    chart = bars(known(10), known(-5))
    (drawn,) = course(chart, "gk-s1")
    zero = float(course(chart, "gk-zero")[0][1:].split(" ")[0])
    ends = [float(one.split("H")[1]) for one in drawn.split("M")[1:]]
    assert ends[1] < zero < ends[0]
    assert "−5" in words(read(chart))


@pytest.mark.parametrize("values", [(), (MISSING, MASKED)])
def test_where_no_figure_is_known_that_is_said(values: tuple[Amount, ...]) -> None:
    labels = tuple("甲乙"[: len(values)])
    for chart in (
        bars(*values),
        Lines("题", "句", "人", labels, (Series("甲", values),)),
        Stacked("题", "句", "人", labels, tuple(Series("甲", (value,)) for value in values)),
        Share("题", "句", "人", labels, values),
        Progress("题", "句", labels, values),
    ):
        assert "没有可画的数" in words(read(chart))
        assert [one for one in course(chart, "gk-s1") if not one.endswith("h24")] == []  # at most the legend's swatch


def test_nothing_is_said_as_nothing_and_has_no_bar() -> None:
    assert course(bars(known(0)), "gk-s1") == []
    assert words(read(bars(known(0)))).count("0") >= 1


def test_of_many_the_first_are_drawn_and_the_rest_is_named() -> None:
    drawn = words(read(bars(*map(known, range(400)))))
    assert "只画前 30 个，其余 370 个见表" in drawn
    assert "村29" in drawn
    assert "村30" not in drawn


def test_of_many_periods_the_latest_are_drawn() -> None:
    labels = tuple(f"{year}年" for year in range(1900, 2026))
    drawn = words(read(Lines("题", "句", "人", labels, (Series("甲", tuple(map(known, range(126)))),))))
    assert "只画最近 60 期，其余 66 期见表" in drawn
    assert {"2025年", "125"} <= set(drawn)
    assert "1900年" not in drawn


def test_a_line_is_broken_where_a_figure_is_not_known() -> None:
    values = (known(1), known(2), MISSING, known(3), known(4))
    (line_, _) = course(Lines("题", "句", "人", tuple("一二三四五"), (Series("甲", values),)), "gk-s1")
    assert line_.count("M") == 2


def test_a_long_name_is_shortened_and_whole_in_its_title() -> None:
    tree = read(SAMPLES["bars"])
    titles = [one.text for one in tree.iter(f"{SVG}title")]
    assert LONG in titles
    assert any(one.endswith("…") for one in words(tree))


@pytest.mark.parametrize(
    ("values", "why"),
    [
        ((known(1), MASKED), "有的部分没有数，不算占比"),
        ((known(1), MISSING), "有的部分没有数，不算占比"),
        ((known(5), known(-1)), "有的部分小于零，不算占比"),
        ((known(0), known(0)), "合计为零，不算占比"),
    ],
)
def test_shares_are_said_only_where_they_can_be_known(values: tuple[Amount, ...], why: str) -> None:
    drawn = words(read(Share("题", "句", "人", ("甲", "乙"), values)))
    assert why in drawn
    assert not any("%" in one for one in drawn)


def test_shares_are_of_the_whole() -> None:
    drawn = words(read(Share("题", "句", "人", ("甲", "乙", "丙"), (known(1), known(2), known(Decimal("0.0001"))))))
    assert {"33.3%", "66.7%", "不足0.1%"} <= set(drawn)


def test_what_is_not_all_is_not_called_all() -> None:
    drawn = words(read(Share("题", "句", "人", ("甲", "乙"), (known(99999), known(1)))))
    assert {"99.9%以上", "不足0.1%"} <= set(drawn)


def test_more_parts_than_colours_are_put_together() -> None:
    drawn = words(read(Share("题", "句", "人", tuple("甲乙丙丁戊己庚辛"), (known(1),) * 8)))
    assert {"⑥其余 3 项", "37.5%", "其余各项见表"} <= set(drawn)


def test_more_than_all_is_said_in_words_and_does_not_leave_its_track() -> None:
    chart = Progress("题", "句", ("甲", "乙"), (known(250), known(100)))
    assert {"250%（超过100%）", "100%"} <= set(words(read(chart)))
    assert course(chart, "gk-s1") == ["M0 29h360M0 72h360"]


def test_a_timeline_is_true_to_time() -> None:
    days = [date(2026, 1, 1), date(2026, 1, 11), date(2026, 2, 10)]
    chart = Timeline("题", "句", tuple(Stop(str(day), None, day) for day in days), date(2025, 1, 1))
    (dots,) = course(chart, "gk-round")
    first, second, third = (float(one.split(" ")[1].split("h")[0]) for one in dots.split("M")[1:])
    assert first < second
    assert (third - second) == pytest.approx(3 * (second - first), abs=0.2)
    assert not any("今天" in one for one in words(read(chart)))


def test_a_timeline_says_today_and_how_late_a_step_was() -> None:
    drawn = words(read(SAMPLES["timeline"]))
    assert {"今天 2026年5月20日", "实际 2026年3月18日，迟 26 天", "还没有做到", "没有日期"} <= set(drawn)


def test_control_characters_are_refused() -> None:
    with pytest.raises(Unescaped):
        draw(Bars("题", "句", "人", ("刘\u202e村",), (Series("甲", (known(1),)),)), 1, line)
    with pytest.raises(Unescaped):
        draw(Bars("题", "句", "人", ("刘\x1c村",), (Series("甲", (known(1),)),)), 1, line)
