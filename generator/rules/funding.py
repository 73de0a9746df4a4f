"""Money of a project or a venue that does not add up, or a project that is ahead of its papers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from itertools import pairwise

from generator.model import Explanation, Finding, Records
from generator.records._funding import Funding
from generator.records.project import Milestone, Project
from generator.records.venue import Venue
from generator.rules._common import Report, yuan

NAME = "funding"
EXPLANATION = Explanation(
    title="项目资金和进度对不上",
    what=(
        "项目和阵地:资金来源相加等于总投资,占比相加是100%、和金额相符;中标价不高于控制价,"
        "付款不超过结算价、中标价、总投资;写“验收”要有验收情况,进度在0到100之间、和状态相符;节点按先后,"
        "已经发生的事不在今天以后。这些是错误;中标价、结算价超过总投资,合同签订以前付款,"
        "前面的节点没有写完成,是警告。"
    ),
    why=(
        "《农村集体经济组织财务公开规定》(农经发〔2011〕13号):工程招投标和预决算要专项公开。检查实践:"
        "超付、先付款后签合同、资金来源凑不拢,是审计村级项目最先看的。"
    ),
    wrong=(
        '总投资: 600,000.00\n资金来源:\n  - {来源: 上级补助, 金额: "480,000.00", 占比: 80}\n'
        '  - {来源: 村集体, 金额: "100,000.00", 占比: 20}'
    ),
    right=(
        '总投资: 600,000.00\n资金来源:\n  - {来源: 上级补助, 金额: "480,000.00", 占比: 80}\n'
        '  - {来源: 村集体, 金额: "120,000.00", 占比: 20}'
    ),
    mend=(
        "对照资金文件、合同和凭证,改正写错的一处。追加了投资的,改总投资,写明文号;"
        "还没有落实的资金也写一行。办到哪一步就写哪个状态。"
    ),
    about="项目和资产",
)

_BEFORE_END = ("谋划", "立项", "招标", "在建")
_AFTER_END = ("完工", "验收")
_DATES = "只写已经发生的事;日期写错就改正"


def check(records: Records) -> Iterator[Finding]:
    """Projects, then venues."""
    for project in records.of(Project):
        say = Report(NAME, records, project)
        yield from _sources(say, project.funding, project.budget.value, "总投资")
        yield from _bids(say, project)
        yield from _paid(say, project)
        yield from _stage(say, project)
        yield from _milestones(say, project.milestones)
        yield from _future(say, project)
    for venue in records.of(Venue):
        yield from _sources(Report(NAME, records, venue), venue.funding, venue.cost, "投入")


def _sources(say: Report, funding: Sequence[Funding], whole: Decimal | None, label: str) -> Iterator[Finding]:
    worth = [amount for one in funding if (amount := _worth(one, whole)) is not None]
    added, slack = sum(worth, Decimal(0)), sum((_slack(one, whole) for one in funding), Decimal(0))
    told = any(one.amount is not None for one in funding)  # shares alone are added up as shares below
    complete = told and len(worth) == len(funding)
    if whole is not None and told and ((complete and abs(added - whole) > slack) or added - slack > whole):
        converted = "(只写占比的按占比折算)" if slack else ""
        message = f"资金来源合计 {yuan(added)}{converted},{label} {yuan(whole)},相差 {yuan(abs(whole - added))}"
        yield say.error(message, f"对照资金文件,改正写错的金额或{label};还没有落实的也写一行", "资金来源")
    explained = True
    for index, one in enumerate(funding):
        base = whole if whole is not None else added if complete else None
        if one.amount is None or one.share is None or not base:
            explained = False
        elif not _rounds_to(one.amount * 100 / base, one.share):
            explained = False
            message = f"“{one.source}”{yuan(one.amount)} 占 {one.amount * 100 / base:.2f}%,写的占比是 {one.share:f}%"
            yield say.error(message, "改正金额或占比", "资金来源", index, "占比")
    shares = [one.share for one in funding if one.share is not None]
    percent = sum(shares, Decimal(0))
    if (len(shares) == len(funding) and shares and percent != 100 and not explained) or percent > 100 + len(shares):
        message = f"各项占比合计 {percent:f}%,不是 100%,相差 {abs(100 - percent):f}"
        yield say.error(message, "核对各项占比;缺的来源补上", "资金来源")


def _worth(one: Funding, whole: Decimal | None) -> Decimal | None:
    """The amount of a source, from its share where only that is written and the whole is known."""
    if one.amount is not None or one.share is None or whole is None:
        return one.amount
    return whole * one.share / 100


def _slack(one: Funding, whole: Decimal | None) -> Decimal:
    """How far an amount that was made from a rounded share may be off."""
    if one.amount is not None or one.share is None or whole is None:
        return Decimal(0)
    return abs(whole) * _half(one.share) / 100


def _half(written: Decimal) -> Decimal:
    """Half of the last place that was written."""
    return Decimal((0, (5,), min(int(written.as_tuple().exponent), 0) - 1))


def _rounds_to(exact: Decimal, written: Decimal) -> bool:
    """Whether the written share is the exact one, rounded to as many decimals as were written."""
    return abs(exact - written) <= _half(written)


def _bids(say: Report, project: Project) -> Iterator[Finding]:
    for index, lot in enumerate(project.lots):
        if lot.price is not None and lot.limit is not None and lot.price > lot.limit:
            message = f"“{lot.name}”中标价 {yuan(lot.price)} 高于控制价 {yuan(lot.limit)}"
            yield say.error(message, "高于控制价的投标无效;核对两个数,看是不是写反了", "招标", index, "中标价")
    bids = sum((lot.price for lot in project.lots if lot.price is not None), Decimal(0))
    budget = project.budget.value
    if budget is not None and bids > budget:
        message = f"各标段中标价合计 {yuan(bids)},超过总投资 {yuan(budget)}"
        yield say.warning(message, "核对中标价;追加了投资的,改总投资并写明文号", "招标")
    if budget is not None and project.settlement is not None and project.settlement > budget:
        message = f"结算价 {yuan(project.settlement)} 超过总投资 {yuan(budget)}"
        yield say.warning(message, "核对结算价;追加了投资的,改总投资并写明文号", "结算价")


def _paid(say: Report, project: Project) -> Iterator[Finding]:
    paid = sum((payment.amount for payment in project.payments), Decimal(0))
    prices = [lot.price for lot in project.lots if lot.price is not None]
    bids = sum(prices, Decimal(0)) if prices and len(prices) == len(project.lots) else None
    agreed = ("结算价", project.settlement) if project.settlement is not None else ("中标价", bids)
    for word, limit in (agreed, ("总投资", project.budget.value)):
        if limit is not None and paid > limit:
            message = f"已付 {yuan(paid)},超过{word} {yuan(limit)},多 {yuan(paid - limit)}"
            yield say.error(message, "逐笔核对付款,看有没有重复或写错", "支付")
            break
    for index, payment in enumerate(project.payments):
        signed = _signed(project, payment.payee)
        if signed is not None and payment.day < signed:
            message = f"{payment.day} 付款在合同签订({signed})以前"
            yield say.warning(message, "核对付款日期和签订日期", "支付", index, "日期")


def _signed(project: Project, payee: str | None) -> date | None:
    """When the payee's contract was signed; of somebody unknown the first of all."""
    own = [lot.signed for lot in project.lots if lot.signed and payee and lot.winner == payee]
    return min(own or [lot.signed for lot in project.lots if lot.signed], default=None)


def _stage(say: Report, project: Project) -> Iterator[Finding]:
    if project.stage == "验收" and project.acceptance is None:
        yield say.error("状态写“验收”,没有写验收情况", "补上“验收”的日期、主体和结论,或把状态改为“完工”", "状态")
    if project.stage in _BEFORE_END and project.acceptance is not None:
        yield say.warning(f"写了验收情况,状态还是“{project.stage}”", "把状态改为“验收”", "状态")
    progress = project.progress
    if progress is None:
        return
    if not 0 <= progress <= 100:
        yield say.error(f"进度 {progress:f}% 不在 0 到 100 之间", "改正进度", "进度")
    elif progress == 100 and project.stage in _BEFORE_END:
        yield say.error(f"进度 100%,状态还是“{project.stage}”", "完工了就把状态改为“完工”,没有完工就改进度", "进度")
    elif progress < 100 and project.stage in _AFTER_END:
        yield say.warning(f"状态写“{project.stage}”,进度只有 {progress:f}%", "改正进度或状态", "进度")


def _milestones(say: Report, milestones: Sequence[Milestone]) -> Iterator[Finding]:
    for label, days in (
        ("计划日期", [(index, one.name, one.planned) for index, one in enumerate(milestones)]),
        ("完成日期", [(index, one.name, one.reached) for index, one in enumerate(milestones)]),
    ):
        dated = [(index, name, day) for index, name, day in days if day is not None]
        for (_, before, earlier), (index, name, day) in pairwise(dated):
            if day < earlier:
                message = f"“{name}”的{label} {day} 早于前面“{before}”的 {earlier}"
                yield say.error(message, "节点按先后写;日期写错就改正", "节点", index, label)
    for index, (one, following) in enumerate(pairwise(milestones)):
        if one.reached is None and following.reached is not None:
            message = f"“{following.name}”已经完成,前面的“{one.name}”还没有写完成日期"
            yield say.warning(message, f"补上“{one.name}”的完成日期", "节点", index, "节点")


def _future(say: Report, project: Project) -> Iterator[Finding]:
    today = say.records.today
    happened: list[tuple[str, date | None, tuple[str | int, ...]]] = []
    for index, one in enumerate(project.milestones):
        happened.append((f"“{one.name}”的完成日期", one.reached, ("节点", index, "完成日期")))
    for index, lot in enumerate(project.lots):
        happened.append((f"“{lot.name}”的签订日期", lot.signed, ("招标", index, "签订日期")))
    for index, payment in enumerate(project.payments):
        happened.append(("付款日期", payment.day, ("支付", index, "日期")))
    if project.acceptance is not None:
        happened.append(("验收日期", project.acceptance.day, ("验收", "日期")))
    for what, day, path in happened:
        if day is not None and day > today:
            yield say.error(f"{what} {day} 在今天({today})以后", _DATES, *path)
