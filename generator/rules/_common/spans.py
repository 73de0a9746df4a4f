"""Spans of days as findings say them: `5个工作日以内`."""

from __future__ import annotations

from dataclasses import dataclass

from generator.records.form import FormStep


@dataclass(frozen=True, slots=True)
class Span:
    """So many days, or working days."""

    days: int
    working: bool

    def __str__(self) -> str:
        return f"{self.days}{'个工作日' if self.working else '天'}"

    @property
    def latest(self) -> str:
        """Within the span, or on the day itself."""
        return f"{self}以内" if self.days else "当天"


def working(rule: FormStep) -> bool:
    """Whether the step counts working days."""
    return rule.calendar == "工作日"
