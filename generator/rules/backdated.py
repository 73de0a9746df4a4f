"""Signed in the wrong order, before it happened, after it was posted, or in the future (F14)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from generator.catalogue import local
from generator.model import Explanation, Finding, Period, Record, Records
from generator.records.activity import Activity
from generator.records.article import Article
from generator.records.finance import Finance
from generator.records.item import DisclosureItem
from generator.records.publication import PublicationRecord
from generator.rules._common import Path, Report

NAME = "backdated"
EXPLANATION = Explanation(
    title="日期倒签",
    what=(
        "公开记录里的日期前后对不对:先提出、审核、审批,再上墙、上网(错误);审核、审批、上墙、上网不能早于账目的"
        "期末、活动那天或这一期的开头(警告);更正、撤回不能早于公开(错误);签字、收到异议、答复、更正、撤回的日期不能在今天以后"
        "(错误),准备上墙、上网的日期可以(提示);同一事项四期以上在同一天审批(警告)。不看文件保存的时间:"
        "文件一复制时间就变,换一台电脑结果就不一样。"
    ),
    why=(
        "检查实践:日期倒签、事后补手续属于弄虚作假,一票否决。先提出、审核、审批再公开,见《中国共产党党务公开条例"
        "(试行)》关于公开程序的规定;《村民委员会组织法》第三十五条要求公布的事项真实。"
    ),
    wrong="审批: {职务: 村党支部书记, 日期: 2026-04-12}\n上墙日期: 2026-04-10",
    right="审批: {职务: 村党支部书记, 日期: 2026-04-09}\n上墙日期: 2026-04-10",
    mend="对照签字的原件核对日期,写错的改正。确实先贴后签的,照实写,补办手续后重新张贴,另写一条公开记录。",
    inspection="F14",
)

_Dated = tuple[str, date, Path]
"""Word, day and path of a dated act."""
_PERIODIC = ("每月", "每季", "每半年")
"""What is published of a month or a quarter; a year's goals and plans are published before it."""
_AT_ONCE = 4
"""Periods approved on one day: three months may be published together once a quarter, a fourth never."""


def check(records: Records) -> Iterator[Finding]:
    """Each act of publishing, then those approved on one day."""
    for publication in records.of(PublicationRecord):
        say = Report(NAME, records, publication)
        yield from _order(say, publication)
        yield from _before(say, publication)
        yield from _afterwards(say, publication)
        yield from _future(say, publication)
    yield from _at_once(records)


def _signatures(publication: PublicationRecord) -> list[_Dated]:
    stages = (("提出", publication.proposed), ("审核", publication.reviewed), ("审批", publication.approved))
    return [(label, signed.day, (label, "日期")) for label, signed in stages if signed is not None]


def _shown(publication: PublicationRecord) -> list[_Dated]:
    days = (("上墙日期", publication.posted), ("上网日期", publication.web))
    return [(label, day, (label,)) for label, day in days if day is not None]


def _order(say: Report, publication: PublicationRecord) -> Iterator[Finding]:
    signed = _signatures(publication)
    for before, after in pairwise(signed):
        yield from _early(say, before, after)
    for shown in _shown(publication) if signed else ():
        yield from _early(say, max(signed, key=lambda one: one[1]), shown)


def _early(say: Report, before: _Dated, after: _Dated) -> Iterator[Finding]:
    if after[1] < before[1]:
        message = f"{after[0]} {after[1]} 早于{before[0]} {before[1]}"
        yield say.error(message, "核对日期;先提出、审核、审批,再上墙、上网,日期不能倒签", *after[2])


def _before(say: Report, publication: PublicationRecord) -> Iterator[Finding]:
    """The first act that came before what it is about had ended; a draft may be proposed earlier."""
    acts = [one for one in _signatures(publication) if one[0] != "提出"] + _shown(publication)
    ended = max(_ended(say.records, publication), default=None)
    early = next((act for act in acts if ended and act[1] < ended[0]), None)
    if early is not None and ended is not None:
        day, what = ended
        message = f"{early[0]} {early[1]} 早于{what} {day}"
        yield say.warning(message, "那一天以后才有完整的内容;核对日期和期间", *early[2])


def _ended(records: Records, publication: PublicationRecord) -> Iterator[tuple[date, str]]:
    """The days on which what is published had ended, and what each is called."""
    keys = (f"{DisclosureItem.family}/{name}" for name in publication.items)  # wherever a local rule has put the item
    items = [item for item in (records.get(DisclosureItem, key) for key in keys) if item is not None]
    if publication.period is not None and items and all(item.frequency in _PERIODIC for item in items):
        accounts = all(item.category == "财务公开" for item in items)
        yield (publication.period.end, "期末") if accounts else (publication.period.start, "这一期的第一天")
    for name in publication.records:
        record = records.find(f"{publication.township}/{name}")
        if record is not None:
            yield from _past(record)


def _past(record: Record) -> Iterator[tuple[date, str]]:
    """The day of what cannot be told beforehand; a matter or a project is published while it goes on."""
    match record:
        case Finance():
            yield record.period.end, "账目期末"
        case Activity() if record.day is not None:
            yield record.day, "活动日期"
        case Article():
            yield record.day, "成文日期"


def _afterwards(say: Report, publication: PublicationRecord) -> Iterator[Finding]:
    done = publication.done
    later: list[_Dated] = [("更正日期", one.day, ("更正", i, "日期")) for i, one in enumerate(publication.corrections)]
    if publication.withdrawn is not None:
        later.append(("撤回日期", publication.withdrawn.day, ("撤回", "日期")))
    for label, day, path in later:
        if done is not None and day < done:
            yield say.error(f"{label} {day} 早于公开的日期 {done}", "核对两个日期;公开以前改内容不算更正", *path)


def _future(say: Report, publication: PublicationRecord) -> Iterator[Finding]:
    """What is signed, received or answered has happened; hanging on the board may be planned."""
    today = say.records.today
    for label, day, path in (*_signatures(publication), *_happened(publication)):
        if day > today:
            yield say.error(f"{label} {day} 在今天({today})以后", "还没有办的事先不写;日期写错就改正", *path)
    for label, day, path in _shown(publication):
        if day > today:
            yield say.note(f"{label} {day} 还没有到,到那天才算公开", "按计划公开后,再核对一次日期", *path)


def _happened(publication: PublicationRecord) -> Iterator[_Dated]:
    for index, objection in enumerate(publication.objections):
        yield "异议日期", objection.day, ("异议", index, "日期")
        if objection.replied is not None:
            yield "答复日期", objection.replied, ("异议", index, "答复日期")
    for index, correction in enumerate(publication.corrections):
        yield "更正日期", correction.day, ("更正", index, "日期")
    if publication.withdrawn is not None:
        yield "撤回日期", publication.withdrawn.day, ("撤回", "日期")


def _at_once(records: Records) -> Iterator[Finding]:
    """Many periods of one item approved on one day: the papers of months made up at once."""
    together: dict[tuple[str, str, str, date], dict[Period, PublicationRecord]] = defaultdict(dict)
    for publication in records.of(PublicationRecord):
        written = publication.period is not None and publication.exempt is None  # a whole year may be excused at once
        if written and publication.approved is not None and publication.period is not None:
            for name in publication.items:
                key = (publication.township, publication.place, name, publication.approved.day)
                together[key].setdefault(publication.period, publication)
    reported: set[str] = set()
    for (township, _, about, day), periods in together.items():
        last = periods[max(periods)]
        if len(periods) < _AT_ONCE or last.key in reported:
            continue
        reported.add(last.key)
        item = local(records, township).item(about)
        span = f"{min(periods)}到{max(periods)}"
        message = f"{day} 一天审批了“{item.name if item else about}”的{len(periods)}期({span}),像是一次补签的"
        hint = "对照签字的原件,照实写每一期的日期;确实一起补办的,在“备注”里写明原因"
        yield Report(NAME, records, last).warning(message, hint, "审批", "日期")
