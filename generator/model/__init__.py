"""The words every room speaks; nothing here knows a file, a page or an engine."""

from generator.model.amount import Amount, State
from generator.model.audience import Audience, Mode
from generator.model.duty import Duty, DutyState
from generator.model.edition import WITHHELD, Edition, Gone, Withheld
from generator.model.errors import Busy, EngineFailed, GongkaiError, LeakFound, Unusable
from generator.model.explanation import Explanation
from generator.model.finding import Finding, Level, Where
from generator.model.page import Change, Download, Entry, Feed, Page, Publication, Switch
from generator.model.period import Period
from generator.model.progress import Came, Progress, silent
from generator.model.record import Collection, Record, Records, Source
from generator.model.reference import Ref
from generator.model.site import Site
from generator.model.text import fold, nearest

__all__ = [
    "WITHHELD",
    "Amount",
    "Audience",
    "Busy",
    "Came",
    "Change",
    "Collection",
    "Download",
    "Duty",
    "DutyState",
    "Edition",
    "EngineFailed",
    "Entry",
    "Explanation",
    "Feed",
    "Finding",
    "Gone",
    "GongkaiError",
    "LeakFound",
    "Level",
    "Mode",
    "Page",
    "Period",
    "Progress",
    "Publication",
    "Record",
    "Records",
    "Ref",
    "Site",
    "Source",
    "State",
    "Switch",
    "Unusable",
    "Where",
    "Withheld",
    "fold",
    "nearest",
    "silent",
]
