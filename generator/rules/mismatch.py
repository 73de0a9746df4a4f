"""Books that do not agree with what else is written: bank, contracts, payments, rents, lists (F5).

What one sheet or a run of sheets can tell of itself is the affair of sums, carry, accounts and statements; here the
sheets are laid beside other records.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from decimal import Decimal

from generator.model import Explanation, Finding, Records, fold
from generator.records.asset import Asset
from generator.records.finance import Entry, Finance
from generator.records.project import Payment, Project
from generator.records.publication import PublicationRecord
from generator.records.roster import Roster
from generator.rules._common import Report, yuan
from generator.rules._common.books import apart

NAME = "mismatch"
EXPLANATION = Explanation(
    title="账实不符",
    what=(
        "把账和别的记录放在一起看:现金或银行存款一项就多过期末结存(错误);资产负债表的货币资金和收支公开榜的结存不一样;"
        "同一笔凭证记在一个村的两本账上;公开记录的公开主体不是账的主体;付给一个单位的钱超过它的合同;项目的付款在村里的账上找不到;"
        "名单的合计和账上发放、收到的数不一样;租金已收多于合同、多于账上的全部收入(都是警告)。一张表自己平不平见 sums,上下期见 carry。"
    ),
    why=(
        "《村民委员会组织法》第三十五条:保证公布内容的真实性;《农村集体经济组织法》第四十五条:理事会对财务公开的真实性负责,"
        "第四十四条:集体的钱不得以个人名义存。检查实践:账实不符、三本账,对一对就看得出来。"
    ),
    wrong='支付:\n  - {日期: 2026-05-25, 金额: "72,000.00", 收款单位: 平路工程队, 摘要: 进度款}      # 5月的账上是 62,000.00',
    right='支付:\n  - {日期: 2026-05-25, 金额: "72,000.00", 收款单位: 平路工程队, 摘要: 进度款}      # 5月的账上也是 72,000.00',
    mend="拿凭证、银行对账单、合同和发放表对一对,哪一处写错改哪一处;已经公开的写“更正”。钱不是村里付的,在备注里写明是谁付的。",
    inspection="F5",
)

_ZERO = Decimal(0)
_MONEY = "货币资金"
"""The row of a balance sheet that is cash and bank."""
_GRAM = 4
"""So many characters in a row, of no other project of the village, tell which project an entry is about."""
_NEAR = timedelta(days=31)
"""A payment may stand in the books a month off."""
_Place = tuple[str, str]


def check(records: Records) -> Iterator[Finding]:
    """The sheets, then what other records say of the same money."""
    books = records.once(_books)
    for sheets in books.values():
        yield from _twice(records, sheets)
    for sheet in records.of(Finance):
        yield from _held(Report(NAME, records, sheet), sheet)
        yield from _money(Report(NAME, records, sheet), sheet, books[sheet.township, sheet.place])
    for publication in records.of(PublicationRecord):
        yield from _publisher(Report(NAME, records, publication), publication)
    projects: dict[_Place, list[Project]] = defaultdict(list)
    for project in records.of(Project):
        projects[project.township, project.place].append(project)
        yield from _contractors(Report(NAME, records, project), project)
    for place, several in projects.items():
        yield from _payments(records, several, books.get(place, []))
    yield from _lists(records, books)
    for asset in records.of(Asset):
        yield from _rents(Report(NAME, records, asset), asset, books.get((asset.township, asset.place), []))


def _books(records: Records) -> dict[_Place, list[Finance]]:
    """(township, place) → all sheets, of whichever publisher."""
    found: dict[_Place, list[Finance]] = defaultdict(list)
    for sheet in records.of(Finance):
        found[sheet.township, sheet.place].append(sheet)
    return found


def _held(say: Report, sheet: Finance) -> Iterator[Finding]:
    """Where only one of the two is written; both together are the sums rule's affair."""
    for label, held, other in (("现金", sheet.cash, sheet.bank), ("银行存款", sheet.bank, sheet.cash)):
        if held is not None and other is None and sheet.closing is not None and held > max(sheet.closing, _ZERO):
            message = f"{label} {yuan(held)} 多于期末结存 {yuan(sheet.closing)},{apart(held, sheet.closing)}"
            yield say.error(message, "盘点现金,对照银行对账单,现金和银行存款两项都写上", label)


def _money(say: Report, sheet: Finance, beside: list[Finance]) -> Iterator[Finding]:
    """The money of a balance sheet against the cash sheets of the same publisher."""
    own = [one for one in beside if one.is_cash and one.publisher == sheet.publisher]
    first = date(sheet.period.start.year, 1, 1)
    for index, row in enumerate(sheet.rows):
        if fold(row.name) != _MONEY:
            continue
        ends = ((one, "期末结存", one.closing) for one in own if one.period.end == sheet.period.end)
        starts = ((one, "期初结存", one.opening) for one in own if one.period.start == first)
        for label, told, found in (("期末", row.end, next(ends, None)), ("年初", row.start, next(starts, None))):
            if told is not None and found is not None and found[2] is not None and told != found[2]:
                where = say.records.where(found[0], found[1])
                message = (
                    f"{_MONEY}的{label}数 {yuan(told)},{found[0].period}收支公开榜的{found[1]} {yuan(found[2])}({where}),"
                    f"{apart(told, found[2])}"
                )
                hint = "对照银行对账单和现金盘点表,改正写错的一张;有不在公开榜上的存款,也要写进公开榜"
                yield say.warning(message, hint, "报表行", index, label)


def _twice(records: Records, sheets: list[Finance]) -> Iterator[Finding]:
    """One voucher in the books of two publishers of a village."""
    seen: dict[tuple[object, ...], Finance] = {}
    for sheet in sheets:
        for index, entry in enumerate(sheet.entries):
            amounts = (entry.income or _ZERO, entry.expense or _ZERO)
            key = (entry.day, fold(entry.voucher), fold(entry.summary), amounts)
            first = seen.setdefault(key, sheet)
            if first.publisher != sheet.publisher and any(amounts):
                message = f"{entry.day}“{entry.summary}”这一笔,{first.publisher}的账上也有({records.where(first)})"
                hint = "一笔钱只记在一本账上:看凭证是谁的,另一本里删去"
                yield Report(NAME, records, sheet).warning(message, hint, "逐笔", index, "凭证号")


def _publisher(say: Report, publication: PublicationRecord) -> Iterator[Finding]:
    for index, name in enumerate(publication.records):
        sheet = say.records.get(Finance, f"{publication.township}/{name}")
        if sheet is not None and sheet.place == publication.place and sheet.publisher != publication.publisher:
            message = f"{name} 是{sheet.publisher}的账,公开主体写的是{publication.publisher}"
            yield say.warning(message, "谁的账由谁公开,两本账分开写;写错的改正", "记录", index)


def _contractors(say: Report, project: Project) -> Iterator[Finding]:
    """One contractor of several; all of them together are the funding rule's affair."""
    prices: dict[str, Decimal] = defaultdict(Decimal)
    for lot in project.lots:
        if lot.winner is None or lot.price is None:
            return
        prices[fold(lot.winner)] += lot.price
    paid: dict[str, Decimal] = defaultdict(Decimal)
    for payment in project.payments:
        paid[fold(payment.payee or "")] += payment.amount
    if project.settlement is not None or sum(paid.values()) > sum(prices.values()):
        return
    for payee, price in prices.items():
        if paid[payee] > price:
            message = f"付给{payee} {yuan(paid[payee])},超过它的中标价 {yuan(price)},多 {yuan(paid[payee] - price)}"
            yield say.warning(message, "逐笔核对收款单位;有变更的,补签合同后写结算价", "支付")


def _payments(records: Records, projects: list[Project], sheets: list[Finance]) -> Iterator[Finding]:
    """The payments of those projects which the village's books pay for, as their entries say."""
    entries = [(entry, _grams(fold(entry.summary))) for sheet in sheets for entry in sheet.entries if entry.expense]
    for project in projects:
        others = "\n".join(_names(one) for one in projects if one is not project)
        grams = {gram for gram in _grams(_names(project)) if gram not in others}
        told = [entry for entry, words in entries if project.payments and not grams.isdisjoint(words)]
        for index, payment in enumerate(project.payments if told else ()):
            kept = any(sheet.entries and _within(sheet, payment.day) for sheet in sheets)
            if kept and not _found(payment, (entry for entry, _ in entries), told):
                near = [entry for entry in told if abs(entry.day - payment.day) <= _NEAR]
                named = "、".join(f"{entry.day}“{entry.summary}”{yuan(entry.expense or _ZERO)}" for entry in near[:2])
                message = (
                    f"{payment.day} 付款 {yuan(payment.amount)},村里的账上没有这一笔{f';有 {named}' if named else ''}"
                )
                hint = "对照凭证和银行回单,改正写错的一处;不是村里的账付的,在备注里写明"
                yield Report(NAME, records, project).warning(message, hint, "支付", index, "金额")


def _found(payment: Payment, entries: Iterable[Entry], told: list[Entry]) -> bool:
    """Whether the books have the amount about that day, in one entry or in several of the project's."""
    if any(entry.expense == payment.amount and abs(entry.day - payment.day) <= _NEAR for entry in entries):
        return True
    parts = [entry.expense or _ZERO for entry in told if abs(entry.day - payment.day) <= _NEAR]
    return sum(parts, _ZERO) == payment.amount


def _names(project: Project) -> str:
    payees = [payment.payee or "" for payment in project.payments] + [lot.winner or "" for lot in project.lots]
    return fold("\n".join((project.title, *payees)))


def _grams(text: str) -> set[str]:
    parts = text.split("\n")
    return {part[start : start + _GRAM] for part in parts for start in range(len(part) - _GRAM + 1)}


def _within(sheet: Finance, day: date) -> bool:
    return sheet.period.start <= day <= sheet.period.end


def _lists(records: Records, books: dict[_Place, list[Finance]]) -> Iterator[Finding]:
    """Lists of one kind paid in the time of a sheet whose entries speak of that kind."""
    lists: dict[tuple[str, str, str], list[Roster]] = defaultdict(list)
    for roster in records.of(Roster):
        lists[roster.township, roster.place, roster.kind].append(roster)
    for (township, place, kind), several in lists.items():
        for sheet in books.get((township, place), []):
            paid = [one for one in several if _within(sheet, one.paid_on)]
            about = [entry for entry in sheet.entries if kind in entry.summary] if paid else []
            total = sum((one.total for one in paid), _ZERO)
            out = sum((entry.expense or _ZERO for entry in about), _ZERO)
            got = sum((entry.income or _ZERO for entry in about), _ZERO)
            word, booked = ("发放", out) if out else ("收到", got)
            if booked and (booked != total if out else booked < total):
                where = records.where(sheet)
                message = f"名单合计 {yuan(total)},{sheet.period}的账上{word}“{kind}”{yuan(booked)}({where}),{apart(total, booked)}"
                hint = "对照发放表和银行回单,改正写错的一处;分几批发的,每一批写一条名单"
                yield Report(NAME, records, paid[0]).warning(message, hint, "合计金额")


def _rents(say: Report, asset: Asset, sheets: list[Finance]) -> Iterator[Finding]:
    own = [one for one in sheets if one.is_cash and asset.owner in (None, one.publisher)]
    for index, lease in enumerate(asset.leases):
        if lease.paid is None or lease.last < lease.first:
            continue
        years = -(-((lease.last - lease.first).days + 1) // 365)
        income = _income_since(own, lease.first)
        if lease.rent is not None and lease.paid > lease.rent * years:
            message = f"已收 {yuan(lease.paid)},比合同期内的租金还多(每年 {yuan(lease.rent)},合同期{years}年)"
            yield say.warning(message, "核对年租金和已收;押金不算租金", "承租", index, "已收")
        elif income is not None and lease.paid > income:
            message = f"已收租金 {yuan(lease.paid)},{lease.first} 以来账上的收入一共只有 {yuan(income)}"
            hint = "收到的租金都要入账:对照收据和银行回单;这个月刚收的,下月记上账就不再提示"
            yield say.note(message, hint, "承租", index, "已收")


def _income_since(sheets: list[Finance], day: date) -> Decimal | None:
    """All income from the sheet of that day on; None where no sheet tells of it or one is missing since."""
    later = sorted((one for one in sheets if one.period.end >= day), key=lambda one: one.period)
    if not later or later[0].period.start > day:
        return None
    told = later[0].period.end
    for sheet in later:
        if sheet.period.start > told + timedelta(days=1):
            return None
        told = max(told, sheet.period.end)
    return sum((one.income for one in later), _ZERO)
