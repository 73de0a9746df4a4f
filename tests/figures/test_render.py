"""Prose with figures: what may stand between the braces, and what comes out."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from generator.figures import BLANK, COMPARISONS, FORMS, Piece, Unbound, Unwritable, attempt, plain, render, rounded
from generator.figures.braces import parts
from generator.model import WITHHELD
from generator.records.indicator import Indicator


def indicator(name: str, value: str | None, unit: str = "人", **labels: str) -> Indicator:
    return Indicator.model_validate(
        {"@乡镇": "anping", "编号": "x", "地方": "anping", "名称": name, "主题": "党建", "数值": value, "单位": unit}
        | labels
    )


NAMES = {
    "甲": indicator("甲", "6"),
    "乙": indicator("乙", "4"),
    "丙": indicator("丙", "12,345.678", "元"),
    "丁": indicator("丁", "2", "万元"),
    "零": indicator("零", "0"),
    "大": indicator("大", "123456789012345"),
    "遮": indicator("遮", "**"),
    "缺": indicator("缺", None, 缺失原因="还没有统计"),
}


def text(prose: str) -> str:
    return "".join(piece.text for piece in render(prose, NAMES))


@pytest.mark.parametrize(
    ("prose", "expected"),
    [
        ("共{{ 甲 }}人", "共6人"),
        ("共{{甲}}人,{{ 乙 }}户", "共6人,4户"),
        ("{{ 丙 }}", "12345.678"),
        ("{{ 甲 + 乙 }}", "10"),
        ("{{ 甲 - 乙 }}", "2"),
        ("{{ 乙 - 甲 }}", "-2"),
        ("{{ 甲 * 乙 }}", "24"),
        ("{{ 甲 / 乙 }}", "1.5"),
        ("{{ 甲 + 乙 * 乙 }}", "22"),
        ("{{ (甲 + 乙) * 乙 }}", "40"),
        ("{{ 乙 / 甲 }}", "0.6667"),
        ("{{ 甲 - 甲 }}", "0"),
    ],
)
def test_names_and_arithmetic(prose: str, expected: str) -> None:
    """Names, four operators, brackets; at most four decimals, no grouping inside a sentence."""
    assert text(prose) == expected


@pytest.mark.parametrize(
    ("prose", "expected"),
    [
        ("{{ 乙 / 甲 | 百分比 }}", "66.7%"),
        ("{{ (乙 / 甲) | 百分比 }}", "66.7%"),
        ("{{ 乙 / 甲 | 百分比(0) }}", "67%"),
        ("{{ 乙 / 甲 | 百分比(2) }}", "66.67%"),
        ("{{ 甲 / 乙 | 百分比(0) }}", "150%"),
        ("{{ 丙 | 万 }}", "1.23万"),
        ("{{ 丙 | 万(1) }}", "1.2万"),
        ("{{ 大 | 亿 }}", "1234567.89亿"),
        ("{{ 丙 | 取整 }}", "12346"),
        ("{{ 丙 | 保留(1) }}", "12345.7"),
        ("{{ 甲 | 保留(2) }}", "6.00"),
        ("{{ 甲 + 乙 * 乙 | 保留(1) }}", "22.0"),
    ],
)
def test_filters_apply_to_the_whole_figure(prose: str, expected: str) -> None:
    """`a / b | 百分比` means (a / b), as everybody reads it; the digits stand in brackets."""
    assert text(prose) == expected


def test_rounding_is_half_away_from_zero() -> None:
    """As people round, and never to −0."""
    assert [str(rounded(Decimal(value), 0)) for value in ("0.5", "1.5", "2.5", "-0.5", "-0.4")] == [
        "1",
        "2",
        "3",
        "-1",
        "0",
    ]
    assert plain(Decimal("1E+3")) == "1000"


def test_very_large_products_are_still_written_out() -> None:
    """The precision does not end where a person could still type."""
    assert text("{{ 大 * 大 * 大 | 保留(2) }}").endswith(".00")
    assert len(text(f"{{{{ {' * '.join('大' * 40)} | 取整 }}}}")) > 500


def test_a_masked_figure_stays_masked() -> None:
    """Whatever is computed with it."""
    assert text("{{ 遮 }}") == "**"
    assert text("{{ 甲 + 遮 }}") == "**"
    assert text("{{ 遮 / 甲 | 百分比 }}") == "**"


def test_a_missing_figure_leaves_a_blank_to_fill_in() -> None:
    """So does a division by zero, or a sum of 元 and 万元."""
    assert text("{{ 缺 }}") == BLANK
    assert text("{{ 甲 - 缺 | 取整 }}") == BLANK
    assert text("{{ 甲 / 零 }}") == BLANK
    assert text("{{ 丙 + 丁 }}") == BLANK


def test_a_figure_closed_to_the_readers_is_masked() -> None:
    """The gate withholds the value; the sentence stands."""
    closed = NAMES["甲"].model_copy(update={"figure": WITHHELD})

    assert render("共{{ 甲 }}人", {"甲": closed})[1] == Piece("**", (closed,), "甲")


def test_every_figure_names_its_sources_and_text_has_none() -> None:
    """Each indicator once, in the order of the prose."""
    pieces = render("占{{ 乙 / (甲 + 乙) | 百分比 }}。", NAMES)

    assert pieces == (Piece("占"), Piece("40.0%", (NAMES["乙"], NAMES["甲"]), "乙 ÷（甲 + 乙）"), Piece("。"))


def test_a_figure_that_is_closed_altogether_does_not_say_how_it_is_read() -> None:
    """Its name would tell that there is one."""
    closed = NAMES["甲"].model_copy(update={"figure": WITHHELD, "id": "", "name": "未公开的指标"})

    assert render("{{ 甲 / 乙 }}", {**NAMES, "甲": closed}) == (Piece("**", (closed, NAMES["乙"])),)


@pytest.mark.parametrize(
    ("prose", "reason"),
    [
        ("{{ 甲 / 零 }}", "除数为零"),
        ("{{ 甲 / (乙 - 乙) | 百分比 }}", "除数为零"),
        ("{{ 丙 + 丁 }}", "单位不同:元、万元"),
        ("{{ 缺 }}", "还没有统计"),
        ("{{ 遮 / 零 }}", ""),
        ("{{ 甲 / 遮 }}", ""),
        ("{{ 缺 + 遮 }}", ""),
        ("{{ 甲 }}", ""),
    ],
)
def test_a_blank_says_why_it_is_one(prose: str, reason: str) -> None:
    """A masked figure does not: it is printed as a mask."""
    (piece,) = render(prose, NAMES)

    assert (piece.reason, piece.text == BLANK) == (reason, bool(reason))


@pytest.mark.parametrize(
    ("prose", "formula"),
    [
        ("{{ 甲 | 万 }}", "甲"),
        ("{{ 党员总数_60岁以上 / 甲 | 百分比 }}", "党员总数（60岁以上）÷ 甲"),
        ("{{ 甲['2024'] }}", "甲（2024年）"),
        ("{{ 甲['刘村'] - 甲[2024]['刘村'] }}", "甲（刘村）− 甲（刘村，2024年）"),
        ("{{ 甲 - (乙 - 甲) }}", "甲 −（乙 − 甲）"),
        ("{{ 甲 - 乙 - 甲 }}", "甲 − 乙 − 甲"),
        ("{{ 甲 / (乙 * 甲) }}", "甲 ÷（乙 × 甲）"),
        ("{{ 甲 * 乙 / 甲 }}", "甲 × 乙 ÷ 甲"),
        ("{{ (甲 + 乙) * (甲 + (乙 + 甲)) }}", "（甲 + 乙）×（甲 + 乙 + 甲）"),
        ("{{ 甲 + 乙 * 甲 }}", "甲 + 乙 × 甲"),
    ],
)
def test_a_formula_is_read_in_chinese(prose: str, formula: str) -> None:
    """With the brackets that the reading needs, and no others."""
    names = dict.fromkeys(("甲", "乙", "党员总数_60岁以上", "甲[2024]", "甲[刘村]", "甲[刘村][2024]"), NAMES["甲"])

    assert [piece.formula for piece in render(prose, names)] == [formula]


def test_every_wrong_figure_of_a_paragraph_is_found_where_it_stands() -> None:
    """Not only the first; the right ones are filled in all the same."""
    prose = "共{{ 甲 }}人，{{ 无 }}户，{% x %}，{{ 7 }}，{{ 甲 {{ 乙 }}亩，{{ 也无 | 百分比 }}"
    found = [(start, piece if isinstance(piece, Unwritable) else piece.text) for start, piece in attempt(prose, NAMES)]
    wrong = [prose[start : start + 5] for start, piece in found if isinstance(piece, Unwritable)]

    assert wrong == ["{{ 无 ", "{% x ", "{{ 7 ", "{{ 甲 ", "{{ 也无"]
    assert [piece for _, piece in found if piece in ("6", "4")] == ["6", "4"]


@pytest.mark.parametrize("mark", "“”‘’（）【】［］｜，＋－×÷／")
def test_a_chinese_mark_between_the_braces_is_named(mark: str) -> None:
    """The commonest slip of an input method."""
    with pytest.raises(Unwritable, match="中文符号") as caught:
        render(f"{{{{ 甲{mark}乙 }}}}", NAMES)

    assert mark in str(caught.value)


def test_an_unknown_name_is_named() -> None:
    """The rule offers the nearest ones."""
    with pytest.raises(Unbound, match="没有叫“党员总树”的指标") as caught:
        render("{{ 党员总树 }}", NAMES)

    assert caught.value.name == "党员总树"


REFUSED = [
    "{{ 7*7 }}",
    "{{ 7 }}",
    "{{ 甲 + 1 }}",
    "{{ '甲' }}",
    "{{ 甲.__class__ }}",
    "{{ 甲['编号'] }}",
    "{{ 甲() }}",
    "{{ cycler.__init__.__globals__ }}",
    "{{ 甲 if 乙 else 丙 }}",
    "{{ 甲 ~ 乙 }}",
    "{{ 甲 // 乙 }}",
    "{{ 甲 % 乙 }}",
    "{{ 甲 ** 乙 }}",
    "{{ 甲 > 乙 }}",
    "{{ 甲 and 乙 }}",
    "{{ not 甲 }}",
    "{{ -甲 }}",
    "{{-甲}}",
    "{{- 甲 -}}",
    "{{+甲}}",
    "{{ [甲] }}",
    "{{ 甲, 乙 }}",
    "{{ 甲 is defined }}",
    "{{ 甲 | upper }}",
    "{{ 甲 | 百分比(7) }}",
    "{{ 甲 | 百分比(-1) }}",
    "{{ 甲 | 百分比(甲) }}",
    "{{ 甲 | 百分比(1, 2) }}",
    "{{ 甲 | 百分比(digits=1) }}",
    "{{ 甲 | 保留(true) }}",
    "{{ 甲 | 保留('1') }}",
    "{{ 甲 | 百分比 | 取整 }}",
    "{{ 甲 | 同比 | 取整 }}",
    "{{ 甲 | 同比(9) }}",
    "{{ 甲 | 百分比(*甲) }}",
    "{{ 甲 | 百分比(**甲) }}",
    "{{ 甲 | 余(7) }}",
    "{{ 甲 | 余(10 ** 9) }}",
    "{{ 甲 | 余(1000000000000000000) }}",
    "{{ 甲 | 汉字(1) }}",
    "{{ ''.__class__ }}",
    "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    "{{ ''['__class__'] }}",
    "{{ 甲['__class__'] }}",
    "{{ 甲['刘村']['王村'] }}",
    "{{ 甲['2024', '2025'] }}",
    "{{ 甲[乙] }}",
    "{{ 甲[1:2] }}",
    "{{ 甲[1.5] }}",
    "{{ 甲[''] }}",
    "{{ 甲[true] }}",
    "{{ 甲['2024-13'] }}",
    "{{ 甲[('刘村',)] }}",
    "{{ (甲 + 乙)['2024'] }}",
    "{{ 甲 * 10 ** 9 }}",
    "{{ 'a' * 1000000000 }}",
    "{{ range(1000000000) }}",
    "{{ 甲 | join('x' * 1000000000) }}",
    "{{ lipsum(1000000000) }}",
    "{{ self }}",
    "{{ 党员总数（甲） }}",
    "{{ (甲 | 百分比) / 乙 }}",
    "{{ }}",
    "{{ 甲",
    "{{ 甲 }",
    "{{ {{ 甲 }} }}",
    "{% for x in 甲 %}{{ 甲 }}{% endfor %}",
    "{% raw %}{{ 甲 }}{% endraw %}",
    "{% include 'mkdocs.yml' %}",
    "{% set 甲 = 乙 %}",
    "{# 内部 #}",
    "共{# 内部 #}{{ 甲 }}人",
    "{{ " + "(" * 30 + "甲" + ")" * 30 + " }}",
    "{{ " + "[" * 30 + "甲" + "]" * 30 + " }}",
    "{{" + "(" * 100_000,
    "{{ " + "(" * 100_000 + "甲" + ")" * 100_000 + " }}",
    "{{ 甲" + " + 甲" * 3000 + " }}",
    "{{ " + "- " * 3000 + "甲 }}",
    "{{ " + "9" * 5000 + " }}",
    "{{ " + "9" * 5000,
]


@pytest.mark.parametrize("prose", REFUSED, ids=lambda prose: prose[:30])
def test_everything_else_is_refused(prose: str) -> None:
    """In Chinese; nothing runs, nothing is swallowed, and nothing but Unwritable comes out."""
    with pytest.raises(Unwritable, match=r"[\u4e00-\u9fff]"):
        render(prose, NAMES)


def test_brackets_outside_the_braces_are_text() -> None:
    """Only what stands in braces is looked at."""
    assert text("(" * 500 + "{{ 甲 }}") == "(" * 500 + "6"


@pytest.mark.parametrize("prose", ["", "一段文字", "[甲] (乙) 【丙】", "50%", "行一\n行二\n"])
def test_prose_without_figures_comes_back_unchanged(prose: str) -> None:
    """Byte for byte."""
    assert render(prose, NAMES) == (Piece(prose),)


@pytest.mark.parametrize(
    ("prose", "message", "hint"),
    [
        ("有｛｛甲｝｝名", "花括号用了中文的“｛”“｝”", "写成 {{ 甲 }}"),
        ("有｛甲｝名", "花括号用了中文的“｛”“｝”", "写成 {{ 甲 }}"),
        ("有{{甲｝｝名", "花括号用了中文的“｛”“｝”", "写成 {{ 甲 }}"),
        ("有{甲}名", "花括号只写了一层", "写成 {{ 甲 }}"),
        ("有{ 甲 | 百分比 }名", "花括号只写了一层", "写成 {{ 甲 | 百分比 }}"),
        ("有{ { 甲 } }名", "两个花括号之间有空格", "写成 {{ 甲 }}"),
        ("有{{ 甲 }名", "花括号没有成对", "写成 {{ 甲 }}"),
        ("有甲 }}}}名", "花括号没有成对", ""),
        ("有{甲名", "花括号没有成对", ""),
        ("有{% if 甲 %}名", "花括号里只能写指标名,不能用 {% %} 和 {# #}", ""),
    ],
)
def test_braces_that_are_not_two_and_two_are_told_with_the_mend(prose: str, message: str, hint: str) -> None:
    """Once each; a clerk's keyboard writes wide ones, and nobody means readers to see any."""
    wrong = [piece for _, piece in attempt(prose, NAMES) if isinstance(piece, Unwritable)]

    assert [(str(one), one.hint) for one in wrong] == [(message, hint)]


@pytest.mark.parametrize(
    ("inner", "message", "hint"),
    [
        (
            "丙 | 百分比",
            "12345.678元不是两数之比,不能写成百分比、百分点、几成或几倍",
            "要两个数相除,例如 {{ 能人干部 / 三大职干部 | 百分比 }}",
        ),
        (" ", "花括号里没有指标名", ""),
        ("党员 总数", "花括号里的写法看不懂", "去掉指标名中间的空格"),
        ("甲 | 保留 1", "花括号里的写法看不懂", "位数写在括号里,例如 {{ 党员总数 | 保留(1) }}"),
        ("甲 | 百分比(9)", "“百分比”后面的括号里写小数位数,0 到 6", "例如 {{ 党员总数 | 百分比(1) }}"),
        ("甲 | 余(50)", "“余”后面的括号里写舍到哪一位:10、100、1000 ……", "例如 {{ 党员总数 | 余(100) }}"),
        ("甲 | 汉字(1)", "“汉字”后面不写括号", "例如 {{ 党员总数 | 汉字 }}"),
        ("(甲", "花括号里的写法看不懂", "补上缺的那个括号"),
        ("甲['2024", "花括号里的写法看不懂", "补上缺的那个引号"),
        ("甲 +* 乙", "花括号里的写法看不懂", ""),
    ],
)
def test_what_cannot_be_read_is_told_with_its_likeliest_mend(inner: str, message: str, hint: str) -> None:
    """In the clerk's words, not the parser's."""
    ((_, wrong),) = attempt("{{" + inner + "}}", NAMES)

    assert isinstance(wrong, Unwritable)
    assert (str(wrong), wrong.hint) == (message, hint)


def test_line_ends_beside_a_figure_stay() -> None:
    """The parser would drop the last one."""
    assert text("一\n{{ 甲 }}\n") == "一\n6\n"


pieces = st.sampled_from(
    [
        *"{}{}%#|()+-*/.,'\"[]~<>=:!\\_0123456789 \n",
        *("{{", "}}", "{%", "%}", "{#", "#}", "{%-", "-%}", "//", "**", "==", "!=", ">=", "<="),
        *("甲", "乙", "缺", "遮", "零", "'刘村'", "'2024'", "2024", "__class__", "1e9", "0x1f", "1_0"),
        *("and", "or", "not", "in", "is", "if", "else", "elif", "for", "endfor", "recursive", "true", "none", "loop"),
        *("raw", "endraw", "set", "include", "import", "macro", "call", "filter", "block", "extends", "do", "self"),
        *(f"|{form}" for form in (*FORMS, *COMPARISONS, "upper")),
    ]
)
soup = st.one_of(st.lists(pieces, max_size=40).map("".join), st.text(max_size=60))


@given(soup)
@example("{{ 甲|" + "(" * 60)
@example("{{ '\\N{x}' }}")
@example("{{ 1_000__0 }}")
def test_random_text_raises_nothing_but_unwritable(prose: str) -> None:
    """Whatever a person, or a program, types."""
    assert sum(len(part.text) for part in parts(prose)) == len(prose), "no character is lost or doubled"
    try:
        found = render(prose, NAMES)
    except Unwritable:
        return
    assert all(isinstance(piece.text, str) for piece in found)


figures = st.recursive(
    st.sampled_from(
        ["甲", "乙", "丙", "零", "大", "遮", "缺", "无", "甲['刘村']", "乙['2024']", "丙[2024]['刘村']", "7", "''"]
    ),
    lambda inner: st.one_of(
        st.tuples(inner, st.sampled_from("+-*/"), inner).map(" ".join),
        inner.map(lambda one: f"({one})"),
        st.tuples(inner, st.sampled_from([".x", "()", "[0]", "['x']", " ** 9", " | upper", " | 万", " | 同比"])).map(
            "".join
        ),
    ),
    max_leaves=12,
)


@given(figures, st.sampled_from(["", *FORMS, *COMPARISONS]), st.sampled_from(["", "(0)", "(3)", "(100)", "(甲)"]))
@settings(max_examples=300)
def test_wild_figures_raise_nothing_but_unwritable(figure: str, form: str, argument: str) -> None:
    """Well formed and nearly so, with every form; the answer is short, whatever is asked."""
    prose = f"{{{{ {figure}{f' | {form}{argument}' if form else ''} }}}}"
    for _, piece in attempt(prose, NAMES):
        assert isinstance(piece, Unwritable) or len(piece.text) < 1000


@given(st.text(st.characters(exclude_characters="{}"), max_size=200))
def test_text_without_braces_comes_back_unchanged(prose: str) -> None:
    """Whatever it is."""
    assert render(prose, NAMES) == (Piece(prose),)


@given(st.lists(st.sampled_from("甲乙丙零大遮缺"), min_size=1, max_size=12), st.data())
def test_arithmetic_never_fails(names: list[str], data: st.DataObject) -> None:
    """Every sum, product and quotient of figures has an answer: digits, `**` or a blank."""
    figure = names[0]
    for name in names[1:]:
        figure += f" {data.draw(st.sampled_from('+-*/'))} {name}"
    filters = ["", " | 百分比", " | 万(0)", " | 亿", " | 取整", " | 保留(6)"]
    written = text(f"{{{{ {figure}{data.draw(st.sampled_from(filters))} }}}}")

    assert written in ("**", BLANK) or written.lstrip("-").rstrip("%万亿").replace(".", "", 1).isdigit()
