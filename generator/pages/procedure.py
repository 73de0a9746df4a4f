"""One matter decided by a procedure of the catalogue, as a timeline: what happened, who voted how, what is still to come."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from generator.catalogue import decided, local
from generator.mechanisms.calendars import WorkCalendar
from generator.mechanisms.courses import Course, Taken, course
from generator.model import Edition, Page
from generator.pages._common import places
from generator.pages._common.disclosure import bases, disclosures, record_page
from generator.records._threshold import Threshold
from generator.records.form import FormStep, ProcedureForm
from generator.records.holiday import HolidayYear
from generator.records.procedure import Procedure, Step


@dataclass(frozen=True)
class Stage:
    """A step with what was done and what was asked for; `done` is None where nothing was, and `absence` says why."""

    form: FormStep | None
    done: Step | None
    time: int = 0
    """Which time it was taken; 0 when it was taken once."""
    absence: str = ""
    board: str = ""
    """How long it was posted, and how long it has to be."""

    @property
    def name(self) -> str:
        return self.done.name if self.done and self.done.name else self.form.name if self.form else ""

    @property
    def body(self) -> str:
        return self.done.body if self.done and self.done.body else self.form.body if self.form else ""

    @property
    def ahead(self) -> int | None:
        """How many days ahead the meeting was called."""
        days = (self.done.notified, self.done.day) if self.done else (None, None)
        notified, day = days
        return (day - notified).days if isinstance(notified, date) and isinstance(day, date) else None

    @property
    def counts(self) -> tuple[str, ...]:
        """Who came and how they voted, as far as it was written, and whether it was enough."""
        return _counts(self.done, self.form) if self.done else ()


def pages(edition: Edition) -> Iterator[Page]:
    """One page a matter."""
    calendar = WorkCalendar.of(edition.of(HolidayYear))
    for matter in edition.of(Procedure):
        form = edition.get(ProcedureForm, f"form/{matter.form}")
        context = {
            "matter": matter,
            "form": form,
            "bases": bases(edition, form.bases, decided(edition, matter) or edition.today) if form else (),
            "rounds": _Timeline(edition, matter, calendar).rounds(form),
            "disclosures": disclosures(edition, matter),
            "place": places.name(edition, matter.township, matter.place),
            "origin": matter.key,
            "sample": places.is_sample(edition, matter.township),
        }
        title = matter.title or (form.name if form else matter.id)
        yield Page(
            record_page(matter), title, "procedure.md.j2", context, crumbs=places.crumbs(matter.township, matter.place)
        )


@dataclass(frozen=True)
class _Timeline:
    """The steps of one matter, round by round."""

    edition: Edition
    matter: Procedure
    calendar: WorkCalendar

    def rounds(self, form: ProcedureForm | None) -> list[list[Stage]]:
        """Each round in the order of the days, and in their places the steps that were not taken."""
        steps = tuple(self.matter.steps)
        if form is None or not all(isinstance(step.name, str) for step in steps):
            return [[Stage(None, step) for step in steps]] if steps else []
        way = course(self.matter, form, self.edition.today)
        rounds = [list(self.stages(way, taken)) for taken in way.rounds] if steps or self.matter.steps == () else []
        known = {one.index for one in way.taken}
        others = [Stage(None, step) for index, step in enumerate(steps) if index not in known]
        return [*rounds[:-1], [*rounds[-1], *others]] if rounds else []

    def stages(self, way: Course, taken: tuple[Taken, ...]) -> Iterator[Stage]:
        times, seen = Counter(one.place for one in taken), Counter[int]()
        waiting = [place for place in range(len(way.plan)) if place not in times]
        for one in taken:
            while waiting and waiting[0] < one.place:
                yield self.absent(way, taken, waiting.pop(0))
            seen[one.place] += 1
            time = seen[one.place] if times[one.place] > 1 else 0
            yield Stage(one.rule, one.step, time, board=self.board(one))
        yield from (self.absent(way, taken, place) for place in waiting)

    def absent(self, way: Course, taken: tuple[Taken, ...], place: int) -> Stage:
        """Why there is nothing: still to come, taken together with its neighbour, not needed, or simply not written."""
        step, stage, done = way.plan[place], self.matter.stage, {one.place for one in taken}
        over = place < max(done, default=-1) or taken != way.rounds[-1]
        if stage == "进行中" and not over:
            return Stage(step, None, absence="尚未进行，没有这种情形的可以省略" if step.optional else "尚未进行")
        ended, beside = stage == "已终止" and not over, way.merged(place, done)
        if beside is not None and not ended:
            return Stage(step, None, absence=f"与“{way.plan[beside].name}”合并进行")
        if step.optional:
            return Stage(step, None, absence="本次没有这一步")
        return Stage(step, None, absence="没有进行" if ended else "没有记录")

    def board(self, one: Taken) -> str:
        start, end, working = one.step.posted, one.step.removed, one.rule.calendar == "工作日"
        if not isinstance(start, date):
            return ""
        said = []
        if isinstance(end, date) and end >= start:
            said.append(f"共{_days(self.calendar.posted(start, end, working), working)}")
        needed = local(self.edition, self.matter.township).step_days(one.rule, start)
        if one.rule.board_days:
            said.append(f"至少{_days(one.rule.board_days, working)}")
        if needed > (one.rule.board_days or 0):
            said.append(f"地方规定至少{_days(needed, working=False)}")
        return "，".join(said)


def _days(count: int, working: bool) -> str:
    return f"{count}{'个工作日' if working else '天'}"


def _counts(step: Step, form: FormStep | None) -> tuple[str, ...]:
    unit = step.counted if isinstance(step.counted, str) else ""
    people = (("全体", step.everyone), ("应到", step.entitled), ("实到", step.present))
    votes = (("同意", step.ayes), ("反对", step.noes), ("弃权", step.abstentions))
    came, voted = _listed(people, unit), _listed(votes, "票")
    if form and unit and came:
        came += _reached(step, [way for way in form.quorum if way.counted == unit], step.present, unit)
    if form and unit and voted and form.majority:
        voted += _reached(step, [form.majority], step.ayes, "票")
    return tuple(line for line in (came, voted) if line)


def _listed(numbers: tuple[tuple[str, int | None], ...], unit: str) -> str:
    return "，".join(f"{word} {number} {unit}".rstrip() for word, number in numbers if isinstance(number, int))


def _reached(step: Step, ways: list[Threshold], count: int | None, unit: str) -> str:
    """The way in which it was enough, else all of them; nothing while a number is not known."""
    bases = {"全体": step.everyone, "应到": step.entitled, "实到": step.present}
    known = [(way, base) for way in ways if isinstance(base := bases[way.base], int)]
    if not known or len(known) < len(ways) or not isinstance(count, int):
        return ""
    enough = [(way, base) for way, base in known if way.met(count, base)]
    return "，" + "，也".join(_judged(way, base, count, unit, step.counted) for way, base in enough[:1] or known)


def _judged(way: Threshold, base: int, count: int, unit: str, counted: str) -> str:
    least = way.least(base)
    spare = f"，多 {count - least} {unit}" if count > least else f"，差 {least - count} {unit}" if count < least else ""
    share = f"{'超过' if way.above else '达到'}{way.base}{counted}数的{way.words}（至少 {least} {unit}{spare}）"
    return share if way.met(count, base) else f"没有{share}"
