"""The course of a matter: each step that was taken, beside the step of the form that it was, round by round.

A form may let a step come again (可重复), be left out (可省略), be taken together with the one before it (可合并), or let
the whole begin anew (循环). What was asked for is what the form asked for on the day of the step.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from generator.records.form import FormStep, ProcedureForm
from generator.records.procedure import Procedure, Step


@dataclass(frozen=True, slots=True)
class Taken:
    """A step as taken: its round, its position in the record and in the form, and what the form asked for then."""

    turn: int
    index: int
    place: int
    step: Step
    rule: FormStep
    again: bool = False
    """A repeatable step that came back after a later one."""
    carries: bool = False
    """The step as its neighbour took it: what is asked for is what the step that was merged has to have."""

    @property
    def name(self) -> str:
        return f"“{self.step.name}”" + (f"(与“{self.rule.name}”合并)" if self.carries else "")


@dataclass(frozen=True)
class Course:
    """The steps as the form had them when the matter began, and the rounds in which they were taken."""

    form: ProcedureForm
    plan: tuple[FormStep, ...]
    rounds: tuple[tuple[Taken, ...], ...]

    @property
    def taken(self) -> tuple[Taken, ...]:
        """The steps of all rounds."""
        return tuple(one for taken in self.rounds for one in taken)

    def standing(self, taken: tuple[Taken, ...]) -> Iterator[tuple[int, Taken]]:
        """The steps of a round that count, with their position in it: what had to be done again is replaced by the last."""
        for position, one in enumerate(taken):
            if one.rule.repeatable or all(other.place != one.place for other in taken[position + 1 :]):
                yield position, one

    def absent(self, taken: tuple[Taken, ...]) -> Iterator[int]:
        """Positions of the steps that a round has neither taken nor merged into a neighbour, optional ones too."""
        done = {one.place for one in taken}
        return (place for place in range(len(self.plan)) if place not in done and self.merged(place, done) is None)

    def missing(self, taken: tuple[Taken, ...]) -> list[int]:
        """Positions of the steps that a round cannot do without."""
        return [place for place in self.absent(taken) if not self.plan[place].optional]

    def merged(self, place: int, done: set[int]) -> int | None:
        """The neighbour with which the step was taken together, as the form allows."""
        if self.plan[place].mergeable and place - 1 in done:
            return place - 1
        following = place + 1
        return following if following in done and self.plan[following].mergeable else None

    def carried(self, taken: tuple[Taken, ...], over: bool) -> Iterator[Taken]:
        """What neighbours had to do for the steps merged into them; a step that can still come is not merged yet."""
        last = {one.place: one for one in taken}
        reached = len(self.plan) if over else max(last, default=0)
        for place in range(reached):
            partner = None if place in last or self.plan[place].optional else self.merged(place, set(last))
            if partner is not None:
                one = last[partner]
                yield replace(one, rule=_rule(self.form, one.step, self.plan[place]), carries=True)


def course(matter: Procedure, form: ProcedureForm, today: date) -> Course:
    """The matter's steps by the law of its first day, each judged by the law of its own day."""
    days = [step.day for step in matter.steps if isinstance(step.day, date)]
    plan = form.steps_on(days[0] if days else today)
    places = {step.name: place for place, step in enumerate(plan)}
    rounds: list[list[Taken]] = [[]]
    for index, step in enumerate(matter.steps):
        place = places.get(step.name) if isinstance(step.name, str) else None
        if place is None:
            continue
        so_far = rounds[-1]
        back = bool(so_far) and place < so_far[-1].place
        again = back and plan[place].repeatable and any(one.place == place for one in so_far)
        if back and form.cyclic and (place == 0 or not again):
            rounds.append([])
            again = False
        rounds[-1].append(Taken(len(rounds) - 1, index, place, step, _rule(form, step, plan[place]), again))
    return Course(form, plan, tuple(tuple(taken) for taken in rounds))


def _rule(form: ProcedureForm, step: Step, planned: FormStep) -> FormStep:
    then = form.steps_on(step.day) if isinstance(step.day, date) else ()
    rule = next((one for one in then if one.name == planned.name), planned)
    return rule.held_by(step.body if isinstance(step.body, str) else None)
