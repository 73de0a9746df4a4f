"""One file per family. To add a family: write its file, add its class here."""

from __future__ import annotations

from generator.model import Record
from generator.records.article import Article
from generator.records.finance import Finance
from generator.records.form import ProcedureForm
from generator.records.holiday import HolidayYear
from generator.records.indicator import Indicator
from generator.records.item import DisclosureItem
from generator.records.jurisdiction import Jurisdiction
from generator.records.law import Law
from generator.records.organisation import Organisation
from generator.records.place import Place
from generator.records.procedure import Procedure
from generator.records.publication import PublicationRecord

TOWNSHIP_KINDS: tuple[type[Record], ...] = (
    Place,
    Organisation,
    Indicator,
    Finance,
    Procedure,
    Article,
    PublicationRecord,
)

CATALOGUE_KINDS: dict[str, type[Record]] = {
    "laws": Law,
    "items": DisclosureItem,
    "procedures": ProcedureForm,
    "jurisdictions": Jurisdiction,
    "holidays": HolidayYear,
}
"""Folder below `data/catalogue/` → family."""

KINDS: tuple[type[Record], ...] = (*TOWNSHIP_KINDS, *CATALOGUE_KINDS.values())
