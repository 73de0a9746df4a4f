"""A list of figures that a clerk has gone through → indicator records of their own file, or findings."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from generator.exchange.archive.candidates import text
from generator.exchange.archive.shelving import Shelf, shelf
from generator.exchange.archive.writing import put
from generator.model import Finding, Level, Record, Records, Unusable, Where
from generator.model.text import clip, is_slug
from generator.records.archive import Archived
from generator.records.indicator import Indicator

SUFFIX = ".figures.yml"
_OURS = ("序", "采用", "原句")
"""Labels of the list that are no part of a record."""
_FILLED = ("名称", "期间", "数值", "单位")
_ORDER = ("编号", "地方", "名称", "主题", "期间", "维度", "数值", "单位", "约数", "来源", "备注")
Shape = Callable[[Any, type[Record], str, str], tuple[Record | None, list[Finding]]]
"""How the loader makes a record of a tree."""


@dataclass(frozen=True, slots=True)
class Listing:
    """A list of figures, where it stands and what it belongs to."""

    path: Path
    place: Shelf
    key: str

    @property
    def file(self) -> str:
        return self.place.name(self.path)

    @property
    def target(self) -> Path:
        return self.place.indicators / f"archive-{self.key}.yml"


def listing(path: Path, root: Path) -> Listing:
    """Raises Unusable when the file is no list of a township's archive."""
    found = path.resolve()
    parts = found.relative_to(root).parts if found.is_relative_to(root) else ()
    key = path.name.removesuffix(SUFFIX)
    if len(parts) != 4 or (parts[0], parts[2]) != ("content", "archive") or not is_slug(key) or path.is_symlink():
        raise Unusable(f"{path} 不在存档的文件夹里。数字清单在 content/<乡镇>/archive/ 下,名字以 {SUFFIX} 结尾。")
    if not found.is_file():
        raise Unusable(f"没有这个文件:{path}。先用 gongkai archive 存档,清单就有了。")
    listed = Listing(found, shelf(root, parts[1]), key)
    if listed.target.exists() or listed.target.is_symlink():
        raise Unusable(
            f"{listed.place.name(listed.target)} 已经有了,没有动它。要改数字就改那个文件;要重新采用,先把它移走。"
        )
    return listed


def accepted(listed: Listing, node: Any, shape: Shape, records: Records) -> tuple[list[Indicator], str, list[Finding]]:
    """(the records accepted, the YAML of their file, what is not filled in). `node` is the list as the loader reads it."""
    form = _Form(listed, node, shape, records)
    found = list(form.records())
    return found, _file(listed, form.trees), form.findings


def keep(listed: Listing, made: str) -> None:
    """Writes the records into the township's indicators. Raises Busy when that cannot be done."""
    put(listed.target.parent, [(listed.target, made.encode())])


class _Form:
    """The list on its way, and what there was to say."""

    def __init__(self, listed: Listing, node: Any, shape: Shape, records: Records) -> None:
        self.listed, self.node, self.shape = listed, node, shape
        self.findings: list[Finding] = []
        self.trees: list[dict[str, Any]] = []
        township = listed.place.township
        mine = [one for one in records.of(Indicator) if one.township == township]
        self.ids = {one.id: str(records.where(one, "编号")) for one in mine}
        self.named = {_name(one): str(records.where(one, "名称")) for one in mine}
        self.source = _source(listed, records)

    def say(self, node: Any, message: str, hint: str) -> None:
        where = Where(self.listed.file, node.line, node.column)
        self.findings.append(Finding("archive", Level.ERROR, where, message, hint))

    def records(self) -> Iterator[Indicator]:
        for entry in self._entries():
            tree = self._tree(entry)
            record, wrong = self.shape(tree, Indicator, self.listed.place.township, self.listed.file)
            self.findings += wrong
            empty = [label for label in _FILLED if label not in tree.value or tree.value[label].value is None]
            for label in empty:
                if not any(finding.where.line == entry.locate((label,))[0] for finding in wrong):
                    self.say(
                        tree.value.get(label, entry), f"{label}没有填", "对照“原句”填上;不要这个数就把“采用”改回“否”"
                    )
            if isinstance(record, Indicator) and not empty and self._is_new(record, entry):
                self.trees.append(tree.plain())
                yield record

    def _entries(self) -> Iterator[Any]:
        """The entries that the clerk accepted."""
        top = self.node.value if isinstance(self.node.value, dict) else {}
        entries = top["候选"].value if "候选" in top else None
        if not isinstance(entries, list):
            self.say(self.node, "这里没有“候选”清单", "用 gongkai archive 重新存档,清单会再写出来")
            return
        for entry in entries:
            if not isinstance(entry.value, dict):
                self.say(entry, "这一条写法不对", "每条以“- 序: …”开头,下面各行对齐")
                continue
            answer = entry.value.get("采用")
            said = answer.value if answer else None
            if said not in ("是", "否"):
                self.say(answer or entry, "“采用”后面只写“是”或“否”", "要用就写“是”")
            elif not str(entry.value["序"].value if "序" in entry.value else "").isdecimal():
                self.say(entry, "这一条没有“序”", "“序”是程序写的号,照原来的补上")
            elif said == "是":
                yield entry

    def _tree(self, entry: Any) -> Any:
        """The entry as the tree of an indicator: without our labels, with id, place, theme and source."""
        top = self.node.value
        number = entry.value["序"].value
        given = {
            "编号": replace(entry, value=f"{self.listed.key}-{number}", keys={}),
            "来源": replace(entry, value=self.source, keys={}),
            **{label: top[label] for label in ("地方", "主题") if label in top},
        }
        own = {label: node for label, node in entry.value.items() if label not in _OURS}
        places = {label: (node.line, node.column) for label, node in given.items()}
        return replace(entry, value=given | own, keys=places | {k: v for k, v in entry.keys.items() if k in own})

    def _is_new(self, record: Indicator, entry: Any) -> bool:
        first = self.ids.get(record.id)
        same = self.named.get(_name(record))
        if first:
            self.say(entry, f"编号“{record.id}”重复,{first} 已经用了", "同一个“序”只能有一条;不要改“序”")
        elif same:
            message = f"“{clip(record.title)}”这一期已经有数,在 {same}"
            self.say(entry.value.get("名称", entry), message, "换一个说得更清楚的名称,或把“采用”改回“否”")
        here = str(Where(self.listed.file, entry.line))
        self.ids.setdefault(record.id, here)
        self.named.setdefault(_name(record), here)
        return not first and not same


def _name(record: Indicator) -> tuple[str, ...]:
    """What tells two figures apart."""
    return (record.place, record.name, str(record.period), *map(str, sorted(record.dimensions.items())))


def _source(listed: Listing, records: Records) -> str:
    """The document that the figures stand in."""
    ours = (one for one in records.of(Archived) if (one.township, one.id) == (listed.place.township, listed.key))
    document = next(ours, None)
    if document is None:
        return f"档案 {listed.key}"
    return f"《{clip(document.title, 80)}》(档案 {listed.key})"


def _file(listed: Listing, trees: Iterable[dict[str, Any]]) -> str:
    head = f"# 从档案 {listed.key} 里采用的数字,由 gongkai archive 写成。可以改;改了不会被覆盖。\n"
    return head + "\n".join(["", *("\n".join(_record(tree)) + "\n" for tree in trees)])


def _record(tree: dict[str, Any]) -> Iterator[str]:
    labels = [*(label for label in _ORDER if label in tree), *(label for label in tree if label not in _ORDER)]
    for label in labels:
        value = tree[label]
        if value not in (None, "", {}) and not (label == "约数" and value == "否"):
            yield f"{'- ' if label == '编号' else '  '}{label}: {_value(value)}"


def _value(value: Any) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{text(key)}: {text(str(part))}" for key, part in value.items()) + "}"
    return str(value) if is_slug(str(value)) and value != "null" else text(str(value))
