"""Field types: what a typed text means, and the Chinese sentence when it means nothing."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel, ConfigDict, ValidationError, create_model

from generator.model import Amount, Period
from generator.model import types as t
from generator.model.text import clip


def accept(kind: Any, value: Any) -> Any:
    """What the field type makes of the value."""
    return _model(kind).model_validate({"value": value}).value  # type: ignore[attr-defined]


def refusal(kind: Any, value: Any) -> tuple[str, str]:
    """The message and the mend with which the field type refuses the value."""
    with pytest.raises(ValidationError) as error:
        accept(kind, value)
    first = error.value.errors()[0]
    return first["ctx"]["said"], first["ctx"]["hint"]


def _model(kind: Any) -> type[BaseModel]:
    if id(kind) not in _MODELS:
        _MODELS[id(kind)] = create_model(
            "Sheet", __config__=ConfigDict(arbitrary_types_allowed=True), value=(kind, ...)
        )
    return _MODELS[id(kind)]


_MODELS: dict[int, type[BaseModel]] = {}


NUMBERS = [
    ("0", "0"),
    ("12000", "12000"),
    ("12,000.50", "12000.50"),
    ("1,234,567", "1234567"),
    ("-5", "-5"),
    ("+5", "5"),
    ("007", "7"),
    ("１２，０００．５", "12000.5"),
    (" 3 ", "3"),
    ("999999999999999", "999999999999999"),
]
NO_NUMBERS = [
    "",
    "十二",
    "1e5",
    ".nan",
    ".inf",
    "nan",
    "1,2,3",
    "12,00",
    "1_000",
    "0x1F",
    "0o10",
    "5元",
    "1.2万",
    "12 000",
    ".5",
    "5.",
    "1.2.3",
    "--5",
    "−5",
    "10⁴",
    "①",
    "½",
    "१२",
    "𝟙𝟚",
    "12:30",
    "**",
]


@pytest.mark.parametrize(("typed", "value"), NUMBERS)
def test_number_accepts(typed: str, value: str) -> None:
    """Thousands separators, signs, leading zeros and full-width digits; every digit after the point is kept."""
    assert value == str(accept(t.Number, typed))


@pytest.mark.parametrize("typed", NO_NUMBERS)
def test_number_refuses(typed: str) -> None:
    """Exponents, units, words, foreign digits and misplaced commas are quoted back with an example."""
    expected = f"“{typed}”不是数字", "只写数字,例如 12,000.00;单位不写在数字后面"

    assert expected == refusal(t.Number, typed)


@pytest.mark.parametrize("typed", ["1" * 16, "9" * 5000, "1,000,000,000,000,000", "0.1234567890123456"])
def test_number_refuses_codes(typed: str) -> None:
    """More than fifteen digits is a code in the wrong field; the message stays short."""
    message, hint = refusal(t.Number, typed)

    assert "位数太多" in message
    assert len(message) < 60
    assert hint == "最多15位数字,请核对"


@pytest.mark.parametrize(
    ("typed", "value"), [("12,000.00", "12000.00"), ("-3.5", "-3.5"), ("0.01", "0.01"), ("8", "8")]
)
def test_money_accepts(typed: str, value: str) -> None:
    """Yuan and fen, as typed."""
    assert value == str(accept(t.Money, typed))


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        ("0.001", "“0.001”的小数超过两位"),
        ("12,000.005", "“12,000.005”的小数超过两位"),
        ("1e5", "“1e5”不是金额"),
        ("¥5", "“¥5”不是金额"),
        ("5元", "“5元”不是金额"),
        ("**", "“**”不是金额"),
    ],
)
def test_money_refuses(typed: str, message: str) -> None:
    """Parts of a fen, and what is no number."""
    assert message == refusal(t.Money, typed)[0]


def test_money_says_the_unit() -> None:
    """The mend for a long fraction names the unit, since the cause is mostly 万元 typed as 元."""
    expected = "金额以元为单位,最多写到分"

    assert expected == refusal(t.Money, "1.2345")[1]


@pytest.mark.parametrize(("typed", "value"), [("0", 0), ("1,200", 1200), ("3.0", 3), ("００７", 7)])
def test_count_accepts(typed: str, value: int) -> None:
    """Whole numbers from zero."""
    assert value == accept(t.Count, typed)


@pytest.mark.parametrize("typed", ["-1", "3.5", "0o10", "0x1F", "1_000", "三", "", "12:30:45"])
def test_count_refuses(typed: str) -> None:
    """Nobody is minus one person."""
    assert f"“{typed}”不是整数" == refusal(t.Count, typed)[0]


@pytest.mark.parametrize(
    "typed",
    [
        "2026-03-05",
        "2026-3-5",
        "2026/3/5",
        "2026/03/05",
        "2026.3.5",
        "2026.03.05",
        "2026年3月5日",
        "２０２６-０３-０５",
    ],
)
def test_day_accepts(typed: str) -> None:
    """The four ways in which offices write a date, with and without zeros."""
    expected = date(2026, 3, 5)

    assert expected == accept(t.Day, typed)


def test_leap_day() -> None:
    """29 February exists in leap years only."""
    expected = date(2024, 2, 29)

    assert expected == accept(t.Day, "2024-02-29")
    assert refusal(t.Day, "2026-02-29")[0] == "“2026-02-29”不是日期:2026年2月只有28天"


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        ("2025-02-30", "“2025-02-30”不是日期:2025年2月只有28天"),
        ("2026-04-31", "“2026-04-31”不是日期:2026年4月只有30天"),
        ("2026-03-00", "“2026-03-00”不是日期:2026年3月只有31天"),
        ("2026-13-01", "“2026-13-01”不是日期"),
        ("2026-00-01", "“2026-00-01”不是日期"),
        ("1899-01-01", "“1899-01-01”不是日期"),
        ("2201-01-01", "“2201-01-01”不是日期"),
        ("2026-03/05", "“2026-03/05”不是日期"),
        ("2026-03", "“2026-03”不是日期"),
        ("03-05", "“03-05”不是日期"),
        ("20260305", "“20260305”不是日期"),
        ("2026-03-05 10:00", "“2026-03-05 10:00”不是日期"),
        ("2026年3月5号", "“2026年3月5号”不是日期"),
        ("今天", "“今天”不是日期"),
        ("", "“”不是日期"),
        ("२०२६-०३-०५", "“२०२६-०३-०५”不是日期"),
    ],
)
def test_day_refuses(typed: str, message: str) -> None:
    """A day that does not exist is told apart from what is no date at all."""
    said, hint = refusal(t.Day, typed)

    assert message == said
    assert hint


@pytest.mark.parametrize("typed", ["2026-03", "２０２６－０３", "2026年3月"])
def test_period_accepts(typed: str) -> None:
    """As in tests/model/test_period.py, and in full-width too."""
    expected = Period(date(2026, 3, 1), 1)

    assert expected == accept(t.PeriodField, typed)


@pytest.mark.parametrize("typed", ["2026.10", "2026-13", "三月", "", "2026-03-05"])
def test_period_refuses(typed: str) -> None:
    """`2026.10` must not become January."""
    expected = f"“{typed}”不是期间", "写成 2026-03(月)、2026-Q1(季度)或 2026(年)"

    assert expected == refusal(t.PeriodField, typed)


@pytest.mark.parametrize(
    ("typed", "amount"),
    [
        ("1,234.5", Amount.known(Decimal("1234.5"))),
        ("0", Amount.known(0)),
        ("**", Amount.masked()),
        ("*", Amount.masked()),
        ("＊＊＊", Amount.masked()),
        ("XX", Amount.masked()),
        ("××", Amount.masked()),
        (None, Amount.missing()),
    ],
)
def test_figure_accepts(typed: str | None, amount: Amount) -> None:
    """Known, masked in the source, or missing."""
    assert amount == accept(t.Figure, typed)


@pytest.mark.parametrize("typed", ["约100", "x", "1**", "", "无", "-", "1e5"])
def test_figure_refuses(typed: str) -> None:
    """Words for a blank are not a blank."""
    assert f"“{typed}”不是数值" == refusal(t.Figure, typed)[0]


def test_a_figure_left_out_is_missing() -> None:
    """A label with nothing behind it arrives as no label at all; it must not be demanded."""

    class Sheet(BaseModel):
        model_config = ConfigDict(arbitrary_types_allowed=True)
        figure: t.Figure

    assert Amount.missing() == Sheet.model_validate({}).figure


@pytest.mark.parametrize(("typed", "value"), [("是", True), ("否", False), (" 是 ", True)])
def test_yes_no_accepts(typed: str, value: bool) -> None:
    """Two words."""
    assert value is accept(t.YesNo, typed)


@pytest.mark.parametrize("typed", ["yes", "no", "on", "true", "True", "1", "0", "Y", "对", "有", ""])
def test_yes_no_refuses(typed: str) -> None:
    """Nothing that YAML or a spreadsheet would have taken for a truth value."""
    expected = f"“{typed}”不明确", "只写“是”或“否”"

    assert expected == refusal(t.YesNo, typed)


@pytest.mark.parametrize("kind", [t.Number, t.Money, t.Count, t.Day, t.PeriodField, t.YesNo, t.ShortText, t.Id])
def test_nothing_is_no_value(kind: Any) -> None:
    """An empty entry of a list: said as such, not as a group of things."""
    expected = "这里不能空着", "请填写内容;没有这一项就删去这一行"

    assert expected == refusal(kind, None)


@pytest.mark.parametrize("typed", ["liucun", "a", "0", "2026-03", "a" * 40, " liucun "])
def test_id_accepts(typed: str) -> None:
    """Small letters, digits, hyphens; blanks around it do not count."""
    assert typed.strip() == accept(t.Id, typed)


@pytest.mark.parametrize(
    "typed", ["", "LiuCun", "刘村", "a_b", "a/b", "../x", "a.b", "-a", "a" * 41, "ａ", "con", "com1"]
)
def test_id_refuses(typed: str) -> None:
    """An id becomes part of an address and of a file name."""
    message, hint = refusal(t.Id, typed)

    assert f"“{clip(typed)}”不能作编号" == message
    assert "liucun-2026-03" in hint


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("0571-88880000", "0571-88880000"),
        ("(0571)88880000", "(0571)88880000"),
        ("（0571）88880000", "(0571)88880000"),
        ("12345", "12345"),
        ("0571-88880000转8001", "0571-88880000转8001"),
        ("０５７１－８８８８００００", "0571-88880000"),
    ],
)
def test_phone_accepts(typed: str, value: str) -> None:
    """Offices, extensions and short hotlines."""
    assert value == accept(t.Phone, typed)


@pytest.mark.parametrize(
    "typed", ["", "110", "-----", "(   )", "0571-8888oooo", "见公告栏", "1" * 31, "８" * 31, "०५७१८८८८"]
)
def test_phone_refuses(typed: str) -> None:
    """Fewer than five digits is no number that a villager can call."""
    expected = f"“{clip(typed)}”不是电话号码", "写成 0571-88880000 这样的办公电话"

    assert expected == refusal(t.Phone, typed)


@pytest.mark.parametrize(
    ("typed", "value"),
    [("010203", "010203"), ("330110001", "330110001"), ("330110001201", "330110001201"), ("０１０２０３", "010203")],
)
def test_place_code_accepts(typed: str, value: str) -> None:
    """Six, nine or twelve digits; zeros in front stay."""
    assert value == accept(t.PlaceCode, typed)


@pytest.mark.parametrize("typed", ["10203", "3301", "33011000120", "33011O", "३३०११०"])
def test_place_code_refuses(typed: str) -> None:
    """A lost zero shows as a wrong length."""
    expected = f"“{typed}”不是区划代码", "区划代码是6、9或12位数字,前面的0也要写"

    assert expected == refusal(t.PlaceCode, typed)


@pytest.mark.parametrize(("kind", "length"), [(t.ShortText, 200), (t.LongText, 5000), (t.Person, 40)])
def test_text_has_a_limit(kind: Any, length: int) -> None:
    """The limit itself fits; one more is refused with both numbers."""
    expected = f"文字有{length + 1}个字,超过{length}个", "请分成几段或精简"

    assert accept(kind, "村" * length)
    assert expected == refusal(kind, "村" * (length + 1))


@pytest.mark.parametrize("typed", ["", "  ", "\u3000", None])
def test_text_must_not_be_blank(typed: str | None) -> None:
    """Blank is not a text; the mend is to leave the line out."""
    expected = "这里不能空着", "请填写内容;没有这一项就删去这一行"

    assert expected == refusal(t.ShortText, typed)


@pytest.mark.parametrize("typed", ["刘村", "no", "否", "010203", "1e5", "2026.10", "12:30", "~", "null", "{x}", "１２"])
def test_text_stays_as_typed(typed: str) -> None:
    """Text means nothing but itself."""
    assert typed == accept(t.ShortText, typed)


@pytest.mark.parametrize(
    ("kind", "message"),
    [
        (t.ShortText, "这里应当写文字,不是一组内容"),
        (t.Money, "这里应当写金额,不是一组内容"),
        (t.Count, "这里应当写整数,不是一组内容"),
        (t.Day, "这里应当写日期,不是一组内容"),
        (t.PeriodField, "这里应当写期间,不是一组内容"),
        (t.Figure, "这里应当写数值,不是一组内容"),
        (t.YesNo, "这里应当写“是”或“否”,不是一组内容"),
    ],
)
@pytest.mark.parametrize("value", [[], ["1"], {}, {"a": "1"}])
def test_a_group_is_no_value(kind: Any, message: str, value: Any) -> None:
    """A list or mapping where one value is expected."""
    assert message == refusal(kind, value)[0]


@pytest.mark.parametrize(
    ("value", "names"), [("甲", ("甲",)), (["甲", "乙"], ("甲", "乙")), ([], ()), (None, ()), ([" 甲 "], ("甲",))]
)
def test_names(value: Any, names: tuple[str, ...]) -> None:
    """A list, or one alone; nothing is an empty list."""
    assert names == accept(t.Names, value)


def test_names_hold_no_blanks() -> None:
    """An empty entry of a list is a slip, and is reported at its own place."""
    with pytest.raises(ValidationError) as error:
        accept(t.Names, ["甲", None])

    expected = ("value", 1), "这里不能空着"
    first = error.value.errors()[0]
    assert expected == (first["loc"], first["ctx"]["said"])


def test_braces_in_a_message_stay_text() -> None:
    """`{said}` typed by somebody is quoted, not filled in."""
    expected = "“{said}{0}%s”不是数字"

    assert expected == refusal(t.Number, "{said}{0}%s")[0]


@given(st.text())
def test_no_text_breaks_a_type(typed: str) -> None:
    """Every type either accepts a text or refuses it with a Chinese sentence and a mend."""
    for kind in (
        t.Number,
        t.Money,
        t.Count,
        t.Day,
        t.PeriodField,
        t.Figure,
        t.YesNo,
        t.Id,
        t.Phone,
        t.PlaceCode,
        t.ShortText,
    ):
        try:
            accept(kind, typed)
        except ValidationError as error:
            context = error.errors()[0]["ctx"]
            assert context["said"]
            assert context["hint"]


@given(st.decimals(min_value=-(10**12), max_value=10**12, places=2, allow_nan=False))
def test_money_reads_back_what_is_printed(value: Decimal) -> None:
    """With and without thousands separators."""
    assert value == accept(t.Money, f"{value:,}") == accept(t.Money, f"{value:f}")


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2200, 12, 31)))
def test_day_reads_back_what_is_printed(day: date) -> None:
    """ISO and Chinese."""
    assert day == accept(t.Day, day.isoformat()) == accept(t.Day, f"{day.year}年{day.month}月{day.day}日")
