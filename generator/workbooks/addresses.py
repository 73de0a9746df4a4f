"""What is wrong with the data, said at the cell of the workbook that says it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from generator.editing.document import Document
from generator.exchange.columns import KEY
from generator.exchange.outcome import Outcome
from generator.model import Finding, Unusable
from generator.trees.reader import Node
from generator.workbooks.home import Home


@dataclass(frozen=True)
class Plan:
    """One file as it shall be. id: a record that changes in it."""

    file: str
    id: str
    before: bytes
    made: Document
    said: tuple[str, ...] = ()

    def applied(self, document: Document) -> Document:
        """The document with the changes. Raises Unusable when the file is not what it was."""
        if document.data != self.before:
            raise Unusable(f"{self.file} 刚被别人改动。再运行一次。")
        return self.made


@dataclass(frozen=True)
class Addresses:
    """Where in the workbook the values stand that the data files will hold: what is wrong with one is said at its cell."""

    own: Home
    outcome: Outcome
    plans: Sequence[Plan]

    def of(self, finding: Finding) -> str:
        """The cell, or the line of the sheet; nothing for what the workbook does not say."""
        near = self._by_line.get((finding.where.file, finding.where.line), {})
        return (
            near.get(finding.where.column) or next(iter(near.values()), "") or self._by_record.get(finding.record, "")
        )

    @cached_property
    def _by_record(self) -> Mapping[str, str]:
        found: dict[str, str] = {}
        for (family, key, _), cell in self.outcome.cells.items():
            found.setdefault(f"{self.own.township}/{family}/{key}", cell)
        return found

    @cached_property
    def _by_line(self) -> Mapping[tuple[str, int], Mapping[int, str]]:
        found: dict[tuple[str, int], dict[int, str]] = {}
        records = {(family, key): (file, node) for family, key, file, node in self._records}
        for (family, key, path), cell in self.outcome.cells.items():
            if (family, key) in records:
                file, node = records[family, key]
                line, column = node.locate(path)
                found.setdefault((file, line), {})[column] = cell
        return found

    @property
    def _records(self) -> Iterator[tuple[str, str, str, Node]]:
        """Family, 编号, file and place of every record of the files that change."""
        for plan in self.plans:
            root = plan.made.root
            for node in root.value if root is not None and isinstance(root.value, list) else [root]:
                if node is not None and isinstance(node.value, dict) and KEY in node.value:
                    yield _family_of(self.own, plan.file), str(node.value[KEY].value).strip(), plan.file, node


def _family_of(own: Home, file: str) -> str:
    inside = file.split("/")[3].removesuffix(".yml")
    return next(one.name for one in own.families.values() if one.folder == inside)
