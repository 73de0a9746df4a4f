"""A lease or a deal of the collective's assets that does not hang together: expired contracts that go on quietly.

The week of notice is what local trading centres ask for; no national law names it, so it is a warning.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from generator.model import Explanation, Finding, Records
from generator.records.asset import Asset
from generator.rules._common import Report, yuan

NAME = "leases"
EXPLANATION = Explanation(
    title="承租和交易对不上",
    what=(
        "资产资源:承租止不早于承租起,成交不早于公告,没有成交的不写成交日期(错误);两次承租的日期重叠,"
        "写出租、发包却没有正在履行的承租,写自用、闲置却有承租,成交价低于底价,公告到成交不满7天(警告);"
        "承租还没有开始(提示)。"
    ),
    why=(
        "《农村集体经济组织法》第四十五条:集体财产的使用情况及时公布。检查实践:合同到期不收回、低价续租,"
        "是清理村集体合同时查得最多的。7天是各地交易规则常见的要求,法律没有规定,所以是警告。"
    ),
    wrong=(
        "名称: 沿街门面\n使用方式: 出租\n承租:\n"
        "  - {承租单位: 示例商店, 自: 2024-01-01, 至: 2025-12-31}      # 2026年没有续签"
    ),
    right=(
        "名称: 沿街门面\n使用方式: 出租\n承租:\n  - {承租单位: 示例商店, 自: 2024-01-01, 至: 2025-12-31}\n"
        "  - {承租单位: 示例商店, 自: 2026-01-01, 至: 2027-12-31}"
    ),
    mend=(
        "对照合同改正日期。续签的另写一条承租;收回来的把使用方式改为“闲置”或“自用”;分块出租的,"
        "每块写一条资产。确实低于底价的,要有会议决定。"
    ),
    about="项目和资产",
)

_LET = ("出租", "发包")
_KEPT = ("自用", "闲置")
_NOTICE_DAYS = 7


def check(records: Records) -> Iterator[Finding]:
    """The leases by themselves, against how the asset is used, then the deals."""
    for asset in records.of(Asset):
        say = Report(NAME, records, asset)
        yield from _terms(say, asset)
        yield from _running(say, asset)
        yield from _deals(say, asset)


def _terms(say: Report, asset: Asset) -> Iterator[Finding]:
    for index, lease in enumerate(asset.leases):
        if lease.last < lease.first:
            yield say.error(f"承租止 {lease.last} 早于承租起 {lease.first}", "核对合同的起止日期", "承租", index, "至")
    sound = [(index, lease) for index, lease in enumerate(asset.leases) if lease.first <= lease.last]
    ordered = sorted(sound, key=lambda one: (one[1].first, one[1].last))
    for (_, before), (index, lease) in pairwise(ordered):
        if lease.first <= before.last:
            message = f"从 {lease.first} 起的承租与上一次(到 {before.last})重叠"
            yield say.warning(message, "核对起止日期;分块出租的,每块另写一条资产", "承租", index, "自")


def _running(say: Report, asset: Asset) -> Iterator[Finding]:
    today = say.records.today
    runs = any(lease.first <= today <= lease.last for lease in asset.leases)
    if asset.use in _KEPT and runs:
        yield say.warning(f"使用方式写“{asset.use}”,却有正在履行的承租", "改使用方式,或核对承租的起止日期", "使用方式")
    if asset.use not in _LET or runs:
        return
    ended = [(lease.last, index) for index, lease in enumerate(asset.leases) if lease.last < today]
    if any(lease.first > today for lease in asset.leases):
        yield say.note(f"使用方式写“{asset.use}”,承租还没有开始", "承租开始以后就不再提示;日期写错就改正", "使用方式")
    elif ended:
        last, index = max(ended)
        message = f"使用方式写“{asset.use}”,最后一次承租已于 {last} 到期"
        yield say.warning(message, "续签的补一条承租;收回的把使用方式改为“闲置”或“自用”", "承租", index, "至")
    else:
        message = f"使用方式写“{asset.use}”,没有写承租"
        yield say.warning(message, "补上承租单位、起止日期和年租金", "使用方式")


def _deals(say: Report, asset: Asset) -> Iterator[Finding]:
    today = say.records.today
    for index, deal in enumerate(asset.deals):
        if deal.price is not None and deal.floor is not None and deal.price < deal.floor:
            message = f"成交价 {yuan(deal.price)} 低于底价 {yuan(deal.floor)}"
            yield say.warning(message, "核对两个数;确实低于底价的,要有会议决定", "交易", index, "成交价")
        if deal.closed is None:
            continue
        days = (deal.closed - deal.announced).days
        if days < 0:
            message = f"成交日期 {deal.closed} 早于公告日期 {deal.announced}"
            yield say.error(message, "核对两个日期", "交易", index, "成交日期")
        elif days < _NOTICE_DAYS:
            message = f"公告 {deal.announced},成交 {deal.closed},只隔{days}天,一般不少于{_NOTICE_DAYS}天"
            yield say.warning(message, "核对两个日期;当地交易规则另有规定的,按规定", "交易", index, "成交日期")
        if deal.closed > today:
            message = f"成交日期 {deal.closed} 在今天({today})以后"
            yield say.error(message, "成交以后再写成交日期和成交价", "交易", index, "成交日期")
