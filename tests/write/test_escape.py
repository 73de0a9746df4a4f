"""The one escape: whatever the text is, a reader sees it, and nothing else happens."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st
from markupsafe import Markup

from generator.model import WITHHELD, Amount, DutyState, Period
from generator.write.escape import FILTERS, Unescaped, finalize, inline, line, md, prose
from tests.write.rendering import CONTEXTS, folded, greedy_markdown, seen, site_markdown

MARKDOWNS = {"site": site_markdown(), "greedy": greedy_markdown()}

HOSTILE = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<!-- 内部 -->",
    "&lt;b&gt; &#60;b&#62; &amp;lt;",
    "[点击](javascript:alert(1))",
    "![](https://example.org/a.png)",
    "[链接][ref]\n[ref]: https://example.org",
    "https://example.org www.example.org a@example.org #12 @someone",
    "**粗** *斜* __粗__ ~~删~~ ==亮== ^^插^^ `码` ***",
    "{: onclick='x' style=\"position:fixed\"}",
    "文字{: .a #b onclick=x}",
    "# 标题 { #id onclick=x }",
    '--8<-- "/etc/passwd"',
    "--8<--\n/etc/passwd\n--8<--",
    ";--8<-- '/etc/hostname'",
    "{{ 7*7 }} {% raw %} {# #} ${7*7}",
    "a | b || c\\|d",
    "| a | b |\n|---|---|\n| c | d |",
    '!!! note "<img src=x>"\n    内容',
    '=== "甲"\n    乙',
    "??? 问",
    "[^1]\n[^1]: 脚注 <img>",
    "*[HTML]: <b>",
    "甲\n: 定义",
    "- [ ] 任务\n- [x] 完",
    "1. 一\n2. 二",
    "+ 一",
    "> 引",
    "    缩进的代码",
    "\t制表",
    "```sh\nrm -rf /\n```",
    "~~~\n~~~",
    "标题\n====",
    "标题\n----",
    "---",
    "***",
    "{--删--}{++加++}{~~甲~>乙~~}{>>批注<<}{==亮==}",
    "\\(x\\) $x$ $$x$$ \\[x\\]",
    ":smile: :material-home:",
    "++ctrl+alt+del++",
    "(c) (tm) +/- --> <-- 1/2 ... -- --- \"引\" '引'",
    "[[维基]] [TOC] [=50%]",
    "title: x\nauthor: y",
    "H~2~O x^2^",
    "\\* \\_ \\` \\\\ \\# 末尾\\",
    "行一  \n行二\\\n行三",
    "王\u3000明 \u00a0 甲\u2003乙",
    "```mermaid\ngraph\n```",
    "javascript:alert(1) data:text/html;base64,AAAA",
    "<?php echo 1 ?> <![CDATA[x]]> <!DOCTYPE x>",
    "</p></td></table><h1>x",
    "klzzwxh:0000 wzxhzdk:0 klzzwxh0000",
    "&nbsp;&#x0;&#0;&notit;",
)

_LETTERS = st.characters(exclude_categories=["Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"])
_MARKS = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~ \n\t"
TEXTS = st.one_of(
    st.text(_MARKS, min_size=1, max_size=30),
    st.lists(st.one_of(st.sampled_from(HOSTILE), st.sampled_from([*_MARKS, "文", "a", "0"])), max_size=8).map("".join),
    st.text(_LETTERS | st.sampled_from("\n\t"), min_size=1, max_size=60),
)


def check(text: str) -> None:
    """In every place, with both sets of extensions: the same text, the same tags, no attribute more."""
    for place, (write, around) in CONTEXTS.items():
        for name, renderer in MARKDOWNS.items():
            tags, words, other = seen(renderer, around.format(write(text)))
            expected_tags, expected_words, _ = seen(renderer, around.format("字"))

            assert (words, tags, other) == (expected_words.replace("字", folded(text)), expected_tags, []), (
                place,
                name,
            )


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_shown_and_does_nothing(text: str) -> None:
    """Each of the attacks that pass a plain MkDocs."""
    check(text)


@settings(max_examples=150)
@given(TEXTS)
@example("\u2028".join("ab").replace("\u2028", ""))
def test_any_text_is_shown_and_does_nothing(text: str) -> None:
    """Punctuation soup, hostile pieces glued together, any letters of any script."""
    assume(text.strip())
    check(text)


@pytest.mark.parametrize("renderer", MARKDOWNS.values(), ids=MARKDOWNS)
def test_the_comparison_is_not_blind(renderer: Any) -> None:
    """The control: without the escape the same check fails for most of the hostile texts."""
    plain = seen(renderer, "字")[0]
    changed = [text for text in HOSTILE if seen(renderer, text)[:2] != (plain, folded(text))]

    assert len(changed) > len(HOSTILE) / 2


@given(TEXTS, TEXTS)
def test_pieces_of_a_paragraph_join_as_they_were(left: str, right: str) -> None:
    """Blanks where two pieces meet are neither lost nor invented."""
    joined = inline(left) + inline(right)
    _, words, _ = seen(MARKDOWNS["site"], f"始{joined}终")

    assert words == folded(f"始{left}{right}终")


@given(TEXTS)
def test_one_line_stays_one_line(text: str) -> None:
    """Headings, links and menus have one line; a line break inside a cell is a `<br>`."""
    assert "\n" not in line(text)
    assert "\n" not in md(text)
    assert "<" not in line(text)


CONTROLS = [*map(chr, range(9)), "\x0b", "\x0c", *map(chr, range(14, 32)), "\x7f", "\x85", "\x9b", "\u2028", "\u2029"]
INVISIBLE = ["\u200b", "\u200f", "\u202e", "\u2066", "\u2060", "\u061c", "\u00ad", "\ufeff", "\ud800"]


@pytest.mark.parametrize("write", [md, line, inline])
@pytest.mark.parametrize("char", [*CONTROLS, *INVISIBLE], ids=lambda char: f"U+{ord(char):04X}")
def test_control_characters_are_refused(write: Any, char: str) -> None:
    """Wherever they stand, also where Python would take them for a blank or a line end and drop them."""
    for text in (f"甲{char}乙", f"{char}甲", f"甲{char}", char):
        with pytest.raises(Unescaped):
            write(text)


def test_line_breaks_are_kept_in_text_and_folded_in_titles() -> None:
    """`md` keeps them, `line` does not; empty lines vanish."""
    assert md("一\n\n 二 \r\n三") == "一<br>二<br>三"
    assert line(" 一\n\n二\t三 ") == "一 二 三"


@pytest.mark.parametrize("value", ["文字", None, True, False, 1.5, Decimal(1), date(2026, 1, 1), ["x"], {}, object()])
def test_what_did_not_pass_the_escape_stops_the_build(value: Any) -> None:
    """A template that forgets the filter is found at once."""
    with pytest.raises(Unescaped):
        finalize(value)


def test_escaped_text_and_whole_numbers_pass() -> None:
    """Nothing in a whole number can mean anything."""
    assert finalize(Markup("x")) == "x"
    assert finalize(7) == 7


def test_a_withheld_value_is_a_dash_everywhere() -> None:
    """Printed bare, or through any filter."""
    assert finalize(WITHHELD) == "—"
    assert {write(WITHHELD) for write in FILTERS.values()} == {"—"}


@pytest.mark.parametrize(
    ("name", "value", "expected"),
    [
        ("money", Decimal("86420"), "86,420.00"),
        ("money", Decimal("-0.5"), "−0.50"),
        ("money", Decimal("1E+6"), "1,000,000.00"),
        ("number", 12345, "12,345"),
        ("number", Decimal("42.10"), "42.10"),
        ("number", Decimal("1E+3"), "1,000"),
        ("number", Decimal("-3"), "−3"),
        ("day", date(2026, 3, 5), "2026年3月5日"),
        ("period", Period.parse("2026-Q1"), "2026年第1季度"),
        ("amount", Amount.known(Decimal("1234.5"), "元"), "1,234.50"),
        ("amount", Amount.known(Decimal("1234.5"), "万元"), "1,234.5"),
        ("amount", Amount.known(0, "人"), "0"),
        ("amount", Amount.masked("人"), "&#42;&#42;"),
        ("amount", Amount.missing("人"), "缺"),
        ("state", DutyState.OVERDUE, '<span class="gk-state gk-state--overdue">✗ 逾期</span>'),
        ("state", DutyState.EXEMPT, '<span class="gk-state gk-state--na">— 不适用</span>'),
    ],
)
def test_typed_values_have_one_form(name: str, value: Any, expected: str) -> None:
    """Amounts, numbers, days, periods, states: written by code, readable, with a real minus sign."""
    assert FILTERS[name](value) == expected


def test_prose_of_the_sites_own_people_opens_no_tag() -> None:
    """Their Markdown works, their angle brackets are text."""
    tags, words, other = seen(
        MARKDOWNS["site"], str(prose("**粗** <script>x</script> <!-- y --> <https://example.org>"))
    )

    assert [name for name, _ in tags] == ["p", "strong"]
    assert words == "粗 <script>x</script> <!-- y --> <https://example.org>"
    assert other == []
