"""One project: how far it is, where its money comes from and went, its dates as planned and as reached, its acceptance."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from generator import charts as drawn
from generator.charts import Progress, Timeline
from generator.figures import rounded
from generator.model import Amount, Edition, Page, Withheld
from generator.pages._common import paths, places
from generator.pages._common.disclosure import disclosures, record_page
from generator.records.procedure import Procedure
from generator.records.project import Milestone, Payment, Project


@dataclass(frozen=True)
class Line:
    """A row of the money table: what it is, what else is known of it, how much."""

    label: str
    amount: Any
    notes: tuple[tuple[str, Any], ...] = ()
    """(words before it, text, number or day)."""
    strong: bool = False


@dataclass(frozen=True)
class Paid:
    """A payment, and how much was paid with it."""

    payment: Payment
    total: Decimal | None


@dataclass(frozen=True)
class Stop:
    """A milestone, and how it went: 提前3天, 晚11天, 已过计划日期."""

    milestone: Milestone
    verdict: str


def pages(edition: Edition) -> Iterator[Page]:
    """One page a project."""
    for project in edition.of(Project):
        place = places.publishing(edition, project)
        matter = edition.get(Procedure, f"{project.township}/procedure/{project.procedure}")
        context = {
            "project": project,
            "count": project.count if isinstance(project.count, int) and project.count > 1 else 0,
            "money": list(_money(project)),
            "blank": _blank(project),
            "payments": list(_payments(project)),
            "paid": _paid(project),
            "course": _course(project, edition.today),
            "stops": [Stop(one, _verdict(one, edition.today)) for one in project.milestones],
            "benefit": _benefit(project),
            "matter": (record_page(matter), matter.title or matter.id) if matter else None,
            "disclosures": disclosures(edition, project),
            "place": places.name(edition, project.township, project.place),
            "origin": project.key,
            "sample": places.is_sample(edition, project.township),
        }
        above = (*places.crumbs(project.township, place), paths.register(project.township, place, project.family))
        yield Page(record_page(project), project.title, "project.md.j2", context, crumbs=above)


def _money(project: Project) -> Iterator[Line]:
    """Planned, found, bid, settled, paid, left; nothing for what these readers may not see."""
    budget = _figure(project)
    if budget is not None:
        yield Line("总投资", budget, strong=True)
    for one in project.funding:
        yield Line("来源", one.amount, (("", one.source), ("占", _share(one.share, one.amount, budget))))
    for lot in project.lots:
        bid = (("", lot.name), ("", lot.winner), ("", lot.method))
        papers = (("控制价", lot.limit), ("合同", lot.contract), ("签订于", lot.signed))
        yield Line("中标", lot.price, (*bid, *papers))
    if isinstance(project.settlement, Decimal):
        yield Line("结算价", project.settlement, strong=True)
    paid = _total(payment.amount for payment in project.payments)
    if paid is not None:
        yield Line("已付款", paid, strong=True)
    owed, word = _owed(project, budget)
    if paid is not None and owed is not None:
        yield Line("还没有付", owed - paid, (("", f"按{word}计算"),))


def _blank(project: Project) -> str:
    """Why the investment is not told; nothing when it is, or is closed."""
    budget = _figure(project)
    return "" if budget is None or budget.value is not None else budget.reason or "记录里没有写"


def _figure(project: Project) -> Amount | None:
    """The investment with its unit; None where it is closed."""
    if isinstance(project.budget, Withheld):
        return None
    return Amount(project.budget.value, "元", project.budget.state, project.budget.reason)


def _share(share: Any, amount: Any, budget: Amount | None) -> Any:
    """The share as written, else as it follows from the amount."""
    if isinstance(share, (Decimal, Withheld)):
        return Amount.known(share, "%") if isinstance(share, Decimal) else None
    if isinstance(amount, Decimal) and budget and budget.value:
        return Amount.known(rounded(amount * 100 / budget.value, 1), "%")
    return None


def _total(amounts: Iterable[Any]) -> Decimal | None:
    """The sum; None when there is nothing, or something is closed or not known."""
    found = list(amounts)
    if not found or not all(isinstance(amount, Decimal) for amount in found):
        return None
    return sum(found, Decimal(0))


def _owed(project: Project, budget: Amount | None) -> tuple[Decimal | None, str]:
    """How much is to be paid in all, and by what: the settlement, else the bids, else the investment."""
    if isinstance(project.settlement, Decimal):
        return project.settlement, "结算价"
    bids = _total(lot.price for lot in project.lots)
    if bids is not None:
        return bids, "中标价"
    return (budget.value if budget else None), "总投资"


def _paid(project: Project) -> Progress | None:
    """How much of what is to be paid was paid."""
    paid = _total(payment.amount for payment in project.payments)
    owed, word = _owed(project, _figure(project))
    if paid is None or owed is None or owed <= 0:
        return None
    rate = Amount.known(rounded(paid * 100 / owed, 1), "%")
    said = f"按{word}计算，应付{owed:,.2f}元，已付{paid:,.2f}元，付了{rate.value}%。"
    return Progress("付款进度", said, (f"已付款（按{word}）",), (rate,))


def _course(project: Project, today: date) -> Timeline | None:
    """The milestones as planned and as reached, where two of them at least have days that may be known."""
    dated = [(one, one.planned, one.reached) for one in project.milestones]
    stops = tuple(
        drawn.Stop(one.name, planned, reached)
        for one, planned, reached in dated
        if not any(isinstance(given, Withheld) for given in (one.name, planned, reached))
    )
    days = {day for stop in stops for day in (stop.planned, stop.reached) if day}
    if len(stops) < max(len(dated), 2) or len(days) < 2:
        return None
    count = sum(1 for stop in stops if stop.reached)
    return Timeline("计划和完成的日期", f"{len(stops)}个节点，完成了{count}个。", stops, today)


def _payments(project: Project) -> Iterator[Paid]:
    """In the order of the days, each with the running total; as they stand where a day is closed."""
    rows = list(project.payments)
    if all(isinstance(row.day, date) for row in rows):
        rows.sort(key=lambda row: row.day)
    for number, row in enumerate(rows, start=1):
        yield Paid(row, _total(one.amount for one in rows[:number]))


def _verdict(one: Milestone, today: date) -> str:
    planned, reached = one.planned, one.reached
    if not isinstance(planned, date) or isinstance(reached, Withheld):
        return ""
    if reached is None:
        late = (today - planned).days
        return f"已过计划日期{late}天，还没有完成" if late > 0 else "还没有到计划日期"
    days = (reached - planned).days
    return f"比计划晚{days}天" if days > 0 else f"比计划提前{-days}天" if days else "按计划完成"


def _benefit(project: Project) -> list[tuple[int, str]]:
    """Who has something of it: (number, unit)."""
    numbers = ((project.households, "户"), (project.people, "人"))
    return [(number, unit) for number, unit in numbers if isinstance(number, int)]
