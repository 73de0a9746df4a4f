"""Every number of a text is found, read and explained; nothing that people or machines write makes it stumble."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from generator.numerals import Kind, Numeral, scan
from generator.numerals.contexts import EXPLAINED
from generator.numerals.reading import read

D, F, L, O, P = Kind.DATE, Kind.FIGURE, Kind.LAW, Kind.ORDINAL, Kind.PHRASE  # noqa: E741


def figures(text: str, phrases: tuple[str, ...] = ()) -> list[tuple[str, Decimal | None, str]]:
    return [(one.text, one.value, one.unit) for one in scan(text, phrases) if one.kind is F]


def kinds(text: str, phrases: tuple[str, ...] = ()) -> list[tuple[str, Kind]]:
    return [(one.text, one.kind) for one in scan(text, phrases)]


def words(text: str) -> list[str]:
    return [one.text for one in scan(text) if one.kind is F]


@pytest.mark.parametrize(
    ("text", "worth"),
    [
        ("1460", "1460"),
        ("53,115", "53115"),
        ("3.5万", "35000"),
        ("1600万", "16000000"),
        ("14.53亿", "1453000000"),
        ("1.6千", "1600"),
        ("120多万", "1200000"),
        ("40%", "40"),
        ("6.82‰", "0.682"),
        ("-3.5%", "-3.5"),
        ("2/3", str(Decimal(200) / 3)),
        ("四十三", "43"),
        ("一千四百六十", "1460"),
        ("三万五千", "35000"),
        ("三万五", "35000"),
        ("一百五", "150"),
        ("一百零五", "105"),
        ("二〇二六", "2026"),
        ("叁拾陆万玖仟", "369000"),
        ("一亿二千万", "120000000"),
        ("一万亿", "1000000000000"),
        ("十五", "15"),
        ("廿三", "23"),
        ("百分之四十", "40"),
        ("百分之三点五", "3.5"),
        ("百分之六十二点五", "62.5"),
        ("千分之三", "0.3"),
        ("三分之一", str(Decimal(100) / 3)),
        ("四成", "40"),
        ("四成五", "45"),
        ("三成半", "35"),
        ("两成", "20"),
        ("半数", "50"),
        ("一半", "50"),
        ("二十多", "20"),
        ("零", "0"),
    ],
)
def test_what_number_words_are_worth(text: str, worth: str) -> None:
    assert read(text) == Decimal(worth)


@pytest.mark.parametrize(
    "text", ["十几", "几十", "数百", "上百", "三五", "七八十", "两三百", "近千", "三十来", "1/0", "9" * 50]
)
def test_what_is_vague_is_worth_nothing(text: str) -> None:
    assert read(text) is None


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("全镇共有党员1460名", [("1460", 1460, "名")]),
        ("人口53,115人", [("53,115", 53115, "人")]),
        ("排名53，115名", [("53", 53, ""), ("115", 115, "名")]),
        ("门面租金４２，０００元", [("４２，０００", 42000, "元")]),
        ("投入３５万元", [("３５万", 350000, "元")]),
        ("达标率38.9％", [("38.9％", Decimal("38.9"), "%")]),
        ("提高3.1个百分点", [("3.1", Decimal("3.1"), "个百分点")]),
        ("3至5名、3-5名", [("3", 3, ""), ("5", 5, "名"), ("3", 3, ""), ("5", 5, "名")]),
        ("三到五名", [("三", 3, ""), ("五", 5, "名")]),
        ("硬化5千米、装机100千瓦", [("5", 5, "千米"), ("100", 100, "千瓦")]),
        ("占四成五，不足三分之一", [("四成五", 45, "%"), ("三分之一", read("三分之一"), "%")]),
        ("慰问数十户、几百人", [("数十", None, "户"), ("几百", None, "人")]),
        ("两个村、四十三户", [("两", 2, "个"), ("四十三", 43, "户")]),
        ("财政收入翻两番，是原来的2.9倍", [("两", 2, "番"), ("2.9", Decimal("2.9"), "倍")]),
        ("下降到零。", [("零", 0, "")]),
        ("亏损三万，垫付两千。", [("三万", 30000, ""), ("两千", 2000, "")]),
        ("投入12345元、12345亩", [("12345", 12345, "元"), ("12345", 12345, "亩")]),
        ("比例为2/3。", [("2/3", read("2/3"), "%")]),
    ],
)
def test_figures_with_value_and_unit(text: str, found: list[tuple[str, Decimal | None, str]]) -> None:
    assert figures(text) == found


@pytest.mark.parametrize(
    ("text", "explained"),
    [
        ("2026年3月5日", [("2026年3月5日", D)]),
        ("2026-03-05，2026.3.5，2026-03", [("2026-03-05", D), ("2026.3.5", D), ("2026-03", D)]),
        ("二〇二六年一月十六日", [("二〇二六年一月十六日", D)]),
        ("今年3月、一季度", [("3月", D), ("一季度", D)]),
        ("近两年，三天之内，1.5天，2个月", [("两年", D), ("三天", D), ("1.5天", D), ("2个月", D)]),
        ("每月10日、20日", [("10日", D), ("20日", D)]),
        ("2021-2025年", [("2021", D), ("2025年", D)]),
        ("每周一、三、五学习，每周五回访，周二至周四", [("一、三、五", D), ("五", D), ("二至周四", D)]),
        ("“十四五”时期", [("十四五", D)]),
        ("上世纪九十年代", [("九十年代", D)]),
        ("上午8:30，每日0:00，下午3点", [("8:30", D), ("0:00", D), ("3点", D)]),
        ("腊月廿三", [("廿三", D)]),
        ("（一）总体。第三，一是班子", [("（一）", O), ("第三", O), ("一是", O)]),
        ("1.建阵地\n2、管队伍", [("1", O), ("2", O)]),
        ("图2、附件3", [("图2", O), ("附件3", O)]),
        ("以下三点，五个方面，三项工程", [("三", O), ("五", O), ("三", O)]),
        ("李庄三组村民", [("三", O)]),
        ("党的二十大", [("二十大", O)]),
        ("第三十五条第二款", [("第三十五条第二款", L)]),
        ("中发〔2019〕1号", [("〔2019〕1号", L)]),
        ("按GB/T 9704-2012印A4纸", [("GB/T 9704-2012", L), ("4", L)]),
        ("拨打12345热线", [("12345", L)]),
        ("群众向12345反映", [("12345", L)]),
        ("电话0739-5550123", [("0739-5550123", L)]),
        ("《2026年三项行动方案》", [("2026年", D), ("三", O)]),
        ("“三区三州”", [("三", P)]),
        ("五个坚持", [("五", P)]),
        ("“1+3+N”格局", [("1+3+N", P)]),
    ],
)
def test_what_explains_itself(text: str, explained: list[tuple[str, Kind]]) -> None:
    assert kinds(text) == explained


@pytest.mark.parametrize(
    "text",
    [
        "一起努力，统一安排，进一步，一些人，一样，一定",
        "一个人、一名党员、一件一件地办",
        "十分重视，万一下雨，百姓，千方百计，两旁，两岸",
        "单位：万元",
        "李三元、王一鸣",
        "",
        "没有数字。",
    ],
)
def test_words_that_count_nothing_are_silent(text: str) -> None:
    assert kinds(text) == []


def test_one_counts_in_a_list_and_behind_only() -> None:
    assert words("两个村、一个社区") == ["两", "一"]
    assert words("只有一个村") == ["一"]
    assert words("翻一番，增加一倍，宽一米") == ["一", "一", "一"]
    assert words("设主任1名、副主任一名") == ["1", "一"]
    assert words("一个村一个办法，两个村想到一起") == ["两"]


@pytest.mark.parametrize(
    ("text", "approximate"),
    [
        ("1460名", False),
        ("160余名", True),
        ("近20%", True),
        ("约3.5万元", True),
        ("20万元以上", True),
        ("30名左右", True),
        ("数十户", True),
        ("二十多户", True),
        ("共20户", False),
    ],
)
def test_about_so_many(text: str, approximate: bool) -> None:
    assert [one.approximate for one in scan(text)] == [approximate]


def test_phrases_explain_their_numbers() -> None:
    """The longest goes first; `{数}` stands for a number; none begins in the midst of a number."""
    phrases = ("三会一课", "三会", "{数}字诀", "五星")
    assert kinds("三会一课和十二字诀、12字诀", phrases) == [("三会一课", P), ("十二", P), ("12", P)]
    assert kinds("二十五星级", ("五星",))[0] != ("五星", P)
    assert figures("查出三个问题", ("查出三个问题",)) == []
    assert kinds("第一书记", ("第一书记",)) == [("第一书记", P)]


@pytest.mark.parametrize("phrase", ["", " ", "{数}", "{数}{数}", "(", "[", "\\", "{数", "三" * 60, "（{数}）"])
def test_odd_phrases_harm_nothing(phrase: str) -> None:
    found = scan("全镇有3个村（三）", (phrase,))
    assert found[0].start == 3


def test_structure_and_world() -> None:
    """The same words announce the text's own parts, or count what was found."""
    assert words("存在三个问题") == []
    assert words("查出三个问题") == ["三"]
    assert words("查出60个问题") == ["60"]


_ALPHABET = (
    "0123456789０５，,.．%％‰/:-~～+零〇一二三四五六七八九十百千万亿两壹拾廿半成余多几数近上分之点第条号年月日时周岁"
    "个名户元村组级届《》“”（）()〔〕、。；\n A@俩①٣𝟗"
)


@settings(max_examples=300, deadline=None)
@given(st.one_of(st.text(_ALPHABET, max_size=60), st.text(max_size=60)))
@example("1,1234")
@example("2019.5年")
@example("一分之" + "九亿" * 15)
@example("1" * 200 + "%")
@example("电话" + "1" * 40 + "万")
def test_any_text_is_scanned(text: str) -> None:
    """In order, inside, never overlapping; every digit belongs to a numeral."""
    found = scan(text, ("四议两公开", "{数}个方面"))
    covered: set[int] = set()
    for one in found:
        assert 0 <= one.start < one.end <= len(text)
        assert one.text == text[one.start : one.end]
        assert covered.isdisjoint(range(one.start, one.end))
        covered.update(range(one.start, one.end))
    assert [one.start for one in found] == sorted(one.start for one in found)
    assert covered >= {match.start() for match in re.finditer(r"\d", text)}


@settings(max_examples=200, deadline=None)
@given(st.text("0123456789,.零一二三四五六七八九十百千万亿分之点成%/几数多余半", max_size=45))
def test_any_number_words_are_read(text: str) -> None:
    """As a finite number, or not at all."""
    value = read(text)
    assert value is None or value.is_finite()


def test_no_pattern_repeats_without_end() -> None:
    """A `+` or `*` is possessive or bounded, so that no text can make the search go back and forth."""
    for _, patterns in EXPLAINED:
        for pattern in patterns:
            plain = re.sub(r"\\.|\[(?:\\.|[^\]])*\]|\(\?[^:]", "x", pattern.pattern)
            assert re.findall(r"[^*+}?][*+](?!\+)|\{\d*,\}", plain) == []


def test_long_texts_are_read_to_the_end() -> None:
    """Runs that look like the beginning of everything."""
    for unit in ("1,", "一", "第一", "1-", "《", "“一", "电话1", "分之", "1:"):
        text = unit * (20_000 // len(unit)) + "党员1460名。"
        assert [one.text for one in scan(text)][-1] == "1460"


def test_a_numeral_is_a_value() -> None:
    assert scan("3个") == (Numeral(0, 1, "3", Decimal(3), "个", F),)
