"""Meetings: how schedules are kept, of organisations, townships and quarters."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.charts import Lines, Progress
from generator.exhibits import meetings
from generator.records.schedule import Schedule
from tests.derive.making import make
from tests.exhibits.showing import ONE, OTHER, SITE, TOP, edition, elsewhere, figure, shown

SCHEDULE = make(Schedule, "three", 名称="三会一课", 要求=[{"类型": "党课", "周期": "每季"}])
BRANCHES = {"liucun": "刘村党支部", "xihe": "西河村党支部", "shan": "山口村党支部"}


def kept(place: str, due: str, held: str | None, rate: str | None, period: str = "2026") -> list:
    """The three figures of a branch, or of the township itself."""
    part = {"组织": BRANCHES[place]} if place in BRANCHES else {}
    words = (("应开展次数", due, "次"), ("已开展次数", held, "次"), ("完成率", rate, "%"))
    keys = (f"anping/activity/{place}-{period}",)
    return [
        figure(f"三会一课{word}", place, value, period, unit, inputs=keys, theme="活动开展", **part)
        for word, value, unit in words
    ]


@pytest.mark.parametrize("where", [SITE, TOP, ONE])
def test_nothing_is_shown_of_nothing(where: tuple[str, str]) -> None:
    """A schedule that nobody has kept yet is no heading."""
    assert shown(meetings, where, edition(SCHEDULE)) == {}


def test_branches_of_a_township() -> None:
    """The township's own rate, who kept it all, and what the others left out; the year is not over."""
    one = edition(
        SCHEDULE, *kept("anping", "45", "44", "97.8"), *kept("liucun", "15", "16", "100"),
        *kept("xihe", "15", "15", "100"), *kept("shan", "15", "14", "93.3"),
    )  # fmt: skip

    found = shown(meetings, TOP, one)["meetings-three"]

    assert found.sentence == (
        "安平镇2026年（截至10月20日）三会一课完成率97.8%（应开展45次，已开展44次）。"
        "2个组织完成率100%。没有全部做到的：山口村党支部93.3%（应开展15次，已开展14次）。"
    )
    assert isinstance(found.chart, Progress)
    assert found.chart.notes == ("16/15次", "15/15次", "14/15次")
    assert [row.total for row in found.sheet.rows] == [False, False, False, True]
    assert found.sheet.rows[0].keys == ("anping/activity/liucun-2026",)


def test_all_kept_and_none_kept() -> None:
    """Ties need no ranking; nothing held of what was asked for is 0, not a blank."""
    full = edition(
        SCHEDULE, *kept("anping", "6", "6", "100"), *kept("liucun", "3", "3", "100"), *kept("xihe", "3", "3", "100")
    )
    none = edition(SCHEDULE, *kept("anping", "3", "0", "0"), *kept("liucun", "3", "0", "0"))

    assert shown(meetings, TOP, full)["meetings-three"].sentence.endswith("2个组织都做到了，完成率都是100%。")
    assert shown(meetings, TOP, none)["meetings-three"].sentence.endswith(
        "刘村党支部完成率0%（应开展3次，已开展0次）。"
    )


def test_what_cannot_be_told_is_said() -> None:
    """A branch whose notes are too loose to count has no rate; it is not among those who kept or did not."""
    one = edition(
        SCHEDULE, *kept("anping", "6", None, None), *kept("liucun", "3", "3", "100"), *kept("xihe", "3", None, None)
    )

    found = shown(meetings, TOP, one)["meetings-three"]

    assert found.sentence == (
        "2026年（截至10月20日）三会一课：刘村党支部完成率100%（应开展3次，已开展3次）。"
        "西河村党支部没有数（没有报），不算在内。"
    )
    assert found.chart.notes == ("3/3次", "？/3次")


def test_townships_of_the_site_of_one_period() -> None:
    """Another township's older year is not beside it."""
    others = [elsewhere(one) for one in kept("anping", "12", "12", "100", "2025")]
    one = edition(SCHEDULE, *kept("anping", "12", "9", "75"), *others, also=(OTHER,))

    found = shown(meetings, SITE, one)["meetings-three"]

    assert found.sentence == "2026年（截至10月20日）三会一课：安平镇完成率75%（应开展12次，已开展9次）。"
    assert [row.place.name for row in found.sheet.rows] == ["安平镇"]


def test_two_schedules_are_two_exhibits_of_the_village_one() -> None:
    """A village has all its activities in one chart."""
    found = shown(meetings, ONE, edition(SCHEDULE, *kept("liucun", "3", "2", "66.7")))

    assert list(found) == ["meetings"]
    assert found["meetings"].sentence == "2026年（截至10月20日）三会一课完成率66.7%（应开展3次，已开展2次）。"


def test_quarters() -> None:
    """The last one, then those that fell short; a single quarter is no course."""
    quarters = (("2025-Q4", "100"), ("2026-Q1", "80"), ("2026-Q2", None), ("2026-Q3", "100"))
    one = edition(SCHEDULE, *(one for period, rate in quarters for one in kept("anping", "5", "4", rate, period)))
    full = edition(SCHEDULE, *(one for period, _ in quarters for one in kept("liucun", "5", "5", "100", period)))
    single = edition(SCHEDULE, *kept("anping", "5", "4", "80", "2026-Q1"))

    found = shown(meetings, TOP, one)["meetings-three-quarters"]

    assert found.sentence == (
        "2026年第3季度三会一课完成率100%。没有达到100%的季度：2026年第1季度80%。"
        "2026年第2季度没有数（没有报），不算在内。"
    )
    assert isinstance(found.chart, Lines)
    assert found.chart.labels[0] == "2025年第4季度"
    assert found.sheet.rows[0].cells[0] == "2026年第3季度"
    village = shown(meetings, ONE, full)["meetings-three-quarters"]
    assert village.sentence == "有数的4个季度三会一课完成率都是100%。"
    assert shown(meetings, TOP, single) == {}


@pytest.mark.parametrize(
    ("whole", "where", "sentence"),
    [
        (None, TOP, "2026年（截至10月20日）三会一课：刘村党支部、西河村党支部没有数（没有报），都不算在内。"),
        (
            "100",
            TOP,
            (
                "安平镇2026年（截至10月20日）三会一课完成率100%（应开展6次，已开展6次）。"
                "刘村党支部、西河村党支部没有数（没有报），都不算在内。"
            ),
        ),
        (None, SITE, "2026年（截至10月20日）三会一课：安平镇没有数（没有报），不算在内。"),
        (None, ONE, "2026年（截至10月20日）三会一课没有数（没有报），不算在内。"),
    ],
)
def test_where_no_rate_is_known_those_without_are_named(whole: str | None, where: tuple, sentence: str) -> None:
    """A whole sentence, and no picture."""
    none = [one for place in ("liucun", "xihe") for one in kept(place, "3", None, None)]
    one = edition(SCHEDULE, *kept("anping", "6", "6" if whole else None, whole), *none)

    found = next(iter(shown(meetings, where, one).values()))

    assert found.sentence == sentence
    assert found.chart is None


RATE = st.one_of(st.none(), st.decimals(0, 100, places=1).map(str))


@given(rates=st.lists(RATE, min_size=4, max_size=4))
def test_no_rates_make_it_fail(rates: list) -> None:
    """Any mix of known and unknown."""
    places = ("anping", *BRANCHES)
    years = [one for place, rate in zip(places, rates, strict=True) for one in kept(place, "5", "4", rate)]
    quarters = [
        one for number, rate in enumerate(rates, 1) for one in kept("anping", "5", "4", rate, f"2025-Q{number}")
    ]

    for where in (SITE, TOP, ONE):
        shown(meetings, where, edition(SCHEDULE, *years, *quarters))
