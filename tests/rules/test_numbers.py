"""Private numbers are found in every disguise, and business numbers are left alone."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.rules._common.numbers import Kind, find_numbers, is_card, is_credit_code, is_identity

IDENTITY = "11010519491231002X"
MOBILE = "13800138000"
CARD = "6222021234567890128"
CREDIT_CODE = "91350100M000100Y43"
CREDIT_CODES = [CREDIT_CODE, "91330100799655058B", "9144030071526726XG", "914403001922038216"]
CARDS = ["4111111111111111", "5555555555554444", "62170012345678907", "621700123456789052", CARD]
WIDE = {ord(char): ord(char) + 0xFEE0 for char in "0123456789X"}
CHINESE = str.maketrans("0123456789", "〇一二三四五六七八九")

DISGUISES = {
    "plain": lambda number: number,
    "glued to words": lambda number: f"张某{number}本人",
    "full-width": lambda number: number.translate(WIDE),
    "Chinese digits": lambda number: number.translate(CHINESE),
    "blanks": " ".join,
    "ideographic blanks": lambda number: f"{number[:6]}\u3000{number[6:]}",
    "hyphens": lambda number: f"{number[:3]}-{number[3:7]}-{number[7:]}",
    "long dashes": lambda number: f"{number[:3]}——{number[3:7]}——{number[7:]}",
    "zero-width": "\u200b".join,
    "soft hyphens": "\u00ad".join,
    "entities": lambda number: "".join(f"&#{ord(digit)};" for digit in number),
    "Arabic digits": lambda number: "".join(chr(0x660 + int(d)) if d.isdigit() else d for d in number),
    "bold digits": lambda number: "".join(chr(0x1D7CE + int(d)) if d.isdigit() else d for d in number),
    "broken over two lines": lambda number: f"{number[:8]}\n{number[8:]}",
    "among other numbers": lambda number: f"第3号 {number} 2026年",
    "after another number": lambda number: f"0571-88880000 {number}",
}


@pytest.mark.parametrize("name", DISGUISES)
def test_identity_number_is_found(name: str) -> None:
    """A resident identity number needs no word beside it."""
    assert find_numbers(DISGUISES[name](IDENTITY)) == {Kind.IDENTITY: True}


@pytest.mark.parametrize("name", DISGUISES)
def test_mobile_number_is_found(name: str) -> None:
    """Beside a word for telephones it is certain."""
    assert find_numbers(f"电话 {DISGUISES[name](MOBILE)}") == {Kind.MOBILE: True}


@pytest.mark.parametrize(
    ("text", "label", "expected"),
    [
        (MOBILE, "备注", {Kind.MOBILE: True}),
        ("138-0013-8000", "备注", {Kind.MOBILE: True}),
        ("138.0013.8000", "备注", {Kind.MOBILE: True}),
        (f"+86 {MOBILE}", "联系", {Kind.MOBILE: True}),
        (f"联系人+86{MOBILE}", "备注", {Kind.MOBILE: True}),
        (f"联系人0086{MOBILE}", "备注", {Kind.MOBILE: True}),
        (f"老张 {MOBILE}", "联络人", {Kind.MOBILE: True}),
        (f"老张 {MOBILE}", "备注", {Kind.MOBILE: False}),
        (f"合同编号{MOBILE},联系村部", "备注", {Kind.MOBILE: False}),
        (f"卡号{CARD}", "备注", {Kind.BANK: True}),
        ("一卡通 6222 0212 3456 7890 128", "备注", {Kind.BANK: True}),
        ("6222 0212 3456 7890 128", "开户账号", {Kind.BANK: True}),
        ("身份证110105491231002", "备注", {Kind.OLD_IDENTITY: True}),
        ("110105491231002", "证件号码", {Kind.OLD_IDENTITY: True}),
        (f"合同编号{IDENTITY}", "备注", {Kind.IDENTITY: False}),
        (f"身份证编号{IDENTITY}", "备注", {Kind.IDENTITY: True}),
        (f"张某 {IDENTITY.lower()},手机{MOBILE}", "备注", {Kind.IDENTITY: True, Kind.MOBILE: True}),
        ("手机一三八零零幺三八零零零", "备注", {Kind.MOBILE: True}),
        ("手机统一13800138000", "备注", {Kind.MOBILE: True}),
        ("手机138○○138○○○", "备注", {Kind.MOBILE: True}),
        ("编号13800138000,村民小组组长手机13900139000", "备注", {Kind.MOBILE: True}),
        ("手机13800138000,果园、鱼塘、林场的编号13900139000", "备注", {Kind.MOBILE: True}),
        ("138_0013_8000", "备注", {Kind.MOBILE: True}),
        (f"{MOBILE}是老张的电话", "备注", {Kind.MOBILE: True}),
        (f"{CARD}是一卡通", "备注", {Kind.BANK: True}),
        *((f"账号{card}", "备注", {Kind.BANK: True}) for card in CARDS),
    ],
)
def test_words_decide(text: str, label: str, expected: dict[Kind, bool]) -> None:
    """What stands beside a number, the label included, decides what it is and how certain."""
    assert find_numbers(text, label) == expected


@pytest.mark.parametrize(
    "text",
    [
        *CREDIT_CODES,
        f"统一社会信用代码:{CREDIT_CODE},开户行账号",
        "监督电话 0571-88880000",
        "电话 0571-88880000转8001",
        "热线 400-820-8820,联系",
        "区划代码 330000100201",
        "凭证号 3-12、3-13、3-14",
        "合同号 HT20260312001",
        "合同号 330281202603150012",
        "发票号码 03300190010412345678",
        "2026-03-05 至 2026-03-31",
        "2026.10.13-2026.12.31,电话",
        "期初结存 86,420.00 + 收入 12,000.00",
        "补贴 130.00 1200.00 元,联系村部",
        "项目编号 2026-330281-01-02-123456",
        f"银行流水 {CARD}",
        "订单 110105491231002",
        "身份证 110105491331002",
        "11010519491231002",
        "110105194912310021",
        "身份证 990105194912310021",
        "110105194902310021",
        "电话 23800138000",
        "电话 12800138000",
        f"账户 {CARD[:-1]}9",
        "开户行税号 91330281144567890K",
        "一九四九年十月一日,二〇二六年三月五日",
        "面积 1380013 平方米 8000 户",
        f"{MOBILE}0",
        "1380.0138.000,电话",
        f"开户行税号A{CARD}",
        f"账号{CARD[:3]} {CARD[3:]}",
        f"账号{CARD[:4]}.{CARD[4:8]}.{CARD[8:]}",
        f"{CARD}号地块由村集体经济组织经营,卡号不写",
        "身份证 110105190013310021",
        "身份证 440105491231",
    ],
)
def test_innocent(text: str) -> None:
    """Numbers as townships print them are no one's private numbers."""
    assert find_numbers(text) == {}


def test_check_digits() -> None:
    """The samples of the standards hold, and one changed digit breaks each of them."""
    assert is_identity(IDENTITY)
    assert not is_identity("110105194912310029")
    assert not any(
        is_identity(with_check(body)) for body in ("99010519491231002", "11010519491331002", "11010518991231002")
    )
    assert all(map(is_credit_code, CREDIT_CODES))
    assert not is_credit_code("91350100M000100Y44")
    assert not is_credit_code("91350100M000110Y43")
    assert not is_credit_code("91330100799655059E"), "the organisation code inside has a check digit of its own"
    assert all(map(is_card, CARDS))
    assert not any(is_card(f"{card[:-1]}{(int(card[-1]) + 1) % 10}") for card in CARDS)


def test_credit_code_that_could_be_an_identity_number() -> None:
    """What passes both checks is whatever the word beside it says; without a word somebody has to look."""
    both = next(code for code in _twofold() if is_identity(code))

    assert find_numbers(both) == {Kind.IDENTITY: False}
    assert find_numbers(f"统一社会信用代码{both}") == {}
    assert find_numbers(f"身份证{both}") == {Kind.IDENTITY: True}


def _twofold() -> Iterator[str]:
    bodies = (f"114201{day}{serial:03}" for serial in range(1000) for day in ("19900101", "19850607", "20011231"))
    for body in bodies:
        yield from (f"{body}{check}" for check in "0123456789" if is_credit_code(f"{body}{check}"))


@given(st.text(alphabet=st.characters(), max_size=200))
def test_any_text_is_bearable(text: str) -> None:
    """No text makes the finder fail."""
    assert isinstance(find_numbers(text, text), dict)


@given(
    st.integers(1, 28),
    st.integers(1, 12),
    st.integers(1920, 2020),
    st.integers(0, 999),
    st.sampled_from(["33", "53", "11", "82"]),
)
def test_every_valid_identity_number_is_found(day: int, month: int, year: int, serial: int, province: str) -> None:
    """Whatever county and birthday: 18 digits that pass the check are an identity number."""
    number = with_check(f"{province}0281{year}{month:02}{day:02}{serial:03}")

    assert find_numbers(f"付{number}工资") == {Kind.IDENTITY: True}


def with_check(body: str) -> str:
    """17 digits and the check digit of GB 11643."""
    total = sum(int(digit) * pow(2, 17 - place, 11) for place, digit in enumerate(body))
    return body + "10X98765432"[total % 11]
