"""A name that leads to no record, and places that do not hang together: everything later follows these names."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import cached_property

from pydantic.fields import FieldInfo

from generator.model import Explanation, Finding, Record, Records, Ref, nearest
from generator.model.record import marks
from generator.records import KINDS
from generator.records.place import Place
from generator.rules._common import Report, walk

NAME = "references"
EXPLANATION = Explanation(
    title="指向不存在的记录",
    what=(
        "写别的记录的编号或名称的地方,那条记录要有:在同一个乡镇里,或者在目录里;"
        "公开记录的“记录”写成“类别/编号”。每个文件夹正好有一个级别为“乡镇”的地方,"
        "编号和文件夹的名字一样,不写上级;村和社区要写上级。上级、接替一类的字段不能绕成圈。都是错误。"
    ),
    why=(
        "检查实践:公开栏上的村、主体、项目查不到出处,就说不清是谁的账。汇总、期限和网页都照这些名字走,"
        "错一个字,这条记录就没有人看得到。"
    ),
    wrong="事项: [finance-cash-statment]\n地方: liucnu\n公开主体: 刘村股份合作社",
    right="事项: [finance-cash-statement]\n地方: liucun\n公开主体: 刘村股份经济合作社",
    mend=(
        "照提示里“是不是…?”改成已有的编号或名称。那条记录确实还没有的,先补上它。上级绕成圈的,"
        "核对圈里的几条,有一条写错了或不用写。"
    ),
    about="写法和文件",
    acceptable=False,
)

_LABELS = {kind.family: kind.label for kind in KINDS}


def check(records: Records) -> Iterator[Finding]:
    """All names in all records, then the tree of places, then what leads back to itself."""
    register = _Register(records)
    for record in records:
        for path, field, name in walk(record, _is_reference):
            ref = _reference(field)
            if ref is not None and isinstance(name, str) and not register.has(ref, record, name):
                yield from _followed(Report(NAME, records, record), ref, name, register, path)
    yield from _places(records, register)
    yield from _circles(records)


class _Register:
    """The names that records may be called by."""

    def __init__(self, records: Records) -> None:
        self.records = records

    @cached_property
    def _names(self) -> dict[tuple[str, str, str], dict[str, None]]:
        names: dict[tuple[str, str, str], dict[str, None]] = defaultdict(dict)
        for record in self.records:
            for by in ("id", "name"):
                word = getattr(record, by, None)
                if isinstance(word, str):
                    names[record.township, record.family, by][word] = None
        return names

    def names(self, township: str, family: str, by: str) -> dict[str, None]:
        return self._names.get((township, family, by), {})

    def has(self, ref: Ref, record: Record, name: str) -> bool:
        """Whether the name that the record gives is there to refer to, or may be: what cannot be read is said already."""
        family, _, word = (ref.family, "", name) if ref.family else name.partition("/")
        township = "" if ref.catalogue else record.township
        return word in self.names(township, family, ref.by) or self.unread(township, family, word, ref.by)

    def unread(self, township: str, family: str, word: str, by: str) -> bool:
        """Whether a record that could not be read is of this id, or may bear this name."""
        ids = self._unread.get((township, family), set())
        return word in ids if by == "id" else bool(ids)

    @cached_property
    def _unread(self) -> dict[tuple[str, str], set[str]]:
        found: dict[tuple[str, str], set[str]] = defaultdict(set)
        for finding in self.records.findings:
            if finding.rule == "schema" and finding.record:
                *township, family, word = finding.record.split("/")
                found["/".join(township), family].add(word)
        return found


def _followed(say: Report, ref: Ref, name: str, register: _Register, path: tuple[str | int, ...]) -> Iterator[Finding]:
    township = "" if ref.catalogue else say.record.township
    family, word = ref.family, name
    if not family:
        family, _, word = name.partition("/")
        if family not in _LABELS or not word:
            unknown = nearest(family, _LABELS) if family not in _LABELS else ""
            hint = unknown or "写成 类别/编号,例如 finance/liucun-2026-03"
            yield say.error(f"“{name}”不是“类别/编号”", hint, *path)
            return
    known = register.names(township, family, ref.by)
    if word in known:
        return
    place = "目录里" if ref.catalogue else f"{township} 里"
    by = "编号" if ref.by == "id" else "名称"
    hint = nearest(word, known) or f"先补上这条{_LABELS.get(family, family)}记录,或改正{by}"
    yield say.error(f"{place}没有{by}为“{word}”的{_LABELS.get(family, family)}", hint, *path)


def _is_reference(field: FieldInfo) -> bool:
    return _reference(field) is not None


def _reference(field: FieldInfo) -> Ref | None:
    return next((mark for mark in marks(field) if isinstance(mark, Ref)), None)


def _places(records: Records, register: _Register) -> Iterator[Finding]:
    for township in dict.fromkeys(record.township for record in records if record.township):
        places = {place.id: place for place in records.of(Place, township)}.values()
        tops = [place for place in places if place.is_top]
        if not tops and not register.unread(township, Place.family, township, "id"):
            first = next(record for record in records if record.township == township)
            hint = f"在 place.yml 里补上: 编号: {township},级别: 乡镇"
            yield Report(NAME, records, first).error(f"{township} 里没有级别为“乡镇”的地方", hint)
        for top in tops:
            yield from _top(Report(NAME, records, top), top, tops[0])
        for place in places:
            yield from _orphan(Report(NAME, records, place), place)


def _top(say: Report, place: Place, first: Place) -> Iterator[Finding]:
    if place is not first:
        message = f"一个文件夹只放一个乡镇,已经有{first.name}({say.records.where(first)})"
        yield say.error(message, "村和社区的级别写“村”或“社区”;另一个乡镇另建文件夹", "级别")
    elif place.id != place.township:
        message = f"乡镇的编号“{place.id}”与文件夹的名字“{place.township}”不同"
        yield say.error(message, f"编号写成 {place.township},或把文件夹改名为 {place.id}", "编号")
    if place.parent is not None:
        yield say.error("乡镇写了上级", "乡镇不写上级,删去这一行", "上级")


def _orphan(say: Report, place: Place) -> Iterator[Finding]:
    if place.parent is None and not place.is_top:
        yield say.error(f"{place.name}没有写上级", f"补上“上级: {place.township}”", "编号")


def _circles(records: Records) -> Iterator[Finding]:
    """A record that is reached again from itself, by any field that names one of its own family."""
    for kind in KINDS:
        for name, field in _upwards(kind):
            for record in records.of(kind):
                circle = _circle(records, record, name)
                if circle and not (isinstance(record, Place) and record.is_top):
                    message = f"{field.alias}绕成了圈:{' → '.join(circle)}"
                    yield Report(NAME, records, record).error(
                        message, _hint(record, str(field.alias)), str(field.alias)
                    )


def _upwards(kind: type[Record]) -> Iterator[tuple[str, FieldInfo]]:
    for name, field in kind.model_fields.items():
        ref = _reference(field)
        if ref is not None and ref.family == kind.family and ref.by == "id":
            yield name, field


def _circle(records: Records, record: Record, name: str) -> list[str]:
    """From the record upwards and back to it; an unknown name is already reported as one that leads nowhere."""
    seen, above = [record.id], getattr(record, name)
    while isinstance(above, str) and above not in seen:
        seen.append(above)
        key = f"{record.family}/{above}"
        found = records.find(f"{record.township}/{key}" if record.township else key)
        above = getattr(found, name, None)
    return [*seen, record.id] if above == record.id else []


def _hint(record: Record, label: str) -> str:
    if isinstance(record, Place):
        return f"最上面一级应当是乡镇,例如“上级: {record.township}”"
    return f"核对这几条记录的“{label}”,其中有一条写错了或不用写"
