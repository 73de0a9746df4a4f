"""A schedule that was not kept, or an activity that does not fit its schedule: a gap was not held or not written down."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from generator.mechanisms.rhythm import Plan, Unit, adopted, plans
from generator.model import Explanation, Finding, Records, nearest
from generator.records.activity import Activity
from generator.records.organisation import Organisation
from generator.records.place import Place
from generator.records.schedule import Requirement, Schedule, Stretch
from generator.rules._common import Report

NAME = "rhythm"
EXPLANATION = Explanation(
    title="活动制度没有执行好",
    what=(
        "乡镇执行的制度(三会一课、主题党日等),每一个过去的周期都要有记录(警告,一个组织一年合成一条);"
        "人数没有达到要求、组织或地方不是这个制度的,是警告。类型不在制度里、日期在今天以后、"
        "实到比应到多、日期和期间都写或都不写,是错误;没有在固定日开展、制度没有列进乡镇的“执行制度”,"
        "是提示。"
    ),
    why=(
        "检查实践:三会一课缺次、补记录,是党建检查必看的。缺一个月,要么没有开,要么开了没有记,都要有人去看;"
        "完成率只和记录一样可靠。"
    ),
    wrong=(
        "# 支部委员会会议每月一次,2月没有记录\n- {编号: committee-01, 类型: 支部委员会会议, 日期: 2026-01-05}\n"
        "- {编号: committee-03, 类型: 支部委员会会议, 日期: 2026-03-05}"
    ),
    right=(
        "- {编号: committee-01, 类型: 支部委员会会议, 日期: 2026-01-05}\n"
        "- {编号: committee-02, 类型: 支部委员会会议, 日期: 2026-02-06}\n"
        "- {编号: committee-03, 类型: 支部委员会会议, 日期: 2026-03-05}"
    ),
    mend=(
        "开过的,照会议记录补上活动;没有开的不补、不编,以后按时开。确有原因的,写进 acceptance.yml,"
        "写明理由和谁同意。类型、日期、人数写错的改正。"
    ),
    about="活动、考核和台账",
)

_NAMED = 6  # that many cycles are named in one message
_WEEKDAYS = "一二三四五六日"


def check(records: Records) -> Iterator[Finding]:
    """The schedules themselves, what is missing, then every activity."""
    for schedule in records.of(Schedule):
        yield from _schedule(Report(NAME, records, schedule), schedule)
    for plan in plans(records):
        for unit in plan.units:
            yield from _gaps(Report(NAME, records, unit), plan, unit)
    kept = {(p.township, s.id) for p in records.of(Place) if p.is_top for s in adopted(records, p)}
    for activity in records.of(Activity):
        say = Report(NAME, records, activity)
        yield from _dates(say, activity)
        if activity.present is not None and activity.entitled is not None and activity.present > activity.entitled:
            message = f"实到 {activity.present} 人,比应到 {activity.entitled} 人还多"
            yield say.error(message, "对照签到表,改正应到或实到", "实到")
        named = records.get(Schedule, f"{Schedule.family}/{activity.schedule}")
        if named is not None:
            yield from _scheduled(say, activity, named)
            if (activity.township, named.id) not in kept:
                kept.add((activity.township, named.id))  # said once
                yield _unlisted(say, named)


def _schedule(say: Report, schedule: Schedule) -> Iterator[Finding]:
    if bool(schedule.organisations) == bool(schedule.levels):
        message = f"“{schedule.name}”的“适用组织”和“层级”只写其中一个"
        yield say.error(message, "由组织开展的写适用组织,由乡镇、村开展的写层级", "名称")
    kinds = [requirement.kind for requirement in schedule.requirements]
    for index, kind in enumerate(kinds):
        if kind in kinds[:index]:
            message = f"“{schedule.name}”的要求里“{kind}”写了两次,后一次不算"
            yield say.error(message, "一类会议只写一条要求;确实不同的,类型写成两个名称", "要求", index, "类型")


def _gaps(say: Report, plan: Plan, unit: Unit) -> Iterator[Finding]:
    """One warning a year, naming the cycles."""
    years: dict[int, list[tuple[Stretch, int]]] = defaultdict(list)
    for stretch, held in zip(plan.stretches, plan.kept(unit), strict=True):
        if held < stretch.due:
            years[stretch.start.year].append((stretch, held))
    for year, short in years.items():
        none = [_cycle(plan.requirement, stretch) for stretch, held in short if not held]
        few = [f"{_cycle(plan.requirement, s)}应开展{s.due}次,只有{held}次" for s, held in short if held]
        parts = ([f"{_listed(none, '、')}没有记录"] if none else []) + ([_listed(few, ";")] if few else [])
        message = f"{unit.name} {plan.requirement.kind}:{year}年{';'.join(parts)}"
        yield say.warning(message, "开过的补上活动记录;没有开的不补,以后按时开展", "名称")


def _cycle(requirement: Requirement, stretch: Stretch) -> str:
    day = stretch.start
    match requirement.cycle:
        case "每周":
            return f"{day.month}月{day.day}日起一周"
        case "每月":
            return f"{day.month}月"
        case "每季":
            return f"第{(day.month + 2) // 3}季度"
        case "每半年":
            return "上半年" if day.month == 1 else "下半年"
        case "每年":
            return "全年"


def _listed(words: list[str], mark: str) -> str:
    return mark.join(words[:_NAMED]) + (f"……共{len(words)}处" if len(words) > _NAMED else "")


def _dates(say: Report, activity: Activity) -> Iterator[Finding]:
    if (activity.day is None) == (activity.period is None):
        hint = "一次活动写日期;几次合写一条的写期间和次数"
        yield say.error("“日期”和“期间”要写其中一个,不能都写", hint, "类型" if activity.day is None else "期间")
    for label, start in (("日期", activity.day), ("期间", activity.period.start if activity.period else None)):
        if start is not None and start > say.records.today:
            said = f"{label} {start}" if label == "日期" else f"{label}{activity.period}"
            message = f"“{activity.title}”的{said} 在今天({say.records.today})以后"
            yield say.error(message, "只记已经开展的活动;日期写错就改正", label)
    if activity.day is not None and activity.times > 1:
        message = f"一天写了{activity.times}次"
        yield say.note(message, "一天确实开了几次的不用改;几天的合写一条,把日期换成期间", "次数")


def _unlisted(say: Report, schedule: Schedule) -> Finding:
    message = f"乡镇的“执行制度”里没有“{schedule.name}”,按它开展的活动不算完成率"
    return say.note(message, f"要统计的,在乡镇的“执行制度”里加上 {schedule.id}", "制度")


def _scheduled(say: Report, activity: Activity, schedule: Schedule) -> Iterator[Finding]:
    requirement = schedule.requirement(activity.kind)
    if requirement is None:
        kinds = [one.kind for one in schedule.requirements]
        hint = nearest(activity.kind, kinds) or f"可以写:{'、'.join(kinds)}"
        yield say.error(f"“{schedule.name}”里没有“{activity.kind}”", hint, "类型")
        return
    yield from _keeper(say, activity, schedule)
    yield from _attendance(say, activity, requirement)
    if activity.day is not None and requirement.fixed and not requirement.is_fixed_on(activity.day):
        message = f"“{activity.kind}”固定在{requirement.rhythm},这一次在{_day(activity.day)}"
        yield say.note(message, "改期的在备注里写明原因;日期写错就改正", "日期")


def _keeper(say: Report, activity: Activity, schedule: Schedule) -> Iterator[Finding]:
    place = say.records.get(Place, f"{activity.township}/{Place.family}/{activity.place}")
    if schedule.levels and place is not None and place.level not in schedule.levels:
        message = f"“{schedule.name}”是{'、'.join(schedule.levels)}的制度,{place.name}是{place.level}"
        yield say.warning(message, "改正地方或制度;不按制度开展的,删去“制度”", "地方")
    keepers = schedule.keepers
    if activity.organisation:
        key = f"{activity.township}/{Organisation.family}/{activity.organisation}"
        organisation = say.records.get(Organisation, key)
        if keepers and organisation is not None and organisation.kind not in keepers:
            message = f"“{schedule.name}”是{'、'.join(keepers)}的制度,{organisation.name}是{organisation.kind}"
            yield say.warning(message, "改正组织或制度;不按制度开展的,删去“制度”", "组织")
    elif keepers and len(_candidates(say.records, activity, schedule)) != 1:
        message = f"看不出是哪个{'、'.join(keepers)}开展的,不算完成率"
        yield say.warning(message, "补上“组织: …”", "类型")


def _candidates(records: Records, activity: Activity, schedule: Schedule) -> list[Organisation]:
    """The organisations at the place that could have held it."""
    requirement = schedule.requirement(activity.kind)
    kinds = (requirement and requirement.organisations) or schedule.organisations
    at = records.once(_at).get((activity.township, activity.place), [])
    return [organisation for organisation in at if organisation.kind in kinds]


def _at(records: Records) -> dict[tuple[str, str], list[Organisation]]:
    found: dict[tuple[str, str], list[Organisation]] = defaultdict(list)
    for organisation in records.of(Organisation):
        found[organisation.township, organisation.place].append(organisation)
    return found


def _attendance(say: Report, activity: Activity, requirement: Requirement) -> Iterator[Finding]:
    """Of one meeting alone: several in one record have no one attendance."""
    wanted, present, base = requirement.attendance, activity.present, activity.entitled
    if not wanted or present is None or base is None or activity.times != 1 or present > base:
        return
    if not any(one.met(present, base) for one in wanted):
        needed = "或".join(f"{'超过' if one.above else '达到'}{one.base}人数的 {one.ratio}" for one in wanted)
        message = f"“{activity.kind}”应到 {base} 人,实到 {present} 人,要{needed}"
        yield say.warning(message, "核对签到表;确实不够的,要表决的事不能在这次会上定", "实到")


def _day(day: date) -> str:
    return f"{day.month}月{day.day}日(星期{_WEEKDAYS[day.weekday()]})"
