"""An objection without a reply, or with one that is late or says nothing (F17)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date

from generator.catalogue import local
from generator.model import Explanation, Finding, Records, fold
from generator.records.procedure import Procedure, Step
from generator.records.publication import Objection, PublicationRecord
from generator.rules._common import Report

NAME = "unanswered"
EXPLANATION = Explanation(
    title="异议没有答复",
    what=(
        "公开后收到的异议:过了答复期限没有答复(警告)、晚了才答复(提示)、答复日期早于提出日期(错误)、"
        "只写答复日期或只写答复内容(警告)、答复只有“已阅”“收到”一类的话(警告)。公示最后一天收到的也要答复;"
        "公示的步骤写了“没有收到异议”,公开记录里却有公示期内的异议,也提出来(警告)。"
        "期限按地方规定的“答复天数”,地方没有规定的按10天。"
    ),
    why=(
        "《村民委员会组织法》第三十五条:村民委员会应当接受村民的查询;第三十六条:不及时公布或者公布的事项不真实的,"
        "村民可以向乡镇、县级反映。法律没有写几天答复,由地方规定。检查实践:异议没有答复,等于没有公示。"
    ),
    wrong="异议:\n  - {日期: 2026-09-02, 内容: 路面宽度是多少}",
    right="异议:\n  - {日期: 2026-09-02, 内容: 路面宽度是多少, 答复: 宽三米五, 答复日期: 2026-09-04}",
    mend="查清后当面或书面答复,写上“答复”和“答复日期”;确有问题的,写“更正”。公示期内有异议的,答复完再往下办。",
    inspection="F17",
)

_REPLY_DAYS = 10
"""Where no local rule says how soon."""
_EMPTY = frozenset({"已阅", "收到", "知道了", "已答复", "已回复", "已办", "无", "已处理"})
_NONE = re.compile(r"(?:没有|没|未)(?:收到|接到)?(?:任何|书面)?异议|无异议")


def check(records: Records) -> Iterator[Finding]:
    """Each objection by itself, then what the steps of the matter say about it."""
    for publication in records.of(PublicationRecord):
        if not publication.objections:
            continue
        say = Report(NAME, records, publication)
        for index, objection in enumerate(publication.objections):
            yield from _replied(say, index, objection)
            yield from _in_time(say, publication, index, objection)
        for name in publication.records:
            matter = records.get(Procedure, f"{publication.township}/{name}")
            if matter is not None:
                yield from _denied(Report(NAME, records, matter), matter, publication)


def _replied(say: Report, index: int, objection: Objection) -> Iterator[Finding]:
    """A reply has a day and says something."""
    if objection.replied is not None and objection.replied < objection.day:
        message = f"答复日期 {objection.replied} 早于异议提出的日期 {objection.day}"
        yield say.error(message, "核对两个日期", "异议", index, "答复日期")
    if objection.reply is None and objection.replied is not None:
        message = f"{objection.day} 提出的异议写了答复日期,没有写答复了什么"
        yield say.warning(message, "写上“答复”;还没有答复的,删去答复日期", "异议", index, "答复日期")
    elif objection.reply is not None and objection.replied is None:
        message = f"{objection.day} 提出的异议写了答复,没有写答复日期,看不出按不按期"
        yield say.warning(message, "补上“答复日期”", "异议", index, "答复")
    elif objection.reply is not None and fold(objection.reply).strip(" 。.!") in _EMPTY:
        message = f"{objection.day} 提出的异议,答复只写“{objection.reply}”,没有回答问题"
        yield say.warning(message, "写明查的结果:是什么、为什么、怎么办", "异议", index, "答复")


def _in_time(say: Report, publication: PublicationRecord, index: int, objection: Objection) -> Iterator[Finding]:
    allowed, waiting = _allowed(say.records, publication, objection.day), (say.records.today - objection.day).days
    if objection.reply is None and objection.replied is None and waiting > allowed:
        message = f"{objection.day} 提出的异议已经{waiting}天没有答复,应当在{allowed}天内答复"
        yield say.warning(message, "查清后答复,写上“答复”和“答复日期”", "异议", index, "日期")
    elif objection.replied is not None and (days := (objection.replied - objection.day).days) > allowed:
        message = f"{objection.day} 提出的异议过了{days}天才答复,应当在{allowed}天内答复"
        yield say.note(message, "以后在期限内答复;日期写错就改正", "异议", index, "答复日期")


def _allowed(records: Records, publication: PublicationRecord, day: date) -> int:
    here = local(records, publication.township)
    local_days = (here.reply_days(item, day) for item in publication.items)
    return min((days for days in local_days if days is not None), default=_REPLY_DAYS)


def _denied(say: Report, matter: Procedure, publication: PublicationRecord) -> Iterator[Finding]:
    """A step that says nobody objected during its publicity; its first and its last day belong to it."""
    for index, step in enumerate(matter.steps):
        if step.posted is None or not _NONE.search(step.outcome or ""):
            continue
        for day in _during(step, publication):
            message = f"“{step.name}”写没有收到异议,公开记录里有 {day} 提出的一条({publication.id})"
            hint = "公示期从第一天到最后一天收到的都算,口头的也算;核对后改写这一步的“内容”"
            yield say.warning(message, hint, "步骤", index, "内容")


def _during(step: Step, publication: PublicationRecord) -> list[date]:
    """The days of the objections made while the step was posted, each once."""
    last = step.removed or date.max
    days: Mapping[date, None] = {one.day: None for one in publication.objections}
    return [day for day in days if step.posted is not None and step.posted <= day <= last]
