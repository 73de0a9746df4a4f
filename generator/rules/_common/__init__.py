"""What several rules need: a way to say what is wrong, a walk over the values of a record."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Any

from pydantic.fields import FieldInfo

from generator.model import Finding, Level, Record, Records
from generator.model.record import Row, row_in

Path = tuple[str | int, ...]
Wanted = Callable[[FieldInfo], bool]
_WORST = (Level.ERROR, Level.WARNING, Level.NOTE)


@dataclass(frozen=True, slots=True)
class Report:
    """Makes one rule's findings about one record; `path` is the labels and list positions down to the value."""

    rule: str
    records: Records
    record: Record

    def error(self, message: str, hint: str, *path: str | int) -> Finding:
        return self._finding(Level.ERROR, message, hint, path)

    def warning(self, message: str, hint: str, *path: str | int) -> Finding:
        return self._finding(Level.WARNING, message, hint, path)

    def note(self, message: str, hint: str, *path: str | int) -> Finding:
        return self._finding(Level.NOTE, message, hint, path)

    def few(self, findings: Iterator[Finding], most: int = 50) -> Iterator[Finding]:
        """The worst of many findings, and one that says that there are more: nobody mends more at a time."""
        worst = sorted(findings, key=lambda finding: _WORST.index(finding.level))
        yield from worst[:most]
        if len(worst) > most:
            message = f"还有{len(worst) - most}个同类的问题没有列出,这里只列出{most}个"
            yield self._finding(worst[most].level, message, "改好列出的,再检查一次", ())

    def _finding(self, level: Level, message: str, hint: str, path: Path) -> Finding:
        where = self.records.where(self.record, *path)
        return Finding(self.rule, level, where, message, hint, self.record.key)


def walk(row: Row, wanted: Wanted, *path: str | int) -> Iterator[tuple[Path, FieldInfo, Any]]:
    """The filled-in values of the wanted fields of a record and of the rows inside it, lists one by one."""
    for name, label, field in _fields(type(row), wanted):
        value = getattr(row, name)
        if isinstance(value, (Row, tuple)):
            yield from _inside(value, wanted, field, (*path, label))
        elif value is not None:
            yield (*path, label), field, value


def _inside(value: Any, wanted: Wanted, field: FieldInfo, path: Path) -> Iterator[tuple[Path, FieldInfo, Any]]:
    if isinstance(value, Row):
        yield from walk(value, wanted, *path)
    elif isinstance(value, tuple):
        for index, one in enumerate(value):
            yield from _inside(one, wanted, field, (*path, index))
    elif value is not None:
        yield path, field, value


@cache
def _fields(kind: type[Row], wanted: Wanted) -> tuple[tuple[str, str, FieldInfo], ...]:
    """The fields worth visiting; what only the program fills in (`@…`) is not, nor rows without any wanted field."""
    return tuple(
        (name, str(field.alias), field)
        for name, field in kind.model_fields.items()
        if not str(field.alias).startswith("@") and (wanted(field) or _leads(row_in(field.annotation), wanted))
    )


def _leads(inner: type[Row] | None, wanted: Wanted) -> bool:
    return inner is not None and bool(_fields(inner, wanted))


def yuan(amount: Decimal) -> str:
    """`96,020.00`."""
    return f"{amount:,.2f}"
