"""Two computed figures of one name, or one whose name prose cannot take: of two only the first would be kept."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.mechanisms.rhythm import DUE, HELD, RATE, labels, named
from generator.model import Explanation, Finding, Record, Records
from generator.records.chart import Chart
from generator.records.form import ProcedureForm
from generator.records.ledger import Ledger
from generator.records.metric import Metric
from generator.records.scale import GradeScale
from generator.records.schedule import Schedule
from generator.records.vocabulary import Vocabulary
from generator.rules._common import Path, Report

NAME = "names"
EXPLANATION = Explanation(
    title="统计的名称重复或不能用",
    what=(
        "台账、程序、等次标准、活动制度、活动类型、科目表和统计口径算出来的数,名称都由它们的名称组成;"
        "不能两样算出同一个名称,名称要以汉字或字母开头,能在材料里取数。都是错误。"
    ),
    why="检查实践:一个数两个说法。看到“问题清单整改率”,要知道是哪一本台账的;重名的只留下一个,另一个悄悄没有了。",
    wrong=(
        "- {编号: problems, 名称: 问题清单}\n- {编号: hotline, 名称: 12345热线}\n"
        "- {编号: problems-again, 名称: 问题清单}"
    ),
    right=(
        "- {编号: problems, 名称: 问题清单}\n- {编号: hotline, 名称: 热线12345}\n"
        "- {编号: tour-problems, 名称: 巡察问题清单}"
    ),
    mend="给后一个换一个名称,写明是哪一种;数字开头的,把字写在前面,例如 热线12345。",
    about="目录和统计",
)


@dataclass(frozen=True)
class _Name:
    """The name of a figure, the record and the value that it comes from; those of one maker are one figure."""

    text: str
    record: Record
    path: Path
    maker: tuple[str, str]


def check(records: Records) -> Iterator[Finding]:
    """Every name against those before it; of each maker only the first that is wrong."""
    first: dict[str, _Name] = {}
    told: set[tuple[str, str]] = set()
    for name in names_made(records):
        bare = re.sub(r"\W", "", name.text)
        before = first.setdefault(bare, name)
        if name.maker in told:
            continue
        say = Report(NAME, records, name.record)
        if not bare.isidentifier():
            told.add(name.maker)
            hint = "名称用汉字或字母开头,例如把 12345热线 写成 热线12345"
            yield say.error(f"统计的名称“{name.text}”不能在材料里取数", hint, *name.path)
        elif before is not name and not _is_one(before, name):
            told.add(name.maker)
            whose = f"{before.record.label}({records.where(before.record)})" if before.maker != name.maker else "它自己"
            message = f"统计的名称“{name.text}”与{whose}的重复,只会算出一个"
            yield say.error(message, "改一个名称", *name.path)


def _is_one(before: _Name, name: _Name) -> bool:
    """Whether both are one figure, or two metrics, of which the rule `metrics` speaks."""
    if isinstance(name.record, Metric):
        return isinstance(before.record, Metric)
    return before.maker == name.maker and not isinstance(name.record, (Ledger, GradeScale))


def names_made(records: Records) -> Iterator[_Name]:
    """Every name; those that are hardest to change come first, metrics last, as they are worked out."""
    for chart in records.of(Chart):
        figures = (row.figure for statement in chart.statements for row in statement.rows)
        yield from (_Name(figure, chart, ("名称",), ("chart", "")) for figure in figures if figure)
    for form in records.of(ProcedureForm):  # two procedures of one name are counted as one
        yield from (_Name(text, form, ("名称",), ("form", form.spoken)) for text in form.gives)
    sources: tuple[GradeScale | Ledger, ...] = (*records.of(GradeScale), *records.of(Ledger))
    for source in sources:
        yield from (_Name(text, source, ("名称",), (source.family, source.id)) for text in source.gives)
    yield from _rhythms(records)
    yield from _activities(records)
    for metric in records.of(Metric):
        if not metric.lacks:
            yield from (_Name(text, metric, ("名称",), ("metric", metric.id)) for text in metric.gives)


def _rhythms(records: Records) -> Iterator[_Name]:
    """Of each schedule as a whole, and of each of its kinds of meeting."""
    for schedule in records.of(Schedule):
        words = [labels(records)[schedule.id, requirement.kind] for requirement in schedule.distinct]
        for word in dict.fromkeys((schedule.name, *words)):
            for ending in (DUE, HELD, RATE):
                yield _Name(named(word, ending), schedule, ("名称",), ("schedule", schedule.id))


def _activities(records: Records) -> Iterator[_Name]:
    """Of each kind of activity; a schedule and a vocabulary may name the same."""
    kinds: dict[str, tuple[Record, Path]] = {}
    for schedule in records.of(Schedule):
        for index, requirement in enumerate(schedule.requirements):
            kinds.setdefault(requirement.kind, (schedule, ("要求", index, "类型")))
    for vocabulary in records.of(Vocabulary):
        if (vocabulary.data, vocabulary.field) == ("activity", "类型"):
            for index, word in enumerate(vocabulary.words):
                kinds.setdefault(word, (vocabulary, ("词", index)))
    for kind, (record, path) in kinds.items():
        yield from (_Name(named(kind, ending), record, path, ("activity", kind)) for ending in ("次数", "人次"))
