"""How records are written, and the mechanisms behind them: made from the program and the catalogue, so never out of date.

The data dictionary says what may stand in a file; the other pages show procedures, schedules, grades, ledgers, metrics,
charts of accounts, vocabularies, genres and local rules as they are in force.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from generator.catalogue import local
from generator.dictionary import Kind, families
from generator.model import Edition, Page
from generator.model.record import EXTRA
from generator.pages._common import paths, places, wording
from generator.pages._common.disclosure import bases
from generator.records.chart import Chart
from generator.records.form import FormStep, ProcedureForm
from generator.records.genre import LEVELS, Genre
from generator.records.item import DisclosureItem
from generator.records.jurisdiction import Jurisdiction
from generator.records.ledger import Ledger
from generator.records.mask import MaskProfile
from generator.records.metric import Metric
from generator.records.phrases import Phrases
from generator.records.place import Place
from generator.records.scale import GradeScale
from generator.records.schedule import Schedule
from generator.records.vocabulary import Vocabulary


def pages(edition: Edition) -> Iterator[Page]:
    """The dictionary, and one page for each kind of mechanism that the catalogue has."""
    for path, (title, template, context_of) in zip(paths.REFERENCE, _PAGES, strict=True):
        context = context_of(edition)
        if context:
            frame = {"sample": places.is_sample(edition), "dictionary": paths.REFERENCE[0]}
            menu, crumbs = ("公开目录", title), (paths.HOME, paths.CATALOGUE)
            yield Page(path, title, template, {**context, **frame}, menu, crumbs)


def _dictionary(edition: Edition) -> Mapping[str, Any]:
    return {"families": families(edition), "kinds": list(Kind), "labels": wording.LABELS}


def _procedures(edition: Edition) -> Mapping[str, Any]:
    forms = [
        {"form": form, "bases": bases(edition, form.bases, edition.today), "courses": _courses(form)}
        for form in edition.of(ProcedureForm)
    ]
    return {"forms": forms} if forms else {}


def _courses(form: ProcedureForm) -> list[dict[str, Any]]:
    """The steps now, and those of earlier laws, newest first, with the day until which they were used."""
    older = sorted(form.former, key=lambda former: former.until, reverse=True)
    return [_course("", form.steps), *(_course(wording.span(None, one.until), one.steps) for one in older)]


def _course(until: str, steps: Iterable[FormStep]) -> dict[str, Any]:
    """A table of steps; a column in which nothing would stand is left out."""
    rows = [_step(step) for step in steps]
    counted = any(row["needs"] or row["meetings"] for row in rows)
    return {"until": until, "rows": rows, "counted": counted, "timed": any(row["timing"] for row in rows)}


def _step(step: FormStep) -> dict[str, Any]:
    meetings = [
        (one.name, [*_needs(one.quorum, one.majority), *([f"提前{one.notice_days}日通知"] if one.notice_days else [])])
        for one in step.meetings
    ]
    return {
        "step": step,
        "traits": wording.traits(step),
        "needs": _needs(step.quorum, step.majority),
        "meetings": meetings,
        "timing": wording.timing(step),
    }


def _needs(quorum: Any, majority: Any) -> list[str]:
    came = [f"到会{wording.quorum(quorum)}"] if quorum else []
    return came + ([f"同意{wording.share(majority)}"] if majority else [])


def _schedules(edition: Edition) -> Mapping[str, Any]:
    schedules = [
        {
            "schedule": one,
            "bases": bases(edition, one.bases, edition.today),
            "keepers": one.keepers or one.levels,
            "span": wording.span(one.since, one.until),
            "rows": [(need, wording.quorum(need.attendance)) for need in one.requirements],
            "kept": [top.name for top in places.townships(edition) if one.id in (top.schedules or ())],
        }
        for one in edition.of(Schedule)
    ]
    return {"schedules": schedules} if schedules else {}


def _grades(edition: Edition) -> Mapping[str, Any]:
    scales = [(scale, bases(edition, scale.bases, edition.today)) for scale in edition.of(GradeScale)]
    return {"scales": scales} if scales else {}


def _ledgers(edition: Edition) -> Mapping[str, Any]:
    ledgers = [(one, bases(edition, one.bases, edition.today), wording.closing(one)) for one in edition.of(Ledger)]
    return {"ledgers": ledgers} if ledgers else {}


def _metrics(edition: Edition) -> Mapping[str, Any]:
    themes: dict[str, list[tuple[Metric, str, list[str]]]] = {}
    for metric in edition.of(Metric):
        row = (metric, wording.formula(metric), wording.narrowing(metric))
        themes.setdefault(metric.theme, []).append(row)
    return {"themes": themes, "count": len(edition.of(Metric))} if themes else {}


def _charts(edition: Edition) -> Mapping[str, Any]:
    charts = []
    for chart in edition.of(Chart):
        classes: dict[str, list[Any]] = {}
        for account in chart.accounts:
            classes.setdefault(account.kind, []).append(account)
        span = wording.span(chart.since, chart.until)
        charts.append((chart, bases(edition, chart.bases, edition.today), span, classes))
    return {"charts": charts} if charts else {}


def _words(edition: Edition) -> Mapping[str, Any]:
    found: dict[str, list[Vocabulary]] = {}
    for one in edition.of(Vocabulary):
        found.setdefault(wording.LABELS.get(one.data, one.data), []).append(one)
    phrases = [one for one in edition.of(Phrases) if one.use == "数字"]
    handed_down = [one for one in edition.of(Phrases) if one.use == "宣传品"]
    shown = {"families": found, "phrases": phrases, "handed_down": handed_down}
    return shown if any(shown.values()) else {}


def _genres(edition: Edition) -> Mapping[str, Any]:
    genres = [
        {
            "genre": one,
            "bases": bases(edition, one.bases, edition.today),
            "numerals": [numeral for level in range(1, LEVELS + 1) if (numeral := one.numeral(level, 1))],
            "length": wording.between(one.length.least, one.length.most, "字") if one.length else "",
        }
        for one in edition.of(Genre)
    ]
    return {"genres": genres} if genres else {}


def _masks(edition: Edition) -> Mapping[str, Any]:
    profiles = edition.of(MaskProfile)
    used = [(item.name, [(a.label, name) for a, name in item.masks.items()]) for item in edition.of(DisclosureItem)]
    by = {one.id: [(item, who) for item, masks in used for who, name in masks if name == one.id] for one in profiles}
    return {"profiles": profiles, "used": by} if profiles else {}


def _jurisdictions(edition: Edition) -> Mapping[str, Any]:
    names = {item.id: item.name for item in edition.of(DisclosureItem)}
    rules = [
        {
            "rule": rule,
            "bases": bases(edition, rule.bases, edition.today),
            "span": wording.span(rule.since, rule.until),
            "only": [names.get(item, item) for item in rule.items],
            "renamed": [(names.get(one.item, one.item), one.name) for one in rule.renamed],
            "regrouped": [
                ("、".join(names.get(item, item) for item in one.items), one.shelf) for one in rule.regrouped
            ],
            "columns": [
                (names.get(one.item, one.item), one.name.removeprefix(EXTRA), one.meaning) for one in rule.columns
            ],
            "places": _under(edition, rule),
        }
        for rule in sorted(edition.of(Jurisdiction), key=lambda rule: len(rule.region or ""))
    ]
    return {"rules": rules} if rules else {}


def _under(edition: Edition, rule: Jurisdiction) -> list[tuple[Place, str]]:
    """The townships whose catalogue the rule is laid over."""
    tops = places.townships(edition)
    return [(top, paths.local_catalogue(top.township)) for top in tops if rule in local(edition, top.township).rules]


_PAGES: tuple[tuple[str, str, Callable[[Edition], Mapping[str, Any]]], ...] = (
    ("数据字典", "reference-dictionary.md.j2", _dictionary),
    ("程序", "reference-procedures.md.j2", _procedures),
    ("活动制度", "reference-schedules.md.j2", _schedules),
    ("考核等次", "reference-grades.md.j2", _grades),
    ("台账目录", "reference-ledgers.md.j2", _ledgers),
    ("统计口径", "reference-metrics.md.j2", _metrics),
    ("会计科目", "reference-charts.md.j2", _charts),
    ("词表", "reference-words.md.j2", _words),
    ("体裁", "reference-genres.md.j2", _genres),
    ("遮盖办法", "reference-masks.md.j2", _masks),
    ("地方规定", "reference-jurisdictions.md.j2", _jurisdictions),
)
"""Title, template and what it shows, in the order of the addresses."""
