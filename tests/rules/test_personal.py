"""Private numbers are found in every disguise, and business numbers are left alone."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.load import load
from generator.model import Finding, Level, Records
from generator.records.finance import Finance
from generator.records.place import Place
from generator.rules import personal
from generator.rules._common.numbers import Kind, find_numbers, is_card, is_credit_code, is_identity
from tests.rules.worlds import world

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
    assert [is_identity(number) for number in (IDENTITY, "110105194912310029")] == [True, False]
    assert all(map(is_credit_code, CREDIT_CODES))
    assert not is_credit_code("91350100M000100Y44")
    assert not is_credit_code("91350100M000110Y43")
    assert all(map(is_card, CARDS))
    assert not any(is_card(f"{card[:-1]}{(int(card[-1]) + 1) % 10}") for card in CARDS)


def test_credit_code_of_digits_alone_is_left_alone() -> None:
    """A credit code that passes for an identity number too belongs to an organisation, unless a word says otherwise."""
    both = next(code for code in _twofold() if is_identity(code))

    assert find_numbers(both) == {}
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
    body = f"{province}0281{year}{month:02}{day:02}{serial:03}"
    total = sum(int(digit) * pow(2, 17 - place, 11) for place, digit in enumerate(body))
    number = body + "10X98765432"[total % 11]

    assert find_numbers(f"付{number}工资") == {Kind.IDENTITY: True}


def test_findings_never_repeat_the_number(tmp_path: Path) -> None:
    """What was withheld from the page must not stand in the log."""
    records, _ = world("personal", tmp_path)
    findings = list(personal.check(records))

    assert findings
    assert not [finding for finding in findings if _digits(finding) >= 11]


def _digits(finding: Finding) -> int:
    said = unicodedata.normalize("NFKC", f"{finding.message}{finding.hint}{finding.record}")
    return sum(map(str.isnumeric, said))


def test_number_as_id_is_not_repeated(tmp_path: Path) -> None:
    """A record named by a private number is reported without its name."""
    (tmp_path / "data/townships/anping").mkdir(parents=True)
    place = f"- {{编号: {MOBILE}, 名称: 刘村, 级别: 村}}\n"
    (tmp_path / "data/townships/anping/place.yml").write_text(place, encoding="utf-8")
    records, _ = world("_base", tmp_path / "base")
    findings = list(personal.check(load(tmp_path)[0]))

    assert [(f.level, f.record, f.where.line) for f in findings] == [(Level.ERROR, "", 1)]
    assert MOBILE not in str(findings)
    assert list(personal.check(records)) == []


def test_telephones_hold_no_identity_number(tmp_path: Path) -> None:
    """A mobile number as office telephone is a warning; any other private number stays an error."""
    place = world("_base", tmp_path)[0].of(Place)[0]

    def found(phone: str) -> list[Level]:
        return [f.level for f in personal.check(Records((place.model_copy(update={"phone": phone}),)))]

    assert found("0571-88880000") == []
    assert found(MOBILE) == [Level.WARNING]
    assert found("110105199003070009") == [Level.ERROR]


def test_a_number_is_reported_once(tmp_path: Path) -> None:
    """Where a record names another one, the number in that name is the other record's finding."""
    place = world("_base", tmp_path)[0].of(Place)[1]
    named = place.model_copy(update={"parent": MOBILE})

    assert list(personal.check(Records((named,)))) == []


def test_voucher_numbers_may_look_like_mobiles(tmp_path: Path) -> None:
    """Eleven digits as 凭证号 are a voucher; as 摘要 they are a telephone number."""
    records, _ = world("_base", tmp_path)
    sheet = records.of(Finance)[0]

    def found(**change: str) -> list[Level]:
        changed = sheet.model_copy(update={"entries": (sheet.entries[0].model_copy(update=change),)})
        return [finding.level for finding in personal.check(Records((changed,)))]

    assert found(voucher=MOBILE) == []
    assert found(summary=MOBILE) == [Level.ERROR]
    assert found(voucher=IDENTITY) == [Level.ERROR]
