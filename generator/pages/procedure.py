"""One matter decided by a procedure of the catalogue, as a timeline: what happened, who voted how, what is still to come."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.model import Edition, Page
from generator.pages._common import places
from generator.pages._common.disclosure import bases, disclosures, record_page
from generator.records.form import FormStep, ProcedureForm
from generator.records.procedure import Procedure, Step


@dataclass(frozen=True)
class Stage:
    """A step of the form with what was done; `done` is None while it is still to come."""

    form: FormStep | None
    done: Step | None

    @property
    def name(self) -> str:
        return self.done.name if self.done and self.done.name else self.form.name if self.form else ""


def pages(edition: Edition) -> Iterator[Page]:
    """One page a matter."""
    for matter in edition.of(Procedure):
        form = edition.get(ProcedureForm, f"form/{matter.form}")
        context = {
            "matter": matter,
            "form": form,
            "bases": bases(edition, form.bases, matter.event_date or edition.today) if form else (),
            "stages": _stages(matter, form),
            "counts": _counts,
            "disclosures": disclosures(edition, matter),
            "place": places.name(edition, matter.township, matter.place),
            "origin": matter.key,
            "sample": places.is_sample(edition, matter.township),
        }
        title = matter.title or (form.name if form else matter.id)
        yield Page(
            record_page(matter), title, "procedure.md.j2", context, crumbs=places.crumbs(matter.township, matter.place)
        )


def _stages(matter: Procedure, form: ProcedureForm | None) -> list[Stage]:
    """The form's steps in order, each with what was done, as often as it was done; then what the form does not know."""
    if form is None:
        return [Stage(None, step) for step in matter.steps]
    stages = []
    for planned in form.steps:
        done = [step for step in matter.steps if step.name == planned.name]
        stages += [Stage(planned, step) for step in done or (None,)]
    known = {step.name for step in form.steps}
    return stages + [Stage(None, step) for step in matter.steps if step.name not in known]


def _counts(step: Step) -> list[tuple[str, int, str]]:
    """Who came and how they voted, as far as it was written: (word, number, unit)."""
    people = (("应到", step.entitled, "人"), ("实到", step.present, "人"))
    votes = (("同意", step.ayes, "票"), ("反对", step.noes, "票"), ("弃权", step.abstentions, "票"))
    return [(word, number, unit) for word, number, unit in (*people, *votes) if isinstance(number, int)]
