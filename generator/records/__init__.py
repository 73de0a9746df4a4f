"""One file per family. To add a family: write its file, add its class here."""

from __future__ import annotations

from generator.model import Record
from generator.records.acceptance import Acceptance
from generator.records.activity import Activity
from generator.records.archive import Archived
from generator.records.article import Article
from generator.records.assessment import Assessment
from generator.records.asset import Asset
from generator.records.assignment import Assignment
from generator.records.chart import Chart
from generator.records.comment import Comment
from generator.records.finance import Finance
from generator.records.form import ProcedureForm
from generator.records.genre import Genre
from generator.records.holiday import HolidayYear
from generator.records.indicator import Indicator
from generator.records.issue import Issue
from generator.records.item import DisclosureItem
from generator.records.jurisdiction import Jurisdiction
from generator.records.law import Law
from generator.records.ledger import Ledger
from generator.records.mask import MaskProfile
from generator.records.metric import Metric
from generator.records.organisation import Organisation
from generator.records.person import PersonRecord
from generator.records.phrases import Phrases
from generator.records.place import Place
from generator.records.procedure import Procedure
from generator.records.project import Project
from generator.records.publication import PublicationRecord
from generator.records.roster import Roster
from generator.records.scale import GradeScale
from generator.records.schedule import Schedule
from generator.records.venue import Venue
from generator.records.vocabulary import Vocabulary

TOWNSHIP_KINDS: tuple[type[Record], ...] = (
    Place,
    Organisation,
    PersonRecord,
    Indicator,
    Activity,
    Procedure,
    Assessment,
    Project,
    Finance,
    Asset,
    Roster,
    Issue,
    Assignment,
    Venue,
    Article,
    Archived,
    PublicationRecord,
    Acceptance,
    Comment,
)

CATALOGUE_KINDS: dict[str, type[Record]] = {
    "laws": Law,
    "items": DisclosureItem,
    "procedures": ProcedureForm,
    "schedules": Schedule,
    "grades": GradeScale,
    "ledgers": Ledger,
    "metrics": Metric,
    "charts": Chart,
    "words": Vocabulary,
    "phrases": Phrases,
    "genres": Genre,
    "masks": MaskProfile,
    "jurisdictions": Jurisdiction,
    "holidays": HolidayYear,
}
"""Folder below `data/catalogue/` → family."""

MARKDOWN_KINDS: tuple[type[Record], ...] = (Archived,)
"""Of the townships' families those written as Markdown below `content/<township>/`, not in `data/`."""

KINDS: tuple[type[Record], ...] = (*TOWNSHIP_KINDS, *CATALOGUE_KINDS.values())
