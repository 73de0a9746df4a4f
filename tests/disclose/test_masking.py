"""Names on a list: masked by the profile that the item names, told apart, and of too few people nothing at all."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.disclose import disclose
from generator.disclose.masking import mask, masked
from generator.model import WITHHELD, Audience, Records, Withheld
from generator.records.finance import Line
from generator.records.item import DisclosureItem
from generator.records.mask import MaskProfile
from generator.records.place import Place
from generator.records.roster import Entitled, Roster


def profile(name: str, names: str, fewest: int = 0) -> MaskProfile:
    return MaskProfile.model_validate({"编号": name, "名称": names, "姓名": names, "最少户数": fewest})


SURNAME, NUMBERED, TOTALS = (
    profile("surname", "留姓"),
    profile("numbers", "组别序号", 3),
    profile("totals", "不公开", 3),
)


def household(group: str, name: str | None, amount: str = "100.00") -> dict[str, Any]:
    return {"组": group, "姓名": name, "金额": amount}


def roster(*rows: dict[str, Any]) -> Roster:
    total = sum(Decimal(row["金额"]) for row in rows)
    return Roster.model_validate({
        "编号": "list", "@乡镇": "anping", "村": "liucun", "名称": "救助", "类别": "临时救助", "发放日期": "2026-06-01",
        "名单": list(rows), "户数": len(rows), "合计金额": f"{total:.2f}",
    })  # fmt: skip


def item(**masks: str) -> DisclosureItem:
    return DisclosureItem.model_validate({
        "编号": "list", "事项": "救助名单", "类别": "村务公开", "依据": [{"法": "vcol"}], "数据": "roster",
        "要素": ["名称", "类别", "户数", "合计金额", {"名单": ["组", "姓名", "金额"]}], "频次": "不定期", "主体": "村民委员会",
        "层级": ["村"], "对象": {"本村": "公开"}, "须审批": "否", "遮盖办法": masks,
        "例外": [
            {"字段": ["名称", "类别", "户数", "合计金额"], "对象": {"社会": "公开"}},
            {"字段": ["名单.姓名"], "对象": {"本村": "遮盖", "审阅": "公开"}},
        ],
    })  # fmt: skip


def seen(audience: Audience, one: Roster, entry: DisclosureItem) -> Roster | None:
    places = [
        Place.model_validate({"编号": key, "@乡镇": "anping", "名称": key, "级别": level, **more})
        for key, level, more in (("anping", "乡镇", {}), ("liucun", "村", {"上级": "anping"}))
    ]
    basic = DisclosureItem.model_validate({
        "编号": "places", "事项": "地方", "类别": "基本情况", "依据": [{"法": "vcol"}], "数据": "place", "要素": ["名称", "级别", "上级"],
        "频次": "不定期", "主体": "乡镇", "层级": ["村"], "对象": {"社会": "公开"}, "须审批": "否",
    })  # fmt: skip
    records = Records((*places, basic, entry, SURNAME, NUMBERED, TOTALS, one), today=date(2026, 7, 1))
    return disclose(records, audience).get(Roster, one.key)


def names(shown: Roster | None) -> list[Any]:
    assert shown is not None
    return [row.name for row in shown.rows]


FOUR = roster(
    household("一组", "张三"), household("二组", "张四"), household("二组", "欧阳春晓"), household("二组", "张五")
)


def test_a_surname_and_a_number_where_two_look_alike() -> None:
    assert names(seen(Audience.VILLAGE, FOUR, item(本村="surname"))) == ["张*", "张*（1）", "欧阳**", "张*（2）"]


def test_a_group_and_a_running_number_say_no_name() -> None:
    assert names(seen(Audience.VILLAGE, FOUR, item(本村="numbers"))) == ["一组1号", "二组1号", "二组2号", "二组3号"]


def test_reviewers_read_the_names_that_are_open_to_them() -> None:
    assert names(seen(Audience.REVIEW, FOUR, item(本村="numbers"))) == ["张三", "张四", "欧阳春晓", "张五"]


def test_members_see_what_the_village_sees() -> None:
    assert names(seen(Audience.PARTY, FOUR, item(本村="numbers"))) == ["一组1号", "二组1号", "二组2号", "二组3号"]


def test_no_profile_named_and_one_that_is_missing_both_mask() -> None:
    assert names(seen(Audience.VILLAGE, FOUR, item())) == names(seen(Audience.VILLAGE, FOUR, item(本村="gone")))
    assert names(seen(Audience.VILLAGE, FOUR, item()))[0] == "张*"


def test_society_reads_totals_only() -> None:
    shown = seen(Audience.PUBLIC, FOUR, item(社会="totals", 本村="surname"))

    assert shown is not None
    assert (shown.households, shown.total) == (4, Decimal("400.00"))
    assert isinstance(shown.rows, Withheld)


@pytest.mark.parametrize("count", [1, 2])
def test_of_too_few_not_even_the_number_is_told(count: int) -> None:
    few = roster(*[household("三组", "王某", "1234.56")] * count)
    shown = seen(Audience.PUBLIC, few, item(社会="totals"))

    assert shown is not None
    assert [isinstance(value, Withheld) for value in (shown.households, shown.total, shown.rows)] == [True] * 3
    assert shown.title == "救助"


def test_too_few_hides_nothing_from_those_who_read_the_names() -> None:
    few = roster(household("三组", "王某"))

    assert names(seen(Audience.REVIEW, few, item(社会="totals", 本村="numbers"))) == ["王某"]


def test_a_line_without_a_name_keeps_its_place() -> None:
    mixed = roster(household("一组", "张三"), household("一组", None), household("一组", "张四"))

    assert names(seen(Audience.VILLAGE, mixed, item(本村="surname"))) == ["张*（1）", None, "张*（2）"]


@given(st.text(min_size=1, max_size=12))
def test_a_mask_keeps_two_characters_at_most_and_the_length(name: str) -> None:
    shown = mask(name)

    assert len(shown.rstrip("*")) <= 2 or "*" in name
    assert "*" in shown
    assert len(shown) >= len(name)


@given(
    st.lists(
        st.tuples(st.sampled_from(["一组", "二组"]), st.sampled_from(["张三", "张四", "李四", "欧阳修"])), max_size=12
    )
)
def test_nobody_looks_like_somebody_else(people: list[tuple[str, str]]) -> None:
    rows = [Entitled.model_validate(household(*one)) for one in people]
    for way in (SURNAME, NUMBERED):
        shown = masked([row.name for row in rows], rows, way)
        told = list(zip((row.group for row in rows), shown, strict=True))

        assert len(set(told)) == len(told)


def test_the_same_hand_in_several_lines_stays_the_same() -> None:
    """Twelve vouchers of one handler are not twelve people."""
    lines = [
        Line.model_validate({"摘要": "费", "金额": "1.00", "经手人": name}) for name in ("刘焕章", "刘焕章", "刘长林")
    ]

    assert masked([line.handler for line in lines], lines, SURNAME) == ["刘**（1）", "刘**（1）", "刘**（2）"]
    assert masked([line.handler for line in lines[:2]], lines[:2], SURNAME) == ["刘**", "刘**"]


def test_what_is_no_name_has_no_mask() -> None:
    assert mask(12) is WITHHELD
