"""One cash sheet: the statement as it hangs on the board, its entries, its metadata, sign-off and corrections."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from generator.model import Edition, Page, Withheld
from generator.model.record import Row
from generator.pages._common import places
from generator.pages._common.disclosure import disclosures, record_page
from generator.records.finance import Finance


def pages(edition: Edition) -> Iterator[Page]:
    """One page a sheet, linked to the sheets before and after it."""
    for sheet in edition.of(Finance):
        name = places.name(edition, sheet.township, sheet.place)
        context = {
            "sheet": sheet,
            "income": _sum(sheet.incomes),
            "expense": _sum(sheet.expenses),
            "handlers": any(line.handler for line in (*sheet.incomes, *sheet.expenses)),
            "entry_handlers": any(entry.handler for entry in sheet.entries),
            "total_only": len(sheet.entries) == 1 and not sheet.entries[0].day,
            "neighbours": _neighbours(edition, sheet),
            "disclosures": disclosures(edition, sheet),
            "place": name,
            "origin": sheet.key,
            "sample": places.is_sample(edition, sheet.township),
        }
        title = f"{name}{sheet.period.label}收支公开榜"
        yield Page(
            record_page(sheet), title, "finance.md.j2", context, crumbs=places.crumbs(sheet.township, sheet.place)
        )


def _sum(rows: Iterable[Row]) -> Decimal | None:
    """The total of the rows; None when they or an amount among them are closed to these readers."""
    amounts = [getattr(row, "amount", None) for row in rows]
    known = [amount for amount in amounts if isinstance(amount, Decimal)]
    return None if isinstance(rows, Withheld) or len(known) < len(amounts) else sum(known, Decimal(0))


def _neighbours(edition: Edition, sheet: Finance) -> list[tuple[str, str]]:
    """The publisher's sheets of the periods just before and after, as (word, path)."""
    sheets = [s for s in edition.of(Finance, sheet.township) if s.place == sheet.place]
    others = [s for s in sheets if s.publisher == sheet.publisher]
    before = max((s for s in others if s.period < sheet.period), key=lambda s: s.period, default=None)
    after = min((s for s in others if s.period > sheet.period), key=lambda s: s.period, default=None)
    found = [("上一期", before), ("下一期", after)]
    return [(word, record_page(other)) for word, other in found if other is not None]
