"""One matter against the form of its procedure: how long things took, and how long they had to hang."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from generator.catalogue import LocalCatalogue
from generator.mechanisms.calendars import WorkCalendar
from generator.mechanisms.courses import Course
from generator.records.form import FormStep, ProcedureForm
from generator.records.procedure import Procedure
from generator.rules._common import Report
from generator.rules._common.spans import Span, working


@dataclass(frozen=True, slots=True)
class Matter:
    """One matter with its form, its course, the local rules and the calendar."""

    say: Report
    record: Procedure
    form: ProcedureForm
    course: Course
    here: LocalCatalogue
    calendar: WorkCalendar

    def passed(self, start: date, end: date, working: bool) -> Span:
        """How long it is from one day to the other."""
        return Span(self.calendar.between(start, end) if working else (end - start).days, working)

    def hung(self, start: date, end: date, working: bool) -> Span:
        """How long it was posted."""
        return Span(self.calendar.posted(start, end, working), working)

    def after(self, start: date, span: Span) -> date:
        """The day so much later."""
        return self.calendar.after(start, span.days) if span.working else start + timedelta(days=span.days)

    def board(self, rule: FormStep, start: date) -> Span:
        """How long it has to be posted: by the form, or by the local rule where that is longer."""
        days, own = self.here.step_days(rule, start), Span(rule.board_days or 0, working(rule))
        tightened = Span(days, working=False)
        return tightened if days and self.after(start, tightened) > self.after(start, own) else own
