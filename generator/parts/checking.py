"""Steps 1 to 3 for one township alone: load, derive, check. Of the other townships it knows nothing.

What all townships share — the catalogue, the pages people wrote, files in wrong places — is checked once, as the township
without a name.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from generator import acceptances, chain, keys, rules
from generator.derive import derive
from generator.load import load
from generator.load.explanations import EXPLANATIONS
from generator.memory import uncollected
from generator.model import Explanation, Finding, Level, Records, Site, Where
from generator.parts import kept
from generator.records.indicator import Indicator
from generator.records.place import Place

_OWNER = re.compile(r"(?:data/townships|content)/([^/]+)/")
_LEVELS = list(Level)


@dataclass(frozen=True)
class Checked:
    """What the site has to know of a township that was checked; its records are kept beside, for whoever builds it."""

    township: str
    key: str
    findings: tuple[Finding, ...]
    count: int
    """How many records of its own it has, computed ones among them."""
    tops: tuple[Place, ...]
    """The place that is the township."""
    named: frozenset[str]
    """Names of its figures."""
    covered: rules.Coverage

    @property
    def name(self) -> str:
        """What the township is called; nothing where its data does not say so."""
        return self.tops[0].name if self.tops else ""


@dataclass(frozen=True)
class Job:
    """One township to check; `cache` is where what is found is kept."""

    site: Site
    township: str
    cache: Path
    key: str
    """The hash of everything that is read for it."""
    named: frozenset[str] = frozenset()
    """For what all share: names of figures in the townships."""


def jobs(site: Site, townships: Iterable[str], cache: Path, given: str = "") -> list[Job]:
    """A job for each township. `given`: the name of records that were handed over, and are not read from files."""
    common = keys.key(keys.program(), given, site.root, site.today, keys.tree(site.root / "data" / "catalogue"))
    return [Job(site, slug, cache, keys.key(common, slug, _files(site.root, slug))) for slug in townships]


def shared(site: Site, cache: Path, named: frozenset[str] = frozenset(), given: str = "") -> Job:
    """The job of what all townships share, once the names of their figures are known."""
    (job,) = jobs(site, ("",), cache, given)
    return replace(job, key=keys.key(job.key, *sorted(named)), named=named)


def _files(root: Path, slug: str) -> str:
    own = (
        (root / "data" / "townships" / slug, root / "content" / slug)
        if slug
        else (root / "content" / "site", root / "data" / chain.FOLDER)
    )
    return keys.tree(*own)


def check(job: Job) -> Checked:
    """Checks a township, or takes what was found when its files were the same."""
    found: Checked | None = kept.get(_file(job), job.key)
    if found is None:
        with uncollected():
            records, found = _checked(job)
            kept.put(_file(job, "records"), job.key, records)
            kept.put(_file(job), job.key, found)
    return found


def hand_over(job: Job, records: Records) -> Checked:
    """Keeps records that are there already, of one township or of what all share, as if they had been checked."""
    slug = job.township
    mine = tuple(r for r in records if r.township == slug or type(r).catalogue)
    own = replace(
        records,
        items=mine,
        duties=tuple(duty for duty in records.duties if duty.township == slug),
        findings=tuple(finding for finding in records.findings if owner(finding) == slug),
    )
    found = _told(slug, job.key, own)
    kept.put(_file(job, "records"), job.key, own)
    kept.put(_file(job), job.key, found)
    return found


def records(job: Job) -> Records:
    """The records of a township as they were checked, with its findings."""
    found: Records | None = kept.get(_file(job, "records"), job.key)
    return found if found is not None else _checked(job)[0]


def explanations() -> dict[str, Explanation]:
    """Name of a rule, or of whatever else makes findings → what it means."""
    explained = {rule.NAME: rule.EXPLANATION for rule in rules.RULES}
    return {**explained, acceptances.NAME: acceptances.EXPLANATION, **EXPLANATIONS}


def of_whole(records: Records, found: Iterable[Finding]) -> Records:
    """Records that were loaded and derived, checked, with what was found; `found`: what loading them found."""
    manual = explanations()
    known = replace(records, findings=tuple(found))  # a rule may look at what could not even be read
    findings = acceptances.accept(records, once([*found, *rules.check(known)]), manual)
    return replace(records, findings=tuple(findings), manual=manual)


def once(findings: Iterable[Finding]) -> list[Finding]:
    """The same wrong at the same place once, as the worst level has it."""
    same: dict[tuple[str, Where, str], Finding] = {}
    for finding in findings:
        first = same.setdefault((finding.rule, finding.where, finding.message), finding)
        if _LEVELS.index(finding.level) < _LEVELS.index(first.level):
            same[finding.rule, finding.where, finding.message] = finding
    return list(same.values())


def owner(finding: Finding) -> str:
    """The township whose file it is about; nothing for what all share."""
    found = _OWNER.match(finding.where.file)
    return found[1] if found and found[1] != "site" else ""


def _checked(job: Job) -> tuple[Records, Checked]:
    slug = job.township
    loaded, found = load(job.site.root, slug)
    all_of_it = of_whole(replace(derive(loaded, job.site.today), named=job.named), found)
    own = replace(all_of_it, findings=tuple(f for f in all_of_it.findings if owner(f) == slug))
    return own, _told(slug, job.key, own)


def _told(slug: str, key: str, own: Records) -> Checked:
    if not slug:
        return Checked("", key, own.findings, len(own.items), (), frozenset(), rules.Coverage())
    names = frozenset(name for one in own.of(Indicator, slug) for name in (one.name, one.binding))
    tops = tuple(place for place in own.of(Place, slug) if place.is_top)
    count = sum(record.township == slug for record in own)
    return Checked(slug, key, own.findings, count, tops, names, rules.coverage(own, (slug,)))


def _file(job: Job, what: str = "checked") -> Path:
    return job.cache / "checked" / f"{job.township or '_shared'}.{what}"
