"""Carried out before the publicity of the decision had ended (F16). Within a procedure, the steps rule says so."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from generator.catalogue import LocalCatalogue, local
from generator.mechanisms.calendars import WorkCalendar
from generator.mechanisms.courses import Taken, course
from generator.model import Explanation, Finding, Record, Records
from generator.records.asset import Asset
from generator.records.form import ProcedureForm
from generator.records.holiday import HolidayYear
from generator.records.procedure import Procedure
from generator.records.project import Project
from generator.records.publication import PublicationRecord
from generator.rules._common import Path, Report
from generator.rules._common.spans import Span, working

NAME = "premature"
EXPLANATION = Explanation(
    title="公示未满即实施",
    what=(
        "项目、资产写了“决策程序”的,决议公示期满以前不能签合同、开工、验收、成交(错误),也不能付款、起租(警告);"
        "还没有公示决议就办的,一样提出来。公示期内有异议没有答复就办的,是警告。设计、勘察、测绘、评估一类的前期费用不算。"
        "程序里面下一步走得太早的,由规则 steps 检查,这里不重复。"
    ),
    why=(
        "检查实践:公示未满即实施,公示就成了走过场。《村民委员会组织法》第三十五条:公布的期限不得少于十五日;"
        "四议两公开要求决议公开期满、没有异议再实施。"
    ),
    wrong="# 决议公开:公示起 2026-04-11,公示止 2026-04-26\n招标: [{标段: 路面, 签订日期: 2026-04-20}]",
    right="# 决议公开:公示起 2026-04-11,公示止 2026-04-26\n招标: [{标段: 路面, 签订日期: 2026-04-28}]",
    mend="核对日期和“决策程序”,写错的改正。确实先办后公示的,照实写,向村民说明原因,并补足公示;以后期满再办。",
    inspection="F16",
)

_WORKS = ("开工", "动工", "施工", "进场", "完工", "竣工", "验收", "交付", "投产", "投入使用")
"""Milestones that belong to carrying out, not to preparing."""
_PREPARING = (
    "设计",
    "勘察",
    "勘测",
    "测绘",
    "测量",
    "评估",
    "咨询",
    "造价",
    "编制",
    "招标代理",
    "可研",
    "公示",
    "公告",
)
"""Payments that come before a decision."""


@dataclass(frozen=True, slots=True)
class _Publicity:
    """The step by which a decision was made public: how long it has to hang, and the first day on which it may be acted on."""

    name: str
    start: date | None
    until: date | None
    needed: Span
    written: bool
    """Whether its end is written, not reckoned."""


@dataclass(frozen=True, slots=True)
class _Act:
    """Something that carries a decision out."""

    words: str
    day: date
    path: Path
    mild: bool = False
    """A payment may be of something else, a lease may begin before it was signed."""


def check(records: Records) -> Iterator[Finding]:
    """Each project and asset that names the procedure by which it was decided."""
    calendar = WorkCalendar.of(records.of(HolidayYear))
    decided: tuple[Project | Asset, ...] = (*records.of(Project), *records.of(Asset))
    for record in decided:
        matter = records.get(Procedure, f"{record.township}/{Procedure.family}/{record.procedure or ''}")
        if matter is None or not matter.steps or matter.stage == "已终止":
            continue
        publicity = _publicity(records, matter, calendar)
        say, acts = Report(NAME, records, record), sorted(_acts(record, matter.steps[0].day), key=lambda act: act.day)
        if publicity is not None:
            yield from _too_early(say, matter, publicity, acts)
        yield from dict.fromkeys(_objected(say, matter, acts))


def _publicity(records: Records, matter: Procedure, calendar: WorkCalendar) -> _Publicity | None:
    """The first publicity after the deciding step, as the form had it; None where the form asks for none."""
    form = records.get(ProcedureForm, f"{ProcedureForm.family}/{matter.form}")
    if form is None:
        return None
    path = course(matter, form, records.today)
    plan = list(enumerate(path.plan))
    deciding = [place for place, rule in plan if rule.decides] or [place for place, rule in plan if rule.vote]
    following = [place for place, rule in plan if deciding and rule.board_days and place > max(deciding)]
    if not following:
        return None
    taken = [one for one in path.rounds[-1] if one.place == following[0]]
    here, rule = local(records, matter.township), path.plan[following[0]]
    if not taken:
        return _Publicity(f"“{rule.name}”", None, None, Span(rule.board_days or 0, working(rule)), written=False)
    return _hung(here, taken[-1], calendar)


def _hung(here: LocalCatalogue, one: Taken, calendar: WorkCalendar) -> _Publicity:
    start, own = one.step.posted or one.step.day, Span(one.rule.board_days or 0, working(one.rule))
    local_days = here.step_days(one.rule, start)
    last = calendar.after(start - timedelta(days=1), own.days)
    end = last + timedelta(days=1) if own.working else start + timedelta(days=own.days)
    needed = own
    if start + timedelta(days=local_days) > end:
        needed, end = Span(local_days, working=False), start + timedelta(days=local_days)
    written = one.step.removed is not None and one.step.removed >= start
    return _Publicity(one.name, start, one.step.removed if written else end, needed, written)


def _acts(record: Project | Asset, since: date) -> Iterator[_Act]:
    """What was carried out; of an asset only what was let since the matter began, for it may have been let before."""
    if isinstance(record, Asset):
        for index, deal in enumerate(record.deals):
            if deal.closed is not None and deal.announced >= since:
                yield _Act("成交", deal.closed, ("交易", index, "成交日期"))
        for index, lease in enumerate(record.leases):
            if lease.first >= since:
                yield _Act("起租", lease.first, ("承租", index, "自"), mild=True)
        return
    for index, lot in enumerate(record.lots):
        if lot.signed is not None:
            yield _Act(f"“{lot.name}”签合同", lot.signed, ("招标", index, "签订日期"))
    for index, one in enumerate(record.milestones):
        if one.reached is not None and any(word in one.name for word in _WORKS):
            yield _Act(f"“{one.name}”", one.reached, ("节点", index, "完成日期"))
    for index, paid in enumerate(record.payments):
        if not any(word in paid.summary for word in _PREPARING):
            yield _Act(f"付“{paid.summary}”", paid.day, ("支付", index, "日期"), mild=True)
    if record.acceptance is not None:
        yield _Act("验收", record.acceptance.day, ("验收", "日期"))


def _too_early(say: Report, matter: Procedure, publicity: _Publicity, acts: list[_Act]) -> Iterator[Finding]:
    """The first act that came too early, a mild one only when it is alone: the others follow from it."""
    early = [act for act in acts if publicity.until is None or act.day < publicity.until]
    act = next((act for act in early if not act.mild), early[0] if early else None)
    if act is None:
        return
    if publicity.start is None or publicity.until is None:
        message = f"{act.words}在 {act.day},“{matter.title}”({matter.id})还没有写{publicity.name}"
        yield say.warning(message, "公示过的,在程序里补上这一步;没有公示的,补足公示,向村民说明", *act.path)
        return
    if act.day < publicity.start:
        how = f"{publicity.start} 才开始公示"
    elif publicity.written:
        how = f"公示到 {publicity.until}"
    else:
        how = f"从 {publicity.start} 起公示,要满{publicity.needed}"
    level = say.warning if act.mild else say.error
    message = f"{act.words}在 {act.day},“{matter.title}”({matter.id})的{publicity.name}{how},公示没有结束就办了"
    yield level(message, "核对日期;公示期满、没有异议再办", *act.path)


def _objected(say: Report, matter: Procedure, acts: list[_Act]) -> Iterator[Finding]:
    """An objection of the time of publicity that nobody had answered when the work went on."""
    for publication in say.records.once(_about).get(matter.key, ()):
        end = publication.removed or date.max
        for objection in publication.objections:
            answered = objection.replied or (objection.day if objection.reply else date.max)
            act = next((act for act in acts if objection.day <= act.day < answered), None)
            if act is not None and objection.day <= end:
                message = f"{act.words}在 {act.day},{objection.day} 公示期内的异议那时还没有答复({publication.id})"
                yield say.warning(message, "先查清、答复异议再办;已经答复的,补上“答复日期”", *act.path)


def _about(records: Records) -> dict[str, list[PublicationRecord]]:
    """Key of a matter → the publications of it that somebody objected to."""
    found: dict[str, list[PublicationRecord]] = defaultdict(list)
    for publication in records.of(PublicationRecord):
        for name in publication.records if publication.objections else ():
            record: Record | None = records.find(f"{publication.township}/{name}")
            if isinstance(record, Procedure):
                found[record.key].append(publication)
    return found
