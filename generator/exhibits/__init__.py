"""The statistics, one file a subject: each asks an edition and gives charts with their tables and sentences.

A subject is shown of the whole site, of a township and of a village alike; where it has no figures it gives nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from generator.exhibits import cadres, finance, income, issues, meetings, members, projects, timeliness
from generator.exhibits._common import Cell, Exhibit, Row, Scope, Sheet, Subject

__all__ = ["SUBJECTS", "Cell", "Exhibit", "Row", "Scope", "Sheet", "Subject", "subjects"]

SUBJECTS: tuple[tuple[str, str, Callable[[Scope], Iterator[Exhibit]]], ...] = (
    (members.NAME, members.TITLE, members.exhibits),
    (cadres.NAME, cadres.TITLE, cadres.exhibits),
    (meetings.NAME, meetings.TITLE, meetings.exhibits),
    (income.NAME, income.TITLE, income.exhibits),
    (finance.NAME, finance.TITLE, finance.exhibits),
    (projects.NAME, projects.TITLE, projects.exhibits),
    (timeliness.NAME, timeliness.TITLE, timeliness.exhibits),
    (issues.NAME, issues.TITLE, issues.exhibits),
)


def subjects(scope: Scope) -> tuple[Subject, ...]:
    """Every subject of which there is something to show, in the order of the tuple."""
    found = (Subject(name, title, tuple(exhibits(scope))) for name, title, exhibits in SUBJECTS)
    return tuple(subject for subject in found if subject.exhibits)
