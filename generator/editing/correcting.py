"""What `gongkai correct` writes: the value in the record, and what was changed in every publication that showed it.

The publications are written first, the record last. A program killed in between leaves a publication that tells of a
correction which the record does not show yet; the check says so (rule `altered`), and the same command, run again,
finds the lines that are there and writes only what is missing. The other way round a change would stand silent.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from generator.catalogue import local
from generator.editing.choosing import covered
from generator.editing.document import Document, descend
from generator.editing.naming import located, spoken, title
from generator.editing.patches import Path
from generator.editing.people import by_post, people
from generator.editing.publishing import Append, Plan, Put
from generator.mechanisms.fingerprints import fingerprints
from generator.model import Finding, Record, Records, Unusable
from generator.model.text import fold
from generator.records.publication import Correction, PublicationRecord
from generator.trees.reader import Node

HIDDEN = "（不公开的内容）"
BLANK = "（没有写）"

Shape = Callable[[Node, type[Record], str, str], tuple[Record | None, list[Finding]]]
Quotable = Callable[[Records, PublicationRecord, Record, Path], bool]


@dataclass(frozen=True, slots=True)
class Change:
    """One value, as the clerk names it; `was`: what was published, when the record has been changed by hand already."""

    said: str
    new: str
    was: str = ""


@dataclass(frozen=True, slots=True)
class Ground:
    """Why, on whose approval (a post) and when."""

    reason: str
    post: str
    day: date


@dataclass(frozen=True)
class Correcting:
    """One record with its file as it is now; what can be asked of other rooms is handed in."""

    records: Records
    record: Record
    document: Document
    shape: Shape
    quotable: Quotable

    @property
    def name(self) -> str:
        return f"{self.record.family}/{self.record.id}"

    def plans(self, changes: Sequence[Change], ground: Ground) -> list[Plan]:
        """The publications, then the record; empty when all of it is written already. Raises Unusable."""
        shown = self._publications(ground)
        above = self.document.find(self.record.id)
        node = self.document.at(above) if above is not None else None
        if node is None or above is None:
            raise Unusable(f"{self.document.name} 里没有编号“{self.record.id}”的记录,多半是别人刚改过。再运行一次。")
        values = [self._value(node, one) for one in changes]
        if len({path for path, _, _ in values}) != len(values):
            raise Unusable("同一项写了两次。每一项只写一次。")
        old = self._with(above, [(path, was) for path, was, _ in values])
        new = self._with(above, [(path, after) for path, _, after in values])
        plans = []
        for one in shown:
            steps = [
                step
                for path, was, after in values
                for step in self._row(one, node, path, (was, after), ground, (old, new))
            ]
            steps += self._prints(one, old, new, [path for path, _, _ in values])
            if steps:
                plans.append(Plan(self.records.where(one).file, one.id, tuple(steps)))
        now = [Put(path, after) for path, _, after in values if _text(node, path) != after]
        if now:
            order = tuple(str(field.alias) for field in type(self.record).model_fields.values())
            plans.append(Plan(self.document.name, self.record.id, tuple(now), order=order))
        return plans

    def _publications(self, ground: Ground) -> list[PublicationRecord]:
        """Those by which it can be read. Raises Unusable when there is none: then nothing needs to be said."""
        if not ground.reason or not ground.post:
            raise Unusable("更正要写理由和谁批准:--reason 理由 --post 职务。")
        if ground.day > self.records.today:
            raise Unusable(f"更正的日期 {ground.day} 在今天({self.records.today})以后。批准了再写。")
        if isinstance(self.record, PublicationRecord):
            raise Unusable("更正改的是公开的内容,不是公开记录。签字和日期写错了,在文件里手工改,并在备注里写明。")
        if reasons := list(by_post(ground.post, self.records, self.record.township)):
            raise Unusable(f"{reasons[0]}。")
        own = self.records.of(PublicationRecord, self.record.township)
        shown = [
            one
            for one in own
            if one.done is not None and one.done <= self.records.today and one.withdrawn is None and self._covers(one)
        ]
        if not shown:
            where = self.records.where(self.record)
            raise Unusable(f"{where} {self.name} 还没有公开,不用写更正。直接在文件里改。")
        if late := [one for one in shown if one.done is not None and ground.day < one.done]:
            raise Unusable(f"更正的日期 {ground.day} 早于公开的日期 {late[0].done}({late[0].id})。核对日期。")
        for path, name in people(self.record):
            if name in ground.reason and not all(self.quotable(self.records, one, self.record, path) for one in shown):
                raise Unusable("理由里有名单上不公开的姓名。理由会公开,换一种说法,例如写组别和序号。")
        return shown

    def _covers(self, publication: PublicationRecord) -> bool:
        return any(one.key == self.record.key for one in covered(self.records, publication))

    def _value(self, node: Node, one: Change) -> tuple[Path, str, str]:
        """Path, what was published, what it shall be."""
        path, new = located(self.record, node, one.said), one.new.strip()
        typed = _text(node, path)
        if not new:
            raise Unusable(f"“{one.said}”的新值是空的。要删去内容,在文件里手工改,并手工写更正。")
        if typed == new and not one.was and not self._told(path, node, new):
            raise Unusable(f"“{one.said}”已经是“{new}”。先改了数据的,用 --was 写明原来公开的值。")
        if one.was and typed not in (new, one.was.strip()):
            raise Unusable(f"“{one.said}”现在是“{typed}”,不是 --was 写的“{one.was}”。核对原来公开的值。")
        was = one.was.strip() or (self._told(path, node, new) or typed if typed == new else typed)
        return path, was, new

    def _told(self, path: Path, node: Node, new: str) -> str:
        """The old value, when a correction to this value is written already."""
        said = {spoken(path, _rows(node, path)), spoken(path, ())}
        for one in self.records.of(PublicationRecord, self.record.township):
            last = _last(one, said, self.name)
            if last is not None and last.new in (new, HIDDEN):
                return last.old
        return ""

    def _with(self, above: Path, values: Sequence[tuple[Path, str]]) -> Record:
        """The record with these values, read by its schema. Raises Unusable with what the schema says."""
        document = self.document
        for path, text in values:
            if text in (BLANK, HIDDEN):  # what was not written, or is not told, changes nothing that is compared
                continue
            if _text(document.at(above), path) != text:
                document = document.put((*above, *path), text)
        node = document.at(above)
        if node is None:
            raise Unusable(f"{self.document.name} 读不出来,没有改。")
        record, findings = self.shape(node, type(self.record), self.record.township, self.document.name)
        if record is None:
            said = "\n".join(f"{one.where} {one.message}。{one.hint}" for one in findings)
            raise Unusable(f"新的值不能用,什么都没有写:\n{said}")
        return record

    def _row(
        self,
        one: PublicationRecord,
        node: Node,
        path: Path,
        values: tuple[str, str],
        ground: Ground,
        models: tuple[Record, Record],
    ) -> list[Put | Append]:
        """The line of 更正, unless it is there; what the readers may not read is not said in it."""
        open_to_all = all(self.quotable(self.records, one, model, path) for model in models)
        if not open_to_all and any(len(text) > 1 and fold(text) in fold(ground.reason) for text in values):
            raise Unusable(f"“{path[-1]}”不对外公开,理由里却写了它的内容。理由会公开,换一种说法。")
        said = spoken(path, self._names(one, node, path))
        was, after = values if open_to_all else (HIDDEN, HIDDEN)
        last = _last(one, {said}, self.name)
        same = last is not None and (last.old, last.new) == (was, after)
        if last is not None and same:
            written = _text(node, path) == values[1]  # the record too: it was corrected before, for whatever reason
            if written or (last.reason, last.day) == (ground.reason, ground.day):
                return []
        row = {
            "日期": ground.day.isoformat(),
            "更正项": said,
            "原为": was,
            "改为": after,
            "理由": ground.reason,
            "记录": self.name,
            "职务": ground.post,
        }
        return [Append(("更正",), row)]

    def _names(self, one: PublicationRecord, node: Node, path: Path) -> list[str]:
        """What the rows on the way are called; empty where the readers may not read that."""
        names = []
        for depth, step in enumerate(path):
            if isinstance(step, int):
                label, name = title(descend(node, path[: depth + 1]) or node)
                inside = (*path[: depth + 1], label)
                may = bool(label) and inside != path and self.quotable(self.records, one, self.record, inside)
                names.append(name if may else "")
        return names

    def _prints(self, one: PublicationRecord, old: Record, new: Record, paths: Sequence[Path]) -> list[Put | Append]:
        """New fingerprints of the changed fields; refused when more was changed than this correction tells of.

        A publication typed by hand has none: it gets those of the whole record, so that the next change is noticed.
        """
        found = next(((row, p.fields) for row, p in enumerate(one.fingerprints) if p.record == self.name), None)
        here = local(self.records, one.township)
        items = [item for name in one.items if (item := here.item(name)) is not None and item.applies(new)]
        before, now = fingerprints(old, items), fingerprints(new, items)
        if found is None:
            return [Append(("指纹",), {"记录": self.name, "内容": now})] if now else []
        row, then = found
        steps: list[Put | Append] = []
        for label in dict.fromkeys(str(path[0]) for path in paths):
            if then.get(label) not in (before.get(label), now.get(label)):
                raise Unusable(
                    f"{self.records.where(self.record, label)} “{label}”和 {one.done} 公开时({one.id})已经不一样,"
                    "不止这一处。先改回公开时的内容,或用 --was 写明原来公开的值。"
                )
            if label in now and then.get(label) != now[label]:
                steps.append(Put(("指纹", row, "内容", label), now[label]))
        return steps


def _last(one: PublicationRecord, said: set[str], name: str) -> Correction | None:
    """The last correction of this value."""
    return next((c for c in reversed(one.corrections) if c.field in said and c.record in (None, name)), None)


def _rows(node: Node, path: Path) -> list[str]:
    return [
        title(descend(node, path[: depth + 1]) or node)[1] for depth, step in enumerate(path) if isinstance(step, int)
    ]


def _text(node: Node | None, path: Path) -> str:
    """The value as typed; BLANK when there is none."""
    found = descend(node, path)
    return str(found.value).strip() if found is not None and found.value is not None else BLANK
