"""Records by what people call them: a cell says 刘村, the data file says liucun."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from generator.dictionary import Entry
from generator.exchange.cells import items
from generator.model import Record, Records, Ref
from generator.records import KINDS


@dataclass(frozen=True)
class Naming:
    """The names of the records that the fields of one township's records refer to."""

    records: Records
    township: str

    def shown(self, entry: Entry, text: str) -> str:
        """The text of a cell with names for ids; a name that two records bear is left as an id."""
        return self._each(entry, text, self._names(entry.ref)) if self._named(entry) else text

    def meant(self, entry: Entry, text: str) -> str:
        """The text of a cell with ids for names."""
        return self._each(entry, text, self._ids(entry.ref)) if self._named(entry) else text

    def choices(self, entry: Entry) -> tuple[str, ...]:
        """What a list offers for the field; empty where anything may be written."""
        if entry.ref is None:
            return entry.words or entry.listed
        if entry.ref.by != "id":
            return tuple(dict.fromkeys(str(getattr(one, entry.ref.by)) for one in self._there(entry.ref)))
        return tuple(self._names(entry.ref).values())

    def _named(self, entry: Entry) -> bool:
        return entry.ref is not None and entry.ref.by == "id"

    def _each(self, entry: Entry, text: str, words: Mapping[str, str]) -> str:
        return "\n".join(words.get(one, one) for one in items(text)) if entry.many else words.get(text, text)

    def _names(self, ref: Ref | None) -> Mapping[str, str]:
        return self._all[ref.family] if ref is not None and ref.family in self._all else {}

    def _ids(self, ref: Ref | None) -> Mapping[str, str]:
        return {name: key for key, name in self._names(ref).items()}

    def _there(self, ref: Ref) -> tuple[Record, ...]:
        kind = next((one for one in KINDS if one.family == ref.family), None)
        return () if kind is None else self.records.of(kind, "" if kind.catalogue else self.township)

    @cached_property
    def _all(self) -> Mapping[str, Mapping[str, str]]:
        """Family → id → name, where the records of a family have names."""
        found = {}
        for kind in KINDS:
            own = self._there(Ref(kind.family))
            names = {one.id: _name(one) for one in own}
            often = Counter([*names.values(), *names])
            found[kind.family] = {
                key: name if name and name != key and often[name] == 1 and "\n" not in name else key
                for key, name in names.items()
            }
        return found


def _name(record: Record) -> str:
    label = next((one for one in ("name", "title") if isinstance(getattr(record, one, None), str)), "")
    return str(getattr(record, label)).strip() if label else ""
