"""Two things that would get the same address on the site, or an address that the site itself uses.

What: a township's folder must not be called like a part of the site (`catalogue`, `assets` …); a village's id must be
neither its township's nor the name of a family of records; no record's id is `index`, and no address is longer than 120 characters.

Why: one page would silently take the place of another, which is a disclosure gone without an error.

Example: village `finance` in a township whose own sheets stand under `/anping/finance/`.

Mend: choose another id before anything is published; an address never changes afterwards.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.model import Finding, Record, Records
from generator.records import TOWNSHIP_KINDS
from generator.records.place import Place
from generator.rules._common import Report

NAME = "addresses"
TITLE = "网址会重复"

_LONGEST = 120  # what Windows can still unpack below a download folder
_SITE = {"about", "assets", "catalogue", "files", "search"}
_FAMILIES = {kind.family for kind in TOWNSHIP_KINDS} | {"notices"}


def check(records: Records) -> Iterator[Finding]:
    """Every record of a township."""
    for record in records:
        wrong = "" if type(record).catalogue else _wrong(record)
        if wrong:
            say = Report(NAME, records, record)
            yield say.error(wrong, "换一个编号;公开以后网址就不能再改了", "编号")


def _wrong(record: Record) -> str:
    address = f"{record.township}/{getattr(record, 'place', '')}/{record.family}/{record.id}.html"
    if len(address) > _LONGEST:
        return f"网址有{len(address)}个字符,超过{_LONGEST}个"
    if record.id == "index":
        return "“index”是网页本身用的名字,不能作编号"
    if not isinstance(record, Place):
        return ""
    if record.is_top:
        return f"“{record.id}”是网站本身用的名字,不能作乡镇的编号" if record.id in _SITE else ""
    if record.id == record.township:
        return f"村的编号“{record.id}”和乡镇的编号一样"
    return f"“{record.id}”是一类记录的名字,不能作村的编号" if record.id in _FAMILIES else ""
