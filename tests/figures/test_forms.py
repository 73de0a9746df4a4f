"""The forms a figure can be written in, on every kind of number."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.figures import BLANK, FORMS, Unwritable, render
from generator.figures.digits import capitals, chinese, money
from generator.model import WITHHELD
from generator.records.indicator import Indicator


def text(value: str | None, unit: str, form: str, **labels: str) -> str:
    """A figure of this value and unit, written in the form."""
    indicator = Indicator.model_validate(
        {"编号": "x", "地方": "anping", "名称": "数", "主题": "党建", "数值": value, "单位": unit, "缺失原因": "无"}
        | labels
    )
    (piece,) = render(f"{{{{ 数 | {form} }}}}", {"数": indicator})
    return piece.text


@pytest.mark.parametrize(
    ("value", "unit", "form", "expected"),
    [
        ("1463", "户", "余(100)", "1400余"),
        ("1463", "户", "余(1000)", "1000余"),
        ("1400", "户", "余(100)", "1400"),
        ("1400.5", "亩", "余(100)", "1400余"),
        ("53115", "人", "千分位", "53,115"),
        ("-53115.5", "元", "千分位", "-53,115.5"),
        ("-0.5", "元", "千分位", "-0.5"),
        ("0", "元", "千分位", "0"),
        ("1234567.891", "元", "千分位(2)", "1,234,567.89"),
        ("999", "元", "千分位(2)", "999.00"),
        ("0.4", "比值", "成", "四成"),
        ("0.45", "比值", "成", "四成五"),
        ("0.456", "比值", "成", "四成六"),
        ("45", "%", "成", "四成五"),
        ("1", "比值", "成", "十成"),
        ("0.997", "比值", "成", "十成"),
        ("0.03", "比值", "成", "不到一成"),
        ("40", "%", "百分比", "40.0%"),
        ("40", "%", "百分比(0)", "40%"),
        ("0.4", "比值", "百分比", "40.0%"),
        ("3.2", "%", "百分点", "3.2个百分点"),
        ("-3.25", "%", "百分点", "-3.3个百分点"),
        ("3", "%", "百分点", "3个百分点"),
        ("0.032", "比值", "百分点", "3.2个百分点"),
        ("0.03216", "比值", "百分点(2)", "3.22个百分点"),
        ("2.94", "倍", "倍", "2.9倍"),
        ("3", "倍", "倍", "3倍"),
        ("290", "%", "倍", "2.9倍"),
        ("1600", "万元", "万", "1600万"),
        ("1600", "万元", "亿", "0.16亿"),
        ("14.53", "亿元", "亿", "14.53亿"),
        ("14.53", "亿元", "万", "145300万"),
        ("16000000", "元", "万", "1600万"),
        ("12", "千元", "万", "1.2万"),
        ("3", "百万元", "万", "300万"),
        ("-20000", "元", "万", "-2万"),
        ("1460", "名", "汉字", "一千四百六十"),
        ("1460", "名", "大写", "壹仟肆佰陆拾"),
        ("12300", "元", "大写", "壹万贰仟叁佰元整"),
        ("1.23", "万元", "大写", "壹万贰仟叁佰元整"),
        ("2", "亿元", "大写", "贰亿元整"),
        ("12.345", "元", "大写", "壹拾贰元叁角伍分"),
        ("3.5", "元/人", "大写", "叁元伍角"),
    ],
)
def test_forms(value: str, unit: str, form: str, expected: str) -> None:
    """In the words of official prose; 万, 亿 and % of the unit itself are taken into account."""
    assert text(value, unit, form) == expected


@pytest.mark.parametrize(
    ("value", "unit", "form", "said"),
    [
        ("1.2", "比值", "成", "十成以下"),
        ("0", "比值", "成", "这里是0%"),
        ("-0.2", "比值", "成", "这里是-20%"),
        ("120", "%", "成", "这里是120%"),
        ("1460", "名", "百分比", "1460名不是两数之比"),
        ("1460", "名", "百分点", "1460名不是两数之比"),
        ("0.4", "万元", "成", "0.4万元不是两数之比"),
        ("1460", "名", "倍", "1460名不是两数之比"),
        ("63", "户", "余(100)", "63不到100"),
        ("-1463", "户", "余(100)", "不到100"),
        ("1463", "户", "余", "约数"),
        ("999999999999999", "亿元", "大写", "太大"),
    ],
)
def test_what_a_form_cannot_say_is_refused(value: str, unit: str, form: str, said: str) -> None:
    """With what to do instead."""
    with pytest.raises(Unwritable, match=said) as caught:
        text(value, unit, form)

    assert caught.value.hint


def test_an_approximate_figure_is_written_as_it_is() -> None:
    """余 is a word of the sentence: written where it is asked for, and only of what is marked as approximate."""
    assert text("1460", "户", "取整", 约数="是") == "1460"
    assert text("1460", "户", "余", 约数="是") == "1460余"
    assert text("1400", "户", "余(100)", 约数="是") == "1400余"


def test_whether_a_figure_is_approximate_may_itself_be_closed() -> None:
    """The rule looks at it in all records; the page then prints what the open prose says."""
    indicator = Indicator.model_validate(
        {"编号": "x", "地方": "anping", "名称": "数", "主题": "党建", "数值": "8", "单位": "户"}
    ).model_copy(update={"approximate": WITHHELD})

    assert render("{{ 数 | 余 }}", {"数": indicator})[0].text == "8余"


@pytest.mark.parametrize("form", [*FORMS, "同比", "环比", "增减"])
def test_what_is_masked_or_missing_has_no_form(form: str) -> None:
    """Whatever was asked for."""
    assert text("**", "元", form) == "**"
    assert text(None, "元", form) == BLANK


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        ("0", "零"),
        ("2", "二"),
        ("10", "十"),
        ("14", "十四"),
        ("20", "二十"),
        ("105", "一百零五"),
        ("110", "一百一十"),
        ("1005", "一千零五"),
        ("1050", "一千零五十"),
        ("10000", "一万"),
        ("10005", "一万零五"),
        ("20010", "二万零一十"),
        ("100000", "十万"),
        ("107000", "十万七千"),
        ("1000500", "一百万零五百"),
        ("100000005", "一亿零五"),
        ("1234567800000000", "一千二百三十四万五千六百七十八亿"),
        ("9999999999999999", "九千九百九十九万九千九百九十九亿九千九百九十九万九千九百九十九"),
        ("3.5", "三点五"),
        ("0.50", "零点五"),
        ("12.03", "十二点零三"),
        ("-14", "负十四"),
        ("-0.00001", "零"),
    ],
)
def test_chinese_words(number: str, expected: str) -> None:
    """One 零 for any run of noughts between digits, none at the end; 十四, not 一十四, at the front."""
    assert chinese(Decimal(number)) == expected


@pytest.mark.parametrize(
    ("yuan", "expected"),
    [
        ("0", "零元整"),
        ("0.004", "零元整"),
        ("-0.004", "零元整"),
        ("0.05", "伍分"),
        ("0.5", "伍角"),
        ("10", "壹拾元整"),
        ("1409.50", "壹仟肆佰零玖元伍角"),
        ("6007.14", "陆仟零柒元壹角肆分"),
        ("1680.32", "壹仟陆佰捌拾元零叁角贰分"),
        ("107000.53", "壹拾万柒仟元零伍角叁分"),
        ("16409.02", "壹万陆仟肆佰零玖元零贰分"),
        ("325.04", "叁佰贰拾伍元零肆分"),
        ("-100", "负壹佰元整"),
        ("0.999", "壹元整"),
        ("100000000", "壹亿元整"),
    ],
)
def test_sums_of_money(yuan: str, expected: str) -> None:
    """The examples of 《支付结算办法》 appendix 1, and the edges."""
    assert money(Decimal(yuan)) == expected


@pytest.mark.parametrize("write", [chinese, capitals, money])
def test_beyond_all_words(write: Callable[[Decimal], str]) -> None:
    """Behind 万亿 there is no word that everybody reads alike."""
    with pytest.raises(Unwritable, match="太大"):
        write(Decimal(10**16))


_VALUES = {word: number for number, word in enumerate("零一二三四五六七八九")}
_SIZES = {"十": 10, "百": 100, "千": 1000}


def value_of(words: str) -> int:
    """What whole Chinese number words are worth, read the slow way."""
    for size, unit in ((10**8, "亿"), (10**4, "万")):
        head, found, rest = words.rpartition(unit)
        if found:
            return value_of(head) * size + value_of(rest)
    total = digit = 0
    for word in words:
        if word in _SIZES:
            total, digit = total + (digit or 1) * _SIZES[word], 0
        else:
            digit = _VALUES[word]
    return total + digit


@given(st.integers(0, 10**16 - 1))
def test_chinese_words_can_be_read_back(number: int) -> None:
    """No digit is lost and no two numbers are written alike, small or capital."""
    words = chinese(Decimal(number))
    large = capitals(Decimal(number)).translate(str.maketrans("壹贰叁肆伍陆柒捌玖拾佰仟", "一二三四五六七八九十百千"))

    assert value_of(words) == value_of(large) == number
    assert "零零" not in words


@given(st.integers(-(10**17), 10**17))
def test_sums_of_money_end_as_bills_do(cents: int) -> None:
    """整 behind 元, nothing behind 角 and 分."""
    assert money(Decimal(cents) / 100)[-1] == ("分" if cents % 10 else "角" if cents % 100 else "整")
