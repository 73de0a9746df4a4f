"""What `gongkai publish` writes: a plan of changes to one publication record, made from the records alone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import PurePosixPath

from generator.editing.choosing import Subject, covered, publisher
from generator.editing.document import Document
from generator.editing.patches import Path
from generator.editing.stages import SIGNED, Step, label, refusals, written
from generator.editing.values import Value
from generator.mechanisms.fingerprints import fingerprints
from generator.model import Records, Unusable
from generator.model.text import is_slug
from generator.records.publication import PublicationRecord

ORDER = tuple(str(one.alias) for one in PublicationRecord.model_fields.values())
_MOST = 36  # characters of an id, so that `-12` still fits behind it


@dataclass(frozen=True, slots=True)
class Put:
    """A value at a place in a record: set, filled in, or a field that is new."""

    path: Path
    value: Value


@dataclass(frozen=True, slots=True)
class Append:
    """One more row in a list of a record."""

    path: Path
    value: Value


@dataclass(frozen=True)
class Plan:
    """Changes to the record of this id in this file; `fields`: the record is new and begins with these."""

    file: str
    id: str
    steps: tuple[Put | Append, ...]
    fields: Mapping[str, Value] = field(default_factory=dict)
    said: tuple[str, ...] = ()
    """What the clerk should know, whatever is written."""
    order: tuple[str, ...] = ORDER

    def applied(self, document: Document) -> Document:
        """The document with the changes, each proven. Raises NotEdited."""
        if self.fields:
            document = document.append((), self.fields)
        above = document.find(self.id)
        if above is None:
            raise Unusable(f"{self.file} 里已经没有编号“{self.id}”的记录,多半是别人刚改过。再运行一次。")
        for step in self.steps:
            change = document.put if isinstance(step, Put) else document.append
            document = change((*above, *step.path), step.value, self.order)
        return document


def staged(records: Records, subject: Subject, step: Step, given: Mapping[str, str], *, renewed: bool = False) -> Plan:
    """The next stage. Raises Unusable with every reason why it cannot be written; `renewed`: fingerprints may change."""
    if reasons := list(refusals(records, subject, step)):
        raise Unusable("\n".join(f"{reason}。" for reason in reasons))
    if step.stage in ("上墙", "上网"):
        _something(records, subject, step, given)
    value: Value = step.day.isoformat()
    if step.stage in SIGNED:
        secrecy = {} if step.secrecy is None else {"保密审查": "是" if step.secrecy else "否"}
        value = {"职务": step.post, "日期": step.day.isoformat(), **secrecy}
    steps: list[Put | Append] = [Put((label(step.stage),), value)]
    if step.stage in ("上墙", "上网"):
        steps += prints(records, subject, renewed=renewed)
    return plan(records, subject, steps, given, step.day)


def _something(records: Records, subject: Subject, step: Step, given: Mapping[str, str]) -> None:
    """Raises Unusable when the readers would find nothing: such a publication would be done by its dates alone."""
    found = subject.publication
    written_out = given.get("正文") or (found is not None and (found.text or found.attachments))
    if written_out or subject.records or (found is not None and any(True for _ in covered(records, found))):
        return
    where = f"{records.where(found)} " if found is not None else ""
    raise Unusable(
        f"{where}没有写公开的是什么,不能{step.stage}:没有记录、正文,也没有附件。先在公开记录里写“记录”或“正文”。"
    )


def plan(
    records: Records, subject: Subject, steps: Sequence[Put | Append], given: Mapping[str, str], day: date
) -> Plan:
    """The steps on the publication that is there, or on a new one."""
    found = subject.publication
    if found is not None:
        if changed := [one for one, text in given.items() if text]:
            where = records.where(found)
            raise Unusable(f"{where} 已经有这条公开记录,{'、'.join(changed)}不能再由命令改;要改请在文件里手工改。")
        return Plan(records.where(found).file, found.id, tuple(steps))
    fields = drafted(records, subject, given)
    file = shelf(records, subject.township, day)
    return Plan(file, str(fields["编号"]), tuple(steps), fields)


def drafted(records: Records, subject: Subject, given: Mapping[str, str]) -> dict[str, Value]:
    """The fields with which a new publication begins."""
    channels = tuple(dict.fromkeys(channel for item in subject.items for channel in item.channels))
    fields: dict[str, Value] = {
        "编号": unused(records, subject, given.get("编号", "")),
        "事项": [item.id for item in subject.items],
        "地方": subject.place,
        "公开主体": publisher(records, subject, given.get("公开主体", "")),
        "期间": _period(subject),
        "记录": [f"{record.family}/{record.id}" for record in subject.records],
        "标题": given.get("标题") or None,
        "正文": given.get("正文") or None,
        "渠道": list(channels),
    }
    return {name: value for name, value in fields.items() if value not in (None, [], ())}


def _period(subject: Subject) -> str | None:
    return subject.period.key.upper() if subject.period else None


def unused(records: Records, subject: Subject, asked: str) -> str:
    """An id that no publication of the township has: as asked, else from place, kind and period."""
    taken = {one.id for one in records.of(PublicationRecord, subject.township)}
    if asked:
        if not is_slug(asked):
            raise Unusable(f"“{asked}”不能作编号:只用小写字母、数字和连字符,最多40个。")
        if asked in taken:
            raise Unusable(f"编号“{asked}”已经用了。换一个,或不写 --id。")
        return asked
    what = subject.records[0].family if subject.records else subject.items[0].id
    first, last = subject.place, subject.period.key if subject.period else ""
    if subject.records and subject.period is None:
        first, what, last = subject.records[0].id, "", "publication"
    # What is too long gives way in the middle: half a month at the end would be another month.
    room = max(0, _MOST - len(f"{first}--{last}"))
    whole = what if len(what) <= room else what[: room + 1].rpartition("-")[0]
    parts = [first, whole, last]
    base = "-".join(part for part in parts if part)[:_MOST].strip("-")
    number = 1
    while (name := base if number == 1 else f"{base}-{number}") in taken:
        number += 1
    return name


def shelf(records: Records, township: str, day: date) -> str:
    """The file for a new publication: the one file there is, or that of the year."""
    folder = f"data/townships/{township}"
    files = {records.where(one).file for one in records.of(PublicationRecord, township)}
    if f"{folder}/publication.yml" in files:
        return f"{folder}/publication.yml"
    kept = [PurePosixPath(one) for one in files]
    return next((str(one) for one in kept if one.stem == str(day.year)), f"{folder}/publication/{day.year}.yml")


def prints(records: Records, subject: Subject, *, renewed: bool) -> list[Put | Append]:
    """Fingerprints of what is published now; what was changed between board and web is refused unless `renewed`."""
    found = subject.publication
    published = subject.records or (tuple(covered(records, found)) if found else ())
    before = {one.record: (row, dict(one.fields)) for row, one in enumerate(found.fingerprints if found else ())}
    steps: list[Put | Append] = []
    for record in published:
        name = f"{record.family}/{record.id}"
        now = fingerprints(record, [item for item in subject.items if item.applies(record)])
        if name not in before:
            steps += [Append(("指纹",), {"记录": name, "内容": now})] if now else []
            continue
        row, then = before[name]
        changed = [one for one in dict.fromkeys((*then, *now)) if then.get(one) != now.get(one)]
        if changed and not renewed:
            raise Unusable(
                f"{records.where(record)} 上次公开以后改过:{'、'.join(changed)}。不该改的改回去;改错的用 gongkai correct "
                "写更正;只是有了新的进展,加 --yes 按现在的内容公开。"
            )
        gone = [one for one in changed if one not in now]
        if gone:
            raise Unusable(f"{records.where(record)} 公开过的“{'、'.join(gone)}”已经删去。改回去,或手工写更正。")
        steps += [Put(("指纹", row, "内容", one), now[one]) for one in changed]
    return steps


def done(subject: Subject, step: Step) -> bool:
    """Whether just this stage is already written, so that the same command does nothing the second time."""
    found = subject.publication
    if found is None or written(found, step.stage) != step.day:
        return False
    signed = {"提出": found.proposed, "审核": found.reviewed, "审批": found.approved}.get(step.stage)
    return signed is None or (signed.post == step.post and (step.secrecy is None or signed.secrecy == step.secrecy))


def with_said(plan: Plan, *said: str) -> Plan:
    """The plan with more to tell."""
    return replace(plan, said=(*plan.said, *(one for one in said if one)))
