"""The story, in order. The only module that knows all the steps."""

from __future__ import annotations

import gc
import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path

from generator import acceptances, rules, schema, staging
from generator.build import build, site_address
from generator.derive import coming as upcoming
from generator.derive import derive
from generator.disclose import disclose
from generator.exchange import archive
from generator.formats import figures, manifest, offline
from generator.leaks import find_leaks
from generator.load import load
from generator.load.explanations import EXPLANATIONS
from generator.load.shape import shape
from generator.model import Audience, Duty, Explanation, Finding, LeakFound, Level, Publication, Records, Where
from generator.pages import plan
from generator.trees.reader import read
from generator.write import write

_TOWNSHIP = re.compile(r"(?:data/townships|content)/([^/]+)/")
"""Whose file it is; `content/site/` is everybody's."""
_LEVELS = list(Level)


@dataclass(frozen=True)
class Site:
    """What is asked for: which folder, seen from which day, which townships (none: all), by which engine."""

    root: Path
    today: date
    townships: tuple[str, ...] = ()
    engine: str = "mkdocs"

    def release(self, audience: Audience) -> str:
        """The name under which an audience's site stands; that of some townships stands beside the whole."""
        return "-".join((audience.value, *self.townships))


def check(site: Site) -> tuple[Records, list[Finding]]:
    """Steps 1 to 3: load, derive, check; what a person answers for is marked before townships are left out."""
    with _uncollected():
        records, findings = load(site.root)
        records = derive(records, site.today)
        once = _once([*findings, *rules.check(records)])
        manual = explanations()
        findings = _of_townships(site, acceptances.accept(records, once, manual))
        return replace(records, findings=tuple(findings), manual=manual), findings


def explanations() -> dict[str, Explanation]:
    """Name of a rule, or of whatever else makes findings → what it means."""
    explained = {rule.NAME: rule.EXPLANATION for rule in rules.RULES}
    return {**explained, acceptances.NAME: acceptances.EXPLANATION, **EXPLANATIONS}


def coverage(site: Site, records: Records) -> rules.Coverage:
    """How many numbers in the articles of the townships asked for are taken from records."""
    return rules.coverage(records, site.townships)


def coming(records: Records, days: int) -> tuple[Duty, ...]:
    """The duties that will open within so many days after `records.today`."""
    return upcoming(records, records.today + timedelta(days=days))


def publish(site: Site, records: Records, audience: Audience, folder: Path) -> Publication:
    """Steps 4 to 8 for one audience, in an empty folder: disclose, plan, write, build, manifest."""
    edition = disclose(records, audience, site.townships)
    pages = plan(edition)
    address = site_address(site.root) if audience is Audience.PUBLIC else ""
    publication = write(edition, pages, folder, address)
    build(publication, site.root, engine=site.engine, address=address)
    manifest.make(publication, publication.site)
    return publication


def build_site(site: Site, records: Records, audience: Audience, out: Path) -> tuple[Path, Publication]:
    """The site of one audience (of some townships: beside it), swapped in whole once no leak is found, else LeakFound.

    The publication says which figures of its articles changed since the site that stood there before.
    """
    name = site.release(audience)
    with staging.locked(out), staging.staged(out, name) as folder:
        publication = publish(site, records, audience, folder)
        figures.make(publication, folder)
        _stop_leaks(site, publication, records, [folder])
        changes = figures.changes(out / name, folder)
        return staging.swap(folder, name), replace(publication, changes=changes)


def bundle(site: Site, records: Records, audience: Audience, out: Path, target: Path) -> Path:
    """The offline zip of one audience, moved to `target` once no leak is found in it."""
    with staging.locked(out), staging.staged(out, f"bundle-{audience.value}") as folder:
        publication = publish(site, records, audience, folder)
        made = offline.make(publication, folder / "bundle.zip")
        _stop_leaks(site, publication, records, [publication.site, made])
        return staging.place(made, target)


def schemas(root: Path, family: str = "") -> Iterator[tuple[str, str]]:
    """File name and text of one JSON Schema a family, with the words and ids of those records that can be read."""
    records, _ = load(root)
    return schema.files(records, family)


def store(root: Path, file: Path, township: str, key: str, *, dry: bool) -> archive.Archive:
    """An old document into the archive of a township. Raises Unusable, Busy, or archive.Refused with nothing written."""
    return archive.archive(file, archive.shelf(root, township), key=key, dry=dry)


def accept(root: Path, file: Path, *, dry: bool) -> tuple[Path, int, list[Finding]]:
    """What a clerk accepted of an archived document's figures, as indicators: (their file, how many, what is wrong)."""
    listed = archive.listing(file, root)
    node, findings = read(listed.path.read_bytes(), listed.file)
    if node is None:
        return listed.target, 0, findings
    records, text, wrong = archive.accepted(listed, node, shape, load(root)[0])
    stopped = blocks([*findings, *wrong])
    if records and not stopped and not dry:
        archive.keep(listed, text)
    return listed.target, len(records), [*findings, *wrong]


def _stop_leaks(site: Site, publication: Publication, records: Records, handed_out: Iterable[Path]) -> None:
    leaks = find_leaks(publication, _asked(site, records), handed_out)
    if leaks:
        hint = "多半是目录放开了不该放开的字段,或人写的说明页里有这些内容;改好再试。"
        raise LeakFound(
            "\n".join(["有不该公开的内容出现在成品里,什么都没有发布:", *(leak.message for leak in leaks), hint])
        )


def _asked(site: Site, records: Records) -> Records:
    """Of the townships asked for: what the others publish is no secret."""
    return replace(
        records, items=tuple(r for r in records if not site.townships or r.township in ("", *site.townships))
    )


def _once(findings: Iterable[Finding]) -> list[Finding]:
    """The same wrong at the same place once, as the worst level has it."""
    kept: dict[tuple[str, Where, str], Finding] = {}
    for finding in findings:
        same = kept.setdefault((finding.rule, finding.where, finding.message), finding)
        if _LEVELS.index(finding.level) < _LEVELS.index(same.level):
            kept[finding.rule, finding.where, finding.message] = finding
    return list(kept.values())


def _of_townships(site: Site, findings: Iterable[Finding]) -> list[Finding]:
    """Of the townships asked for; what concerns all of them stays."""
    if not site.townships:
        return list(findings)
    mine = {*site.townships, "site"}
    owners = ((finding, _TOWNSHIP.match(finding.where.file)) for finding in findings)
    return [finding for finding, owner in owners if owner is None or owner[1] in mine]


def blocks(findings: Iterable[Finding], *, strict: bool = False) -> bool:
    """Whether the findings stop a build: errors do, and with `strict` warnings too; accepted ones never do."""
    stopping = {Level.ERROR, Level.WARNING} if strict else {Level.ERROR}
    return any(finding.level in stopping and not finding.accepted for finding in findings)


@contextmanager
def _uncollected() -> Iterator[None]:
    """Without the cycle collector: of a million nodes and records none is garbage, and it would walk them all, often."""
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            gc.enable()
