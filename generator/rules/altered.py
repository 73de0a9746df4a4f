"""A published record that was changed without saying so (F14)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from functools import cached_property
from typing import Any

from generator.catalogue import local
from generator.mechanisms.fingerprints import fingerprints
from generator.model import Explanation, Finding, Record, Records, fold
from generator.records.asset import Asset
from generator.records.issue import Issue
from generator.records.item import DisclosureItem
from generator.records.organisation import Organisation
from generator.records.procedure import Procedure
from generator.records.project import Project
from generator.records.publication import Correction, PublicationRecord
from generator.rules._common import Report
from generator.rules._common.kept import grown, reopened

NAME = "altered"
EXPLANATION = Explanation(
    title="公开后改过,没有写更正",
    what=(
        "公开时记下各字段内容的“指纹”,以后内容变了、更正里又没有写这一项的,是错误;正在办的事(程序、项目、台账、资产、"
        "组织)以后添的步骤、进展不算改,已经公开的步骤不能改(错误),别的变化是警告或提示。更正写的“改为”和记录里现在的不一样,是警告,"
        "记录改过而更正对不上的是错误;手写的更正没有更新指纹,同一个地方有的公开有指纹、有的没有,是提示。同一条记录重新公开过的,只看最后一次。"
        "不看文件保存的时间:文件一复制时间就变,换一台电脑结果就不一样。"
    ),
    why=(
        "检查实践:公开以后悄悄改数属于弄虚作假,一票否决。《村民委员会组织法》第三十五条要求公布的事项真实,"
        "改了就要让看过的人知道改了什么、为什么改。"
    ),
    wrong="# 3月的表公开以后,记录里的“支出合计”由 2400.00 改成 2600.00,公开记录里没有“更正”",
    right="更正:\n  - {日期: 2026-04-20, 更正项: 支出合计, 原为: 2400.00, 改为: 2600.00, 理由: 漏记一笔, 职务: 村党支部书记}",
    mend="不该改的,改回公开时的内容;该改的,用 gongkai correct 写更正(手写也可以),并在公开栏上贴更正。",
    inspection="F14",
)

_LIVING = (Procedure, Project, Issue, Asset, Organisation)
"""They go on after they were published; steps already published stay as they are."""


@dataclass(frozen=True)
class _Published:
    """A record beside what its latest publication said of it."""

    records: Records
    publication: PublicationRecord
    record: Record

    @cached_property
    def name(self) -> str:
        return f"{self.record.family}/{self.record.id}"

    @cached_property
    def items(self) -> tuple[DisclosureItem, ...]:
        here = local(self.records, self.publication.township)
        named = (here.item(name) for name in self.publication.items)
        return tuple(item for item in named if item is not None and item.applies(self.record))

    @cached_property
    def before(self) -> Mapping[str, str]:
        """Label → fingerprint when it was published; empty when nobody wrote any."""
        return next((dict(one.fields) for one in self.publication.fingerprints if one.record == self.name), {})

    @cached_property
    def now(self) -> Mapping[str, str]:
        return fingerprints(self.record, self.items)

    @cached_property
    def corrected(self) -> Mapping[str, tuple[int, Correction]]:
        """Label → the last correction that names it, or something below it: `支出.金额`, `支出第2行`."""
        found = {}
        labels = [str(field.alias) for field in type(self.record).model_fields.values()]
        for index, correction in enumerate(self.publication.corrections):
            if correction.record in (None, self.name):
                said = fold(correction.field)
                label = max((label for label in labels if said.startswith(fold(label))), key=len, default="")
                found[label] = (index, correction)
        return found

    def value(self, label: str) -> tuple[str, Any]:
        """The name of the field with this label, and what it holds."""
        fields = type(self.record).model_fields.items()
        name = next((name for name, field in fields if field.alias == label), "")
        return name, getattr(self.record, name, None)


def check(records: Records) -> Iterator[Finding]:
    """Each record by its latest publication, then the publications that bear no fingerprints."""
    for one in records.once(_latest).values():
        yield from _changed(one)
        yield from _corrections(one)
    yield from _without(records)


def _latest(records: Records) -> dict[str, _Published]:
    """Key of a record → the publication by which it was last published and not taken back."""
    found: dict[str, _Published] = {}
    for publication in records.of(PublicationRecord):
        day = publication.done
        waiting = day is None or day > records.today or not (publication.approved or publication.fingerprints)
        if day is None or waiting or publication.withdrawn is not None:
            continue
        for name in publication.records:
            record = records.find(f"{publication.township}/{name}")
            last = found.get(record.key) if record is not None else None
            if record is not None and (last is None or (last.publication.done or date.min) <= day):
                found[record.key] = _Published(records, publication, record)
    return found


def _changed(one: _Published) -> Iterator[Finding]:
    if not one.before:
        return
    for label in dict.fromkeys((*one.before, *one.now)):
        if one.before.get(label) == one.now.get(label):
            continue
        if label not in one.corrected:
            yield from _silently(one, label)
        else:
            yield from _spoken_of(one, label, *one.corrected[label])


def _spoken_of(one: _Published, label: str, index: int, correction: Correction) -> Iterator[Finding]:
    """A change of a field that has a correction, which may or may not be this change."""
    said = Report(NAME, one.records, one.publication)
    if not _whole(label, correction) or _hidden(correction):
        message = f"“{label}”有 {correction.day} 的更正,内容和指纹却对不上:手写的更正没有更新指纹,或更正以后又改过"
        yield said.warning(message, "核对后用 gongkai correct 写更正,指纹会跟着更新", "更正", index, "更正项")
    elif _agrees(one, label, correction):
        message = f"“{label}”有 {correction.day} 的更正,指纹还是更正以前的,以后再改看不出来"
        yield said.note(message, "核对后用 gongkai correct 写更正,指纹会跟着更新", "更正", index, "更正项")
    else:
        message = (
            f"“{label}”在 {one.publication.done} 公开({one.publication.id})以后改过,更正写的是改为“{correction.new}”"
        )
        hint = "改正记录,或改正“改为”;后来又改的,用 gongkai correct 再写一条更正"
        yield Report(NAME, one.records, one.record).error(message, hint, label)


def _silently(one: _Published, label: str) -> Iterator[Finding]:
    """A change that no correction names: wrong where it was over, doubtful where the matter goes on."""
    name, value = one.value(label)
    living = isinstance(one.record, _LIVING)
    if (label not in one.now and value not in (None, ())) or reopened(
        one.record, label, one.before.get(label, ""), one.items
    ):
        return  # the catalogue has changed, not the record
    if (living and grown(one.record, name, label, one.before.get(label, ""), one.items)) or (
        label not in one.before and not isinstance(value, tuple)
    ):
        return  # nothing that was published has gone
    how = "写上的" if label not in one.before else "删去的" if value in (None, ()) else "改过的"
    message = f"“{label}”是 {one.publication.done} 公开({one.publication.id})以后{how},没有写更正"
    hint = "不该改的改回去;该改的用 gongkai correct 写更正"
    say = Report(NAME, one.records, one.record)
    if label not in one.before:
        yield say.note(message, "后来补写的用 gongkai correct 写更正;目录新放开的,不用改", label)
    elif not living:
        yield say.error(message, hint, label)
    elif isinstance(value, tuple):
        level = say.error if isinstance(one.record, Procedure) else say.warning
        yield level(message, f"{hint};有了新的进展,再公开一次", label)
    else:
        yield say.note(message, "有了新的进展,再公开一次;改错的用 gongkai correct 写更正", label)


def _corrections(one: _Published) -> Iterator[Finding]:
    """What a correction says the value has become is what the record says; a change has been reported above."""
    for label, (index, correction) in one.corrected.items():
        changed = bool(one.before) and one.before.get(label) != one.now.get(label)
        if not changed and not _agrees(one, label, correction):
            message = f"更正把“{label}”改为“{correction.new}”,{one.name} 里现在不是这样"
            hint = "改正记录,或改正“改为”;后来又改的,再写一条更正"
            yield Report(NAME, one.records, one.publication).warning(message, hint, "更正", index, "改为")


def _whole(label: str, correction: Correction) -> bool:
    """Whether it speaks of the field itself, not of a part of it."""
    return fold(correction.field) == fold(label)


def _hidden(correction: Correction) -> bool:
    """Whether it says in brackets why the new value is not shown: （不公开的内容）."""
    return fold(correction.new).startswith("(")


def _agrees(one: _Published, label: str, correction: Correction) -> bool:
    """Whether the record now says what the correction says; what cannot be compared says nothing."""
    _, value = one.value(label)
    if not _whole(label, correction) or _hidden(correction):
        return True
    new = fold(correction.new)
    if isinstance(value, int | Decimal):
        number = _number(new)
        return number is None or number == value
    return not isinstance(value, str) or new in fold(value)


def _number(text: str) -> Decimal | None:
    try:
        return Decimal(fold(text).replace(",", "").removesuffix("元"))
    except InvalidOperation:
        return None


def _without(records: Records) -> Iterator[Finding]:
    """Typed by hand is allowed; but among others that have fingerprints it is where a change would stay unseen."""
    began: dict[tuple[str, str], date] = {}
    shown = [
        (publication, publication.done)
        for publication in records.of(PublicationRecord)
        if publication.done and publication.records and publication.approved and publication.withdrawn is None
    ]
    for publication, day in shown:
        if publication.fingerprints and publication.done is not None:
            place = (publication.township, publication.place)
            began[place] = min(day, began.get(place, day))
    for publication, day in shown:
        since = began.get((publication.township, publication.place))
        if since is not None and since <= day <= records.today and not publication.fingerprints:
            message = f"{day} 公开的没有指纹,这里 {since} 起公开的有,以后改了看不出来"
            yield Report(NAME, records, publication).note(message, "用 gongkai publish 写公开记录,指纹会跟着写上")
