"""An assessment that does not follow from its scale. A worse grade than the score reaches is right where the better one was full."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from generator.figures import plain, rounded
from generator.mechanisms.ranks import grade_of, took_part
from generator.model import Explanation, Finding, Records, nearest
from generator.records.assessment import Assessment, Result
from generator.records.place import Place
from generator.records.scale import GradeScale
from generator.rules._common import Report

NAME = "grades"
EXPLANATION = Explanation(
    title="考核与等次标准不符",
    what=(
        "等次、项目、轮次要是标准里有的;得分不超过满分,等于明细相加(或平均),对得上写的等次;"
        "参评的不多于应评的,一等不超过上限,一个人不考核两次(错误)。评为不合格、没有写结果运用的,是警告;"
        "有人没有参评、同一期的主题不同的,是提示。标准里的等次从好到差写,下限一等比一等低(错误)。"
    ),
    why="检查实践:考核结果和分数对不上、优秀超比例。评上什么关系到表彰、报酬和去留,各支部之间还要比。",
    wrong="标准: hundred\n期间: 2025\n结果:\n  - {姓名: 甲示例, 得分: 102, 等次: 优秀}      # 满分100",
    right="标准: hundred\n期间: 2025\n结果:\n  - {姓名: 甲示例, 得分: 92, 等次: 优秀}",
    mend=(
        "对照计分表、测评票改正。没有参评的不列等次,在“说明”里写原因。超过上限的,多出来的列入下一等。"
        "满分、等次有变的,改等次标准。"
    ),
    about="活动、考核和台账",
)


def check(records: Records) -> Iterator[Finding]:
    """The scales by themselves, then each assessment against its scale."""
    for scale in records.of(GradeScale):
        yield from _scale(Report(NAME, records, scale), scale)
    seen: dict[tuple[object, ...], Assessment] = {}
    for assessment in records.of(Assessment):
        say = Report(NAME, records, assessment)
        yield from _again(say, assessment, seen)
        used = records.get(GradeScale, f"{GradeScale.family}/{assessment.scale}")
        if used is not None:  # that it is missing, the references rule says
            yield from _results(say, used, assessment)
            yield from _counted(say, used, assessment)


def _scale(say: Report, scale: GradeScale) -> Iterator[Finding]:
    names = Counter(grade.name for grade in scale.grades)
    for index, grade in enumerate(scale.grades):
        if names[grade.name] > 1:
            yield say.error(f"等次“{grade.name}”写了{names[grade.name]}次", "删去重复的等次", "等次", index, "等次")
    for index, (better, worse) in enumerate(pairwise(scale.grades)):
        if scale.by_score and (better.least is None or (worse.least is not None and worse.least >= better.least)):
            message = f"“{worse.name}”写在“{better.name}”后面,下限却不比它低"
            yield say.error(
                message, "等次从好到差写,下限一等比一等低;只有最后一等可以不写下限", "等次", index + 1, "等次"
            )


def _again(say: Report, assessment: Assessment, seen: dict[tuple[object, ...], Assessment]) -> Iterator[Finding]:
    one = assessment
    same = seen.setdefault((one.township, one.place, one.organisation, one.scale, one.period, one.title), one)
    if same is not one:
        message = f"与 {say.records.where(same)} 是同一次考核,会统计两遍"
        yield say.error(message, "删去一条;不是同一次的,在“主题”里写明", "主题")
        return
    other = seen.setdefault((one.township, one.place, one.scale, one.period), one)
    if other.title != one.title:
        message = f"与 {say.records.where(other)} 同一地方、同一期、同一标准,主题不同,统计时按主题分开,不相加"
        yield say.note(message, "是同一次考核的,删去一条或把“主题”写成一样", "主题")


def _results(say: Report, scale: GradeScale, assessment: Assessment) -> Iterator[Finding]:
    named: dict[tuple[str, str, str], int] = {}
    for index, result in enumerate(assessment.results):
        subject = (result.place or "", result.subject or "", result.person or "")
        if any(subject) and named.setdefault(subject, index) != index:
            hint = f"删去一条;同名的人在“名称”里写明是谁,第一次写在第{named[subject] + 1}条"
            yield say.error(f"“{_who(say, result)}”考核了两次", hint, "结果", index)
        yield from _grade(say, scale, result, index)
        yield from _parts(say, scale, result, index)


def _grade(say: Report, scale: GradeScale, result: Result, index: int) -> Iterator[Finding]:
    path, who, score = ("结果", index), _who(say, result), result.score
    if score is not None and scale.full is not None and score > scale.full:
        message = f"“{who}”得{_points(scale, score)},超过满分{_points(scale, scale.full)}"
        yield say.error(message, "核对得分;满分有变的,改等次标准", *path, "得分")
    if result.grade is not None and scale.named(result.grade) is None:
        yield _unknown(say, scale, result.grade, *path, "等次")
    elif result.grade is not None and score is not None and not _reached(scale, result.grade, score):
        reached = scale.grade(score)
        message = f"“{who}”得{_points(scale, score)},{f'应当是“{reached.name}”' if reached else '不到任何一等'}"
        yield say.error(f"{message},等次却写“{result.grade}”", "核对得分和等次", *path, "等次")
    grade = scale.named(grade_of(scale, result))
    if grade is not None and not grade.passing and result.followed is None:
        hint = f"在“结果运用”里写明怎样处理{f',按标准应当:{grade.consequence}' if grade.consequence else ''}"
        yield say.warning(f"“{who}”评为“{grade.name}”,没有写结果运用", hint, *path)


def _reached(scale: GradeScale, name: str, score: Decimal) -> bool:
    """Whether the score leads to the grade: it is the grade, or a worse one because the better was full."""
    if not scale.by_score:
        return True
    reached = scale.grade(score)
    if reached is None or reached.name == name:
        return reached is not None
    names = [grade.name for grade in scale.grades]
    between = scale.grades[names.index(reached.name) : names.index(name)]
    return bool(between) and all(grade.cap is not None for grade in between)


def _parts(say: Report, scale: GradeScale, result: Result, index: int) -> Iterator[Finding]:
    points = {criterion.name: criterion.points for criterion in scale.criteria}
    known = [*points, *scale.rounds]
    for number, part in enumerate(result.scores):
        path = ("结果", index, "明细", number)
        most = points.get(part.name)
        if known and part.name not in known:
            hint = nearest(part.name, known) or f"可以写:{'、'.join(known)}"
            yield say.error(f"“{scale.name}”没有“{part.name}”这一项", hint, *path, "项目")
        elif most is not None and part.points > most:
            message = f"“{part.name}”得{_points(scale, part.points)},这一项最多{_points(scale, most)}"
            yield say.error(message, "核对这一项的得分", *path, "分数")
    if not result.scores or result.score is None:
        return
    total = sum((part.points for part in result.scores), Decimal(0))
    mean = scale.combined == "平均" and all(part.name in scale.rounds for part in result.scores)
    if mean:
        total = rounded(total / len(result.scores), max(-int(result.score.as_tuple().exponent), 0))
    if total != result.score:
        message = (
            f"“{_who(say, result)}”的明细{'平均' if mean else '相加'}是{plain(total)},得分却写{plain(result.score)}"
        )
        yield say.error(message, "核对明细和得分", "结果", index, "得分")


def _counted(say: Report, scale: GradeScale, assessment: Assessment) -> Iterator[Finding]:
    listed = Counter(grade_of(scale, result) for result in assessment.results if took_part(result))
    counts: Counter[str] = Counter()
    for index, row in enumerate(assessment.counts):
        if scale.named(row.grade) is None:
            yield _unknown(say, scale, row.grade, "等次人数", index, "等次")
        counts[row.grade] += row.count
        if listed[row.grade] and listed[row.grade] != row.count:
            unit = scale.unit
            message = f"“{row.grade}”在等次人数里是{row.count}{unit},在结果里有{listed[row.grade]}{unit}"
            yield say.error(message, "以汇总表为准,改成一致", "等次人数", index, "人数")
    if assessment.counts:
        for name in sorted(name for name in listed if name and name not in counts and scale.named(name)):
            yield say.error(f"结果里有“{name}”,等次人数里没有", "在等次人数里补上这一等", "等次人数")
    yield from _coverage(say, scale, assessment, sum((counts or listed).values()))
    yield from _caps(say, scale, counts if assessment.counts else listed)


def _coverage(say: Report, scale: GradeScale, assessment: Assessment, took: int) -> Iterator[Finding]:
    entitled, unit = assessment.entitled, scale.unit
    if entitled is None or took == entitled:
        return
    message = f"参评{took}{unit},应评{entitled}{unit}"
    if took > entitled:
        yield say.error(f"{message},参评的比应评的还多", "核对应评和各等次的数", "应评")
    else:
        hint = "原因写在“说明”里了,核对即可" if assessment.note else "在“说明”里写明为什么没有参评"
        yield say.note(f"{message},有{entitled - took}{unit}没有参评", hint, "应评")


def _caps(say: Report, scale: GradeScale, counts: Counter[str]) -> Iterator[Finding]:
    took = sum(counts.values())
    for grade in scale.grades:
        if grade.cap is not None and took and counts[grade.name] * 100 > grade.cap * took:
            share = rounded(Decimal(100 * counts[grade.name]) / took, 2)
            message = f"“{grade.name}”{counts[grade.name]}{scale.unit},占参评{took}{scale.unit}的{plain(share)}%"
            yield say.error(f"{message},超过上限{plain(grade.cap)}%", "减少这一等,多出来的列入下一等", "标准")


def _unknown(say: Report, scale: GradeScale, name: str, *path: str | int) -> Finding:
    names = [grade.name for grade in scale.grades]
    hint = nearest(name, names) or (f"等次有:{'、'.join(names)}" if names else "这个标准不分等次,删去等次")
    return say.error(f"“{scale.name}”没有“{name}”这一等", hint, *path)


def _points(scale: GradeScale, score: Decimal) -> str:
    return f"{plain(score)}{scale.measure}"


def _who(say: Report, result: Result) -> str:
    place = say.records.get(Place, f"{say.record.township}/{Place.family}/{result.place}")
    return result.subject or result.person or (place.name if place else result.place) or "没有写名称的"
