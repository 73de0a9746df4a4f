"""Prose with its figures filled in: each one computed, compared and written in its form."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from decimal import Decimal, localcontext

from generator.figures.binding import Names, before
from generator.figures.braces import parts
from generator.figures.digits import plain, rounded
from generator.figures.expressions import COMPARISONS, JUST_BEFORE, YEAR_BEFORE, Figure, Lookup, Term, reading
from generator.figures.forms import FORMS, Asked
from generator.figures.pieces import BLANK, MASK, Piece, Unwritable
from generator.figures.units import PERCENT, operate
from generator.model import Amount, State, Withheld
from generator.records.indicator import Indicator

_PRECISION = 400  # digits; a product of twenty figures of the longest kind is still exact
_WITH = {YEAR_BEFORE: "上年同期", JUST_BEFORE: "上期"}


def render(text: str, names: Mapping[str, Indicator]) -> tuple[Piece, ...]:
    """Prose with its figures filled in. Raises Unwritable for what is not a figure, Unbound for an unknown name."""
    pieces = []
    for _, piece in attempt(text, names):
        if isinstance(piece, Unwritable):
            raise piece
        pieces.append(piece)
    return tuple(pieces)


def attempt(text: str, names: Mapping[str, Indicator]) -> Iterator[tuple[int, Piece | Unwritable]]:
    """Every piece with its first character in the prose; in place of a figure that is none, what is wrong with it."""
    known = names if isinstance(names, Names) else Names(names)
    for part in parts(text):
        if isinstance(part.figure, Figure):
            yield part.start, _piece(part.figure, known)
        else:
            yield part.start, part.figure or Piece(part.text)


def amount(indicator: Indicator) -> Amount:
    """The indicator's figure; masked where it is closed to the readers."""
    closed = isinstance(indicator.figure, Withheld)
    return Amount.masked(indicator.unit, "不对这里的读者公开") if closed else indicator.amount


def _piece(figure: Figure, names: Names) -> Piece | Unwritable:
    try:
        sources = _sources(figure, names)
        formula = _reading(figure, names) if all(source.id for source in sources) else ""
        with localcontext() as context:
            context.prec = _PRECISION
            result = _compared(figure, names) if figure.form in COMPARISONS else _formed(figure, names, sources)
    except Unwritable as error:
        return error
    except ArithmeticError:
        return Unwritable("数太大,算不出来", "检查用到的指标和单位")
    if isinstance(result, str):
        return Piece(result, sources, formula)
    masked = result.state is State.MASKED
    return Piece(MASK if masked else BLANK, sources, formula, "" if masked else result.reason or "没有数值")


def _reading(figure: Figure, names: Names) -> str:
    """The figure as it is read in Chinese; not asked for where a source is closed, whose very name says something."""
    text = reading(figure.term, names.called)
    return f"{text}，与{_WITH[COMPARISONS[figure.form]]}比" if figure.form in COMPARISONS else text


def _sources(figure: Figure, names: Names) -> tuple[Indicator, ...]:
    """The indicators behind a figure, each once, in the order of the prose. Raises Unbound."""
    found: list[Indicator] = []
    for lookup in figure.lookups():
        indicator = names.find(lookup)
        if indicator is not None and indicator not in found:
            found.append(indicator)
    return tuple(found)


def _amount(term: Term, names: Names, which: str = "") -> Amount:
    """What the term comes to; `which` asks for the same a period earlier."""
    if not isinstance(term, Lookup):
        return operate(term.sign, _amount(term.left, names, which), _amount(term.right, names, which))
    indicator = names.find(replace(term, before=which))
    return amount(indicator) if indicator is not None else _unknown(term, names, which)


def _unknown(term: Lookup, names: Names, which: str) -> Amount:
    """There is no figure of the period before."""
    now = names.find(term)
    when = before(now.period, which) if now is not None and now.period else _WITH[which]
    return Amount.missing(reason=f"没有{when}的“{reading(replace(term, period=None), names.called)}”")


def _formed(figure: Figure, names: Names, sources: tuple[Indicator, ...]) -> str | Amount:
    result = _amount(figure.term, names)
    if result.value is None:
        return result
    if not figure.form:
        return plain(result.value)
    # A closed 约数 counts as written: the rule has looked at it in all records, and the word stands in open prose.
    approximate = any(source.approximate or isinstance(source.approximate, Withheld) for source in sources)
    return FORMS[figure.form].write(
        Asked(result.value, result.unit, figure.argument, approximate, isinstance(figure.term, Lookup))
    )


def _compared(figure: Figure, names: Names) -> str | Amount:
    """增长3.2%, 减少3, 持平; of shares 提高1.5个百分点. An Amount where it cannot be said."""
    now, then = _amount(figure.term, names), _amount(figure.term, names, COMPARISONS[figure.form])
    change = operate("-", now, then)
    if change.value is None or now.value is None or then.value is None:
        return change
    if not change.value:
        return "持平"
    if change.unit == PERCENT:
        return _said(change.value, figure.argument, ("提高", "下降"), "个百分点")
    if figure.form == "增减":
        return _said(change.value, figure.argument, ("增加", "减少"), "")
    if now.value < 0 or then.value <= 0:
        what = "为零" if not then.value else "是负数"
        return Amount.missing(
            reason=f"{'本期' if then.value > 0 else _WITH[COMPARISONS[figure.form]]}{what},比不出百分之几"
        )
    share = change.value / then.value * 100
    return _said(share, 1 if figure.argument is None else figure.argument, ("增长", "下降"), "%", fixed=True)


def _said(change: Decimal, digits: int | None, words: tuple[str, str], unit: str, *, fixed: bool = False) -> str:
    """A change in words; one that is rounded away is 基本持平."""
    size = abs(change) if digits is None else rounded(abs(change), digits)
    if not size:
        return "基本持平"
    return f"{words[change < 0]}{size if fixed else plain(size)}{unit}"
