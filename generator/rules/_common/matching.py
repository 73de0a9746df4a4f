"""Which `{{ … }}` would give just what was typed: the same words, from a record.

Nothing is guessed about forms: a candidate is rendered and its text compared with the text that stands there.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import pairwise, permutations

from generator.figures import Choices, Unwritable, render, rounded
from generator.numerals import Numeral
from generator.records.indicator import Indicator
from generator.rules._common.audit import Audited, Passage

_ALIKE = (
    {"名", "人", "位", "个"},
    {"户", "家"},
    {"个", "家", "处", "座", "所", "支"},
    {"件", "起", "宗", "例", "个", "项", "条"},
    {"次", "场", "期", "轮", "批", "批次", "届"},
    {"公里", "千米", "km"},
    {"平方米", "平米", "m²", "㎡"},
    {"平方公里", "平方千米", "km²"},
    {"棵", "株"},
)
"""Measure words that people use for the same things."""
_SCALES = {"千万": 10**7, "百万": 10**6, "十亿": 10**9, "亿": 10**8, "万": 10**4, "千": 1000}
_SCALE = re.compile(r"千万|百万|十亿|亿|万|千(?=元)")
_TAILS = ("", "万", "亿", "%", "余", "多", "万余", "多万")
_FORMS = ("", *(f" | {form}" for form in ("万", "亿", "百分比", "千分位", "汉字", "大写", "成", "取整")))
_FEW = 3
_NEAR = 14  # characters around a number in which its name may be looked for
_SMALL = 10  # below this, equal values alone say nothing
_PAIRS = 12  # names of one paragraph that are tried in pairs
_PLAIN = re.compile(r"\{\{\s*([^\s|+*/()-][^|+*/()-]*?)\s*\}\}")


def same(audited: Audited, passage: Passage, numeral: Numeral) -> tuple[tuple[str, str], ...]:
    """Name and `{{ … }}` of the indicators that give the very words of the numeral, the likeliest first."""
    if numeral.value is None:
        return ()
    around = passage.text[max(0, numeral.start - _NEAR) : numeral.end + _NEAR]
    named = (*audited.names.items(), *audited.names.elsewhere(audited.beside(passage)))
    likely = sorted(_candidates(named, numeral, around), key=lambda found: -found[0])
    written = ((one.title, _written(name, audited.names, numeral)) for _, name, one in likely)
    found = [(title, figure) for title, figure in written if figure]
    return tuple(found[:_FEW])


def _candidates(
    named: Iterable[tuple[str, Indicator]], numeral: Numeral, around: str
) -> Iterator[tuple[int, str, Indicator]]:
    for name, indicator in named:
        value = indicator.amount.value
        if value is None or not _fits(indicator.unit, numeral):
            continue
        shared = sum(1 for a, b in pairwise(indicator.binding) if a + b in around)
        if _equal(value, indicator.unit, numeral) and (shared or abs(numeral.value or Decimal(0)) >= _SMALL):
            exact = _bare(indicator.unit) == numeral.unit
            yield 2 * shared + exact, name, indicator


def _fits(unit: str, numeral: Numeral) -> bool:
    bare, said = _bare(unit), numeral.unit
    return not said or bare == said or any(bare in words and said in words for words in _ALIKE)


def _bare(unit: str) -> str:
    """`万元` → `元`."""
    found = _SCALE.match(unit)
    return unit[found.end() :] if found else unit


def _equal(value: Decimal, unit: str, numeral: Numeral) -> bool:
    """Whether the typed value is the figure's, or the figure's rounded."""
    typed = numeral.value or Decimal(0)
    found = _SCALE.match(unit)
    bare = value * (_SCALES[found[0]] if found else 1)
    return abs(bare - typed) <= (Decimal("0.5") if numeral.unit == "%" else abs(typed) / 200)


def _written(name: str, names: Choices, numeral: Numeral) -> str:
    """The figure in the form that gives what was typed; nothing when no form does."""
    digits = len(numeral.text.rstrip("%万亿余多").partition(".")[2])
    exact = (f" | {form}({digits})" for form in ("百分比", "万", "亿", "千分位", "保留"))
    figures = [f"{{{{ {name}{form} }}}}" for form in (*_FORMS, *exact)]
    texts = [(figure, text) for figure in figures if (text := _text(figure, names))]
    fitting = (f"{figure}{tail}" for tail in _TAILS for figure, text in texts if text + tail == _halved(numeral))
    return next(fitting, "")


def ratio(audited: Audited, passage: Passage, numeral: Numeral) -> str:
    """The share of two figures of the paragraph that gives what was typed, when exactly one pair does."""
    if numeral.unit != "%" or numeral.value is None:
        return ""
    names = list(dict.fromkeys(found for bound in passage.bound if (found := _name(passage, bound.opened))))[:_PAIRS]
    digits = len(numeral.text.rstrip("%％").partition(".")[2])
    form = "成" if "成" in numeral.text else "百分比" if digits == 1 else f"百分比({digits})"
    wanted = _halved(numeral) if form == "成" else f"{rounded(numeral.value, digits):f}%"
    figures = (f"{{{{ {part} / {whole} | {form} }}}}" for part, whole in permutations(names, 2))
    fitting = [figure for figure in figures if _text(figure, audited.names) == wanted]
    return fitting[0] if len(fitting) == 1 else ""


def _name(passage: Passage, opened: int) -> str:
    """What a pair of braces asks for, when that is one figure as it is."""
    found = _PLAIN.match(passage.source, opened)
    return found[1] if found else ""


def _text(figure: str, names: Choices) -> str:
    try:
        return "".join(piece.text for piece in render(figure, names))
    except Unwritable:
        return ""


def _halved(numeral: Numeral) -> str:
    """The numeral's words in half width."""
    return numeral.text.translate(_HALF)


_HALF = str.maketrans("０１２３４５６７８９．，％", "0123456789.,%")
