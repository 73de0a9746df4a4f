"""公开及时率: who publishes on time, in the last twelve months, month by month and by category.

All villages of all townships stand side by side, ranked, on the page of timeliness; here the site counts them by share,
so that its page stays light.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal

from generator.catalogue import local
from generator.charts import Bars, Lines, Progress, Series
from generator.exhibits._common import Exhibit, Row, Scope, Sheet, day
from generator.exhibits._common.saying import extremes, said, several
from generator.mechanisms.timeliness import DUE, LEAST, Ranked, Tally, ranked, tally
from generator.model import Amount, Duty, Edition, Period
from generator.records.place import Place

TITLE = "公开及时率"
NAME = "timeliness"
NOTE = (
    f"及时率是到期应公开的项次里按时公开的百分之几；显示出来一样的并列，下一个名次空出来；不到{LEAST}项次的不排名次。"
)
CLASSES = (("100%", 100), ("90–99.9%", 90), ("80–89.9%", 80), ("60–79.9%", 60), ("不到60%", 0))
"""(Words, from so many per cent on; shares have one decimal): rough steps in which many villages can be counted."""
MONTHS = 12
_COLUMNS = ("到期应公开（项次）", "按时", "迟公开", "逾期", "已撤下", "及时率（%）")

_Owing = tuple[Place, Sequence[Duty]]


def exhibits(scope: Scope) -> Iterator[Exhibit]:
    """Places ranked, villages of the site by share, categories, months."""
    duties = _recent(scope)
    if not tally(duties).due:
        return
    yield _places(scope, duties)
    if not scope.township:
        yield from _villages(scope, duties)
    yield from _categories(scope, duties)
    yield from _months(scope, duties)


def _recent(scope: Scope) -> list[Duty]:
    """What these places had to publish in the last twelve months, this one included, and by the day of the edition."""
    months = scope.edition.today.year * 12 + scope.edition.today.month - MONTHS
    since = date(months // 12, months % 12 + 1, 1)
    return [
        one
        for one in scope.edition.once(_by_township).get(scope.township, ())
        if one.due >= since and one.state in DUE and (not scope.place or one.place == scope.place)
    ]


def _by_township(edition: Edition) -> dict[str, list[Duty]]:
    """Duties by township; all of them under no name."""
    found: dict[str, list[Duty]] = {"": list(edition.duties)}
    for one in edition.duties:
        found.setdefault(one.township, []).append(one)
    return found


def _keys(scope: Scope, duties: Iterable[Duty]) -> tuple[str, ...]:
    """What each duty comes from: the publication that met it, else the item of the catalogue that asks for it."""
    return tuple(dict.fromkeys(one.publication or _item(scope.edition, one)[0] for one in duties))


def _item(edition: Edition, one: Duty) -> tuple[str, str]:
    """(Key, category) of the item."""
    return edition.once(_items).get((one.township, one.item), (f"item/{one.item}", "其他"))


def _items(edition: Edition) -> dict[tuple[str, str], tuple[str, str]]:
    tops = [place.township for place in edition.of(Place) if place.is_top]
    return {(top, item.id): (item.key, str(item.category)) for top in tops for item in local(edition, top).items}


def _owed(scope: Scope, duties: Sequence[Duty]) -> list[_Owing]:
    """Each place in view with its duties: of the site a township answers for its villages, too."""
    found: dict[tuple[str, str], list[Duty]] = {}
    for one in duties:
        found.setdefault((one.township, one.place if scope.township else ""), []).append(one)
    places = [(place, found.get((place.township, place.id if scope.township else ""), [])) for place in scope.places]
    return [(place, own) for place, own in places if own]


def _places(scope: Scope, duties: Sequence[Duty]) -> Exhibit:
    """The villages of a township with their ranks and the township apart; the townships of the site."""
    owed = _owed(scope, duties)
    own = {place.key: mine for place, mine in owed}
    rivals = ranked([(p, tally(mine)) for p, mine in owed if not (p.is_top and scope.township)])
    apart = [Ranked(p, tally(mine)) for p, mine in owed if p.is_top and scope.township]
    whole = tally(duties)
    sentence = f"截至{day(scope.edition.today)}的近12个月，到期应公开{whole.due}项次，按时{whole.on_time}项次，"
    sentence += f"及时率{_percent(whole.rate)}。" + _ends(rivals) + _rest(whole)
    with_ranks = len(rivals) > 1
    rows = [_row(one.place.name, one.tally, _keys(scope, own[one.place.key]), one, with_ranks) for one in rivals]
    rows += [_row(one.place.name, one.tally, _keys(scope, own[one.place.key]), one, with_ranks) for one in apart]
    if len(rows) > 1:
        rows.append(_row("合计", whole, _keys(scope, duties), None, with_ranks))
    drawn = (*rivals, *apart)
    chart = Progress(
        TITLE,
        sentence,
        tuple(one.place.name for one in drawn),
        tuple(one.tally.rate for one in drawn),
        tuple(f"{one.tally.on_time}/{one.tally.due}" for one in drawn),
    )
    columns = ("地方", *_COLUMNS, *(("名次",) if with_ranks else ()))
    note = NOTE if scope.township else NOTE + "全部村的名次见菜单里的“公开及时率”。"
    return Exhibit("timeliness", TITLE, sentence, Sheet(columns, tuple(rows)), chart, note if with_ranks else "")


def _row(name: str, one: Tally, keys: tuple[str, ...], place: Ranked | None = None, rank: bool = False) -> Row:
    cells = (name, one.due, one.on_time, one.late, one.overdue, one.withdrawn, one.rate)
    ranks = ((place.rank if place else None),) if rank else ()
    return Row((*cells, *ranks), keys, place.place if place else None, place is None and name == "合计")


def _percent(rate: Amount) -> str:
    return said(rate.value, "%") if rate.value is not None else "没有"


def _ends(rivals: Sequence[Ranked]) -> str:
    """Who is first and last among the ranked, ties together, and who has too little to be ranked."""
    placed = [(one.place.name, one.tally.rate) for one in rivals if one.rank]
    few = [one.place.name for one in rivals if not one.rank]
    words = extremes(placed, "%", "最高", "最低")
    if few and len(rivals) > 1:
        words += f"{several(few)}到期的不到{LEAST}项次，不排名次。"
    return words


def _rest(whole: Tally) -> str:
    """What was not in time, in words; nothing when all was."""
    counts = (("迟公开", whole.late), ("逾期还没有公开", whole.overdue), ("公开后又撤下", whole.withdrawn))
    words = [f"{word}{number}项次" for word, number in counts if number]
    return f"其中{'，'.join(words)}。" if words else ""


def _villages(scope: Scope, duties: Sequence[Duty]) -> Iterator[Exhibit]:
    """How many villages of the whole site have which share."""
    found: dict[str, list[Duty]] = {}
    for one in duties:
        found.setdefault(f"{one.township}/place/{one.place}", []).append(one)
    villages = [
        (place, found[place.key]) for place in scope.edition.of(Place) if place.is_village and place.key in found
    ]
    rates = [
        (mine, rate) for _, mine in villages if len(mine) >= LEAST and (rate := tally(mine).rate.value) is not None
    ]
    few = [mine for _, mine in villages if len(mine) < LEAST]
    if len(villages) < 2:
        return
    groups: dict[str, list[Sequence[Duty]]] = {words: [] for words, _ in CLASSES}
    for mine, rate in rates:
        groups[_class(rate)].append(mine)
    sentence = f"有到期事项的村{len(villages)}个。" + "，".join(
        f"及时率{words}的{len(groups[words])}个" for words, _ in CLASSES if groups[words]
    )
    sentence += "。" if rates else ""
    sentence += f"{len(few)}个村到期的不到{LEAST}项次，不算及时率。" if few else ""
    labels = (*groups, *((f"不到{LEAST}项次",) if few else ()))
    members = (*groups.values(), *((few,) if few else ()))
    values = tuple(Amount.known(len(one), "个") for one in members)
    chart = Bars("各村及时率", sentence, "个", labels, (Series("村数", values),))
    rows = tuple(
        Row((label, len(own)), _keys(scope, (one for mine in own for one in mine)) or _keys(scope, duties))
        for label, own in zip(labels, members, strict=True)
    )
    note = "每个村的及时率和名次见菜单里的“公开及时率”。"
    yield Exhibit("timeliness-villages", "各村及时率", sentence, Sheet(("及时率", "村数（个）"), rows), chart, note)


def _class(rate: Decimal) -> str:
    return next(words for words, least in CLASSES if rate >= least)


def _categories(scope: Scope, duties: Sequence[Duty]) -> Iterator[Exhibit]:
    """By category of what had to be published."""
    groups: dict[str, list[Duty]] = {}
    for one in duties:
        groups.setdefault(_item(scope.edition, one)[1], []).append(one)
    yield from _grouped(scope, "timeliness-categories", "各类事项及时率", "类别", groups)


def _grouped(scope: Scope, name: str, title: str, head: str, groups: dict[str, list[Duty]]) -> Iterator[Exhibit]:
    if len(groups) < 2:
        return
    tallies = {words: tally(mine) for words, mine in sorted(groups.items())}
    rates = tuple((words, one.rate) for words, one in tallies.items() if one.due >= LEAST)
    few = [words for words, one in tallies.items() if one.due < LEAST]
    sentence = extremes(rates, "%", "及时率最高", "最低")
    sentence += f"{several(few)}到期的不到{LEAST}项次，不比。" if few else ""
    sentence = sentence or "".join(f"{words}及时率{_percent(rate)}。" for words, rate in rates)
    notes = tuple(f"{one.on_time}/{one.due}" for one in tallies.values())
    chart = Progress(title, sentence, tuple(tallies), tuple(one.rate for one in tallies.values()), notes)
    rows = tuple(_row(words, one, _keys(scope, groups[words])) for words, one in tallies.items())
    yield Exhibit(name, title, sentence, Sheet((head, *_COLUMNS), rows), chart)


def _months(scope: Scope, duties: Sequence[Duty]) -> Iterator[Exhibit]:
    """By the month in which it fell due, from three months with enough to count."""
    groups: dict[Period, list[Duty]] = {}
    for one in duties:
        groups.setdefault(Period.of(one.due, 1), []).append(one)
    if len(groups) < LEAST or any(len(mine) < LEAST for mine in groups.values()):
        return
    months = sorted(groups)
    tallies = [tally(groups[month]) for month in months]
    labels = tuple(month.label for month in months)
    rates = tuple(one.rate for one in tallies)
    same = len({one.value for one in rates}) == 1
    ends = f"都是{_percent(rates[0])}。" if same else extremes(zip(labels, rates, strict=True), "%", "最高", "最低")
    sentence = f"各月到期的事项，及时率{ends}"
    chart = Lines("各月及时率", sentence, "%", labels, (Series("及时率", rates),))
    rows = tuple(
        _row(label, one, _keys(scope, groups[month])) for label, one, month in zip(labels, tallies, months, strict=True)
    )
    yield Exhibit("timeliness-months", "各月及时率", sentence, Sheet(("月份", *_COLUMNS), rows), chart)
