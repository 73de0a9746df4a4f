"""The script for the loudspeaker: numbers as they are said."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.formats import broadcasts
from generator.formats.broadcasts import money, number, spoken
from generator.markup.blocks import Document, Heading, Item, Paragraph, Run, Sheet, Table
from generator.numerals.reading import chinese

TABLE = Table(
    "",
    (("项目", "科目", "金额（元）"),),
    (("果园承包费", "501 经营收入", "12,000.00"), ("工资", "", "-2.05")),
    (False, False, True),
)


@given(st.integers(0, 10**12))
def test_a_number_is_heard_as_it_was_written(value: int) -> None:
    """Read back by those who find numbers in articles."""
    assert chinese(number(Decimal(value))) == value


@given(st.integers(0, 10**10))
def test_no_amount_is_said_like_another(cents: int) -> None:
    """元, 角 and 分 add up again."""
    said = money(Decimal(cents) / 100)
    whole, _, rest = said.rpartition("元")
    jiao, _, fen = rest.rpartition("角")
    parts = [chinese(part.strip("零分") or "零") or 0 for part in (whole or "零", jiao or "零", fen or "零")]

    assert parts[0] * 100 + parts[1] * 10 + parts[2] == cents


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("12,345.60 元", "一万二千三百四十五元六角"),
        ("10 元", "十元"),
        ("0.00元", "零元"),
        ("0.05 元", "五分"),
        ("1,005.03元", "一千零五元零三分"),
        ("-300.00 元", "负三百元"),
        ("100,010 人", "十万零一十人"),
        ("2026年9月", "二〇二六年九月"),
        ("占61.9%", "占百分之六十一点九"),
        ("电话0571-00001234", "电话〇五七一杠〇〇〇〇一二三四"),
        ("第35条", "第三十五条"),
        ("0.265万元", "零点二六五万元"),
    ],
)
def test_as_people_say_it(written: str, said: str) -> None:
    """In standard Chinese."""
    assert spoken(written) == said


def test_the_whole_script() -> None:
    """A greeting, the page, where to ask; neither law nor record numbers."""
    blocks = (
        Paragraph((Run("共收入 12,000.00 元"),)),
        TABLE,
        Item(0, "", (Run("制表：会计服务中心"),)),
        Paragraph((Run("记录编号：anping/finance/liucun-2026-03"),)),
        Heading(2, "公开信息"),
        Paragraph((Run("依据第35条"),)),
    )
    ((ending, data),) = broadcasts.make(Sheet(Document("刘村2026年3月收支公开榜", blocks), "a"))
    text = data.decode("utf-8-sig")

    assert ending == ".txt"
    assert text.split("\r\n")[:5] == [
        "各位村民，大家好！现在广播：刘村二〇二六年三月收支公开榜。",
        "共收入一万二千元。",
        "果园承包费，经营收入，一万二千元。",
        "工资，负二元零五分。",
        "制表：会计服务中心。",
    ]
    assert "记录编号" not in text
    assert "依据" not in text
    assert not any(char.isdigit() and char.isascii() for char in text)
