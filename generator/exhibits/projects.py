"""项目: how many stand at which stage, what they cost and what is paid, how far each has come."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from generator.charts import Bars, Progress, Series, Stacked
from generator.exhibits._common import Exhibit, Row, Scope, Sheet
from generator.exhibits._common.saying import extremes, said, several, unknown
from generator.figures import rounded
from generator.model import Amount, Period, State, Withheld
from generator.records.place import Place
from generator.records.project import Project

TITLE = "项目"
NAME = "projects"
STAGES = ("谋划", "立项", "招标", "在建", "完工", "验收", "停建")
_CLOSED = "不公开"
BUNDLED = "几个项目合写一条的，按写的个数算；个数不公开的按一个算。各条之间可能有包含的部分，合计不扣。"
PAID = "已付款是登记了的付款相加；没有登记付款的写“缺”，不当作没有付。"
HUNDRED = 100


def exhibits(scope: Scope) -> Iterator[Exhibit]:
    """Stages, money and progress of the projects in view."""
    projects = [
        one for one in scope.edition.of(Project, scope.township or None) if not scope.place or one.place == scope.place
    ]
    if not projects:
        return
    yield _stages(scope, projects)
    if scope.township:
        yield from _money(scope, projects)
        yield from _progress(scope, projects)
    else:
        yield _townships(scope, projects)


def _count(projects: Iterable[Project]) -> int:
    return sum(one.count if isinstance(one.count, int) else 1 for one in projects)


def _stage(one: Project) -> str:
    return _CLOSED if isinstance(one.stage, Withheld) else str(one.stage)


def budget(one: Project) -> Amount:
    """The investment; missing where it is closed or not written, masked as in the original."""
    if isinstance(one.budget, Withheld):
        return Amount.missing("元", _CLOSED)
    reason = {State.MASKED: "原件已遮盖", State.MISSING: "没有写总投资"}.get(one.budget.state, "")
    return Amount(one.budget.value, "元", one.budget.state, one.budget.reason or reason)


def paid(one: Project) -> Amount:
    """What the payments come to; missing where none is recorded, which does not mean that none was made."""
    if isinstance(one.payments, Withheld) or any(isinstance(row.amount, Withheld) for row in one.payments):
        return Amount.missing("元", "付款不公开")
    if not one.payments:
        return Amount.missing("元", "没有登记付款")
    return Amount.total((Amount.known(row.amount, "元") for row in one.payments), "元")


def share(part: Amount, whole: Amount) -> Amount:
    """Per cent paid of the investment; missing where either is not known or there is nothing to pay."""
    for one in (whole, part):
        if one.value is None:
            return Amount(None, "%", one.state, one.reason)
    if part.value is None or whole.value is None or whole.value <= 0:
        return Amount.missing("%", "总投资不大于零")
    return Amount.known(rounded(part.value * HUNDRED / whole.value, 1), "%")


def progress(one: Project) -> Amount:
    """How far it is, as written."""
    if isinstance(one.progress, Decimal | int) and not isinstance(one.progress, bool):
        return Amount.known(one.progress, "%")
    return Amount.missing("%", _CLOSED if isinstance(one.progress, Withheld) else "没有写进度")


def _stages(scope: Scope, projects: Sequence[Project]) -> Exhibit:
    """How many at each stage; of the site a row a township."""
    title = "项目走到哪一步"
    used = [stage for stage in (*STAGES, _CLOSED) if any(_stage(one) == stage for one in projects)]
    counts = {stage: _count(one for one in projects if _stage(one) == stage) for stage in used}
    bundled = f"（记了{len(projects)}条）" if len(projects) != sum(counts.values()) else ""
    sentence = f"一共{sum(counts.values())}个项目{bundled}："
    sentence += "，".join(f"{stage}{number}个" for stage, number in counts.items()) + "。"
    if scope.township:
        values = tuple(Amount.known(counts[stage], "个") for stage in used)
        at = {stage: [one for one in projects if _stage(one) == stage] for stage in used}
        rows = tuple(Row((stage, counts[stage], len(at[stage])), _keys(at[stage])) for stage in used)
        chart: Bars | Stacked = Bars(title, sentence, "个", tuple(used), (Series("项目", values),))
        return Exhibit(
            "projects-stages", title, sentence, Sheet(("状态", "项目（个）", "记录（条）"), rows), chart, BUNDLED
        )
    own = {top: [one for one in projects if one.township == top.township] for top in scope.places}
    tops = [top for top in scope.places if own[top]]
    cells = {top: [_count(one for one in own[top] if _stage(one) == stage) for stage in used] for top in tops}
    runs = (Series(stage, tuple(Amount.known(cells[top][at], "个") for top in tops)) for at, stage in enumerate(used))
    chart = Stacked(title, sentence, "个", tuple(top.name for top in tops), tuple(runs))
    rows = tuple(Row((top.name, sum(cells[top]), *cells[top]), _keys(own[top]), top) for top in tops)
    columns = ("乡镇", "项目（个）", *(f"{stage}（个）" for stage in used))
    return Exhibit("projects-stages", title, sentence, Sheet(columns, rows), chart, BUNDLED)


def _keys(projects: Iterable[Project]) -> tuple[str, ...]:
    return tuple(one.key for one in projects)


def _where(scope: Scope, one: Project) -> str:
    place = scope.edition.get(Place, f"{one.township}/place/{one.place}")
    return place.name if place else ""


def _year(one: Project) -> Period | str:
    return one.year if isinstance(one.year, Period) else ""


def _sum(amounts: Sequence[Amount]) -> str:
    known = [one.value for one in amounts if one.value is not None]
    return said(sum(known, Decimal(0)), "元")


def _money(scope: Scope, projects: Sequence[Project]) -> Iterator[Exhibit]:
    """Investment and payments, project by project, the dearest first."""
    ordered = sorted(projects, key=lambda one: (budget(one).value is None, -(budget(one).value or Decimal(0))))
    wholes, parts = [budget(one) for one in ordered], [paid(one) for one in ordered]
    if not any(one.value is not None for one in (*wholes, *parts)):
        return
    title = "项目投资和付款"
    names = [str(one.title) for one in ordered]
    sentence = ""
    if known := [one for one in wholes if one.value is not None]:
        sentence = f"写明总投资的{len(known)}条，合计{_sum(known)}。"
        sentence += extremes(zip(names, wholes, strict=True), "元")
    sentence += unknown((f"“{name}”的总投资", one) for name, one in zip(names, wholes, strict=True))
    if settled := [one for one in parts if one.value is not None]:
        sentence += f"登记了付款的{len(settled)}条，已付{_sum(settled)}。"
    over = [
        name
        for name, part, whole in zip(names, parts, wholes, strict=True)
        if part.value is not None and whole.value is not None and part.value > whole.value
    ]
    sentence += f"{several(over)}的付款超过了总投资。" if over else ""
    rows = tuple(
        Row((name, _where(scope, one), _year(one), _stage(one), whole, part, share(part, whole)), (one.key,))
        for name, one, whole, part in zip(names, ordered, wholes, parts, strict=True)
    )
    columns = ("项目", "地方", "年份", "状态", "总投资（元）", "已付款（元）", "已付（%）")
    both = (("总投资", wholes), ("已付款", parts))
    runs = tuple(Series(word, tuple(own)) for word, own in both if any(one.value is not None for one in own))
    chart = Bars(title, sentence, "元", tuple(names), runs)
    yield Exhibit("projects-money", title, sentence, Sheet(columns, rows), chart, PAID)


def _progress(scope: Scope, projects: Sequence[Project]) -> Iterator[Exhibit]:
    """How far each has come, the furthest first; those that say nothing stand at the end."""
    ordered = sorted(projects, key=lambda one: (progress(one).value is None, -(progress(one).value or Decimal(0))))
    pairs = [(str(one.title), progress(one)) for one in ordered]
    known = [(name, one) for name, one in pairs if one.value is not None]
    if not known:
        return
    sentence = f"写了进度的{len(known)}条。" + extremes(known, "%", "进度最快", "最慢")
    sentence += f"“{known[0][0]}”完成{said(known[0][1].value or Decimal(0), '%')}。" if len(known) == 1 else ""
    rest = len(pairs) - len(known)
    sentence += f"另外{rest}条没有写进度，不算在内。" if rest else ""
    rows = tuple(
        Row((name, _where(scope, one), _stage(one), found), (one.key,))
        for (name, found), one in zip(pairs, ordered, strict=True)
    )
    names, values = tuple(name for name, _ in known), tuple(found for _, found in known)
    chart = Progress("项目进度", sentence, names, values, tuple(_stage(one) for one in ordered[: len(known)]))
    yield Exhibit("projects-progress", "项目进度", sentence, Sheet(("项目", "地方", "状态", "进度（%）"), rows), chart)


def _townships(scope: Scope, projects: Sequence[Project]) -> Exhibit:
    """Investment and payments of each township; a sum of which a part is not known is not told."""
    title = "各乡镇项目投资"
    own = {top: [one for one in projects if one.township == top.township] for top in scope.places}
    tops = [top for top in scope.places if own[top]]
    wholes = [[budget(one) for one in own[top]] for top in tops]
    known = [[one for one in mine if one.value is not None] for mine in wholes]
    values = tuple(Amount.total(mine, "元") if mine else Amount.missing("元", "没有写明总投资的项目") for mine in known)
    told = sum(map(len, known))
    sentence = f"记了{len(projects)}条，写明总投资的{told}条，合计{_sum([one for mine in known for one in mine])}。"
    blank = len(projects) - told
    sentence += (
        f"其余{blank}条的总投资没有写、原件遮盖了或者不公开，没有算进去，所以乡镇之间不比多少。" if blank else ""
    )
    rows = tuple(
        Row((top.name, len(own[top]), len(mine), value), _keys(own[top]), top)
        for top, mine, value in zip(tops, known, values, strict=True)
    )
    columns = ("乡镇", "记录（条）", "写明总投资（条）", "写明的总投资（元）")
    chart = Bars(title, sentence, "元", tuple(top.name for top in tops), (Series("写明的总投资", values),))
    return Exhibit("projects-money", title, sentence, Sheet(columns, rows), chart, BUNDLED)
