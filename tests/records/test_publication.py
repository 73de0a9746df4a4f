"""What publications cover, asked one by one and of all of them at once."""

from __future__ import annotations

from itertools import product

from generator.model import Records
from generator.records.publication import Covered, PublicationRecord
from tests.derive.making import make

NAMED = {"事项": ["accounts"], "地方": "liucun", "公开主体": "刘村"}


def test_all_at_once_they_cover_what_any_of_them_covers(world_records: Records) -> None:
    """Every record of the small site under every item: by name, or as the only one of its place and period."""
    publications = world_records.of(PublicationRecord)
    items = sorted({item for one in publications for item in one.items})
    covered = Covered(publications)
    pairs = list(product(items, world_records))
    expected = [any(one.covers(item, record) for one in publications) for item, record in pairs]

    assert expected == [covered.has(item, record) for item, record in pairs]
    assert 0 < sum(expected) < len(pairs)


def test_a_publication_that_names_records_covers_no_others_of_its_period() -> None:
    """Nor does one of another township, or without a period, cover anything by its place."""
    sheet = make(PublicationRecord, "sheet", **NAMED, 期间="2026-03")
    naming = make(PublicationRecord, "a", **NAMED, 期间="2026-03", 记录=["finance/other"])
    elsewhere = sheet.model_copy(update={"township": "haibin"})
    timeless = make(PublicationRecord, "b", **NAMED)

    assert not any(Covered([one]).has("accounts", sheet) for one in (naming, elsewhere, timeless))
    assert Covered([naming, sheet]).has("accounts", sheet)
    assert not Covered([sheet]).has("another", sheet)
    assert not Covered([timeless]).has("accounts", timeless)
