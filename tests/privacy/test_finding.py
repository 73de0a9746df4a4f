"""Private numbers are found in every disguise, and business numbers are left alone."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.privacy import Found, Grade, Kind, digits, find, in_cells
from generator.privacy.digits import is_card, is_credit_code, is_identity

CERTAIN, LIKELY, LOOK = Grade.CERTAIN, Grade.LIKELY, Grade.LOOK
IDENTITY = "11010519491231002X"
MOBILE = "13800138000"
CARD = "6222021234567890128"
CREDIT_CODE = "91350100M000100Y43"
CREDIT_CODES = [CREDIT_CODE, "91330100799655058B", "9144030071526726XG", "914403001922038216"]
CARDS = ["4111111111111111", "5555555555554444", "62170012345678907", "621700123456789052", CARD]
WIDE = {ord(char): ord(char) + 0xFEE0 for char in "0123456789X"}
CHINESE = str.maketrans("0123456789", "〇一二三四五六七八九")


def graded(text: str, label: str = "") -> dict[Kind, Grade]:
    """Kind → the surest grade."""
    found: dict[Kind, Grade] = {}
    for one in find(text, label):
        found[one.kind] = max(one.grade, found.get(one.kind, LOOK))
    return found


def with_check(body: str) -> str:
    """17 digits and the check digit of GB 11643."""
    total = sum(int(digit) * pow(2, 17 - place, 11) for place, digit in enumerate(body))
    return body + "10X98765432"[total % 11]


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
    """A resident identity number needs no word beside it; where a line ends in it, two numbers may have met by chance."""
    grade = LIKELY if "lines" in name else CERTAIN
    assert graded(DISGUISES[name](IDENTITY)) == {Kind.IDENTITY: grade}
    assert graded(f"身份证{DISGUISES[name](IDENTITY)}") == {Kind.IDENTITY: CERTAIN}


@pytest.mark.parametrize("name", DISGUISES)
def test_mobile_number_is_found(name: str) -> None:
    """Beside a word for telephones it is certain."""
    assert graded(f"电话 {DISGUISES[name](MOBILE)}") == {Kind.MOBILE: CERTAIN}


@pytest.mark.parametrize(
    ("text", "label", "expected"),
    [
        (MOBILE, "备注", {Kind.MOBILE: CERTAIN}),
        ("138-0013-8000", "备注", {Kind.MOBILE: CERTAIN}),
        ("138.0013.8000", "备注", {Kind.MOBILE: CERTAIN}),
        (f"+86 {MOBILE}", "联系", {Kind.MOBILE: CERTAIN}),
        (f"联系人+86{MOBILE}", "备注", {Kind.MOBILE: CERTAIN}),
        (f"联系人0086{MOBILE}", "备注", {Kind.MOBILE: CERTAIN}),
        (f"老张 {MOBILE}", "联络人", {Kind.MOBILE: CERTAIN}),
        (f"老张 {MOBILE}", "备注", {Kind.MOBILE: LIKELY}),
        (f"合同编号{MOBILE},联系村部", "备注", {Kind.MOBILE: LOOK}),
        (f"卡号{CARD}", "备注", {Kind.BANK: CERTAIN}),
        ("一卡通 6222 0212 3456 7890 128", "备注", {Kind.BANK: CERTAIN}),
        ("6222 0212 3456 7890 128", "开户账号", {Kind.BANK: CERTAIN}),
        ("身份证110105491231002", "备注", {Kind.OLD_IDENTITY: CERTAIN}),
        ("110105491231002", "证件号码", {Kind.OLD_IDENTITY: CERTAIN}),
        (f"合同编号{IDENTITY}", "备注", {Kind.IDENTITY: LIKELY}),
        (f"合同编号{with_check('33028120260315001')}", "备注", {Kind.IDENTITY: LOOK}),
        (f"序号7{IDENTITY}", "备注", {Kind.IDENTITY: LIKELY}),
        (f"残疾证号{IDENTITY}43", "备注", {Kind.IDENTITY: CERTAIN}),
        (f"监督电话{MOBILE}", "备注", {Kind.MOBILE: LIKELY}),
        (MOBILE, "凭证号", {Kind.MOBILE: LOOK}),
        (MOBILE, "金额", {}),
        (f"银行流水 {CARD}", "备注", {Kind.BANK: LOOK}),
        (CARD, "备注", {Kind.BANK: LIKELY}),
        (f"账号{CARD[:3]} {CARD[3:]}", "备注", {Kind.BANK: CERTAIN}),
        (f"账号{CARD[:4]}.{CARD[4:8]}.{CARD[8:]}", "备注", {Kind.BANK: CERTAIN}),
        (f"户名刘村股份经济合作社,账号{CARD}", "备注", {}),
        ("一卡通101004283746582", "备注", {Kind.BANK: LIKELY}),
        (f"身份证编号{IDENTITY}", "备注", {Kind.IDENTITY: CERTAIN}),
        (f"张某 {IDENTITY.lower()},手机{MOBILE}", "备注", {Kind.IDENTITY: CERTAIN, Kind.MOBILE: CERTAIN}),
        ("手机一三八零零幺三八零零零", "备注", {Kind.MOBILE: CERTAIN}),
        ("手机统一13800138000", "备注", {Kind.MOBILE: CERTAIN}),
        ("手机138○○138○○○", "备注", {Kind.MOBILE: CERTAIN}),
        ("编号13800138000,村民小组组长手机13900139000", "备注", {Kind.MOBILE: CERTAIN}),
        ("手机13800138000,果园、鱼塘、林场的编号13900139000", "备注", {Kind.MOBILE: CERTAIN}),
        ("138_0013_8000", "备注", {Kind.MOBILE: CERTAIN}),
        (f"{MOBILE}是老张的电话", "备注", {Kind.MOBILE: CERTAIN}),
        (f"{CARD}是一卡通", "备注", {Kind.BANK: CERTAIN}),
        *((f"账号{card}", "备注", {Kind.BANK: CERTAIN}) for card in CARDS),
    ],
)
def test_words_decide(text: str, label: str, expected: dict[Kind, Grade]) -> None:
    """What stands beside a number, the label included, decides what it is and how certain."""
    assert graded(text, label) == expected


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
        f"{CARD}号地块由村集体经济组织经营,卡号不写",
        "身份证 110105190013310021",
        "身份证 440105491231",
    ],
)
def test_innocent(text: str) -> None:
    """Numbers as townships print them are no one's private numbers."""
    assert graded(text) == {}


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

    assert graded(both) == {Kind.IDENTITY: LOOK}
    assert graded(f"统一社会信用代码{both}") == {}
    assert graded(f"身份证{both}") == {Kind.IDENTITY: CERTAIN}


def _twofold() -> Iterator[str]:
    bodies = (f"114201{day}{serial:03}" for serial in range(1000) for day in ("19900101", "19850607", "20011231"))
    for body in bodies:
        yield from (f"{body}{check}" for check in "0123456789" if is_credit_code(f"{body}{check}"))


@pytest.mark.parametrize(
    ("text", "kind", "grade"),
    [
        ("身份证110105********002X", Kind.MASKED, CERTAIN),
        ("张某 110105********002X", Kind.MASKED, CERTAIN),
        ("110***********002X", Kind.MASKED, LIKELY),
        ("138****5678", Kind.MASKED, LIKELY),
        ("手机138****5678", Kind.MASKED, CERTAIN),
        ("138xxxx5678", Kind.MASKED, LIKELY),
        ("一卡通6222***********0128", Kind.MASKED, CERTAIN),
        ("卡号尾号0128", Kind.MASKED, LIKELY),
        ("住址:刘村12号", Kind.ADDRESS, CERTAIN),
        ("住址:大湾十二号", Kind.ADDRESS, CERTAIN),
        ("低保户张某(刘村12号)", Kind.ADDRESS, LIKELY),
        ("刘村12号院墙倒了", Kind.ADDRESS, None),
        ("刘村12号外墙倒了", Kind.ADDRESS, LOOK),
        ("幸福小区3栋2单元501室", Kind.ADDRESS, LIKELY),
        ("车牌苏A12345", Kind.PLATE, CERTAIN),
        ("苏AD12345来了", Kind.PLATE, LIKELY),
        ("苏A1234警 车主张某", Kind.PLATE, CERTAIN),
        ("车牌WJ苏1234X", Kind.PLATE, CERTAIN),
        ("车牌VA·12345", Kind.PLATE, CERTAIN),
        ("VA12345型水泵", Kind.PLATE, None),
        ("zhangsan@qq.com", Kind.EMAIL, LIKELY),
        ("zhangsan at example.com", Kind.EMAIL, None),
        ("zhangsan@example.com", Kind.EMAIL, LOOK),
        ("13800138000@139.com", Kind.EMAIL, CERTAIN),
        ("镇政府邮箱 anping@163.com", Kind.EMAIL, None),
        ("微信号:laozhang88", Kind.WECHAT, CERTAIN),
        ("微信公众号:anpingfabu", Kind.WECHAT, None),
        ("QQ:123456789", Kind.QQ, CERTAIN),
        ("QQ群123456789", Kind.QQ, None),
        ("社保卡号:A12345678", Kind.SOCIAL, CERTAIN),
    ],
)
def test_other_kinds(text: str, kind: Kind, grade: Grade | None) -> None:
    """What is no long number, and what was masked badly."""
    assert graded(text).get(kind) is grade


@pytest.mark.parametrize(
    "text",
    [
        "三组1号张某",
        "刘村三组",
        "办公地址:安平镇人民路88号",
        "示例县绿源公司,住所:人民路12号",
        "开标地点:人民路12号公共资源交易中心302室",
        "刘村3号路灯、5号井",
        "(张**,三组)",
        "0571-8888****",
        "合同号2026****0012",
        "DN300****2000",
        "卡号***********",
        "电话***********",
        "浙B2-20150001-1",
        "公务车苏A·12345维修",
        "一、二、三、四、五、六、七、八、九、十",
    ],
)
def test_other_innocents(text: str) -> None:
    """Offices, groups, whole masks, permits."""
    assert find(text) == ()


@pytest.mark.parametrize("name", DISGUISES)
def test_the_place_is_that_in_the_text_as_given(name: str) -> None:
    """Whatever was folded away: start and end cut the number out of the original, whole."""
    hidden = DISGUISES[name](IDENTITY)
    text = f"&nbsp;①户主\u200b张某 身份证:{hidden}。完"
    (one,) = find(text)

    assert digits(text[one.start : one.end]) == IDENTITY
    assert text[: one.start].endswith("身份证:") or name in (
        "glued to words",
        "among other numbers",
        "after another number",
    )


def test_a_number_in_several_cells() -> None:
    """Spread over a row it is found at its first cell; heads of columns count as words."""
    assert list(in_cells(["张某", "110105", "19491231", "002X"], [])) == [(1, Found(Kind.IDENTITY, 0, 6, LIKELY))]
    assert list(in_cells(["张某", MOBILE], ["姓名", "合同编号"])) == [(1, Found(Kind.MOBILE, 0, 11, LOOK))]
    assert list(in_cells(["张某", MOBILE], ["姓名", "联系电话"])) == [(1, Found(Kind.MOBILE, 0, 11, CERTAIN))]
    assert list(in_cells(["张某", MOBILE[:3], MOBILE[3:]], [])) == [], "figures of a table look like that"


@given(st.text(alphabet="01239一x*-/ 号&#;村微信@QQ苏A身份证", max_size=300))
def test_found_places_are_inside_the_text(text: str) -> None:
    """In order, never empty, never overlapping."""
    ends = [place for one in find(text) for place in (one.start, one.end)]

    assert ends == sorted(ends)
    assert all(0 <= place <= len(text) for place in ends)
    assert all(one.start < one.end for one in find(text))


@given(st.text(alphabet=st.characters(), max_size=200))
def test_any_text_is_bearable(text: str) -> None:
    """No text makes the finder fail."""
    assert isinstance(find(text, text), tuple)


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

    assert graded(f"付{number}工资") == {Kind.IDENTITY: CERTAIN}
