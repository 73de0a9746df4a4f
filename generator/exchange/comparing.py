"""A workbook that came back against the data: what the clerk changed, as records that the data files shall hold.

With the note of our own workbook a cell counts as changed when it differs from what was handed out; where the data has
changed in the meantime too, nothing is decided for the clerk. Without a note an empty cell says nothing.
"""

from __future__ import annotations

import copy
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from generator.exchange.cells import HELD
from generator.exchange.columns import KEY, NUMBER, Table
from generator.exchange.lines import Line
from generator.exchange.outcome import Found, Ground, Outcome
from generator.exchange.placing import Place, place, put, remove
from generator.exchange.reading import Line as Read
from generator.exchange.standing import Standing, beside
from generator.model import Level


def compared(ground: Ground, read: Sequence[tuple[Table, Sequence[Read]]]) -> Outcome:
    """What the lines of the workbook make of the records."""
    found = Outcome()
    for table, rows in sorted(read, key=lambda one: len(one[0].path) + bool(one[0].sides)):
        _Sheet(ground, found, table).compare(rows)
    return found


@dataclass(frozen=True)
class _Sheet:
    """One sheet of the workbook, line by line."""

    work: Ground
    found: Outcome
    table: Table

    def compare(self, rows: Sequence[Read]) -> None:
        seen: dict[Found, str] = {}
        for row in rows:
            texts = {label: cell.text for label, cell in row.cells.items()}
            name = (texts.get(KEY, "").strip(), texts.get(NUMBER, "").strip())
            if name[0] and (name[1] or not self._rows) and name in seen:
                self._error(row, f"和{seen[name]}的编号、序一样", "一条只写一行;新加的行,编号自己取,序不填")
                continue
            seen[name] = row.address
            self._line(row, name, texts)
        self._gone(seen)

    @cached_property
    def held(self) -> Standing:
        return Standing(self.work, self.table)

    @property
    def _rows(self) -> bool:
        return bool(self.table.path or self.table.sides)

    def _line(self, row: Read, name: Found, texts: Line) -> None:
        before = self.held.given.get(name) if name[0] else None
        waiting = self.held.waiting.get(name) if name[0] else None
        now = self.held.now.get(name) if name[0] else None
        if waiting is not None and before is None and now is None:
            self._fill_in(row, name, texts, waiting)
        elif now is not None:
            self._change(row, name, texts, before or waiting, now)
        elif before is not None:
            if any(self.held.differs(label, text, before.get(label, "")) for label, text in texts.items()):
                self._error(row, "这一条已经不在数据文件里了", "重新导出再填")
        else:
            self._add(row, name, texts)

    def _change(self, row: Read, name: Found, texts: Line, before: Line | None, now: Line) -> None:
        wanted = {}
        for label, text in texts.items():
            old = now.get(label, "")
            if label in (KEY, NUMBER) or HELD in (text, old) or not self.held.differs(label, text, old):
                continue
            base = before.get(label, "") if before is not None else None
            if base is None and not text.strip():
                continue  # a workbook that is not ours says nothing by an empty cell
            if base is not None and not self.held.differs(label, text, base):
                continue  # the data has changed since; the clerk has not
            if base is not None and self.held.differs(label, old, base) and not self.work.mine:
                cell = row.cells[label]
                said = f"“{label}”导出以后数据文件里已改成“{old}”,表里写的是“{text}”"
                hint = "核对哪个对:重新导出再填;表里的对,加 --yes"
                self.found.say(Level.ERROR, cell.address, said, hint)
                continue
            wanted[label] = text
        emptied = self._emptied(texts, now)
        for side in emptied:
            self._take_away(row, name, side)
        self._put(row, name, {k: v for k, v in wanted.items() if not any(beside(k, side) for side in emptied)})

    def _emptied(self, texts: Line, now: Line) -> list[str]:
        """The sides of the line that held something and are blank now: the row was meant to go."""
        if not self._rows or self.work.note is None:
            return []
        sides = self.table.sides or ("",)
        own = {side: [label for label in self.held.entries if beside(label, side)] for side in sides}
        return [
            side
            for side, labels in own.items()
            if any(now.get(one) for one in labels) and not any(texts.get(one, "").strip() for one in labels)
        ]

    def _take_away(self, row: Read, name: Found, side: str) -> None:
        if not self.work.delete:
            self.found.say(Level.WARNING, row.address, "这一行清空了,数据没有动", "要删去这一行,加 --delete")
            return
        record = self._record(name[0])
        path = place(self.table, record, name[1], side)
        if path:
            remove(record, path)

    def _fill_in(self, row: Read, name: Found, texts: Line, waiting: Line) -> None:
        """A line of the coming period: only what was filled in counts, with what stood there already."""
        changed = {label for label, text in texts.items() if self.held.differs(label, text, waiting.get(label, ""))}
        sides = [side for side in self.table.sides or ("",) if any(beside(label, side) for label in changed)]
        if not self._rows:
            if changed:
                self._new(row, name[0], texts)
            return
        if not sides:
            return
        self._awaited(name[0], row)
        self._append(row, name, {k: v for k, v in texts.items() if any(beside(k, side) for side in sides)})

    def _awaited(self, key: str, row: Read) -> None:
        """The record of the coming period itself, when the clerk filled in its rows alone."""
        family = self.table.family
        if key in self.found.new.get(family, {}) or key in self.work.keys.get(family, {}) or self.work.note is None:
            return
        main = next(one for one in self.work.tables if one.family == family and not (one.path or one.sides))
        line = next((one for one in self.work.note.coming.get(main.title, ()) if one.get(KEY) == key), None)
        if line is not None:
            _Sheet(self.work, self.found, main)._new(row, key, line)

    def _add(self, row: Read, name: Found, texts: Line) -> None:
        filled = {label: text for label, text in texts.items() if text.strip() and label not in (KEY, NUMBER)}
        if not filled:
            return
        if self._rows:
            known = (*self.work.keys.get(self.table.family, {}), *self.found.new.get(self.table.family, {}))
            if name[0] not in known:
                said = f"没有编号“{name[0]}”的记录" if name[0] else "没有写编号,看不出是哪条记录的"
                self._error(row, said, f"在“编号”一列写上“{self.table.title.split('·')[0]}”表里那条记录的编号")
            elif self.work.note is not None or not self.held.holds(name[0], filled):
                self._append(row, name, texts)
            return
        if not name[0] and self.held.holds("", filled):
            self.found.say(Level.NOTE, row.address, "数据里已有同样的一条,没有再加")
            return
        self._new(row, name[0] or self.held.fresh(filled, self.found), texts)

    def _new(self, row: Read, key: str, texts: Line) -> None:
        record: dict[str, Any] = {KEY: key}
        self.found.new.setdefault(self.table.family, {})[key] = record
        self.found.cells[self.table.family, key, ()] = row.address
        self._write(row, key, record, (), texts)

    def _append(self, row: Read, name: Found, texts: Line) -> None:
        record = self._record(name[0])
        for side in self.table.sides or ("",):
            own = {label: text for label, text in texts.items() if beside(label, side) and text.strip()}
            if own:
                path = place(self.table, record, name[1], side, new=True)
                if path is None:
                    self._error(row, f"“序”{name[1]}接不上前面的行", "新加的行,序不填;里面再分行的,写上一层的序")
                    continue
                self._write(row, name[0], record, path, own, side)

    def _put(self, row: Read, name: Found, texts: Line) -> None:
        if not texts:
            return
        record = self._record(name[0])
        for side in self.table.sides or ("",):
            own = {label: text for label, text in texts.items() if beside(label, side)}
            path = place(self.table, record, name[1], side) if own else None
            if own and path is None:  # this side of the line was blank: one more row
                path = place(self.table, record, "", side, new=True)
            if path is not None:
                self._write(row, name[0], record, path, own, side)

    def _write(self, row: Read, key: str, record: dict[str, Any], path: Place, texts: Line, side: str = "") -> None:
        family = self.table.family
        for label, text in texts.items():
            if label in (KEY, NUMBER) or label not in self.held.entries or text == HELD:
                continue
            inside = (*path, *_steps(label, side))
            put(
                record,
                inside,
                self.held.entries[label],
                self.held.meant(label, text),
                self.work.records.get(family, ()),
            )
            self.found.values += 1
            cell = row.cells.get(label)
            self.found.cells[family, key, inside] = cell.address if cell else row.address

    def _record(self, key: str) -> dict[str, Any]:
        """The record as it shall be, to be changed."""
        family = self.table.family
        if key in self.found.new.get(family, {}):
            made: dict[str, Any] = self.found.new[family][key]
            return made
        changed = self.found.changed.setdefault(family, {})
        if key not in changed:
            changed[key] = copy.deepcopy(dict(self.work.keys[family][key]))
        record: dict[str, Any] = changed[key]
        return record

    def _gone(self, seen: Mapping[Found, str]) -> None:
        lost = [name for name in self.held.given if name not in seen and name in self.held.now]
        if not lost:
            return
        if not self.work.delete:
            said = f"少了 {len(lost)} 行(例如 {' '.join(lost[0]).strip()}),数据没有删"
            self.found.say(Level.NOTE, self.table.title, said, "要删,加 --delete")
            return
        for key, number in lost:
            if not self._rows:
                self.found.changed.setdefault(self.table.family, {})[key] = None
            elif self.found.changed.get(self.table.family, {}).get(key, {}) is not None:
                record = self._record(key)
                for side in self.table.sides or ("",):
                    path = place(self.table, record, number, side)
                    if path:
                        remove(record, path)

    def _error(self, row: Read, message: str, hint: str) -> None:
        self.found.say(Level.ERROR, row.address, message, hint)


def _steps(label: str, side: str) -> Iterator[str]:
    yield from (label.removeprefix(f"{side}.") if side else label).split(".")
