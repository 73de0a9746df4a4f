"""One thing that has to be published once."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum

from generator.model.period import Period


class DutyState(Enum):
    """Where a duty stands on a given day; the mark is readable without colour."""

    DONE = ("done", "✓", "已公开")
    LATE = ("late", "◷", "迟公开")
    OVERDUE = ("overdue", "✗", "逾期")
    DUE = ("due", "…", "应公开")
    EXEMPT = ("na", "—", "不适用")
    WITHDRAWN = ("withdrawn", "↓", "已撤下")

    def __init__(self, code: str, mark: str, label: str) -> None:
        self.code = code
        self.mark = mark
        self.label = label


@dataclass(frozen=True, slots=True)
class Duty:
    """Catalogue item × place × period (or × record, for events): opens, falls due, done by which publication.

    `publication` and `done` are empty as long as nothing counts as having done it.
    """

    item: str
    township: str
    place: str
    opens: date
    due: date
    state: DutyState
    period: Period | None = None
    record: str = ""
    publication: str = ""
    done: date | None = None
    planned: date | None = None
    """The day for which publishing is announced; announcing never moves the due day."""
    announced: str = ""
    """What the last announcement in force says: 计划, 确认 or 取消."""
    reason: str = ""
    """Why nothing has to be published, why it was taken down, or why what was done does not count."""
    about: str = ""
    """Key of the publication that the reason speaks of: whoever may not read it is not told the reason."""
    publisher: str = ""
    """Who has to publish it: in full where this place has published the item before, else as the catalogue says it."""
