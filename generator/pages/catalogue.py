"""The catalogue itself: what must be published, on which basis, how often, by whom, to whom; and the laws behind it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from generator.model import Audience, Edition, Page
from generator.pages._common import paths, places
from generator.pages._common.disclosure import bases, deadline
from generator.records.form import ProcedureForm, Threshold
from generator.records.item import DisclosureItem
from generator.records.law import Law

CATEGORIES = ("党务公开", "村务公开", "财务公开", "基本情况")


def pages(edition: Edition) -> Iterator[Page]:
    """The catalogue and the list of laws."""
    items = edition.of(DisclosureItem)
    context = {
        "categories": [(c, [_row(edition, item) for item in items if item.category == c]) for c in CATEGORIES],
        "forms": [(form, bases(edition, form.bases, edition.today)) for form in edition.of(ProcedureForm)],
        "share": _share,
        "laws": paths.LAWS,
        "sample": places.is_sample(edition),
    }
    yield Page(paths.CATALOGUE, "公开目录", "catalogue.md.j2", context, ("公开目录", ""), (paths.HOME,))
    laws = sorted(edition.of(Law), key=lambda law: law.since, reverse=True)
    context = {
        "laws": [(law, _standing(law, edition.today)) for law in laws],
        "review": edition.audience is Audience.REVIEW,
        "sample": places.is_sample(edition),
    }
    yield Page(paths.LAWS, "法规依据", "laws.md.j2", context, ("公开目录", "法规依据"), (paths.HOME, paths.CATALOGUE))


def _row(edition: Edition, item: DisclosureItem) -> dict[str, object]:
    return {
        "item": item,
        "bases": bases(edition, item.bases, edition.today),
        "deadline": deadline(item),
        "audiences": [audience.label for audience in item.openings],
        "elements": _grouped([element.split(".") for element in item.elements]),
    }


def _grouped(paths: Iterable[list[str]]) -> list[str]:
    """`收入.摘要, 收入.金额` → `收入（摘要、金额）`."""
    groups: dict[str, list[list[str]]] = {}
    for first, *below in paths:
        groups.setdefault(first, []).extend([below] if below else [])
    return [f"{label}（{'、'.join(_grouped(below))}）" if below else label for label, below in groups.items()]


def _share(threshold: Threshold) -> str:
    """`超过实到人数的1/2`."""
    ratio = threshold.ratio
    return f"{'超过' if threshold.above else '达到'}{threshold.base}人数的{ratio.numerator}/{ratio.denominator}"


def _standing(law: Law, day: date) -> str:
    if law.in_force(day):
        return "有效"
    return "尚未施行" if day < law.since else "已经失效"
